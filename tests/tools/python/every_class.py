"""Makes an object of every class of a provider's package, reads every attribute, and synthesizes.

    python every_class.py FOLDER SCHEMA [FROM TO]

FOLDER is what the bindings were written to, such as `imports`, from SCHEMA; with FROM and TO only that slice of each provider's
modules is taken. Each construct is declared with its required arguments, with all of them, and with dicts for nested ones;
`cdk.tf.json` has to say just that, and to have all that the schema lets a configuration set.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

os.environ.setdefault("CDKTN_DISABLE_CREATION_STACK", "1")

# Deep enough for every shape, not for every path: some constructs have thousands of paths.
DEPTH = 5

# No field can be called so.
KEY = "a key"

# What resources call by one of Terraform's own names stands in a block `_`.
RESERVED = {"_", "connection", "count", "depends_on", "for_each", "lifecycle", "locals", "provider", "provisioner"}

POSITION = {"wraps_set": False, "complex_object_index": 0, "complex_object_is_from_set": False, "complex_object_key": KEY}


class Arguments:
    """Makes arguments from the table of a module, and what Terraform should read of them."""

    def __init__(self, module: Any, as_dict: bool) -> None:
        self.module = module
        self.table = module._module.table
        self.as_dict = as_dict

    def of(self, shape: Any, everything: bool, depth: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
        given: dict[str, Any] = {}
        expected: dict[str, Any] = {}
        origin = next(origin for origin, rows in self.table._rows if rows is shape.rows)
        for row, field in zip(shape.rows, shape.fields):
            if not field.settable:
                continue
            if field.required or (everything and (depth < DEPTH or not field.type.nested)):
                given[field.name], expected[row[0]] = self.value(field.type, everything, depth)
            elif origin == "o":
                expected[row[0]] = None
        return given, expected

    def value(self, type_: Any, everything: bool, depth: int) -> tuple[Any, Any]:
        kind = type(type_).__name__
        if kind == "Object":
            nested = type_.object
            values, expected = self.of(nested.shape, everything, depth + 1)
            # Programs written for `cdktn get` know one class for all levels of a recursion.
            name = (nested.outer or nested).name
            return (values if self.as_dict else getattr(self.module, name)(**values)), expected
        if kind == "List":
            item, expected = self.value(type_.element, everything, depth)
            return [item], [expected]
        if kind == "Map":
            item, expected = self.value(type_.element, everything, depth)
            return {KEY: item}, {KEY: expected}
        if kind == "Tuple":
            items = [self.value(element, everything, depth) for element in type_.elements]
            return tuple(item for item, _ in items), [expected for _, expected in items]
        value = {"Text": "text", "Number": 1, "Bool": True, "Type": {"any": "thing"}}[kind]
        return value, value


class Judge:
    """Counts what was seen."""

    def __init__(self, library: Any, schema: dict[str, Any]) -> None:
        self.library = library
        self.schema = schema
        self.counts = {"modules": 0, "classes": 0, "attributes": 0}

    def module(self, module: Any) -> None:
        """Makes everything in a module."""
        if not hasattr(module._module, "table"):
            return self.functions(module)
        table = module._module.table
        stack = self.library.TerraformStack(self.library.Testing.app(), "stack")
        expected: dict[str, Any] = {}
        for label, everything, as_dict in [("least", False, False), ("all", True, False), ("dicts", True, True)]:
            given, expected[label] = Arguments(module, as_dict).of(table.root, everything)
            construct = getattr(module, module._module.class_name)(stack, label, **given)
        for label, written in synthesized(stack, table).items():
            written = {name: value for name, value in written.items() if name != "//"}
            wanted = expected[label] if table.kind == "provider" else escaped(expected[label])
            assert written == wanted, f"{label}: {difference(written, wanted)}"
        block = self.block(table)
        for label, required in [("least", True), ("all", False)]:
            missing = missing_in(expected[label], block, required, DEPTH)
            assert not missing, f"{label}: {missing} is in the schema and not in cdk.tf.json"
        assert stack.to_hcl_terraform()["hcl"]
        self.counts["modules"] += 1
        for name in module.__all__:
            self.nested(module, name, construct)
        self.members(construct, table.root)

    def functions(self, module: Any) -> None:
        """Calls every function of a provider, with every argument and under its name."""
        (name,) = module.__all__
        functions = getattr(module, name)("local")
        stack = self.library.TerraformStack(self.library.Testing.app(), "stack")
        for terraform_name, method, _, parameters in module._module._table["functions"]:
            given = {parameter: example(code, flags) for parameter, code, flags in parameters}
            value = getattr(functions, method)(**given)
            self.library.TerraformOutput(stack, f"call-{terraform_name}", value=value)
            written = stack.to_terraform()["output"][f"call-{terraform_name}"]["value"]
            assert written.startswith(f"${{provider::local::{terraform_name}("), written
        self.counts["modules"] += 1
        self.counts["classes"] += 1

    def block(self, table: Any) -> dict[str, Any]:
        """The construct's block in the schema."""
        if table.kind == "provider":
            return self.schema["provider"].get("block", {})
        kind = {"resource": "resource", "data": "data_source", "ephemeral": "ephemeral_resource"}[table.kind]
        return self.schema[f"{kind}_schemas"][table.type]["block"]

    def nested(self, module: Any, name: str, construct: Any) -> None:
        cls = getattr(module, name)
        assert isinstance(cls, type), name
        self.counts["classes"] += 1
        nested, level = module._module._nested.get(name, (None, None))
        if nested is None:
            return
        assert cls.__name__ == name
        if level == -1:
            values, _ = Arguments(module, False).of(nested.shape, True, DEPTH)
            assert cls(**values) == cls(**values), name
            return
        further = list(cls.__init__.__signature__.parameters)[3:]
        reference = cls(construct, "attribute", *[POSITION[parameter] for parameter in further])
        assert type(reference) is cls
        if level == 0:
            self.members(reference, nested.shape)
        else:
            inner = module._module.table.classes(nested)[level - 1]
            key = KEY if "key" in cls.get.__signature__.parameters else 0
            assert type(reference.get(key)) is getattr(module, inner)

    def members(self, owner: Any, shape: Any) -> None:
        for field in shape.fields:
            getattr(owner, field.name)
            self.counts["attributes"] += 1
            if field.settable:
                getattr(owner, field.input)
                if not field.required:
                    getattr(owner, field.reset)()


def example(code: str, flags: str = "") -> Any:
    """A value of a type code without objects."""
    if "v" in flags:
        return [example(code)]
    value = {"s": "text", "n": 1, "b": True, "a": {"any": "thing"}}
    return value[code] if code in value else {KEY: example(code[1:])} if code[0] == "m" else [example(code[1:])]


def escaped(attributes: dict[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in attributes.items() if name not in RESERVED}
    within = {name: value for name, value in attributes.items() if name in RESERVED}
    return {**own, "_": within} if within else own


def synthesized(stack: Any, table: Any) -> dict[str, Any]:
    written = stack.to_terraform()
    if table.kind == "provider":
        return dict(zip(["least", "all", "dicts"], written["provider"][table.type]))
    return written[table.kind][table.type]


def missing_in(written: Any, block: dict[str, Any], required: bool, depth: int) -> str | None:
    """The path of something that the schema lets a configuration set, or makes it set, and that is not there."""
    # Collections have one item.
    while isinstance(written, list) or (isinstance(written, dict) and [*written] == [KEY]):
        written = written[0] if isinstance(written, list) else written[KEY]
    for name, attribute in block.get("attributes", {}).items():
        if attribute.get("required") or (attribute.get("optional") and not required):
            if name not in written:
                if depth > 0 or "nested_type" not in attribute:
                    return name
                continue
            below = missing_in(written[name], attribute.get("nested_type", {}), required, depth - 1)
            if below:
                return f"{name}.{below}"
    for name, nested in block.get("block_types", {}).items():
        if nested.get("min_items") or not required:
            if name not in written:
                if depth > 0:
                    return name
                continue
            below = missing_in(written[name], nested.get("block", {}), required, depth - 1)
            if below:
                return f"{name}.{below}"
    return None


def difference(written: Any, expected: Any, path: str = "") -> str:
    """The first difference."""
    if isinstance(written, dict) and isinstance(expected, dict):
        for key in sorted({*written, *expected}):
            if written.get(key, ...) != expected.get(key, ...):
                return difference(written.get(key, ...), expected.get(key, ...), f"{path}.{key}")
    if isinstance(written, list) and isinstance(expected, list) and len(written) == len(expected):
        for at, (one, other) in enumerate(zip(written, expected)):
            if one != other:
                return difference(one, other, f"{path}[{at}]")
    return f"{path}: {written!r}, expected {expected!r}"


def main(folder: str, schema: str, first: int, last: int) -> None:
    folder = os.path.abspath(folder)
    sys.path.insert(0, os.path.dirname(folder))
    root = os.path.basename(folder)
    library = importlib.import_module(f"{root}.ferroform.library").library
    with open(schema, encoding="utf-8") as file:
        providers = json.load(file)["provider_schemas"]
    for address, provider in providers.items():
        judge = Judge(library, provider)
        package = f"{root}.{address.rpartition('/')[2].replace('-', '_')}"
        for name in dir(importlib.import_module(package))[first:last]:
            module = importlib.import_module(f"{package}.{name}")
            try:
                judge.module(module)
            except Exception as error:
                raise AssertionError(f"{module.__name__}: {error}") from error
        print(json.dumps({"provider": address, **judge.counts}))


if __name__ == "__main__":
    main(*sys.argv[1:3], *(map(int, sys.argv[3:5]) if len(sys.argv) > 4 else (0, sys.maxsize)))
