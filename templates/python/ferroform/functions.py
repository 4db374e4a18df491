"""The functions of a provider, from the same table as JavaScript's, with Python's names."""

from __future__ import annotations

import importlib
import json
import sys
from inspect import Parameter, Signature
from typing import Any

from .library import library
from .problems import Problems
from .table import to_javascript, type_of
from .types import is_list

# What the library makes of a result, by its type code. What is not here stays an expression.
_RESULTS = {
    "s": "as_string",
    "n": "as_number",
    "ls": "as_list",
    "ts": "as_list",
    "ln": "as_number_list",
    "tn": "as_number_list",
    "ms": "as_string_map",
    "mn": "as_number_map",
    "mb": "as_boolean_map",
}


class Functions:
    """The module of a provider's functions, which are methods of one class."""

    def __init__(self, name: str, table: str) -> None:
        self._name = name
        self._table = json.loads(table)

    def names(self) -> list[str]:
        """The name of the class."""
        return [self._table["name"]]

    def attribute(self, name: str) -> Any:
        """The module's `__getattr__`."""
        if name == "__all__":
            return self.names()
        if name not in self.names():
            raise AttributeError(f"module {self._name!r} has no attribute {name!r}")
        return sys.modules[self._name].__dict__.setdefault(name, self._make(name))

    def _make(self, name: str) -> Any:
        def __init__(self: Any, provider_local_name: Any) -> None:
            if not isinstance(provider_local_name, str):
                problems = Problems()
                problems.wrong("provider_local_name", "a string", provider_local_name)
                problems.settle(name)
            self._provider_local_name = provider_local_name

        methods = {row[1]: _function(name, *row) for row in self._table["functions"]}
        return type(name, (), {"__module__": self._name, "__init__": __init__, **methods})


class _Parameter:
    """A parameter of a function."""

    def __init__(self, name: str, code: str, flags: str) -> None:
        self.name = name
        self.type = type_of(code)
        self.takes_null = "n" in flags
        self.optional = "o" in flags
        # Whether it is a list of all further arguments.
        self.takes_rest = "v" in flags

    def check(self, value: Any, problems: Problems) -> Any:
        """The value as JavaScript takes it."""
        if not self.takes_rest:
            return self._check(value, self.name, problems)
        if not is_list(value):
            problems.wrong(self.name, f"a list, each item {self.type.expected}", value)
            return []
        return [self._check(item, f"{self.name}[{index}]", problems) for index, item in enumerate(value)]

    def _check(self, value: Any, place: str, problems: Problems) -> Any:
        if value is None and self.takes_null:
            return None
        return to_javascript(self.type.check(value, place, problems))

    @property
    def signature(self) -> Parameter:
        """What `help()` and editors show."""
        default = None if self.optional else Parameter.empty
        return Parameter(self.name, Parameter.POSITIONAL_OR_KEYWORD, default=default)


def _function(owner: str, terraform_name: str, method: str, code: str, rows: list[list[str]]) -> Any:
    parameters = [_Parameter(*row) for row in rows]
    of_self = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
    signature = Signature([of_self, *(parameter.signature for parameter in parameters)])
    result = _RESULTS.get(code, "as_any_map" if code.startswith("m") else None)

    def function(*given: Any, **named: Any) -> Any:
        try:
            bound = signature.bind(*given, **named)
        except TypeError as error:
            raise TypeError(f"{owner}.{method}: {error}") from None
        bound.apply_defaults()
        self, *values = bound.args
        problems = Problems()
        arguments = [parameter.check(value, problems) for parameter, value in zip(parameters, values)]
        problems.settle(f"{owner}.{method}")
        if parameters and parameters[-1].takes_rest:
            arguments.extend(arguments.pop())
        call = library.TerraformProviderFunction.invoke(self._provider_local_name, terraform_name, arguments)
        return getattr(library.Token, result)(call) if result else call

    function.__name__ = method
    function.__signature__ = signature  # type: ignore[attr-defined]
    return function


def functions_getter(module: str, functions: tuple[str, str]) -> property:
    """The property of a provider's configuration that has its functions: a class of the module beside ``module``."""
    beside, name = functions

    def getter(self: Any) -> Any:
        if "_functions" not in self.__dict__:
            found = importlib.import_module(f"{module.rpartition('.')[0]}.{beside}")
            self._functions = getattr(found, name)(self.terraform_resource_type)
        return self._functions

    return property(getter)
