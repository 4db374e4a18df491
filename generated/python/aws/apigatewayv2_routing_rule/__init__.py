"""Resource `aws_apigatewayv2_routing_rule`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_routing_rule","name":"Apigatewayv2RoutingRule","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["domain_name","domainName","s","r"],
["priority","priority","n","r"],
["region","region","s","oc"],
["routing_rule_arn","routingRuleArn","s","c"],
["routing_rule_id","routingRuleId","s","c"],
["action","action","L1","o"],
["condition","condition","L3","o"]]],
["b",[
["invoke_api","invokeApi","L2","o"]]],
["b",[
["api_id","apiId","s","r"],
["stage","stage","s","r"],
["strip_base_path","stripBasePath","b","o"]]],
["b",[
["match_base_paths","matchBasePaths","L4","o"],
["match_headers","matchHeaders","L5","o"]]],
["b",[
["any_of","anyOf","ts","r"]]],
["b",[
["any_of","anyOf","L6","o"]]],
["b",[
["header","header","s","r"],
["value_glob","valueGlob","s","r"]]]],
"structs":[
["Apigatewayv2RoutingRuleActionInvokeApi",2,"l"],
["Apigatewayv2RoutingRuleAction",1,"l"],
["Apigatewayv2RoutingRuleConditionMatchBasePaths",4,"l"],
["Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf",6,"l"],
["Apigatewayv2RoutingRuleConditionMatchHeaders",5,"l"],
["Apigatewayv2RoutingRuleCondition",3,"l"]],
"rules":[
[0,"domain_name",[["length","eo",1,512]]],
[0,"priority",[["range","eo",1,1000000]]],
[0,"action",[["min_items","eo",1],["max_items","eo",1]]],
[0,"condition",[["min_items","eo",1],["max_items","eo",3]]],
[1,"invoke_api",[["min_items","eo",1],["max_items","eo",1]]],
[3,"match_base_paths",[["max_items","eo",1]]],
[3,"match_headers",[["max_items","eo",1]]],
[5,"any_of",[["min_items","eo",1],["max_items","eo",1]]],
[6,"header",[["length","eo",null,40]]],
[6,"value_glob",[["length","eo",null,128]]]],
"imports":["e",["arn:{partition}:apigateway:{region}:{account_id}:/domainnames/{domain_name}/routingrules/{routing_rule_id}"]]}''', "Apigatewayv2RoutingRuleConfig", positional=("scope", "id"))
__getattr__ = _module.attribute
__dir__ = _module.names
