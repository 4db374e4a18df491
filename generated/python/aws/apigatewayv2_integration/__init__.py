"""Resource `aws_apigatewayv2_integration`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_integration","name":"Apigatewayv2Integration","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["connection_id","connectionId","s","o"],
["connection_type","connectionType","s","o"],
["content_handling_strategy","contentHandlingStrategy","s","o"],
["credentials_arn","credentialsArn","s","o"],
["description","description","s","o"],
["id","id","s","oc"],
["integration_method","integrationMethod","s","o"],
["integration_response_selection_expression","integrationResponseSelectionExpression","s","c"],
["integration_subtype","integrationSubtype","s","o"],
["integration_type","integrationType","s","r"],
["integration_uri","integrationUri","s","o"],
["passthrough_behavior","passthroughBehavior","s","o"],
["payload_format_version","payloadFormatVersion","s","o"],
["region","region","s","oc"],
["request_parameters","requestParameters","ms","o"],
["request_templates","requestTemplates","ms","o"],
["template_selection_expression","templateSelectionExpression","s","o"],
["timeout_milliseconds","timeoutMilliseconds","n","oc"],
["response_parameters","responseParameters","T1","o"],
["tls_config","tlsConfig","L2!","o"]]],
["b",[
["mappings","mappings","ms","r"],
["status_code","statusCode","s","r"]]],
["b",[
["server_name_to_verify","serverNameToVerify","s","o"]]]],
"structs":[
["Apigatewayv2IntegrationResponseParameters",1,"l"],
["Apigatewayv2IntegrationTlsConfig",2,"!"]],
"rules":[
[0,"connection_id",[["length","eo",1,1024]]],
[0,"connection_type",[["one_of","eo","INTERNET","VPC_LINK"]]],
[0,"content_handling_strategy",[["one_of","eo","CONVERT_TO_BINARY","CONVERT_TO_TEXT"]]],
[0,"description",[["length","eo",null,1024]]],
[0,"integration_method",[["one_of","eo","ANY","DELETE","GET","HEAD","OPTIONS","PATCH","POST","PUT"]]],
[0,"integration_subtype",[["length","eo",1,128]]],
[0,"integration_type",[["one_of","eo","AWS","AWS_PROXY","HTTP","HTTP_PROXY","MOCK"]]],
[0,"passthrough_behavior",[["one_of","eo","NEVER","WHEN_NO_MATCH","WHEN_NO_TEMPLATES"]]],
[0,"payload_format_version",[["one_of","eo","1.0","2.0"]]],
[0,"timeout_milliseconds",[["range","eo",50,30000]]],
[1,"status_code",[["pattern","eo","^[2-5][0-9][0-9]$"]]]],
"imports":["e",["{api_id}/{id}"]]}''', "Apigatewayv2IntegrationConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
