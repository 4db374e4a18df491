"""Loads the JavaScript half of the bindings into jsii's kernel.

jsii's kernel takes npm packages that carry a ``.jsii`` manifest, as tar files. The package is small, written by hand and
kept here file by file, so it is packed when it is loaded: the same bytes every time, because jsii caches by content.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
import tempfile
from importlib.resources import files

from .kernel import kernel

# The kernel loads packages in the order of their dependencies: these two come first.
from .library import library as library


def _pack() -> tuple[str, str, bytes]:
    """The package's name, its version and the tar file."""
    folder = files(__name__.rpartition(".")[0]).joinpath("javascript")
    content = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}
    package = json.loads(content["package.json"])
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in sorted(content):
            entry = tarfile.TarInfo("package/" + (".jsii" if name == "jsii.json" else name))
            entry.size = len(content[name])
            archive.addfile(entry, io.BytesIO(content[name]))
    return package["name"], package["version"], tar.getvalue()


def load() -> None:
    """Loads the package. A second copy of the bindings in the same process does nothing here."""
    name, version, tar = _pack()
    handle, path = tempfile.mkstemp(prefix=name, suffix=".tar")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(tar)
        kernel.load(name, version, path)
    finally:
        os.unlink(path)
