"""Resource `aws_apigatewayv2_routing_rule`"""

from collections.abc import Mapping, Sequence
from typing import Any
from typing_extensions import Required, TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, ListItem, ListOf, MetaArguments, Resource, Struct

class Apigatewayv2RoutingRule(Resource):
    """Sends requests to a custom domain name to the stage of a REST API when its conditions hold. The domain name's `routing_mode` has to allow rules. The import ID is the rule's ARN.

    AWS describes [routing rules](https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html).

    Import ID: `arn:{partition}:apigateway:{region}:{account_id}:/domainnames/{domain_name}/routingrules/{routing_rule_id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_routing_rule
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        domain_name: str,
        priority: float,
        region: str | None = None,
        action: Sequence[_Apigatewayv2RoutingRuleActionOrDict] | IResolvable | None = None,
        condition: Sequence[_Apigatewayv2RoutingRuleConditionOrDict] | IResolvable | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param domain_name: Custom domain name, as managed by `aws_apigatewayv2_domain_name`. Changing it replaces the rule.
            1 to 512 characters.
        :param priority: Place of the rule in the order of evaluation, lowest first. No two rules of a domain name may share it.
            1 to 1000000.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param action: What happens to a request that meets every condition.
            At least 1 items.
            At most 1 items.
        :param condition: A condition on the request, either on its headers or on its base path: at most two of the first kind and one of the second. All of them have to hold.
            At least 1 items.
            At most 3 items.
        """

    domain_name: str
    domain_name_input: Get[str | None]
    priority: float
    priority_input: Get[float | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    routing_rule_arn: Get[str]
    """ARN of the rule."""
    routing_rule_id: Get[str]
    """Identifier that API Gateway gave the rule."""
    action: Get[Apigatewayv2RoutingRuleActionList]
    action_input: Get[list[Apigatewayv2RoutingRuleAction] | IResolvable | None]
    def put_action(self, value: Sequence[_Apigatewayv2RoutingRuleActionOrDict] | IResolvable) -> None: ...
    def reset_action(self) -> None: ...
    condition: Get[Apigatewayv2RoutingRuleConditionList]
    condition_input: Get[list[Apigatewayv2RoutingRuleCondition] | IResolvable | None]
    def put_condition(self, value: Sequence[_Apigatewayv2RoutingRuleConditionOrDict] | IResolvable) -> None: ...
    def reset_condition(self) -> None: ...

class Apigatewayv2RoutingRuleConfig(Config):
    """All arguments of `Apigatewayv2RoutingRule`."""
    domain_name: str
    priority: float
    region: str | None = None
    action: Sequence[_Apigatewayv2RoutingRuleActionOrDict] | IResolvable | None = None
    condition: Sequence[_Apigatewayv2RoutingRuleConditionOrDict] | IResolvable | None = None

class Apigatewayv2RoutingRuleActionInvokeApi(Struct):
    """`action.invoke_api`"""
    api_id: str
    """Identifier of the REST API."""
    stage: str
    """Name of the REST API's stage."""
    strip_base_path: bool | IResolvable | None = None
    """Whether the matched base path is removed before the stage sees the request."""

class _Apigatewayv2RoutingRuleActionInvokeApiDict(TypedDict, total=False):
    api_id: Required[str]
    stage: Required[str]
    strip_base_path: bool | IResolvable | None

_Apigatewayv2RoutingRuleActionInvokeApiOrDict: TypeAlias = Apigatewayv2RoutingRuleActionInvokeApi | _Apigatewayv2RoutingRuleActionInvokeApiDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleActionInvokeApiOutputReference(ListItem):
    api_id: str
    api_id_input: Get[str | None]
    stage: str
    stage_input: Get[str | None]
    strip_base_path: GetSet[IResolvable, bool | IResolvable]
    strip_base_path_input: Get[bool | IResolvable | None]
    def reset_strip_base_path(self) -> None: ...
    internal_value: GetSet[Apigatewayv2RoutingRuleActionInvokeApi | IResolvable | None, _Apigatewayv2RoutingRuleActionInvokeApiOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleActionInvokeApiList(ListOf[Apigatewayv2RoutingRuleActionInvokeApiOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleActionInvokeApi] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleActionInvokeApiOrDict] | IResolvable | None]

class Apigatewayv2RoutingRuleAction(Struct):
    """`action`"""
    invoke_api: Sequence[_Apigatewayv2RoutingRuleActionInvokeApiOrDict] | IResolvable | None = None
    """Hands the request to a stage of a REST API.
    At least 1 items.
    At most 1 items.
    """

class _Apigatewayv2RoutingRuleActionDict(TypedDict, total=False):
    invoke_api: Sequence[_Apigatewayv2RoutingRuleActionInvokeApiOrDict] | IResolvable | None

_Apigatewayv2RoutingRuleActionOrDict: TypeAlias = Apigatewayv2RoutingRuleAction | _Apigatewayv2RoutingRuleActionDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleActionOutputReference(ListItem):
    invoke_api: Get[Apigatewayv2RoutingRuleActionInvokeApiList]
    invoke_api_input: Get[list[Apigatewayv2RoutingRuleActionInvokeApi] | IResolvable | None]
    def put_invoke_api(self, value: Sequence[_Apigatewayv2RoutingRuleActionInvokeApiOrDict] | IResolvable) -> None: ...
    def reset_invoke_api(self) -> None: ...
    internal_value: GetSet[Apigatewayv2RoutingRuleAction | IResolvable | None, _Apigatewayv2RoutingRuleActionOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleActionList(ListOf[Apigatewayv2RoutingRuleActionOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleAction] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleActionOrDict] | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchBasePaths(Struct):
    """`condition.match_base_paths`"""
    any_of: Sequence[str]
    """Base paths, upper and lower case told apart."""

class _Apigatewayv2RoutingRuleConditionMatchBasePathsDict(TypedDict, total=False):
    any_of: Required[Sequence[str]]

_Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict: TypeAlias = Apigatewayv2RoutingRuleConditionMatchBasePaths | _Apigatewayv2RoutingRuleConditionMatchBasePathsDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleConditionMatchBasePathsOutputReference(ListItem):
    any_of: list[str]
    any_of_input: Get[list[str] | None]
    internal_value: GetSet[Apigatewayv2RoutingRuleConditionMatchBasePaths | IResolvable | None, _Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchBasePathsList(ListOf[Apigatewayv2RoutingRuleConditionMatchBasePathsOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleConditionMatchBasePaths] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict] | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf(Struct):
    """`condition.match_headers.any_of`"""
    header: str
    """Name of the header, upper and lower case not told apart.
    At most 40 characters.
    """
    value_glob: str
    """The header's whole value, upper and lower case told apart, with `*` as a wildcard at the beginning, at the end, or both.
    At most 128 characters.
    """

class _Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfDict(TypedDict, total=False):
    header: Required[str]
    value_glob: Required[str]

_Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict: TypeAlias = Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf | _Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOutputReference(ListItem):
    header: str
    header_input: Get[str | None]
    value_glob: str
    value_glob_input: Get[str | None]
    internal_value: GetSet[Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf | IResolvable | None, _Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfList(ListOf[Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict] | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchHeaders(Struct):
    """`condition.match_headers`"""
    any_of: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict] | IResolvable | None = None
    """The header and its value.
    At least 1 items.
    At most 1 items.
    """

class _Apigatewayv2RoutingRuleConditionMatchHeadersDict(TypedDict, total=False):
    any_of: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict] | IResolvable | None

_Apigatewayv2RoutingRuleConditionMatchHeadersOrDict: TypeAlias = Apigatewayv2RoutingRuleConditionMatchHeaders | _Apigatewayv2RoutingRuleConditionMatchHeadersDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleConditionMatchHeadersOutputReference(ListItem):
    any_of: Get[Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfList]
    any_of_input: Get[list[Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf] | IResolvable | None]
    def put_any_of(self, value: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersAnyOfOrDict] | IResolvable) -> None: ...
    def reset_any_of(self) -> None: ...
    internal_value: GetSet[Apigatewayv2RoutingRuleConditionMatchHeaders | IResolvable | None, _Apigatewayv2RoutingRuleConditionMatchHeadersOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleConditionMatchHeadersList(ListOf[Apigatewayv2RoutingRuleConditionMatchHeadersOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleConditionMatchHeaders] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersOrDict] | IResolvable | None]

class Apigatewayv2RoutingRuleCondition(Struct):
    """`condition`"""
    match_base_paths: Sequence[_Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict] | IResolvable | None = None
    """Holds when the request's path begins with one of the given base paths.
    At most 1 items.
    """
    match_headers: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersOrDict] | IResolvable | None = None
    """Holds when the request has the given header.
    At most 1 items.
    """

class _Apigatewayv2RoutingRuleConditionDict(TypedDict, total=False):
    match_base_paths: Sequence[_Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict] | IResolvable | None
    match_headers: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersOrDict] | IResolvable | None

_Apigatewayv2RoutingRuleConditionOrDict: TypeAlias = Apigatewayv2RoutingRuleCondition | _Apigatewayv2RoutingRuleConditionDict | Mapping[str, Any]

class Apigatewayv2RoutingRuleConditionOutputReference(ListItem):
    match_base_paths: Get[Apigatewayv2RoutingRuleConditionMatchBasePathsList]
    match_base_paths_input: Get[list[Apigatewayv2RoutingRuleConditionMatchBasePaths] | IResolvable | None]
    def put_match_base_paths(self, value: Sequence[_Apigatewayv2RoutingRuleConditionMatchBasePathsOrDict] | IResolvable) -> None: ...
    def reset_match_base_paths(self) -> None: ...
    match_headers: Get[Apigatewayv2RoutingRuleConditionMatchHeadersList]
    match_headers_input: Get[list[Apigatewayv2RoutingRuleConditionMatchHeaders] | IResolvable | None]
    def put_match_headers(self, value: Sequence[_Apigatewayv2RoutingRuleConditionMatchHeadersOrDict] | IResolvable) -> None: ...
    def reset_match_headers(self) -> None: ...
    internal_value: GetSet[Apigatewayv2RoutingRuleCondition | IResolvable | None, _Apigatewayv2RoutingRuleConditionOrDict | IResolvable | None]

class Apigatewayv2RoutingRuleConditionList(ListOf[Apigatewayv2RoutingRuleConditionOutputReference]):
    internal_value: GetSet[list[Apigatewayv2RoutingRuleCondition] | IResolvable | None, Sequence[_Apigatewayv2RoutingRuleConditionOrDict] | IResolvable | None]
