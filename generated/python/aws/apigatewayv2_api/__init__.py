"""Resource `aws_apigatewayv2_api`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_api","name":"Apigatewayv2Api","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_endpoint","apiEndpoint","s","c"],
["api_key_selection_expression","apiKeySelectionExpression","s","o"],
["arn","arn","s","c"],
["body","body","s","o"],
["credentials_arn","credentialsArn","s","o"],
["description","description","s","o"],
["disable_execute_api_endpoint","disableExecuteApiEndpoint","b","o"],
["execution_arn","executionArn","s","c"],
["fail_on_warnings","failOnWarnings","b","o"],
["id","id","s","oc"],
["ip_address_type","ipAddressType","s","oc"],
["name","name","s","r"],
["protocol_type","protocolType","s","r"],
["region","region","s","oc"],
["route_key","routeKey","s","o"],
["route_selection_expression","routeSelectionExpression","s","o"],
["tags","tags","ms","o"],
["tags_all","tagsAll","ms","oc"],
["target","target","s","o"],
["version","version","s","o"],
["cors_configuration","corsConfiguration","L1!","o"]]],
["b",[
["allow_credentials","allowCredentials","b","o"],
["allow_headers","allowHeaders","ts","o"],
["allow_methods","allowMethods","ts","o"],
["allow_origins","allowOrigins","ts","o"],
["expose_headers","exposeHeaders","ts","o"],
["max_age","maxAge","n","o"]]]],
"structs":[
["Apigatewayv2ApiCorsConfiguration",1,"!"]],
"rules":[
[0,"api_key_selection_expression",[["one_of","eo","$context.authorizer.usageIdentifierKey","$request.header.x-api-key"]]],
[0,"description",[["length","eo",null,1024]]],
[0,"ip_address_type",[["one_of","eo","ipv4","dualstack"]]],
[0,"name",[["length","eo",1,128]]],
[0,"protocol_type",[["one_of","eo","HTTP","WEBSOCKET"]]],
[0,"version",[["length","eo",1,64]]],
[1,"max_age",[["range","eo",-1,86400]]]],
"imports":["e",["{id}"]]}''', "Apigatewayv2ApiConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
