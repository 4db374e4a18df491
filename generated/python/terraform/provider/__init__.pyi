"""Configuration of the provider `terraform`"""

from constructs import Construct
from ...ferroform.stubs import Get, Provider, Struct

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

class TerraformProviderConfig(Struct):
    """All arguments of `TerraformProvider`."""
    alias: str | None = None
