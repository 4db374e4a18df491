{{ doc }}

from .. import ferroform

_module = ferroform.Module(__name__, r'''{{ table }}''', {{ config }}
{%- for argument in arguments %}, {{ argument }}{% endfor %})
__getattr__ = _module.attribute
__dir__ = _module.names
