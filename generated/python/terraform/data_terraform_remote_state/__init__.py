"""Data source `terraform_remote_state`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"data","type":"terraform_remote_state","name":"DataTerraformRemoteState","provider":["terraform",null,null,"terraform.io/builtin/terraform"],
"shapes":[
["b",[
["backend","backend","s","r"],
["config","config","a","o"],
["defaults","defaults","a","o"],
["outputs","outputs","a","c"],
["workspace","workspace","s","o"]]]],
"structs":[]}''', "DataTerraformRemoteStateConfig", positional=("scope", "id"))
__getattr__ = _module.attribute
__dir__ = _module.names
