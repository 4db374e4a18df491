"""Resource `terraform_data`"""

from collections.abc import Mapping
from typing import Any
from typing_extensions import Unpack
from cdktn import AnyMap
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, MetaArguments, Resource

class Data(Resource):
    """A resource that keeps a value in the state and follows the lifecycle of a managed resource, without a provider behind it. Use it to hold a value between runs, to run provisioners, or as a target of `replace_triggered_by`.

    More information is in [Terraform's documentation](https://developer.hashicorp.com/terraform/language/resources/terraform-data).

    Import ID: `{id}`.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        input: Any | None = None,
        triggers_replace: Any | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param input: A value of any type that is kept in the state and comes back as `output`.
        :param triggers_replace: A value of any type; the instance is replaced when it changes.
        """

    id: Get[str]
    """A random UUID that identifies the instance."""
    input: GetSet[Mapping[str, Any], Any]
    input_input: Get[Any | None]
    def reset_input(self) -> None: ...
    output: Get[AnyMap]
    """The value of `input`, known only after apply when `input` changes."""
    triggers_replace: GetSet[Mapping[str, Any], Any]
    triggers_replace_input: Get[Any | None]
    def reset_triggers_replace(self) -> None: ...

class DataConfig(Config):
    """All arguments of `Data`."""
    input: Any | None = None
    triggers_replace: Any | None = None
