"""Resource `aws_apigatewayv2_stage`"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal
from typing_extensions import Required, TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, ListItem, ListOf, MetaArguments, Reference, Resource, Struct

class Apigatewayv2Stage(Resource):
    """A named place where a deployment of an API can be called, with its logging and throttling. The stage that `target` of an `aws_apigatewayv2_api` creates cannot be imported.

    AWS describes [stages](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html).

    Import ID: `{api_id}/{name}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_stage
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        name: str,
        auto_deploy: bool | IResolvable | None = None,
        client_certificate_id: str | None = None,
        deployment_id: str | None = None,
        description: str | None = None,
        id: str | None = None,
        region: str | None = None,
        stage_variables: Mapping[str, str] | None = None,
        tags: Mapping[str, str] | None = None,
        tags_all: Mapping[str, str] | None = None,
        access_log_settings: _Apigatewayv2StageAccessLogSettingsOrDict | None = None,
        default_route_settings: _Apigatewayv2StageDefaultRouteSettingsOrDict | None = None,
        route_settings: Sequence[_Apigatewayv2StageRouteSettingsOrDict] | IResolvable | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the stage.
        :param name: Name of the stage: letters, digits, `-` and `_`, or `$default` for the stage of an HTTP API that answers at the root. Changing it replaces the stage.
            1 to 128 characters.
            Matches `^([0-9A-Za-z_-]+|\\$default)$`.
        :param auto_deploy: Whether a change of the API is deployed to the stage at once. HTTP APIs only.
            Default: `false`.
        :param client_certificate_id: Identifier of the `aws_api_gateway_client_certificate` that API Gateway presents to backends. WebSocket APIs only.
        :param deployment_id: Identifier of the `aws_apigatewayv2_deployment` that the stage serves. Leave it out with `auto_deploy`.
        :param description: What the stage is for.
            At most 1024 characters.
        :param id: Name of the stage.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param stage_variables: Variables that integrations and authorizers can refer to as `stageVariables`.
        :param tags: Tags of the stage. A tag with the key of one in the provider's `default_tags` takes its place.
        :param tags_all: All tags of the stage, those from the provider's `default_tags` included.
        :param access_log_settings: Access logging of the stage. The account needs permission to write logs, which `aws_api_gateway_account` gives.
        :param default_route_settings: Settings for routes that have no block of their own in `route_settings`.
        :param route_settings: Settings for one route.
        """

    api_id: str
    api_id_input: Get[str | None]
    arn: Get[str]
    """ARN of the stage."""
    auto_deploy: GetSet[IResolvable, bool | IResolvable]
    auto_deploy_input: Get[bool | IResolvable | None]
    def reset_auto_deploy(self) -> None: ...
    client_certificate_id: str
    client_certificate_id_input: Get[str | None]
    def reset_client_certificate_id(self) -> None: ...
    deployment_id: str
    deployment_id_input: Get[str | None]
    def reset_deployment_id(self) -> None: ...
    description: str
    description_input: Get[str | None]
    def reset_description(self) -> None: ...
    execution_arn: Get[str]
    """Prefix of the ARNs that stand for calls of the stage, for `source_arn` of an `aws_lambda_permission` and, with a WebSocket API, for IAM policies on the `@connections` API."""
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    invoke_url: Get[str]
    """URL under which the stage is called. It ends with the stage's name, except for the stage `$default` of an HTTP API."""
    name: str
    name_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    stage_variables: Mapping[str, str]
    stage_variables_input: Get[Mapping[str, str] | None]
    def reset_stage_variables(self) -> None: ...
    tags: Mapping[str, str]
    tags_input: Get[Mapping[str, str] | None]
    def reset_tags(self) -> None: ...
    tags_all: Mapping[str, str]
    tags_all_input: Get[Mapping[str, str] | None]
    def reset_tags_all(self) -> None: ...
    access_log_settings: Get[Apigatewayv2StageAccessLogSettingsOutputReference]
    access_log_settings_input: Get[Apigatewayv2StageAccessLogSettings | None]
    def put_access_log_settings(self, **value: Unpack[_Apigatewayv2StageAccessLogSettingsDict]) -> None: ...
    def reset_access_log_settings(self) -> None: ...
    default_route_settings: Get[Apigatewayv2StageDefaultRouteSettingsOutputReference]
    default_route_settings_input: Get[Apigatewayv2StageDefaultRouteSettings | None]
    def put_default_route_settings(self, **value: Unpack[_Apigatewayv2StageDefaultRouteSettingsDict]) -> None: ...
    def reset_default_route_settings(self) -> None: ...
    route_settings: Get[Apigatewayv2StageRouteSettingsList]
    route_settings_input: Get[list[Apigatewayv2StageRouteSettings] | IResolvable | None]
    def put_route_settings(self, value: Sequence[_Apigatewayv2StageRouteSettingsOrDict] | IResolvable) -> None: ...
    def reset_route_settings(self) -> None: ...

class Apigatewayv2StageConfig(Config):
    """All arguments of `Apigatewayv2Stage`."""
    api_id: str
    name: str
    auto_deploy: bool | IResolvable | None = None
    client_certificate_id: str | None = None
    deployment_id: str | None = None
    description: str | None = None
    id: str | None = None
    region: str | None = None
    stage_variables: Mapping[str, str] | None = None
    tags: Mapping[str, str] | None = None
    tags_all: Mapping[str, str] | None = None
    access_log_settings: _Apigatewayv2StageAccessLogSettingsOrDict | None = None
    default_route_settings: _Apigatewayv2StageDefaultRouteSettingsOrDict | None = None
    route_settings: Sequence[_Apigatewayv2StageRouteSettingsOrDict] | IResolvable | None = None

class Apigatewayv2StageAccessLogSettings(Struct):
    """`access_log_settings`"""
    destination_arn: str
    """ARN of the CloudWatch log group that takes the access log. A trailing `:*` is removed.
    Matches `^arn:aws[a-z-]*:`.
    """
    format: str
    """What a line of the access log holds: text on one line with `$context` variables, `$context.requestId` among them."""

class _Apigatewayv2StageAccessLogSettingsDict(TypedDict, total=False):
    destination_arn: Required[str]
    format: Required[str]

_Apigatewayv2StageAccessLogSettingsOrDict: TypeAlias = Apigatewayv2StageAccessLogSettings | _Apigatewayv2StageAccessLogSettingsDict | Mapping[str, Any]

class Apigatewayv2StageAccessLogSettingsOutputReference(Reference):
    destination_arn: str
    destination_arn_input: Get[str | None]
    format: str
    format_input: Get[str | None]
    internal_value: GetSet[Apigatewayv2StageAccessLogSettings | None, _Apigatewayv2StageAccessLogSettingsOrDict | None]

class Apigatewayv2StageDefaultRouteSettings(Struct):
    """`default_route_settings`"""
    data_trace_enabled: bool | IResolvable | None = None
    """Whether whole requests and responses are logged. WebSocket APIs only.
    Default: `false`.
    """
    detailed_metrics_enabled: bool | IResolvable | None = None
    """Whether CloudWatch metrics are kept per route.
    Default: `false`.
    """
    logging_level: Literal["ERROR", "INFO", "OFF"] | str | None = None
    """How much is logged. WebSocket APIs only. Terraform notices changes made elsewhere only where the argument is given.
    Default: `OFF`.
    """
    throttling_burst_limit: float | None = None
    """Requests that may be in progress at once before callers are throttled."""
    throttling_rate_limit: float | None = None
    """Requests per second, in the long run, before callers are throttled."""

class _Apigatewayv2StageDefaultRouteSettingsDict(TypedDict, total=False):
    data_trace_enabled: bool | IResolvable | None
    detailed_metrics_enabled: bool | IResolvable | None
    logging_level: Literal["ERROR", "INFO", "OFF"] | str | None
    throttling_burst_limit: float | None
    throttling_rate_limit: float | None

_Apigatewayv2StageDefaultRouteSettingsOrDict: TypeAlias = Apigatewayv2StageDefaultRouteSettings | _Apigatewayv2StageDefaultRouteSettingsDict | Mapping[str, Any]

class Apigatewayv2StageDefaultRouteSettingsOutputReference(Reference):
    data_trace_enabled: GetSet[IResolvable, bool | IResolvable]
    data_trace_enabled_input: Get[bool | IResolvable | None]
    def reset_data_trace_enabled(self) -> None: ...
    detailed_metrics_enabled: GetSet[IResolvable, bool | IResolvable]
    detailed_metrics_enabled_input: Get[bool | IResolvable | None]
    def reset_detailed_metrics_enabled(self) -> None: ...
    logging_level: str
    logging_level_input: Get[str | None]
    def reset_logging_level(self) -> None: ...
    throttling_burst_limit: float
    throttling_burst_limit_input: Get[float | None]
    def reset_throttling_burst_limit(self) -> None: ...
    throttling_rate_limit: float
    throttling_rate_limit_input: Get[float | None]
    def reset_throttling_rate_limit(self) -> None: ...
    internal_value: GetSet[Apigatewayv2StageDefaultRouteSettings | None, _Apigatewayv2StageDefaultRouteSettingsOrDict | None]

class Apigatewayv2StageRouteSettings(Struct):
    """`route_settings`"""
    route_key: str
    """Key of the route."""
    data_trace_enabled: bool | IResolvable | None = None
    """Whether whole requests and responses are logged. WebSocket APIs only.
    Default: `false`.
    """
    detailed_metrics_enabled: bool | IResolvable | None = None
    """Whether CloudWatch metrics are kept for the route.
    Default: `false`.
    """
    logging_level: Literal["ERROR", "INFO", "OFF"] | str | None = None
    """How much is logged. WebSocket APIs only. Terraform notices changes made elsewhere only where the argument is given.
    Default: `OFF`.
    """
    throttling_burst_limit: float | None = None
    """Requests that may be in progress at once before callers are throttled."""
    throttling_rate_limit: float | None = None
    """Requests per second, in the long run, before callers are throttled."""

class _Apigatewayv2StageRouteSettingsDict(TypedDict, total=False):
    route_key: Required[str]
    data_trace_enabled: bool | IResolvable | None
    detailed_metrics_enabled: bool | IResolvable | None
    logging_level: Literal["ERROR", "INFO", "OFF"] | str | None
    throttling_burst_limit: float | None
    throttling_rate_limit: float | None

_Apigatewayv2StageRouteSettingsOrDict: TypeAlias = Apigatewayv2StageRouteSettings | _Apigatewayv2StageRouteSettingsDict | Mapping[str, Any]

class Apigatewayv2StageRouteSettingsOutputReference(ListItem):
    data_trace_enabled: GetSet[IResolvable, bool | IResolvable]
    data_trace_enabled_input: Get[bool | IResolvable | None]
    def reset_data_trace_enabled(self) -> None: ...
    detailed_metrics_enabled: GetSet[IResolvable, bool | IResolvable]
    detailed_metrics_enabled_input: Get[bool | IResolvable | None]
    def reset_detailed_metrics_enabled(self) -> None: ...
    logging_level: str
    logging_level_input: Get[str | None]
    def reset_logging_level(self) -> None: ...
    route_key: str
    route_key_input: Get[str | None]
    throttling_burst_limit: float
    throttling_burst_limit_input: Get[float | None]
    def reset_throttling_burst_limit(self) -> None: ...
    throttling_rate_limit: float
    throttling_rate_limit_input: Get[float | None]
    def reset_throttling_rate_limit(self) -> None: ...
    internal_value: GetSet[Apigatewayv2StageRouteSettings | IResolvable | None, _Apigatewayv2StageRouteSettingsOrDict | IResolvable | None]

class Apigatewayv2StageRouteSettingsList(ListOf[Apigatewayv2StageRouteSettingsOutputReference]):
    internal_value: GetSet[list[Apigatewayv2StageRouteSettings] | IResolvable | None, Sequence[_Apigatewayv2StageRouteSettingsOrDict] | IResolvable | None]
