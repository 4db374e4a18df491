"""Resource `aws_apigatewayv2_route_response`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_route_response","name":"Apigatewayv2RouteResponse","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["id","id","s","oc"],
["model_selection_expression","modelSelectionExpression","s","o"],
["region","region","s","oc"],
["response_models","responseModels","ms","o"],
["route_id","routeId","s","r"],
["route_response_key","routeResponseKey","s","r"]]]],
"structs":[],
"imports":["e",["{api_id}/{route_id}/{id}"]]}''', "Apigatewayv2RouteResponseConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
