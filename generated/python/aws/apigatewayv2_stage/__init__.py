"""Resource `aws_apigatewayv2_stage`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_stage","name":"Apigatewayv2Stage","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["arn","arn","s","c"],
["auto_deploy","autoDeploy","b","o"],
["client_certificate_id","clientCertificateId","s","o"],
["deployment_id","deploymentId","s","oc"],
["description","description","s","o"],
["execution_arn","executionArn","s","c"],
["id","id","s","oc"],
["invoke_url","invokeUrl","s","c"],
["name","name","s","r"],
["region","region","s","oc"],
["stage_variables","stageVariables","ms","o"],
["tags","tags","ms","o"],
["tags_all","tagsAll","ms","oc"],
["access_log_settings","accessLogSettings","L1!","o"],
["default_route_settings","defaultRouteSettings","L2!","o"],
["route_settings","routeSettings","T3","o"]]],
["b",[
["destination_arn","destinationArn","s","r"],
["format","format","s","r"]]],
["b",[
["data_trace_enabled","dataTraceEnabled","b","o"],
["detailed_metrics_enabled","detailedMetricsEnabled","b","o"],
["logging_level","loggingLevel","s","oc"],
["throttling_burst_limit","throttlingBurstLimit","n","o"],
["throttling_rate_limit","throttlingRateLimit","n","o"]]],
["b",[
["data_trace_enabled","dataTraceEnabled","b","o"],
["detailed_metrics_enabled","detailedMetricsEnabled","b","o"],
["logging_level","loggingLevel","s","oc"],
["route_key","routeKey","s","r"],
["throttling_burst_limit","throttlingBurstLimit","n","o"],
["throttling_rate_limit","throttlingRateLimit","n","o"]]]],
"structs":[
["Apigatewayv2StageAccessLogSettings",1,"!"],
["Apigatewayv2StageDefaultRouteSettings",2,"!"],
["Apigatewayv2StageRouteSettings",3,"l"]],
"rules":[
[0,"description",[["length","eo",null,1024]]],
[0,"name",[["length","eo",1,128],["pattern","eo","^([0-9A-Za-z_-]+|\\$default)$"]]],
[1,"destination_arn",[["pattern","eo","^arn:aws[a-z-]*:"]]],
[2,"logging_level",[["one_of","eo","ERROR","INFO","OFF"]]],
[3,"logging_level",[["one_of","eo","ERROR","INFO","OFF"]]]],
"imports":["e",["{api_id}/{name}"]]}''', "Apigatewayv2StageConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
