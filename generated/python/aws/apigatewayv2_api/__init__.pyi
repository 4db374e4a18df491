"""Resource `aws_apigatewayv2_api`"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from typing_extensions import TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, MetaArguments, Reference, Resource, Struct

class Apigatewayv2Api(Resource):
    """An HTTP or WebSocket API in Amazon API Gateway. Routes, integrations and stages are resources of their own, unless `target` or `body` creates them along with the API.

    AWS describes [HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html) and [WebSocket APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html).

    Import ID: `{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        protocol_type: Literal["HTTP", "WEBSOCKET"] | str,
        api_key_selection_expression: Literal["$context.authorizer.usageIdentifierKey", "$request.header.x-api-key"] | str | None = None,
        body: str | None = None,
        credentials_arn: str | None = None,
        description: str | None = None,
        disable_execute_api_endpoint: bool | IResolvable | None = None,
        fail_on_warnings: bool | IResolvable | None = None,
        id: str | None = None,
        ip_address_type: Literal["ipv4", "dualstack"] | str | None = None,
        region: str | None = None,
        route_key: str | None = None,
        route_selection_expression: str | None = None,
        tags: Mapping[str, str] | None = None,
        tags_all: Mapping[str, str] | None = None,
        target: str | None = None,
        version: str | None = None,
        cors_configuration: _Apigatewayv2ApiCorsConfigurationOrDict | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param name: Name of the API.
            1 to 128 characters.
        :param protocol_type: Protocol of the API. Changing it replaces the API.
        :param api_key_selection_expression: Where a WebSocket API finds the caller's API key.
            Default: `$request.header.x-api-key`.
        :param body: OpenAPI 3 document, as JSON or YAML, from which API Gateway makes the routes and integrations of an HTTP API. Do not manage these as separate resources at the same time. `name`, `description`, `version`, `cors_configuration` and `tags` of the resource win over the document.
        :param credentials_arn: ARN of the IAM role that API Gateway assumes to call the integration which `target` creates. HTTP APIs only.
        :param description: What the API is for.
            At most 1024 characters.
        :param disable_execute_api_endpoint: Whether the default `execute-api` endpoint is closed, so that callers have to use a custom domain name.
            Default: `false`.
        :param fail_on_warnings: Whether a warning about the OpenAPI document in `body` is an error. HTTP APIs only.
            Default: `false`.
        :param id: Identifier that API Gateway gave the API.
        :param ip_address_type: IP versions over which the API can be called: IPv4 only, or IPv4 and IPv6.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param route_key: Key of the route that `target` creates, such as `GET /pets`; the catch-all route `$default` where it is not given. HTTP APIs only. Changing it replaces the API.
        :param route_selection_expression: Expression that yields the route key of a request. A WebSocket API commonly takes it from the message, as in `$request.body.action`.
            Default: `$request.method $request.path`.
        :param tags: Tags of the API. A tag with the key of one in the provider's `default_tags` takes its place.
        :param tags_all: All tags of the API, those from the provider's `default_tags` included.
        :param target: Creates the API together with an integration, a route and a `$default` stage that deploys by itself. A URL makes an `HTTP_PROXY` integration, the ARN of a Lambda function an `AWS_PROXY` integration. HTTP APIs only. Changing it replaces the API.
        :param version: Version label of the API.
            1 to 64 characters.
        :param cors_configuration: Cross-origin resource sharing of an HTTP API.
        """

    api_endpoint: Get[str]
    """URI of the API's default endpoint, which begins with `https://` for an HTTP API and with `wss://` for a WebSocket API. The name of a stage is not part of it."""
    api_key_selection_expression: str
    api_key_selection_expression_input: Get[str | None]
    def reset_api_key_selection_expression(self) -> None: ...
    arn: Get[str]
    """ARN of the API."""
    body: str
    body_input: Get[str | None]
    def reset_body(self) -> None: ...
    credentials_arn: str
    credentials_arn_input: Get[str | None]
    def reset_credentials_arn(self) -> None: ...
    description: str
    description_input: Get[str | None]
    def reset_description(self) -> None: ...
    disable_execute_api_endpoint: GetSet[IResolvable, bool | IResolvable]
    disable_execute_api_endpoint_input: Get[bool | IResolvable | None]
    def reset_disable_execute_api_endpoint(self) -> None: ...
    execution_arn: Get[str]
    """Prefix of the ARNs that stand for calls of the API, for `source_arn` of an `aws_lambda_permission` and, with a WebSocket API, for IAM policies on the `@connections` API."""
    fail_on_warnings: GetSet[IResolvable, bool | IResolvable]
    fail_on_warnings_input: Get[bool | IResolvable | None]
    def reset_fail_on_warnings(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    ip_address_type: str
    ip_address_type_input: Get[str | None]
    def reset_ip_address_type(self) -> None: ...
    name: str
    name_input: Get[str | None]
    protocol_type: str
    protocol_type_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    route_key: str
    route_key_input: Get[str | None]
    def reset_route_key(self) -> None: ...
    route_selection_expression: str
    route_selection_expression_input: Get[str | None]
    def reset_route_selection_expression(self) -> None: ...
    tags: Mapping[str, str]
    tags_input: Get[Mapping[str, str] | None]
    def reset_tags(self) -> None: ...
    tags_all: Mapping[str, str]
    tags_all_input: Get[Mapping[str, str] | None]
    def reset_tags_all(self) -> None: ...
    target: str
    target_input: Get[str | None]
    def reset_target(self) -> None: ...
    version: str
    version_input: Get[str | None]
    def reset_version(self) -> None: ...
    cors_configuration: Get[Apigatewayv2ApiCorsConfigurationOutputReference]
    cors_configuration_input: Get[Apigatewayv2ApiCorsConfiguration | None]
    def put_cors_configuration(self, **value: Unpack[_Apigatewayv2ApiCorsConfigurationDict]) -> None: ...
    def reset_cors_configuration(self) -> None: ...

class Apigatewayv2ApiConfig(Config):
    """All arguments of `Apigatewayv2Api`."""
    name: str
    protocol_type: Literal["HTTP", "WEBSOCKET"] | str
    api_key_selection_expression: Literal["$context.authorizer.usageIdentifierKey", "$request.header.x-api-key"] | str | None = None
    body: str | None = None
    credentials_arn: str | None = None
    description: str | None = None
    disable_execute_api_endpoint: bool | IResolvable | None = None
    fail_on_warnings: bool | IResolvable | None = None
    id: str | None = None
    ip_address_type: Literal["ipv4", "dualstack"] | str | None = None
    region: str | None = None
    route_key: str | None = None
    route_selection_expression: str | None = None
    tags: Mapping[str, str] | None = None
    tags_all: Mapping[str, str] | None = None
    target: str | None = None
    version: str | None = None
    cors_configuration: _Apigatewayv2ApiCorsConfigurationOrDict | None = None

class Apigatewayv2ApiCorsConfiguration(Struct):
    """`cors_configuration`"""
    allow_credentials: bool | IResolvable | None = None
    """Whether browsers may send credentials, such as cookies, with a cross-origin request."""
    allow_headers: Sequence[str] | None = None
    """Request headers that a cross-origin request may carry, or `*`."""
    allow_methods: Sequence[str] | None = None
    """HTTP methods that a cross-origin request may use, or `*`."""
    allow_origins: Sequence[str] | None = None
    """Origins that may call the API, such as `https://www.example.com`, or `*`."""
    expose_headers: Sequence[str] | None = None
    """Response headers that scripts in the browser may read, or `*`."""
    max_age: float | None = None
    """Seconds for which browsers keep the answer to a preflight request; `-1` turns keeping off.
    -1 to 86400.
    """

class _Apigatewayv2ApiCorsConfigurationDict(TypedDict, total=False):
    allow_credentials: bool | IResolvable | None
    allow_headers: Sequence[str] | None
    allow_methods: Sequence[str] | None
    allow_origins: Sequence[str] | None
    expose_headers: Sequence[str] | None
    max_age: float | None

_Apigatewayv2ApiCorsConfigurationOrDict: TypeAlias = Apigatewayv2ApiCorsConfiguration | _Apigatewayv2ApiCorsConfigurationDict | Mapping[str, Any]

class Apigatewayv2ApiCorsConfigurationOutputReference(Reference):
    allow_credentials: GetSet[IResolvable, bool | IResolvable]
    allow_credentials_input: Get[bool | IResolvable | None]
    def reset_allow_credentials(self) -> None: ...
    allow_headers: list[str]
    allow_headers_input: Get[list[str] | None]
    def reset_allow_headers(self) -> None: ...
    allow_methods: list[str]
    allow_methods_input: Get[list[str] | None]
    def reset_allow_methods(self) -> None: ...
    allow_origins: list[str]
    allow_origins_input: Get[list[str] | None]
    def reset_allow_origins(self) -> None: ...
    expose_headers: list[str]
    expose_headers_input: Get[list[str] | None]
    def reset_expose_headers(self) -> None: ...
    max_age: float
    max_age_input: Get[float | None]
    def reset_max_age(self) -> None: ...
    internal_value: GetSet[Apigatewayv2ApiCorsConfiguration | None, _Apigatewayv2ApiCorsConfigurationOrDict | None]
