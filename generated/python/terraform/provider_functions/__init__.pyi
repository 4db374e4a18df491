"""The functions of the provider terraform (Terraform 1.8)."""

from typing import Any
from cdktn import IResolvable

class TerraformProviderFunctions:
    """The functions of the provider terraform (Terraform 1.8)."""

    def __init__(self, provider_local_name: str) -> None:
        """A provider's configuration has them ready, as ``functions``.

        :param provider_local_name: the name that stacks require the provider by, usually its own; an alias is none
        """

    def decode_tfvars(self, src: str) -> IResolvable:
        """A rarely-needed function which takes a string containing the content of a `.tfvars` file and returns an object describing the raw variable values it defines."""

    def encode_expr(self, value: Any) -> str:
        """A rarely-needed function which takes any value and produces a string containing Terraform language expression syntax approximating that value."""

    def encode_tfvars(self, value: Any) -> str:
        """A rarely-needed function which takes an object value and produces a string containing a description of that object using the same syntax as Terraform CLI would expect in a `.tfvars`."""
