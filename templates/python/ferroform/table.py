"""Reads the table of a construct: what its fields are called and of what type they are.

The same table is what the JavaScript runtime turns into classes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .problems import Problems
from .types import Bool, List, Map, Number, Object, Text, Tuple, Type, is_list, is_map

if TYPE_CHECKING:
    from .module import Module

_PRIMITIVES: dict[str, Type] = {"s": Text(), "n": Number(), "b": Bool(), "a": Type()}
_OBJECT = re.compile(r"([ltm]*)([LTMSGo])(\d+)(!?)")


class Field:
    """An attribute or nested block."""

    __slots__ = ("input", "name", "nested", "property", "put", "required", "reset", "resolvable", "secret", "settable", "type")

    def __init__(self, row: list[Any], names: list[str] | None, type_: Type, provider: bool) -> None:
        name: str = row[0]
        flags: str = row[3]
        # The name in JavaScript.
        self.property: str = row[1]
        # Names in Python: the argument and attribute, and the members that belong to it.
        usual = [name, f"{name}_input", f"put_{name}", f"reset_{name}"]
        self.name, self.input, self.put, self.reset = names or usual
        self.type = type_
        self.required = "r" in flags
        self.settable = self.required or "o" in flags
        # The class of references. A provider's attributes hold what was set, others give references.
        self.nested = None if provider else type_.nested
        # Whether values must not be shown.
        self.secret = "s" in flags or "w" in flags
        # Whether the getter gives an `IResolvable` and nothing more.
        self.resolvable = not provider and type_.resolvable(self.settable)


class Shape:
    """The fields of a construct, a nested block or an object."""

    def __init__(self, rows: list[Any], fields: list[Field]) -> None:
        # Shapes that differ in the names of nested classes only have the same rows.
        self.rows = rows
        self.fields = fields
        # What a program can set.
        self.keywords = {field.name: field for field in fields if field.settable}
        self._python_names = {field.property: name for name, field in self.keywords.items()}

    def python_names(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A dict under Python's names, where it has JavaScript's: jsii knows no others in dicts within lists."""
        names = self._python_names
        return {name if name in self.keywords else names.get(name, name): value for name, value in given.items()}

    def check(
        self, given: Mapping[str, Any], prefix: str, problems: Problems, further: Iterable[str] = ()
    ) -> dict[str, Any]:
        """The arguments that are given, under their Python names. `None` is an argument that is not given.

        ``further`` names arguments that are allowed and have been taken away.
        """
        checked: dict[str, Any] = {}
        for name, value in given.items():
            field = self.keywords.get(name)
            if field is None:
                problems.unknown(f"{prefix}{name}", name, [*self.keywords, *further])
            elif value is not None:
                hidden = problems.hidden
                problems.hidden = hidden or field.secret
                checked[name] = field.type.check(value, f"{prefix}{name}", problems)
                problems.hidden = hidden
        for name, field in self.keywords.items():
            if field.required and name not in checked:
                problems.missing(f"{prefix}{name}", field.type.expected)
        return checked

    def write(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Checked values as JavaScript takes them."""
        keywords = self.keywords
        return {keywords[name].property: to_javascript(value) for name, value in values.items() if name in keywords}

    def read(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values as JavaScript keeps them, under their Python names and nested ones in their classes."""
        return {
            name: field.type.read(values[field.property])
            for name, field in self.keywords.items()
            if values.get(field.property) is not None
        }

    def shown(self, values: Mapping[str, Any]) -> str:
        """Values as they are printed."""
        secret = {name for name in values if name in self.keywords and self.keywords[name].secret}
        return ", ".join(f"{name}={'(sensitive)' if name in secret else repr(values[name])}" for name in values)


def to_javascript(value: Any) -> Any:
    """A checked value without Python's classes."""
    shape = getattr(value, "_shape", None)
    if shape is not None:
        return shape.write(value._values)
    if is_list(value):
        return [to_javascript(item) for item in value]
    if is_map(value):
        return {key: to_javascript(item) for key, item in value.items()}
    return value


class Nested:
    """The classes of a nested block or object: those of one of its names, if it has several."""

    def __init__(self, name: str, row: list[Any], table: Table) -> None:
        self.name = name
        # The name under which JavaScript knows it.
        self.shared: str = row[0]
        self._index: int = row[1]
        # How values are collected: `l` list or set, `m` map, outermost first; `!` one block of a list.
        self.nesting: str = row[2]
        # Whether only the provider sets what the block or object belongs to.
        self.computed = len(row) > 3
        # `cdktn`'s own bindings have one class for all levels of a recursion: that of the outermost one, and what it stands for.
        self.outer: Nested | None = None
        self.levels = [self]
        self._table = table

    @property
    def assignable(self) -> bool:
        """Whether a program can give a value."""
        return not self.computed or bool(self.shape.keywords)

    @cached_property
    def shape(self) -> Shape:
        """The fields."""
        return self._table.shape(self._index, self.name)

    @property
    def struct(self) -> Any:
        """The class of values."""
        return self._table.module.find(self.name)

    @property
    def endings(self) -> list[str]:
        """What the names of the classes of references end in: to one block or object, then to collections outwards."""
        endings, collected = ["OutputReference"], ""
        for level in reversed(self.nesting.strip("!")):
            collected += "Map" if level == "m" else "List"
            endings.append(collected)
        return endings

    @property
    def outermost(self) -> str:
        """The name of the class that a getter of a construct returns."""
        return self.name + self.endings[-1]


class Table:
    """What is known of a construct."""

    def __init__(
        self,
        module: Module,
        text: str,
        names: Mapping[str, Mapping[str, list[str]]],
        aliases: Mapping[str, Mapping[str, list[str]]],
        outer: Mapping[str, str],
    ) -> None:
        table = json.loads(text)
        self.module = module
        self.kind: str = table["kind"]
        self.type: str = table["type"]
        self.name: str = table["name"]
        self._rows: list[Any] = table["shapes"]
        self._names = names
        self._shapes: dict[tuple[int, str], Shape] = {}
        self.nested: dict[str, Nested] = {}
        self._uses: dict[tuple[int, str, bool], Nested] = {}
        # The nested classes that are not called as the table says, by the class and the field that use them.
        self._places: dict[tuple[str, str], Nested] = {}
        for row in table["structs"]:
            nested = self.nested[row[0]] = Nested(row[0], row, self)
            self._uses[row[1], row[2], nested.computed] = nested
            for alias, (owner, field) in aliases.get(row[0], {}).items():
                self.nested[alias] = self._places[owner, field] = Nested(alias, row, self)
        for inner, name in outer.items():
            self.nested[inner].outer = self.nested[name]
            self.nested[name].levels.append(self.nested[inner])

    def classes(self, nested: Nested) -> list[str]:
        """The names of the classes of references to a nested block or object; a provider's can be referred to nowhere."""
        return [] if self.kind == "provider" else [nested.name + ending for ending in nested.endings]

    @cached_property
    def root(self) -> Shape:
        """The fields of the construct itself."""
        return self.shape(0, self.name)

    def shape(self, index: int, owner: str) -> Shape:
        """The shape of that index; ``owner`` is the class that has it."""
        key = index, owner
        if key not in self._shapes:
            names = self._names.get(str(index), {})
            rows = self._rows[index][1]
            self._shapes[key] = Shape(rows, [self._field(row, names.get(row[1]), owner) for row in rows])
        return self._shapes[key]

    def _field(self, row: list[Any], names: list[str] | None, owner: str) -> Field:
        settable = "r" in row[3] or "o" in row[3]
        place = self._places.get((owner, row[0]))
        return Field(row, names, self._type(row[2], not settable, place), self.kind == "provider")

    def _type(self, code: str, computed: bool, nested: Nested | None) -> Type:
        """The type behind a code; ``computed`` and ``nested``, if given, tell nested classes of the same shape apart."""
        match = _OBJECT.fullmatch(code)
        if match:
            chain, origin, shape, single = match.groups()
            return self._object(int(shape), "!" if single else chain + _COLLECTED.get(origin, ""), computed, nested)
        return type_of(code, lambda code: self._type(code, computed, nested))

    def _object(self, shape: int, nesting: str, computed: bool, nested: Nested | None) -> Type:
        # Only inside other collections is a set told from a list.
        nesting = "l" + nesting[1:] if nesting.startswith("t") else nesting
        type_: Type = Object(nested or self._uses[shape, nesting, computed])
        for level in reversed(nesting.strip("!")):
            type_ = Map(type_) if level == "m" else List(type_)
        return type_


_COLLECTED = {"L": "l", "T": "t", "M": "m"}


def type_of(code: str, inner: Callable[[str], Type] | None = None) -> Type:
    """The type behind a code that is no object; ``inner`` finds those within it."""
    inner = inner or type_of
    head, rest = code[0], code[1:]
    if head == "m":
        return Map(inner(rest))
    if head in "lt":
        return List(inner(rest))
    if head == "u":
        return Tuple([inner(element) for element in _elements(rest)])
    return _PRIMITIVES[head]


def _elements(code: str) -> list[str]:
    """The codes between the brackets of a tuple."""
    elements: list[str] = []
    depth, start = 0, 1
    for index, letter in enumerate(code):
        depth += (letter == "(") - (letter == ")")
        if (letter == "," and depth == 1) or depth == 0:
            elements.append(code[start:index])
            start = index + 1
    return elements
