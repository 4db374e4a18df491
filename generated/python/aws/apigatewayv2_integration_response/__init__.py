"""Resource `aws_apigatewayv2_integration_response`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_integration_response","name":"Apigatewayv2IntegrationResponse","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["content_handling_strategy","contentHandlingStrategy","s","o"],
["id","id","s","oc"],
["integration_id","integrationId","s","r"],
["integration_response_key","integrationResponseKey","s","r"],
["region","region","s","oc"],
["response_templates","responseTemplates","ms","o"],
["template_selection_expression","templateSelectionExpression","s","o"]]]],
"structs":[],
"rules":[
[0,"content_handling_strategy",[["one_of","eo","CONVERT_TO_BINARY","CONVERT_TO_TEXT"]]]],
"imports":["e",["{api_id}/{integration_id}/{id}"]]}''', "Apigatewayv2IntegrationResponseConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
