"""Resource `terraform_data`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"terraform_data","name":"Data","provider":["terraform",null,null,"terraform.io/builtin/terraform"],
"shapes":[
["b",[
["id","id","s","c"],
["input","input","a","o"],
["output","output","a","c"],
["triggers_replace","triggersReplace","a","o"]]]],
"structs":[],
"imports":["e",["{id}"]]}''', "DataConfig", positional=("scope", "id"))
__getattr__ = _module.attribute
__dir__ = _module.names
