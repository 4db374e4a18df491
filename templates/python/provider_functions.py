{{ doc }}

from .. import ferroform

_module = ferroform.Functions(__name__, r'''{{ table }}''')
__getattr__ = _module.attribute
__dir__ = _module.names
