"""Values with named parts: the arguments of nested blocks and objects, and of whole constructs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from .objects import Bridge
from .problems import Problems
from .signatures import signed
from .table import Shape


class Struct:
    """The base class of values."""

    # jsii takes a value for an object of its own, and `__jsii_ref__` makes it one.
    __jsii_type__ = "Object"
    _shape: ClassVar[Shape]
    _values: dict[str, Any]

    @classmethod
    def _checked(cls, values: Mapping[str, Any], place: str, problems: Problems) -> Struct:
        """A value from a dict that stands for it."""
        self = cls.__new__(cls)
        self._values = cls._shape.check(cls._shape.python_names(values), place, problems)
        return self

    @classmethod
    def _read(cls, values: Mapping[str, Any]) -> Struct:
        """A value as JavaScript keeps it."""
        self = cls.__new__(cls)
        self._values = cls._shape.read(values)
        return self

    @property
    def __jsii_ref__(self) -> Any:
        """A copy on JavaScript's side, for where a value goes to jsii as it is: an output, a function's argument."""
        return Bridge.call("keep", self._shape.write(self._values)).__jsii_ref__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and other._values == self._values

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._shape.shown(self._values)})"


def struct_class(module: str, name: str, shape: Shape) -> Any:
    """The class of a nested block's or object's arguments."""

    def __init__(self: Any, /, **values: Any) -> None:
        problems = Problems()
        self._values = shape.check(values, "", problems)
        problems.settle(name)

    return _class(module, name, (Struct,), shape, signed(__init__, ["self"], shape))


def config_class(module: str, name: str, shape: Shape, meta: Any) -> Any:
    """The class of a construct's arguments; ``meta`` is the library's class of meta-arguments, if the kind has any."""
    names = meta_names(meta)

    def __init__(self: Any, /, **values: Any) -> None:
        problems = Problems()
        given = meta_arguments(meta, values, problems)
        self._values = {**given, **shape.check(values, "", problems, names)}
        problems.settle(name)

    bases = (Struct, meta) if meta else (Struct,)
    made = _class(module, name, bases, shape, signed(__init__, ["self"], shape, names), names)
    # Without it jsii would see the meta-arguments only.
    made.__jsii_name_mapping__ = None
    return made


def meta_names(meta: Any) -> Sequence[str]:
    """The names of meta-arguments."""
    return tuple(meta.__jsii_name_mapping__) if meta else ()


# What the library takes for each meta-argument.
_META_ARGUMENTS = {
    "connection": "an SSHProvisionerConnection, a WinrmProvisionerConnection or a dict of the arguments of one",
    "count": "a number or a TerraformCount",
    "depends_on": "a list, each item a construct",
    "for_each": "a TerraformIterator",
    "lifecycle": "a TerraformResourceLifecycle or a dict of its arguments",
    "provider": "the construct of a provider",
    "provisioners": "a list, each item a FileProvisioner, LocalExecProvisioner, RemoteExecProvisioner or a dict",
}


def meta_arguments(meta: Any, values: dict[str, Any], problems: Problems) -> dict[str, Any]:
    """Takes the meta-arguments out of the arguments. The library checks them; what is wrong is told as of other arguments."""
    given = {name: values.pop(name) for name in meta_names(meta) if name in values}
    try:
        return meta(**given)._values if given else given
    # What it raises depends on the version of what it checks with.
    except Exception:
        wrong = {name: value for name, value in given.items() if not _is_taken(meta, name, value)}
        if not wrong:
            raise
    for name, value in wrong.items():
        problems.wrong(name, _META_ARGUMENTS.get(name, "something else"), value)
    return {}


def _is_taken(meta: Any, name: str, value: Any) -> bool:
    try:
        meta(**{name: value})
    except Exception:
        return False
    return True


def _class(module: str, name: str, bases: tuple[type, ...], shape: Shape, init: Any, meta: Sequence[str] = ()) -> Any:
    body: dict[str, Any] = {"__module__": module, "__init__": init, "_shape": shape}
    for keyword in (*meta, *shape.keywords):
        body[keyword] = property(_part(keyword))
    return type(name, bases, body)


def _part(name: str) -> Callable[[Any], Any]:
    return lambda self: self._values.get(name)
