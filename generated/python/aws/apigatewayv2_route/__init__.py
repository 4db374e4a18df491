"""Resource `aws_apigatewayv2_route`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_route","name":"Apigatewayv2Route","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["api_key_required","apiKeyRequired","b","o"],
["authorization_scopes","authorizationScopes","ts","o"],
["authorization_type","authorizationType","s","o"],
["authorizer_id","authorizerId","s","o"],
["id","id","s","oc"],
["model_selection_expression","modelSelectionExpression","s","o"],
["operation_name","operationName","s","o"],
["region","region","s","oc"],
["request_models","requestModels","ms","o"],
["route_key","routeKey","s","r"],
["route_response_selection_expression","routeResponseSelectionExpression","s","o"],
["target","target","s","o"],
["request_parameter","requestParameter","T1","o"]]],
["b",[
["request_parameter_key","requestParameterKey","s","r"],
["required","required","b","r"]]]],
"structs":[
["Apigatewayv2RouteRequestParameter",1,"l"]],
"rules":[
[0,"authorization_type",[["one_of","eo","AWS_IAM","CUSTOM","JWT","NONE"]]],
[0,"operation_name",[["length","eo",1,64]]],
[0,"target",[["length","eo",1,128]]]],
"imports":["e",["{api_id}/{id}"]]}''', "Apigatewayv2RouteConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
