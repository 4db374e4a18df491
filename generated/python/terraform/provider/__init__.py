"""Configuration of the provider `terraform`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"provider","type":"terraform","name":"TerraformProvider","provider":["terraform",null,null,"terraform.io/builtin/terraform"],
"shapes":[
["b",[
["alias","alias","s","o"]]]],
"structs":[]}''', "TerraformProviderConfig", positional=("scope", "id"), functions=("provider_functions", "TerraformProviderFunctions"))
__getattr__ = _module.attribute
__dir__ = _module.names
