"""Makes the classes of a module from its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, Signature
from typing import Any, Optional

import jsii

from .library import library
from .objects import (
    Struct,
    TableDataSource,
    TableList,
    TableMap,
    TableMapList,
    TableObject,
    TableProvider,
    TableResource,
)
from .problems import Problems
from .table import Field, Nested, Shape, to_javascript

Find = Callable[[str], Any]


def struct_class(name: str, shape: Shape, bases: tuple[type, ...] = (Struct,)) -> Any:
    """The class of a nested block's or object's values."""
    body: dict[str, Any] = {"_shape": shape, "__init__": _signed(_struct_init, shape, ["self"])}
    for keyword in shape.keywords:
        body[keyword] = property(lambda self, keyword=keyword: self._values.get(keyword))
    return type(name, bases, body)


def _struct_init(self: Any, /, **values: Any) -> None:
    Struct.__init__(self, **values)


def _signed(function: Any, shape: Shape | None, leading: Sequence[str], further: Sequence[str] = ()) -> Any:
    """A function of its own with the signature that `help()` and editors show."""
    required = [name for name, field in (shape.keywords.items() if shape else ()) if field.required]
    optional = [name for name, field in (shape.keywords.items() if shape else ()) if not field.required]
    ...


def _member(field: Field, find: Find) -> property:
    """The getter and, where a program sets the field, the setter."""
