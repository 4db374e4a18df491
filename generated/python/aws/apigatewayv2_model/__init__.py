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
"structs":[],
"rules":[
[0,"content_type",[["length","eo",1,256]]],
[0,"description",[["length","eo",1,128]]],
[0,"name",[["length","eo",1,128],["pattern","eo","^[0-9A-Za-z]+$"]]],
[0,"schema",[["length","eo",null,32768]]]],
"imports":["e",["{api_id}/{id}"]]}''', "Apigatewayv2ModelConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
