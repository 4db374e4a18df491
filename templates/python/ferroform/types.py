"""The types of arguments: what a program may give, what goes to JavaScript, what comes back.

Values are checked in Python, because here an error can name the argument. References and tokens pass everywhere: what
they are is known only when Terraform runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jsii._reference_map import InterfaceDynamicProxy

from .problems import Problems

if TYPE_CHECKING:
    from .table import Nested, Shape


def is_reference(value: object) -> bool:
    """Whether the value is resolved later: a token, a function call, another construct's attribute."""
    return isinstance(value, InterfaceDynamicProxy) or callable(getattr(value, "resolve", None))


def is_list(value: object) -> bool:
    """Whether the value is a list or something like it, which a string is not."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def is_map(value: object) -> bool:
    """Whether the value is a dict or something like it."""
    return isinstance(value, Mapping)


class Type:
    """A type that takes any value."""

    expected = "a value"
    # What makes a reference of this type from one in a string, which functions and iterators give.
    token = "Token.as_any"
    # The nested class behind the type, through any number of collections.
    nested: Nested | None = None

    def resolvable(self, settable: bool) -> bool:
        """Whether a getter gives an `IResolvable` and nothing more."""
        return False

    def check(self, value: Any, place: str, problems: Problems) -> Any:
        """The value, dicts as the classes they stand for; what is wrong with it goes to ``problems``."""
        if not self.accepts(value) and not is_reference(value):
            problems.wrong(place, self.expected, value, self.token)
        return value

    def accepts(self, value: Any) -> bool:
        """Whether the value, which is no reference, is of this type."""
        return True

    def read(self, value: Any) -> Any:
        """An input as JavaScript keeps it, in Python's classes."""
        return value


class Text(Type):
    """A string."""

    expected = "a string"

    def accepts(self, value: Any) -> bool:
        return isinstance(value, str)


class Number(Type):
    """A number. `True` and `False` are numbers to Python and not to Terraform."""

    expected = "a number"
    token = "Token.as_number"

    def accepts(self, value: Any) -> bool:
        return isinstance(value, (int, float)) and not isinstance(value, bool)


class Bool(Type):
    """`True` or `False`."""

    expected = "True or False"

    def resolvable(self, settable: bool) -> bool:
        return True

    def accepts(self, value: Any) -> bool:
        return isinstance(value, bool)


class List(Type):
    """A list or a set; Terraform's sets are lists in programs."""

    def __init__(self, element: Type) -> None:
        self.element = element
        self.nested = element.nested
        self.expected = f"a list, each item {element.expected}"
        self.token = {"Text": "Token.as_list", "Number": "Token.as_number_list"}.get(type(element).__name__, self.token)

    def resolvable(self, settable: bool) -> bool:
        return settable and not self.nested and not isinstance(self.element, (Text, Number))

    def check(self, value: Any, place: str, problems: Problems) -> Any:
        if not is_list(value):
            return super().check(value, place, problems)
        check = self.element.check
        return [check(item, f"{place}[{index}]", problems) for index, item in enumerate(value)]

    def accepts(self, value: Any) -> bool:
        return False

    def read(self, value: Any) -> Any:
        return [self.element.read(item) for item in value] if is_list(value) else value


class Map(Type):
    """Values under string keys."""

    def __init__(self, element: Type) -> None:
        self.element = element
        self.nested = element.nested
        self.expected = f"a dict with string keys, each value {element.expected}"
        self.token = {
            "Text": "Token.as_string_map",
            "Number": "Token.as_number_map",
            "Bool": "Token.as_boolean_map",
            "Type": "Token.as_any_map",
        }.get(type(element).__name__, self.token)

    def resolvable(self, settable: bool) -> bool:
        return settable and not self.nested and isinstance(self.element, (List, Map, Tuple))

    def check(self, value: Any, place: str, problems: Problems) -> Any:
        if not is_map(value):
            return super().check(value, place, problems)
        checked: dict[str, Any] = {}
        for key, item in value.items():
            if isinstance(key, str):
                checked[key] = self.element.check(item, f'{place}["{key}"]', problems)
            else:
                problems.wrong(f"a key of {place}", "a string", key)
        return checked

    def accepts(self, value: Any) -> bool:
        return False

    def read(self, value: Any) -> Any:
        return {key: self.element.read(item) for key, item in value.items()} if is_map(value) else value


class Tuple(Type):
    """A fixed number of values, each of its own type."""

    def __init__(self, elements: list[Type]) -> None:
        self.elements = elements
        self.expected = f"a list of {len(elements)} items"

    def resolvable(self, settable: bool) -> bool:
        return True

    def check(self, value: Any, place: str, problems: Problems) -> Any:
        if not is_list(value) or len(value) != len(self.elements):
            return super().check(value, place, problems)
        return [
            element.check(item, f"{place}[{index}]", problems)
            for index, (element, item) in enumerate(zip(self.elements, value))
        ]

    def accepts(self, value: Any) -> bool:
        return False


class Object(Type):
    """A nested block or object: an instance of its class, or a dict with the same keywords."""

    def __init__(self, nested: Nested) -> None:
        self.nested = self.object = nested
        self.expected = f"{nested.name} or a dict"

    def check(self, value: Any, place: str, problems: Problems) -> Any:
        levels = (self.object.outer or self.object).levels
        if not self.accepts(value) and any(_is_of(value, level) for level in levels):
            value = value._values
        if is_map(value):
            return self.object.struct._checked(value, place + ".", problems)
        return super().check(value, place, problems)

    def accepts(self, value: Any) -> bool:
        return _is_of(value, self.object)

    def read(self, value: Any) -> Any:
        return self.object.struct._read(value) if is_map(value) else value


def _is_of(value: object, nested: Nested) -> bool:
    """Whether the value is an instance of a class of that shape."""
    shape: Shape | None = getattr(value, "_shape", None)
    return shape is not None and shape.rows is nested.shape.rows
