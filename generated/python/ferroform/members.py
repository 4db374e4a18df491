"""The members that constructs and references to nested objects share: one set for each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .kernel import kernel
from .problems import Problems
from .signatures import signed
from .table import Field, Shape, to_javascript
from .types import Object

# Finds a class of the module by its name.
Find = Callable[[str], Any]


def members(owner: str, shape: Shape, find: Find) -> dict[str, Any]:
    """Getters, setters, inputs, `put_…` and `reset_…` of all fields."""
    body: dict[str, Any] = {}
    for field in shape.fields:
        setter = _setter(owner, field)
        is_assigned = field.settable and not field.nested
        body[field.name] = property(_getter(field, find), setter if is_assigned else None)
        if field.settable:
            body[field.input] = property(_input(field))
            if field.nested:
                body[field.put] = _put(owner, field, setter)
            if not field.required:
                body[field.reset] = _reset(field)
    return body


def adopt(reference: Any, name: str, find: Find) -> Any:
    """Gives what JavaScript returned the class that the module has for it."""
    # jsii knows the JavaScript runtime's classes only; the module's stand on them and add nothing to an instance.
    reference.__class__ = find(name)
    return reference


def _getter(field: Field, find: Find) -> Callable[[Any], Any]:
    method, arguments = "resolvable_field" if field.resolvable else "get_field", [field.property]
    if field.nested:
        name = field.nested.outermost
        return lambda self: adopt(kernel.invoke(self, method, arguments), name, find)
    read = field.type.read
    return lambda self: read(kernel.invoke(self, method, arguments))


def _input(field: Field) -> Callable[[Any], Any]:
    read, arguments = field.type.read, [field.property]
    return lambda self: read(kernel.invoke(self, "input_field", arguments))


def _setter(owner: str, field: Field) -> Callable[[Any, Any], None]:
    def setter(self: Any, value: Any) -> None:
        problems = Problems()
        problems.hidden = field.secret
        checked = field.type.check(value, field.name, problems)
        problems.settle(owner)
        kernel.invoke(self, "set_field", [field.property, to_javascript(checked)])

    return setter


def _put(owner: str, field: Field, setter: Callable[[Any, Any], None]) -> Any:
    type_ = field.type
    if not isinstance(type_, Object):

        def put_all(self: Any, value: Any) -> None:
            setter(self, value)

        return signed(put_all, ["self", "value"])

    def put(self: Any, /, **values: Any) -> None:
        setter(self, type_.object.struct(**values))

    return signed(put, ["self"], type_.object.shape)


def _reset(field: Field) -> Callable[[Any], None]:
    def reset(self: Any) -> None:
        kernel.invoke(self, "reset_field", [field.property])

    return reset
