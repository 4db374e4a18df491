"""What the stubs of generated modules are written in."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar, overload

from cdktn import (
    ComplexList,
    ComplexMap,
    ComplexObject,
    FileProvisioner,
    IInterpolatingParent,
    ImportableResource,
    ITerraformDependable,
    ITerraformIterator,
    LocalExecProvisioner,
    MapList,
    RemoteExecProvisioner,
    SSHProvisionerConnection,
    TerraformCount,
    TerraformDataSource,
    TerraformEphemeralResource,
    TerraformEphemeralResourceLifecycle,
    TerraformProvider,
    TerraformResource,
    TerraformResourceLifecycle,
    WinrmProvisionerConnection,
)
from constructs import Construct
from typing_extensions import Never, Self, TypeAlias, TypedDict, dataclass_transform

_Read = TypeVar("_Read", covariant=True)
_Given = TypeVar("_Given", contravariant=True)
_Item = TypeVar("_Item")

class Get(Generic[_Read]):
    """An attribute that is read only."""
    @overload
    def __get__(self, instance: None, owner: Any) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: Any) -> _Read: ...
    def __set__(self, instance: object, value: Never) -> None: ...

class GetSet(Generic[_Read, _Given]):
    """An attribute that takes a value and gives a reference."""
    @overload
    def __get__(self, instance: None, owner: Any) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: Any) -> _Read: ...
    def __set__(self, instance: object, value: _Given) -> None: ...

_Connection: TypeAlias = SSHProvisionerConnection | WinrmProvisionerConnection | dict[str, Any]
_Count: TypeAlias = float | TerraformCount
_Lifecycle: TypeAlias = TerraformResourceLifecycle | dict[str, Any]
_EphemeralLifecycle: TypeAlias = TerraformEphemeralResourceLifecycle | dict[str, Any]
_Provisioner: TypeAlias = FileProvisioner | LocalExecProvisioner | RemoteExecProvisioner | dict[str, Any]

class MetaArguments(TypedDict, total=False):
    """What Terraform itself takes of every resource and data source."""

    connection: _Connection | None
    count: _Count | None
    depends_on: Sequence[ITerraformDependable] | None
    for_each: ITerraformIterator | None
    lifecycle: _Lifecycle | None
    provider: TerraformProvider | None
    provisioners: Sequence[_Provisioner] | None

class EphemeralMetaArguments(TypedDict, total=False):
    """What Terraform itself takes of every ephemeral resource."""

    count: _Count | None
    depends_on: Sequence[ITerraformDependable] | None
    for_each: ITerraformIterator | None
    lifecycle: _EphemeralLifecycle | None
    provider: TerraformProvider | None

@dataclass_transform(kw_only_default=True, frozen_default=True)
class Struct:
    """A value with named parts, all given by keyword."""

class Config(Struct):
    """All arguments of a resource or data source."""

    connection: _Connection | None = None
    count: _Count | None = None
    depends_on: Sequence[ITerraformDependable] | None = None
    for_each: ITerraformIterator | None = None
    lifecycle: _Lifecycle | None = None
    provider: TerraformProvider | None = None
    provisioners: Sequence[_Provisioner] | None = None

class EphemeralConfig(Struct):
    """All arguments of an ephemeral resource."""

    count: _Count | None = None
    depends_on: Sequence[ITerraformDependable] | None = None
    for_each: ITerraformIterator | None = None
    lifecycle: _EphemeralLifecycle | None = None
    provider: TerraformProvider | None = None

class _Importable:
    TF_RESOURCE_TYPE: ClassVar[str]
    """Terraform's name of the construct's type."""

    @classmethod
    def generate_config_for_import(
        cls, scope: Construct, import_to_id: str, import_from_id: str, provider: TerraformProvider | None = None
    ) -> ImportableResource:
        """Declares that something which exists is to be imported, and leaves its configuration to Terraform.

        :param scope: where the construct will be declared
        :param import_to_id: the construct ID it will have
        :param import_from_id: the ID of what exists, in the form that the provider's documentation gives under "Import"
        :param provider: the provider's configuration that finds it
        """

class Resource(_Importable, TerraformResource):
    """A resource."""

class DataSource(_Importable, TerraformDataSource):
    """A data source."""

class EphemeralResource(TerraformEphemeralResource):
    """An ephemeral resource."""

    TF_RESOURCE_TYPE: ClassVar[str]
    """Terraform's name of the construct's type."""

class Provider(_Importable, TerraformProvider):
    """A provider's configuration."""

class Reference(ComplexObject):
    """A reference to a nested block or object."""

    def __init__(self, terraform_resource: IInterpolatingParent, terraform_attribute: str) -> None: ...

class ListItem(ComplexObject):
    """A reference to a nested block or object in a list or set."""

    def __init__(
        self,
        terraform_resource: IInterpolatingParent,
        terraform_attribute: str,
        complex_object_index: float,
        complex_object_is_from_set: bool,
    ) -> None: ...

class MapItem(ComplexObject):
    """A reference to a nested block or object under a key."""

    def __init__(
        self, terraform_resource: IInterpolatingParent, terraform_attribute: str, complex_object_key: str
    ) -> None: ...

class ListOf(ComplexList, Generic[_Item]):
    """References to nested blocks or objects in a list or set."""

    def __init__(
        self, terraform_resource: IInterpolatingParent, terraform_attribute: str, wraps_set: bool
    ) -> None: ...
    def get(self, index: float) -> _Item: ...

class MapOf(ComplexMap, Generic[_Item]):
    """References to nested blocks or objects, or collections of them, under keys."""

    def __init__(self, terraform_resource: IInterpolatingParent, terraform_attribute: str) -> None: ...
    def get(self, key: str) -> _Item: ...

class CollectionList(MapList, Generic[_Item]):
    """References to collections of nested objects in a list or set."""

    def __init__(
        self, terraform_resource: IInterpolatingParent, terraform_attribute: str, wraps_set: bool
    ) -> None: ...
    def get(self, index: float) -> _Item: ...
