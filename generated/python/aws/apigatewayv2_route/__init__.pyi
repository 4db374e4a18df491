"""Resource `aws_apigatewayv2_route`"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from typing_extensions import Required, TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, ListItem, ListOf, MetaArguments, Resource, Struct

class Apigatewayv2Route(Resource):
    """Leads requests of an API to an integration. The route that `target` of an `aws_apigatewayv2_api` creates cannot be imported.

    AWS describes [routes for HTTP APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html) and [for WebSocket APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html).

    Import ID: `{api_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_route
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        route_key: str,
        api_key_required: bool | IResolvable | None = None,
        authorization_scopes: Sequence[str] | None = None,
        authorization_type: Literal["AWS_IAM", "CUSTOM", "JWT", "NONE"] | str | None = None,
        authorizer_id: str | None = None,
        id: str | None = None,
        model_selection_expression: str | None = None,
        operation_name: str | None = None,
        region: str | None = None,
        request_models: Mapping[str, str] | None = None,
        route_response_selection_expression: str | None = None,
        target: str | None = None,
        request_parameter: Sequence[_Apigatewayv2RouteRequestParameterOrDict] | IResolvable | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the route.
        :param route_key: Which requests take the route. In an HTTP API, a method and a path such as `GET /pets`, or `$default`; in a WebSocket API, a value of the route selection expression, `$connect`, `$disconnect` or `$default`.
        :param api_key_required: Whether callers have to present an API key. WebSocket APIs only.
            Default: `false`.
        :param authorization_scopes: Scopes of which a caller's token needs at least one. For `JWT` authorization.
        :param authorization_type: Who may call the route: everybody, holders of IAM permissions, or whoever a Lambda function (`CUSTOM`) or, in an HTTP API, a JSON Web Token lets in.
            Default: `NONE`.
        :param authorizer_id: Identifier of the `aws_apigatewayv2_authorizer`, for the authorization types `CUSTOM` and `JWT`.
        :param id: Identifier that API Gateway gave the route.
        :param model_selection_expression: Expression by which API Gateway selects one of `request_models`. WebSocket APIs only.
        :param operation_name: Name of the operation that the route stands for.
            1 to 64 characters.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param request_models: Names of models for the request payload, by the key that `model_selection_expression` yields. WebSocket APIs only.
        :param route_response_selection_expression: Expression by which API Gateway selects the route response; `$default` lets the route answer. WebSocket APIs only.
        :param target: The integration, as `integrations/` and the identifier of an `aws_apigatewayv2_integration`.
            1 to 128 characters.
        :param request_parameter: A parameter of the request that the route knows. WebSocket APIs only.
        """

    api_id: str
    api_id_input: Get[str | None]
    api_key_required: GetSet[IResolvable, bool | IResolvable]
    api_key_required_input: Get[bool | IResolvable | None]
    def reset_api_key_required(self) -> None: ...
    authorization_scopes: list[str]
    authorization_scopes_input: Get[list[str] | None]
    def reset_authorization_scopes(self) -> None: ...
    authorization_type: str
    authorization_type_input: Get[str | None]
    def reset_authorization_type(self) -> None: ...
    authorizer_id: str
    authorizer_id_input: Get[str | None]
    def reset_authorizer_id(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    model_selection_expression: str
    model_selection_expression_input: Get[str | None]
    def reset_model_selection_expression(self) -> None: ...
    operation_name: str
    operation_name_input: Get[str | None]
    def reset_operation_name(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    request_models: Mapping[str, str]
    request_models_input: Get[Mapping[str, str] | None]
    def reset_request_models(self) -> None: ...
    route_key: str
    route_key_input: Get[str | None]
    route_response_selection_expression: str
    route_response_selection_expression_input: Get[str | None]
    def reset_route_response_selection_expression(self) -> None: ...
    target: str
    target_input: Get[str | None]
    def reset_target(self) -> None: ...
    request_parameter: Get[Apigatewayv2RouteRequestParameterList]
    request_parameter_input: Get[list[Apigatewayv2RouteRequestParameter] | IResolvable | None]
    def put_request_parameter(self, value: Sequence[_Apigatewayv2RouteRequestParameterOrDict] | IResolvable) -> None: ...
    def reset_request_parameter(self) -> None: ...

class Apigatewayv2RouteConfig(Config):
    """All arguments of `Apigatewayv2Route`."""
    api_id: str
    route_key: str
    api_key_required: bool | IResolvable | None = None
    authorization_scopes: Sequence[str] | None = None
    authorization_type: Literal["AWS_IAM", "CUSTOM", "JWT", "NONE"] | str | None = None
    authorizer_id: str | None = None
    id: str | None = None
    model_selection_expression: str | None = None
    operation_name: str | None = None
    region: str | None = None
    request_models: Mapping[str, str] | None = None
    route_response_selection_expression: str | None = None
    target: str | None = None
    request_parameter: Sequence[_Apigatewayv2RouteRequestParameterOrDict] | IResolvable | None = None

class Apigatewayv2RouteRequestParameter(Struct):
    """`request_parameter`"""
    request_parameter_key: str
    """The parameter, such as `route.request.querystring.authToken`."""
    required: bool | IResolvable
    """Whether a request without the parameter is rejected."""

class _Apigatewayv2RouteRequestParameterDict(TypedDict, total=False):
    request_parameter_key: Required[str]
    required: Required[bool | IResolvable]

_Apigatewayv2RouteRequestParameterOrDict: TypeAlias = Apigatewayv2RouteRequestParameter | _Apigatewayv2RouteRequestParameterDict | Mapping[str, Any]

class Apigatewayv2RouteRequestParameterOutputReference(ListItem):
    request_parameter_key: str
    request_parameter_key_input: Get[str | None]
    required: GetSet[IResolvable, bool | IResolvable]
    required_input: Get[bool | IResolvable | None]
    internal_value: GetSet[Apigatewayv2RouteRequestParameter | IResolvable | None, _Apigatewayv2RouteRequestParameterOrDict | IResolvable | None]

class Apigatewayv2RouteRequestParameterList(ListOf[Apigatewayv2RouteRequestParameterOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RouteRequestParameter] | IResolvable | None, Sequence[_Apigatewayv2RouteRequestParameterOrDict] | IResolvable | None]
