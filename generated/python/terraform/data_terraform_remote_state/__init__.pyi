"""Data source `terraform_remote_state`"""

from collections.abc import Mapping
from typing import Any
from typing_extensions import Unpack
from cdktn import AnyMap
from constructs import Construct
from ...ferroform.stubs import Config, DataSource, Get, GetSet, MetaArguments

class DataTerraformRemoteState(DataSource):
    """Reads the root module's outputs from the latest state of another configuration, through the backend that keeps it.

    More information is in [Terraform's documentation](https://developer.hashicorp.com/terraform/language/state/remote-state-data).
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        backend: str,
        config: Any | None = None,
        defaults: Any | None = None,
        workspace: str | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param backend: The remote backend to use, e.g. `remote` or `http`.
        :param config: The configuration of the remote backend. Although this is optional, most backends require some configuration.
            The object can use any arguments that would be valid in the equivalent `terraform { backend "<TYPE>" { ... } }` block.
        :param defaults: Default values for outputs, in case the state file is empty or lacks a required output.
        :param workspace: The Terraform workspace to use, if the backend supports workspaces.
            Default: `default`.
        """

    backend: str
    backend_input: Get[str | None]
    config: GetSet[Mapping[str, Any], Any]
    config_input: Get[Any | None]
    def reset_config(self) -> None: ...
    defaults: GetSet[Mapping[str, Any], Any]
    defaults_input: Get[Any | None]
    def reset_defaults(self) -> None: ...
    outputs: Get[AnyMap]
    """An object containing every root-level output in the remote state."""
    workspace: str
    workspace_input: Get[str | None]
    def reset_workspace(self) -> None: ...

class DataTerraformRemoteStateConfig(Config):
    """All arguments of `DataTerraformRemoteState`."""
    backend: str
    config: Any | None = None
    defaults: Any | None = None
    workspace: str | None = None
