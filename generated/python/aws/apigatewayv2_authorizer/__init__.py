"""Resource `aws_apigatewayv2_authorizer`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_authorizer","name":"Apigatewayv2Authorizer","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["authorizer_credentials_arn","authorizerCredentialsArn","s","o"],
["authorizer_payload_format_version","authorizerPayloadFormatVersion","s","o"],
["authorizer_result_ttl_in_seconds","authorizerResultTtlInSeconds","n","oc"],
["authorizer_type","authorizerType","s","r"],
["authorizer_uri","authorizerUri","s","o"],
["enable_simple_responses","enableSimpleResponses","b","o"],
["id","id","s","oc"],
["identity_sources","identitySources","ts","o"],
["name","name","s","r"],
["region","region","s","oc"],
["jwt_configuration","jwtConfiguration","L1!","o"],
["timeouts","timeouts","S2","o"]]],
["b",[
["audience","audience","ts","o"],
["issuer","issuer","s","o"]]],
["b",[
["delete","delete","s","o"]]]],
"structs":[
["Apigatewayv2AuthorizerJwtConfiguration",1,"!"],
["Apigatewayv2AuthorizerTimeouts",2,""]],
"rules":[
[0,"authorizer_payload_format_version",[["one_of","eo","1.0","2.0"]]],
[0,"authorizer_result_ttl_in_seconds",[["range","eo",0,3600]]],
[0,"authorizer_type",[["one_of","eo","JWT","REQUEST"]]],
[0,"authorizer_uri",[["length","eo",1,2048]]],
[0,"name",[["length","eo",1,128]]],
[2,"delete",[["pattern","eo","^(0|([0-9.]+(ns|us|\u00b5s|ms|s|m|h))+)$"]]]],
"imports":["e",["{api_id}/{id}"]]}''', "Apigatewayv2AuthorizerConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
