"""Resource `aws_apigatewayv2_authorizer`"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from typing_extensions import TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, MetaArguments, Reference, Resource, Struct

class Apigatewayv2Authorizer(Resource):
    """Decides who may call the routes of an API: with a Lambda function, or, for an HTTP API, by checking JSON Web Tokens.

    AWS describes [authorization for HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html).

    Import ID: `{api_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_authorizer
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        authorizer_type: Literal["JWT", "REQUEST"] | str,
        name: str,
        authorizer_credentials_arn: str | None = None,
        authorizer_payload_format_version: Literal["1.0", "2.0"] | str | None = None,
        authorizer_result_ttl_in_seconds: float | None = None,
        authorizer_uri: str | None = None,
        enable_simple_responses: bool | IResolvable | None = None,
        id: str | None = None,
        identity_sources: Sequence[str] | None = None,
        region: str | None = None,
        jwt_configuration: _Apigatewayv2AuthorizerJwtConfigurationOrDict | None = None,
        timeouts: _Apigatewayv2AuthorizerTimeoutsOrDict | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the authorizer.
        :param authorizer_type: `REQUEST` asks a Lambda function; `JWT` checks JSON Web Tokens and is for HTTP APIs only.
        :param name: Name of the authorizer.
            1 to 128 characters.
        :param authorizer_credentials_arn: ARN of the IAM role that API Gateway assumes to call the Lambda function. `REQUEST` authorizers only.
        :param authorizer_payload_format_version: Format of the event that the Lambda function receives. A `REQUEST` authorizer of an HTTP API needs it.
        :param authorizer_result_ttl_in_seconds: Seconds for which a decision is cached; `0` turns caching off. `REQUEST` authorizers of HTTP APIs only.
            Default: `300` for a `REQUEST` authorizer of an HTTP API that has `identity_sources`.
            0 to 3600.
        :param authorizer_uri: Invocation URI of the Lambda function, which is `invoke_arn` of an `aws_lambda_function`. `REQUEST` authorizers only.
            1 to 2048 characters.
        :param enable_simple_responses: Whether the Lambda function may answer with a boolean in place of an IAM policy. HTTP APIs only.
        :param id: Identifier that API Gateway gave the authorizer.
        :param identity_sources: Where the caller's identity stands in the request, such as `$request.header.Authorization` in an HTTP API or `route.request.header.Auth` in a WebSocket API. A `JWT` authorizer takes exactly one.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param jwt_configuration: Which JSON Web Tokens are accepted. A `JWT` authorizer needs it.
        :param timeouts: How long Terraform waits for an operation.
        """

    api_id: str
    api_id_input: Get[str | None]
    authorizer_credentials_arn: str
    authorizer_credentials_arn_input: Get[str | None]
    def reset_authorizer_credentials_arn(self) -> None: ...
    authorizer_payload_format_version: str
    authorizer_payload_format_version_input: Get[str | None]
    def reset_authorizer_payload_format_version(self) -> None: ...
    authorizer_result_ttl_in_seconds: float
    authorizer_result_ttl_in_seconds_input: Get[float | None]
    def reset_authorizer_result_ttl_in_seconds(self) -> None: ...
    authorizer_type: str
    authorizer_type_input: Get[str | None]
    authorizer_uri: str
    authorizer_uri_input: Get[str | None]
    def reset_authorizer_uri(self) -> None: ...
    enable_simple_responses: GetSet[IResolvable, bool | IResolvable]
    enable_simple_responses_input: Get[bool | IResolvable | None]
    def reset_enable_simple_responses(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    identity_sources: list[str]
    identity_sources_input: Get[list[str] | None]
    def reset_identity_sources(self) -> None: ...
    name: str
    name_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    jwt_configuration: Get[Apigatewayv2AuthorizerJwtConfigurationOutputReference]
    jwt_configuration_input: Get[Apigatewayv2AuthorizerJwtConfiguration | None]
    def put_jwt_configuration(self, **value: Unpack[_Apigatewayv2AuthorizerJwtConfigurationDict]) -> None: ...
    def reset_jwt_configuration(self) -> None: ...
    timeouts: Get[Apigatewayv2AuthorizerTimeoutsOutputReference]
    timeouts_input: Get[Apigatewayv2AuthorizerTimeouts | None]
    def put_timeouts(self, **value: Unpack[_Apigatewayv2AuthorizerTimeoutsDict]) -> None: ...
    def reset_timeouts(self) -> None: ...

class Apigatewayv2AuthorizerConfig(Config):
    """All arguments of `Apigatewayv2Authorizer`."""
    api_id: str
    authorizer_type: Literal["JWT", "REQUEST"] | str
    name: str
    authorizer_credentials_arn: str | None = None
    authorizer_payload_format_version: Literal["1.0", "2.0"] | str | None = None
    authorizer_result_ttl_in_seconds: float | None = None
    authorizer_uri: str | None = None
    enable_simple_responses: bool | IResolvable | None = None
    id: str | None = None
    identity_sources: Sequence[str] | None = None
    region: str | None = None
    jwt_configuration: _Apigatewayv2AuthorizerJwtConfigurationOrDict | None = None
    timeouts: _Apigatewayv2AuthorizerTimeoutsOrDict | None = None

class Apigatewayv2AuthorizerJwtConfiguration(Struct):
    """`jwt_configuration`"""
    audience: Sequence[str] | None = None
    """Accepted audiences; a token's `aud` claim has to name at least one of them."""
    issuer: str | None = None
    """Base URL of the identity provider that issues the tokens."""

class _Apigatewayv2AuthorizerJwtConfigurationDict(TypedDict, total=False):
    audience: Sequence[str] | None
    issuer: str | None

_Apigatewayv2AuthorizerJwtConfigurationOrDict: TypeAlias = Apigatewayv2AuthorizerJwtConfiguration | _Apigatewayv2AuthorizerJwtConfigurationDict | Mapping[str, Any]

class Apigatewayv2AuthorizerJwtConfigurationOutputReference(Reference):
    audience: list[str]
    audience_input: Get[list[str] | None]
    def reset_audience(self) -> None: ...
    issuer: str
    issuer_input: Get[str | None]
    def reset_issuer(self) -> None: ...
    internal_value: GetSet[Apigatewayv2AuthorizerJwtConfiguration | None, _Apigatewayv2AuthorizerJwtConfigurationOrDict | None]

class Apigatewayv2AuthorizerTimeouts(Struct):
    """`timeouts`"""
    delete: str | None = None
    """How long Terraform waits while the authorizer is deleted, such as `45s` or `1h30m`.
    Default: `30m`.
    Matches `^(0|([0-9.]+(ns|us|µs|ms|s|m|h))+)$`.
    """

class _Apigatewayv2AuthorizerTimeoutsDict(TypedDict, total=False):
    delete: str | None

_Apigatewayv2AuthorizerTimeoutsOrDict: TypeAlias = Apigatewayv2AuthorizerTimeouts | _Apigatewayv2AuthorizerTimeoutsDict | Mapping[str, Any]

class Apigatewayv2AuthorizerTimeoutsOutputReference(Reference):
    delete: str
    delete_input: Get[str | None]
    def reset_delete(self) -> None: ...
    internal_value: GetSet[Apigatewayv2AuthorizerTimeouts | IResolvable | None, _Apigatewayv2AuthorizerTimeoutsOrDict | IResolvable | None]
