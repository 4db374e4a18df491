"""Configuration of the provider `terraform`"""

from constructs import Construct
from ...ferroform.stubs import Get, Provider, Struct
from ..provider_functions import TerraformProviderFunctions

class TerraformProvider(Provider):
    """Configuration of the provider `terraform`"""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        alias: str | None = None,
    ) -> None:
        ...

    alias_input: Get[str | None]
    def reset_alias(self) -> None: ...
    functions: Get[TerraformProviderFunctions]

class TerraformProviderConfig(Struct):
    """All arguments of `TerraformProvider`."""
    alias: str | None = None
