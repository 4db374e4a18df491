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
"structs":[]}''', "Apigatewayv2IntegrationResponseConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
