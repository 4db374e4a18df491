"""The JavaScript runtime's classes as jsii shows them to Python; generated classes stand on these."""

from __future__ import annotations

from typing import Any

import jsii

from . import assembly
from .kernel import kernel
from .library import library

assembly.load()


class TableResource(library.TerraformResource, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableResource"):
    """A resource."""


class TableDataSource(library.TerraformDataSource, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableDataSource"):
    """A data source."""


class TableProvider(library.TerraformProvider, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableProvider"):
    """A provider's configuration."""


class TableObject(library.ComplexObject, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableObject"):
    """A nested block or object of a construct."""


class TableList(library.ComplexList, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableList"):
    """Nested blocks or objects in a list or set."""


class TableMap(library.ComplexMap, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableMap"):
    """Nested objects under keys."""


class TableMapList(library.MapList, metaclass=jsii.JSIIMeta, jsii_type="ferroform.TableMapList"):
    """Collections of nested objects in a list."""


class Bridge(metaclass=jsii.JSIIMeta, jsii_type="ferroform.Bridge"):
    """What the JavaScript runtime offers to Python only."""

    @classmethod
    def call(cls, method: str, *arguments: Any) -> Any:
        """Calls a static method."""
        return kernel.sinvoke(cls, method, list(arguments))


class Kept(metaclass=jsii.JSIIMeta, jsii_type="ferroform.Kept"):
    """A plain value that JavaScript keeps."""


# The base class of each kind of construct, and the library's class of its meta-arguments.
BASES: dict[str, Any] = {"resource": TableResource, "data": TableDataSource, "provider": TableProvider}
META: dict[str, Any] = {
    "resource": library.TerraformMetaArguments,
    "data": library.TerraformMetaArguments,
    "provider": None,
}

# `cdktf` knows no ephemeral resources.
if hasattr(library, "TerraformEphemeralResource"):

    class TableEphemeralResource(
        library.TerraformEphemeralResource,
        metaclass=jsii.JSIIMeta,
        jsii_type="ferroform.TableEphemeralResource",
    ):
        """An ephemeral resource."""

    BASES["ephemeral"] = TableEphemeralResource
    META["ephemeral"] = library.TerraformEphemeralMetaArguments
