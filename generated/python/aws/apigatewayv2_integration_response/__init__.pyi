"""Resource `aws_apigatewayv2_integration_response`"""

from collections.abc import Mapping
from typing import Literal
from typing_extensions import Unpack
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2IntegrationResponse(Resource):
    """How a WebSocket API handles a response of an integration before it reaches the caller.

    AWS describes [integration responses](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html).

    Import ID: `{api_id}/{integration_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_integration_response
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        integration_id: str,
        integration_response_key: str,
        content_handling_strategy: Literal["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] | str | None = None,
        id: str | None = None,
        region: str | None = None,
        response_templates: Mapping[str, str] | None = None,
        template_selection_expression: str | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the integration response.
        :param integration_id: Identifier of the `aws_apigatewayv2_integration`. Changing it replaces the integration response.
        :param integration_response_key: Which responses are meant: `$default`, or a regular expression between slashes for the status code, such as `/200/`.
        :param content_handling_strategy: How response payloads are converted between text and binary; without it they pass unchanged.
        :param id: Identifier that API Gateway gave the integration response.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param response_templates: Velocity templates for the response payload, by content type.
        :param template_selection_expression: Expression by which API Gateway selects one of `response_templates`.
        """

    api_id: str
    api_id_input: Get[str | None]
    content_handling_strategy: str
    content_handling_strategy_input: Get[str | None]
    def reset_content_handling_strategy(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    integration_id: str
    integration_id_input: Get[str | None]
    integration_response_key: str
    integration_response_key_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    response_templates: Mapping[str, str]
    response_templates_input: Get[Mapping[str, str] | None]
    def reset_response_templates(self) -> None: ...
    template_selection_expression: str
    template_selection_expression_input: Get[str | None]
    def reset_template_selection_expression(self) -> None: ...

class Apigatewayv2IntegrationResponseConfig(Config):
    """All arguments of `Apigatewayv2IntegrationResponse`."""
    api_id: str
    integration_id: str
    integration_response_key: str
    content_handling_strategy: Literal["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] | str | None = None
    id: str | None = None
    region: str | None = None
    response_templates: Mapping[str, str] | None = None
    template_selection_expression: str | None = None
