"""Resource `aws_apigatewayv2_deployment`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_deployment","name":"Apigatewayv2Deployment","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["auto_deployed","autoDeployed","b","c"],
["description","description","s","o"],
["id","id","s","oc"],
["region","region","s","oc"],
["triggers","triggers","ms","o"]]]],
"structs":[],
"rules":[
[0,"description",[["length","eo",null,1024]]]],
"imports":["e",["{api_id}/{id}"]]}''', "Apigatewayv2DeploymentConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
