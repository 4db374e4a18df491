"""A generated module: its classes are made when they are first asked for."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from .constructs import construct_class
from .nested import collection_class, reference_class
from .objects import META, Bridge
from .table import Nested, Table
from .values import config_class, struct_class


class Module:
    """The classes of one construct."""

    def __init__(
        self,
        name: str,
        table: str,
        config: str,
        names: Mapping[str, Mapping[str, list[str]]] = {},
        aliases: Mapping[str, Mapping[str, list[str]]] = {},
        outer: Mapping[str, str] = {},
        class_name: str | None = None,
        positional: tuple[str, str] = ("scope", "id_"),
        functions: tuple[str, str] | None = None,
    ) -> None:
        self.name = name
        self._text = table
        self._config = config
        self._names = names
        # Further names of nested classes, by the name that the table has for them: each with the class and field that use it.
        self._aliases = aliases
        # Classes whose values stand for those of others, which are inner levels of the same recursion.
        self._outer = outer
        # What Python calls the construct's class, where the table has a keyword.
        self._class_name = class_name
        # The names of a construct's first two parameters, which must differ from those of its arguments.
        self.positional = positional
        # Of a provider's configuration: the module beside this one, and the class in it, that have its functions.
        self.functions = functions

    @cached_property
    def table(self) -> Table:
        """What is known of the construct."""
        return Table(self, self._text, self._names, self._aliases, self._outer)

    @property
    def class_name(self) -> str:
        """What the construct's class is called."""
        return self._class_name or self.table.name

    @cached_property
    def key(self) -> str:
        """The name under which JavaScript knows the table, which it is told when the first object is made."""
        Bridge.call("register", self.name, self._text)
        return self.name

    @cached_property
    def _nested(self) -> dict[str, tuple[Nested, int]]:
        """Every nested class by its name: what it belongs to, and -1 values, 0 a reference, above a collection."""
        found: dict[str, tuple[Nested, int]] = {}
        for nested in self.table.nested.values():
            for index, name in enumerate([nested.name, *self.table.classes(nested)]):
                found[name] = (nested, index - 1)
        return found

    def names(self) -> list[str]:
        """The names of all classes."""
        return [self.class_name, self._config, *self._nested]

    def find(self, name: str) -> Any:
        """The class of that name."""
        namespace = sys.modules[self.name].__dict__
        if name not in namespace:
            namespace[name] = self._make(name)
        return namespace[name]

    def attribute(self, name: str) -> Any:
        """The module's `__getattr__`."""
        if name == "__all__":
            return self.names()
        if name.startswith("__"):
            raise AttributeError(f"module {self.name!r} has no attribute {name!r}")
        return self.find(name)

    def _make(self, name: str) -> Any:
        table = self.table
        if name == self.class_name:
            return construct_class(self)
        if name == self._config:
            return config_class(self.name, name, table.root, META[table.kind])
        if name not in self._nested:
            raise AttributeError(f"module {self.name!r} has no class {name!r}{_hint(name, self.names())}")
        nested, level = self._nested[name]
        if level < 0:
            return struct_class(self.name, name, nested.shape)
        return reference_class(self, nested) if level == 0 else collection_class(self, nested, level)


class Package:
    """The modules of one provider, imported when they are first asked for."""

    def __init__(self, name: str, path: Iterable[str]) -> None:
        self._name = name
        self._path = path

    def names(self) -> list[str]:
        """The names of all modules."""
        return sorted(module.name for module in pkgutil.iter_modules(self._path))

    def attribute(self, name: str) -> Any:
        """The package's `__getattr__`."""
        if name == "__all__":
            return self.names()
        if not name.startswith("_"):
            try:
                return importlib.import_module(f"{self._name}.{name}")
            except ModuleNotFoundError as error:
                if error.name != f"{self._name}.{name}":
                    raise
        raise AttributeError(f"module {self._name!r} has no attribute {name!r}{_hint(name, self.names())}")


def _hint(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(names), n=1)
    return f"; did you mean {near[0]}?" if near else ""
