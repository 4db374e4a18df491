"""Configuration of the provider `aws`"""

from collections.abc import Mapping, Sequence
from typing import Any
from typing_extensions import TypeAlias, TypedDict
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Get, Provider, Struct

class AwsProvider(Provider):
    """Amazon Web Services: in which region the provider works, and with which credentials. What is not given comes from environment variables, the shared configuration files or the metadata service of the machine.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        access_key: str | None = None,
        allowed_account_ids: Sequence[str] | None = None,
        max_retries: float | None = None,
        profile: str | None = None,
        region: str | None = None,
        secret_key: str | None = None,
        shared_config_files: Sequence[str] | None = None,
        skip_credentials_validation: bool | IResolvable | None = None,
        skip_metadata_api_check: str | None = None,
        skip_requesting_account_id: bool | IResolvable | None = None,
        token: str | None = None,
        assume_role: Sequence[_AwsProviderAssumeRoleOrDict] | IResolvable | None = None,
        default_tags: Sequence[_AwsProviderDefaultTagsOrDict] | IResolvable | None = None,
        alias: str | None = None,
    ) -> None:
        """
        :param access_key: Access key ID; `AWS_ACCESS_KEY_ID` where it is not given. Goes with `secret_key`.
        :param allowed_account_ids: The only accounts that may be worked on; with credentials of another one the provider refuses to run.
        :param max_retries: How many times a call is made again after throttling or a passing failure; `AWS_MAX_ATTEMPTS` where it is not given.
            Default: `25`.
        :param profile: Profile of the shared configuration files; `AWS_PROFILE` where it is not given.
        :param region: Region that the provider works in, such as `eu-west-1`; `AWS_REGION` or `AWS_DEFAULT_REGION` where it is not given.
        :param secret_key: Secret access key; `AWS_SECRET_ACCESS_KEY` where it is not given. Goes with `access_key`.
        :param shared_config_files: Paths of shared configuration files; `AWS_CONFIG_FILE` names one where they are not given.
            Default: `["~/.aws/config"]`.
        :param skip_credentials_validation: Whether credentials are used without asking AWS STS about them, for services that imitate AWS without STS.
            Default: `false`.
        :param skip_metadata_api_check: `true` keeps the provider from asking the EC2 metadata service for credentials.
        :param skip_requesting_account_id: Whether the provider works without knowing the account's ID, which is then missing from ARNs that it builds.
            Default: `false`.
        :param token: Session token of temporary credentials; `AWS_SESSION_TOKEN` where it is not given.
        :param assume_role: IAM role to assume before the first call. Several blocks are assumed in turn, each with the credentials of the one before.
        :param default_tags: Tags for every resource of the provider that can have tags.
            At most 1 items.
        """

    access_key: str | None
    access_key_input: Get[str | None]
    def reset_access_key(self) -> None: ...
    allowed_account_ids: Sequence[str] | None
    allowed_account_ids_input: Get[list[str] | None]
    def reset_allowed_account_ids(self) -> None: ...
    max_retries: float | None
    max_retries_input: Get[float | None]
    def reset_max_retries(self) -> None: ...
    profile: str | None
    profile_input: Get[str | None]
    def reset_profile(self) -> None: ...
    region: str | None
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    secret_key: str | None
    secret_key_input: Get[str | None]
    def reset_secret_key(self) -> None: ...
    shared_config_files: Sequence[str] | None
    shared_config_files_input: Get[list[str] | None]
    def reset_shared_config_files(self) -> None: ...
    skip_credentials_validation: bool | IResolvable | None
    skip_credentials_validation_input: Get[bool | IResolvable | None]
    def reset_skip_credentials_validation(self) -> None: ...
    skip_metadata_api_check: str | None
    skip_metadata_api_check_input: Get[str | None]
    def reset_skip_metadata_api_check(self) -> None: ...
    skip_requesting_account_id: bool | IResolvable | None
    skip_requesting_account_id_input: Get[bool | IResolvable | None]
    def reset_skip_requesting_account_id(self) -> None: ...
    token: str | None
    token_input: Get[str | None]
    def reset_token(self) -> None: ...
    assume_role: Sequence[_AwsProviderAssumeRoleOrDict] | IResolvable | None
    assume_role_input: Get[list[AwsProviderAssumeRole] | IResolvable | None]
    def reset_assume_role(self) -> None: ...
    default_tags: Sequence[_AwsProviderDefaultTagsOrDict] | IResolvable | None
    default_tags_input: Get[list[AwsProviderDefaultTags] | IResolvable | None]
    def reset_default_tags(self) -> None: ...
    alias_input: Get[str | None]
    def reset_alias(self) -> None: ...

class AwsProviderConfig(Struct):
    """All arguments of `AwsProvider`."""
    access_key: str | None = None
    allowed_account_ids: Sequence[str] | None = None
    max_retries: float | None = None
    profile: str | None = None
    region: str | None = None
    secret_key: str | None = None
    shared_config_files: Sequence[str] | None = None
    skip_credentials_validation: bool | IResolvable | None = None
    skip_metadata_api_check: str | None = None
    skip_requesting_account_id: bool | IResolvable | None = None
    token: str | None = None
    assume_role: Sequence[_AwsProviderAssumeRoleOrDict] | IResolvable | None = None
    default_tags: Sequence[_AwsProviderDefaultTagsOrDict] | IResolvable | None = None
    alias: str | None = None

class AwsProviderAssumeRole(Struct):
    """`assume_role`"""
    duration: str | None = None
    """How long the role's session lasts, from `15m` to `12h`.
    Matches `^([0-9.]+(ns|us|µs|ms|s|m|h))+$`.
    """
    external_id: str | None = None
    """Identifier that the role's owner asks for when the role is assumed from another account.
    2 to 1224 characters.
    """
    policy: str | None = None
    """IAM policy, as JSON, that narrows the role's permissions for the session."""
    policy_arns: Sequence[str] | None = None
    """ARNs of managed IAM policies that narrow the role's permissions for the session."""
    role_arn: str | None = None
    """ARN of the role."""
    session_name: str | None = None
    """Name of the session, as it appears in CloudTrail.
    2 to 64 characters.
    """
    tags: Mapping[str, str] | None = None
    """Tags of the session."""
    transitive_tag_keys: Sequence[str] | None = None
    """Keys of session tags that are passed on when the session assumes a further role."""

class _AwsProviderAssumeRoleDict(TypedDict, total=False):
    duration: str | None
    external_id: str | None
    policy: str | None
    policy_arns: Sequence[str] | None
    role_arn: str | None
    session_name: str | None
    tags: Mapping[str, str] | None
    transitive_tag_keys: Sequence[str] | None

_AwsProviderAssumeRoleOrDict: TypeAlias = AwsProviderAssumeRole | _AwsProviderAssumeRoleDict | Mapping[str, Any]

class AwsProviderDefaultTags(Struct):
    """`default_tags`"""
    tags: Mapping[str, str] | None = None
    """The tags. A resource's own tag with the same key takes the place of one of these."""

class _AwsProviderDefaultTagsDict(TypedDict, total=False):
    tags: Mapping[str, str] | None

_AwsProviderDefaultTagsOrDict: TypeAlias = AwsProviderDefaultTags | _AwsProviderDefaultTagsDict | Mapping[str, Any]
