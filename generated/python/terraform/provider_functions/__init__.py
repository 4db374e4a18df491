"""The functions of the provider terraform (Terraform 1.8)."""

from .. import ferroform

_module = ferroform.Functions(__name__, r'''{"name":"TerraformProviderFunctions","functions":[
["decode_tfvars","decode_tfvars","a",[["src","s",""]]],
["encode_expr","encode_expr","s",[["value","a",""]]],
["encode_tfvars","encode_tfvars","s",[["value","a",""]]]]}''')
__getattr__ = _module.attribute
__dir__ = _module.names
