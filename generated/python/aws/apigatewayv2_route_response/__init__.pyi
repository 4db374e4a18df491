"""Resource `aws_apigatewayv2_route_response`"""

from collections.abc import Mapping
from typing_extensions import Unpack
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2RouteResponse(Resource):
    """Lets a route of a WebSocket API answer its caller.

    AWS describes [route responses](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html).

    Import ID: `{api_id}/{route_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_route_response
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        route_id: str,
        route_response_key: str,
        id: str | None = None,
        model_selection_expression: str | None = None,
        region: str | None = None,
        response_models: Mapping[str, str] | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the route response.
        :param route_id: Identifier of the `aws_apigatewayv2_route`. Changing it replaces the route response.
        :param route_response_key: Which responses are meant; API Gateway knows `$default`.
        :param id: Identifier that API Gateway gave the route response.
        :param model_selection_expression: Expression by which API Gateway selects one of `response_models`.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param response_models: Names of models for the response payload, by the key that `model_selection_expression` yields.
        """

    api_id: str
    api_id_input: Get[str | None]
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    model_selection_expression: str
    model_selection_expression_input: Get[str | None]
    def reset_model_selection_expression(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    response_models: Mapping[str, str]
    response_models_input: Get[Mapping[str, str] | None]
    def reset_response_models(self) -> None: ...
    route_id: str
    route_id_input: Get[str | None]
    route_response_key: str
    route_response_key_input: Get[str | None]

class Apigatewayv2RouteResponseConfig(Config):
    """All arguments of `Apigatewayv2RouteResponse`."""
    api_id: str
    route_id: str
    route_response_key: str
    id: str | None = None
    model_selection_expression: str | None = None
    region: str | None = None
    response_models: Mapping[str, str] | None = None
