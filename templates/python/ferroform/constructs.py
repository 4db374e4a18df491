"""The class of a construct: a resource, a data source, an ephemeral resource or a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from constructs import Construct

from .functions import functions_getter
from .kernel import kernel
from .members import members
from .objects import BASES, META, Bridge
from .problems import Problems
from .signatures import signed
from .values import meta_arguments, meta_names

if TYPE_CHECKING:
    from .module import Module


def construct_class(module: Module) -> Any:
    """The class of the module's construct."""
    table = module.table
    base, meta, shape = BASES[table.kind], META[table.kind], table.root
    scope_name, id_name = module.positional

    def __init__(self: Any, *leading: Any, **config: Any) -> None:
        problems = Problems()
        given = list(leading)
        for name, expected in ((scope_name, "a construct"), (id_name, "a string"))[len(given) :]:
            if name not in config:
                problems.missing(name, expected)
            given.append(config.pop(name, None))
        if len(given) > 2:
            raise TypeError(f"{table.name}: expected {scope_name} and {id_name}; all other arguments are keywords")
        scope, id_ = given
        if scope is not None and not isinstance(scope, Construct):
            problems.wrong(scope_name, "a construct", scope)
        if id_ is not None and not isinstance(id_, str):
            problems.wrong(id_name, "a string", id_)
        about = meta_arguments(meta, config, problems)
        values = shape.check(config, "", problems, meta_names(meta))
        problems.settle(f"{table.name}({id_!r})")
        arguments = shape.write(values)
        arguments.update((meta.__jsii_name_mapping__[name], value) for name, value in about.items())
        kernel.create(type(self), self, [scope, id_, module.key, arguments])

    body: dict[str, Any] = {
        "__module__": module.name,
        "__init__": signed(__init__, ["self", scope_name, id_name], shape, meta_names(meta)),
        "TF_RESOURCE_TYPE": table.type,
        "generate_config_for_import": classmethod(_generate_config_for_import(module)),
        **members(table.name, shape, module.find),
    }
    if module.functions:
        body["functions"] = functions_getter(module.name, module.functions)
    made = type(base)(module.class_name, (base,), body)
    # Members of generated classes are not what a program overrides: jsii looks no further than here.
    made.__jsii_declared_type__ = base.__jsii_type__
    return made


def _generate_config_for_import(module: Module) -> Any:
    def generate_config_for_import(
        cls: Any, scope: Any, import_to_id: Any, import_from_id: Any, provider: Any = None
    ) -> Any:
        return Bridge.call("importable", module.key, scope, import_to_id, import_from_id, provider)

    return generate_config_for_import
