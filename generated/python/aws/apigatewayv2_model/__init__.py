"""Resource `aws_apigatewayv2_model`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_model","name":"Apigatewayv2Model","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_id","apiId","s","r"],
["content_type","contentType","s","r"],
["description","description","s","o"],
["id","id","s","oc"],
["name","name","s","r"],
["region","region","s","oc"],
["schema","schema","s","r"]]]],
"structs":[]}''', "Apigatewayv2ModelConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
