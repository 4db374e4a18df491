"""Runs each example whose file is named on standard input, and says what came of it, one a line."""

import importlib
import inspect
import json
import pathlib
import sys
import traceback

import declare

library = declare.library
if library.__name__ == "cdktf":
    # What examples without an app of their own call the package.
    sys.modules.setdefault("cdktn", library)


def argument(name, missing):
    """The value of an argument that the original leaves out: programs number those of one name."""
    exact = [value for key, value in missing if key == name]
    base = name.rstrip("0123456789")
    index = int(name[len(base):] or 0)
    values = exact or [value for key, value in missing if key.replace("_", "") == base.replace("_", "").lower()]
    if not values:
        raise TypeError(f"the original leaves no `{name}` out")
    return values[min(index if not exact else 0, len(values) - 1)]


def run(example):
    path = pathlib.Path(example["file"])
    scope = {"__name__": path.stem}
    exec(compile(path.read_text(), str(path), "exec"), scope)
    stacks = [
        value for value in scope.values()
        if inspect.isclass(value) and issubclass(value, library.TerraformStack) and value is not library.TerraformStack
    ]
    if not stacks:
        raise TypeError("the example has no stack")
    parameters = inspect.signature(stacks[-1].__init__).parameters.values()
    named = [parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
    app = library.App(outdir=example["out"])
    stacks[-1](app, "stack", **{name: argument(name, example["missing"]) for name in named})
    app.synth()


for line in sys.stdin:
    example = json.loads(line)
    try:
        run(example)
        said = {"number": example["number"]}
    except (Exception, SystemExit) as error:
        message = "".join(traceback.format_exception_only(error)).strip()
        said = {"number": example["number"], "error": message}
    print(json.dumps(said), flush=True)
