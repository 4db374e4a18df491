"""Declares what an example takes for granted."""

import importlib
import json
import pathlib

TYPES = json.loads(pathlib.Path("types.json").read_text())
META = {"count", "for_each", "provider"}
library = importlib.import_module(pathlib.Path("runtime.txt").read_text())


def declare(scope, text):
    """The construct that a JSON text describes."""
    said = json.loads(text)
    kind, label, body = said["kind"], said["label"], said["body"]
    identity = f"declared {said['number']}"
    if kind == "variable":
        made = library.TerraformVariable(scope, identity)
    elif kind == "local":
        made = library.TerraformLocal(scope, identity, body)
    elif kind == "module":
        made = library.TerraformHclModule(scope, identity, source=body["source"], skip_asset_creation=True)
    else:
        module, name = TYPES[f"{kind} {said['type']}"]
        arguments = {key: value for key, value in said["arguments"].items() if key not in META}
        made = getattr(importlib.import_module(module), name)(scope, identity, **arguments)
        for key in META & body.keys():
            made.add_override(key, body[key])
    if kind != "provider":
        made.override_logical_id(label)
    return made.expression if kind == "local" else made
