"""Resource `aws_apigatewayv2_api_mapping`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_api_mapping","name":"Apigatewayv2ApiMapping","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["api_mapping_key","apiMappingKey","s","o"],
["domain_name","domainName","s","r"],
["id","id","s","oc"],
["region","region","s","oc"],
["stage","stage","s","r"]]]],
"structs":[],
"imports":["e",["{id}/{domain_name}"]]}''', "Apigatewayv2ApiMappingConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
