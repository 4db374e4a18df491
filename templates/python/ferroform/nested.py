"""Classes of references to nested blocks and objects, and of collections of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .kernel import kernel
from .members import adopt, members
from .objects import Bridge, TableList, TableMap, TableMapList, TableObject
from .problems import Problems
from .signatures import signed
from .table import Nested, to_javascript
from .types import List, Map, Object, Type

if TYPE_CHECKING:
    from .module import Module

_PARENT = ["self", "terraform_resource", "terraform_attribute"]
_ITEM = {"l": ["complex_object_index", "complex_object_is_from_set"], "m": ["complex_object_key"]}


def reference_class(module: Module, nested: Nested) -> Any:
    """The class of references to one nested block or object."""
    further = _ITEM.get(nested.nesting[-1:].replace("t", "l"), [])
    body = members(nested.name + nested.endings[0], nested.shape, module.find)
    return _class(module, nested, 0, TableObject, _PARENT + further, body, Object(nested))


def collection_class(module: Module, nested: Nested, level: int) -> Any:
    """The class of references to a collection; ``level`` counts from the innermost one, which is 1."""
    chain = nested.nesting[::-1]
    is_map = chain[level - 1] == "m"
    base = TableMap if is_map else TableList if level == 1 else TableMapList
    item = nested.name + nested.endings[level - 1]

    def get(self: Any, at: Any) -> Any:
        return adopt(kernel.invoke(self, "get", [at]), item, module.find)

    body = {"get": signed(get, ["self", "key" if is_map else "index"])}
    value: Type = Object(nested)
    for kind in chain[:level]:
        value = Map(value) if kind == "m" else List(value)
    parameters = _PARENT + ([] if is_map else ["wraps_set"])
    return _class(module, nested, level, base, parameters, body, value if nested.assignable else None)


def _class(
    module: Module,
    nested: Nested,
    level: int,
    base: Any,
    parameters: list[str],
    body: dict[str, Any],
    value: Type | None,
) -> Any:
    ending = nested.endings[level]
    name, shared = nested.name + ending, nested.shared + ending

    def __init__(self: Any, *arguments: Any, **named: Any) -> None:
        given = dict(zip(parameters[1:], arguments), **named)
        if set(given) != set(parameters[1:]):
            raise TypeError(f"{name}: expected the arguments {', '.join(parameters[1:])}")
        ordered = [given[parameter] for parameter in parameters[1:]]
        self.__jsii_ref__ = Bridge.call("objectOf", module.key, shared, ordered).__jsii_ref__

    made = {"__module__": module.name, "__init__": signed(__init__, parameters), **body}
    if value:
        made["internal_value"] = _internal_value(name, value)
    return type(base)(name, (base,), made)


def _internal_value(name: str, type_: Type) -> property:
    """What a program gave for the whole block, object or collection."""

    def setter(self: Any, value: Any) -> None:
        problems = Problems()
        checked = None if value is None else type_.check(value, "internal_value", problems)
        problems.settle(name)
        kernel.set(self, "internalValue", to_javascript(checked))

    return property(lambda self: type_.read(kernel.get(self, "internalValue")), setter)
