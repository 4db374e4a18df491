"""Resource `aws_apigatewayv2_vpc_link`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_vpc_link","name":"Apigatewayv2VpcLink","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["arn","arn","s","c"],
["id","id","s","oc"],
["name","name","s","r"],
["region","region","s","oc"],
["security_group_ids","securityGroupIds","ts","r"],
["subnet_ids","subnetIds","ts","r"],
["tags","tags","ms","o"],
["tags_all","tagsAll","ms","oc"]]]],
"structs":[],
"rules":[
[0,"name",[["length","eo",1,128]]]],
"imports":["e",["{id}"]]}''', "Apigatewayv2VpcLinkConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
