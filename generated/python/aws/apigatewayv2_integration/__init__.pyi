"""Resource `aws_apigatewayv2_integration`"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from typing_extensions import Required, TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, ListItem, ListOf, MetaArguments, Reference, Resource, Struct

class Apigatewayv2Integration(Resource):
    """The backend that a route hands its requests to: a Lambda function, an HTTP endpoint, an AWS service, or a mock. The integration that `target` of an `aws_apigatewayv2_api` creates cannot be imported.

    AWS describes [integrations for HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html) and [for WebSocket APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html).

    Import ID: `{api_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_integration
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        integration_type: Literal["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"] | str,
        connection_id: str | None = None,
        connection_type: Literal["INTERNET", "VPC_LINK"] | str | None = None,
        content_handling_strategy: Literal["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] | str | None = None,
        credentials_arn: str | None = None,
        description: str | None = None,
        id: str | None = None,
        integration_method: Literal["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] | str | None = None,
        integration_subtype: str | None = None,
        integration_uri: str | None = None,
        passthrough_behavior: Literal["NEVER", "WHEN_NO_MATCH", "WHEN_NO_TEMPLATES"] | str | None = None,
        payload_format_version: Literal["1.0", "2.0"] | str | None = None,
        region: str | None = None,
        request_parameters: Mapping[str, str] | None = None,
        request_templates: Mapping[str, str] | None = None,
        template_selection_expression: str | None = None,
        timeout_milliseconds: float | None = None,
        response_parameters: Sequence[_Apigatewayv2IntegrationResponseParametersOrDict] | IResolvable | None = None,
        tls_config: _Apigatewayv2IntegrationTlsConfigOrDict | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the integration.
        :param integration_type: Kind of backend. `AWS_PROXY` is a Lambda function or, in an HTTP API, an action of an AWS service; `HTTP_PROXY` passes requests to an HTTP endpoint unchanged. `AWS`, `HTTP` and `MOCK` are for WebSocket APIs. Changing it replaces the integration.
        :param connection_id: Identifier of the VPC link for a private integration. HTTP APIs only.
            1 to 1024 characters.
        :param connection_type: Whether the backend is reached over the internet or through a VPC link.
            Default: `INTERNET`.
        :param content_handling_strategy: How payloads are converted between text and binary; without it they pass unchanged. WebSocket APIs only.
        :param credentials_arn: ARN of the IAM role that API Gateway assumes to call the backend, or `arn:aws:iam::*:user/*` to call it as the caller. A Lambda function can instead allow the call with an `aws_lambda_permission`.
        :param description: What the integration is for.
            At most 1024 characters.
        :param id: Identifier that API Gateway gave the integration.
        :param integration_method: HTTP method with which the backend is called. Every type but `MOCK` needs it; Lambda functions are called with `POST`.
        :param integration_subtype: Action of an AWS service to call, such as `SQS-SendMessage`, with the type `AWS_PROXY`. HTTP APIs only. Changing it replaces the integration.
            1 to 128 characters.
        :param integration_uri: The backend: invocation URI or ARN of a Lambda function, URL of an HTTP endpoint, or, for a private integration, ARN of a load balancer's listener or of a Cloud Map service.
        :param passthrough_behavior: What happens to a payload for whose content type `request_templates` has no entry. WebSocket APIs only.
            Default: `WHEN_NO_MATCH`.
        :param payload_format_version: Format of the payload that the backend receives. Only Lambda functions understand `2.0`.
            Default: `1.0`.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param request_parameters: How requests change on the way to the backend. In an HTTP API with `integration_subtype`, the parameters of the service's action; in other HTTP APIs, parts of the request to append, overwrite or remove; in a WebSocket API, backend parameters and where in the request their values stand.
        :param request_templates: Velocity templates for the request payload, by content type. WebSocket APIs only.
        :param template_selection_expression: Expression by which API Gateway selects one of `request_templates`. WebSocket APIs only.
        :param timeout_milliseconds: Milliseconds that API Gateway waits for the backend, at most 29,000 in a WebSocket API.
            Default: `30000` for HTTP APIs, `29000` for WebSocket APIs.
            50 to 30000.
        :param response_parameters: How an HTTP API changes the backend's response, one block per status code.
        :param tls_config: TLS to the backend of a private integration. HTTP APIs only.
        """

    api_id: str
    api_id_input: Get[str | None]
    connection_id: str
    connection_id_input: Get[str | None]
    def reset_connection_id(self) -> None: ...
    connection_type: str
    connection_type_input: Get[str | None]
    def reset_connection_type(self) -> None: ...
    content_handling_strategy: str
    content_handling_strategy_input: Get[str | None]
    def reset_content_handling_strategy(self) -> None: ...
    credentials_arn: str
    credentials_arn_input: Get[str | None]
    def reset_credentials_arn(self) -> None: ...
    description: str
    description_input: Get[str | None]
    def reset_description(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    integration_method: str
    integration_method_input: Get[str | None]
    def reset_integration_method(self) -> None: ...
    integration_response_selection_expression: Get[str]
    """Expression by which API Gateway selects the integration response. WebSocket APIs only."""
    integration_subtype: str
    integration_subtype_input: Get[str | None]
    def reset_integration_subtype(self) -> None: ...
    integration_type: str
    integration_type_input: Get[str | None]
    integration_uri: str
    integration_uri_input: Get[str | None]
    def reset_integration_uri(self) -> None: ...
    passthrough_behavior: str
    passthrough_behavior_input: Get[str | None]
    def reset_passthrough_behavior(self) -> None: ...
    payload_format_version: str
    payload_format_version_input: Get[str | None]
    def reset_payload_format_version(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    request_parameters: Mapping[str, str]
    request_parameters_input: Get[Mapping[str, str] | None]
    def reset_request_parameters(self) -> None: ...
    request_templates: Mapping[str, str]
    request_templates_input: Get[Mapping[str, str] | None]
    def reset_request_templates(self) -> None: ...
    template_selection_expression: str
    template_selection_expression_input: Get[str | None]
    def reset_template_selection_expression(self) -> None: ...
    timeout_milliseconds: float
    timeout_milliseconds_input: Get[float | None]
    def reset_timeout_milliseconds(self) -> None: ...
    response_parameters: Get[Apigatewayv2IntegrationResponseParametersList]
    response_parameters_input: Get[list[Apigatewayv2IntegrationResponseParameters] | IResolvable | None]
    def put_response_parameters(self, value: Sequence[_Apigatewayv2IntegrationResponseParametersOrDict] | IResolvable) -> None: ...
    def reset_response_parameters(self) -> None: ...
    tls_config: Get[Apigatewayv2IntegrationTlsConfigOutputReference]
    tls_config_input: Get[Apigatewayv2IntegrationTlsConfig | None]
    def put_tls_config(self, **value: Unpack[_Apigatewayv2IntegrationTlsConfigDict]) -> None: ...
    def reset_tls_config(self) -> None: ...

class Apigatewayv2IntegrationConfig(Config):
    """All arguments of `Apigatewayv2Integration`."""
    api_id: str
    integration_type: Literal["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"] | str
    connection_id: str | None = None
    connection_type: Literal["INTERNET", "VPC_LINK"] | str | None = None
    content_handling_strategy: Literal["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] | str | None = None
    credentials_arn: str | None = None
    description: str | None = None
    id: str | None = None
    integration_method: Literal["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] | str | None = None
    integration_subtype: str | None = None
    integration_uri: str | None = None
    passthrough_behavior: Literal["NEVER", "WHEN_NO_MATCH", "WHEN_NO_TEMPLATES"] | str | None = None
    payload_format_version: Literal["1.0", "2.0"] | str | None = None
    region: str | None = None
    request_parameters: Mapping[str, str] | None = None
    request_templates: Mapping[str, str] | None = None
    template_selection_expression: str | None = None
    timeout_milliseconds: float | None = None
    response_parameters: Sequence[_Apigatewayv2IntegrationResponseParametersOrDict] | IResolvable | None = None
    tls_config: _Apigatewayv2IntegrationTlsConfigOrDict | None = None

class Apigatewayv2IntegrationResponseParameters(Struct):
    """`response_parameters`"""
    mappings: Mapping[str, str]
    """Part of the response and the operation on it, such as `append:header.x-request-id`, with the value to use."""
    status_code: str
    """HTTP status code that the mappings apply to, from 200 to 599.
    Matches `^[2-5][0-9][0-9]$`.
    """

class _Apigatewayv2IntegrationResponseParametersDict(TypedDict, total=False):
    mappings: Required[Mapping[str, str]]
    status_code: Required[str]

_Apigatewayv2IntegrationResponseParametersOrDict: TypeAlias = Apigatewayv2IntegrationResponseParameters | _Apigatewayv2IntegrationResponseParametersDict | Mapping[str, Any]

class Apigatewayv2IntegrationResponseParametersOutputReference(ListItem):
    mappings: Mapping[str, str]
    mappings_input: Get[Mapping[str, str] | None]
    status_code: str
    status_code_input: Get[str | None]
    internal_value: GetSet[Apigatewayv2IntegrationResponseParameters | IResolvable | None, _Apigatewayv2IntegrationResponseParametersOrDict | IResolvable | None]

class Apigatewayv2IntegrationResponseParametersList(ListOf[Apigatewayv2IntegrationResponseParametersOutputReference]):
    internal_value: GetSet[list[Apigatewayv2IntegrationResponseParameters] | IResolvable | None, Sequence[_Apigatewayv2IntegrationResponseParametersOrDict] | IResolvable | None]

class Apigatewayv2IntegrationTlsConfig(Struct):
    """`tls_config`"""
    server_name_to_verify: str | None = None
    """Host name that the backend's certificate has to carry; also sent as the server name (SNI) in the handshake."""

class _Apigatewayv2IntegrationTlsConfigDict(TypedDict, total=False):
    server_name_to_verify: str | None

_Apigatewayv2IntegrationTlsConfigOrDict: TypeAlias = Apigatewayv2IntegrationTlsConfig | _Apigatewayv2IntegrationTlsConfigDict | Mapping[str, Any]

class Apigatewayv2IntegrationTlsConfigOutputReference(Reference):
    server_name_to_verify: str
    server_name_to_verify_input: Get[str | None]
    def reset_server_name_to_verify(self) -> None: ...
    internal_value: GetSet[Apigatewayv2IntegrationTlsConfig | None, _Apigatewayv2IntegrationTlsConfigOrDict | None]
