"""Nested blocks: single ones, several, three levels deep, dicts for them, and a reference into one."""

from typing import Any

from cdktn import App, TerraformStack
from constructs import Construct
from imports.aws.apigatewayv2_api import Apigatewayv2Api, Apigatewayv2ApiCorsConfiguration
from imports.aws.apigatewayv2_domain_name import (
    Apigatewayv2DomainName,
    Apigatewayv2DomainNameDomainNameConfiguration,
    Apigatewayv2DomainNameTimeouts,
)
from imports.aws.apigatewayv2_routing_rule import (
    Apigatewayv2RoutingRule,
    Apigatewayv2RoutingRuleAction,
    Apigatewayv2RoutingRuleActionInvokeApi,
    Apigatewayv2RoutingRuleCondition,
    Apigatewayv2RoutingRuleConditionMatchHeaders,
    Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf,
)
from imports.aws.apigatewayv2_stage import Apigatewayv2Stage
from imports.aws.provider import AwsProvider, AwsProviderDefaultTags


class Nested(TerraformStack):
    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        AwsProvider(
            self, "aws", region="eu-west-1", default_tags=[AwsProviderDefaultTags(tags={"team": "chat"})]
        )
        api = Apigatewayv2Api(
            self,
            "api",
            name="shop",
            protocol_type="HTTP",
            cors_configuration=Apigatewayv2ApiCorsConfiguration(
                allow_origins=["https://www.example.com"], allow_credentials=False, max_age=0
            ),
        )
        domain = Apigatewayv2DomainName(
            self,
            "domain",
            domain_name="api.example.com",
            domain_name_configuration=Apigatewayv2DomainNameDomainNameConfiguration(
                certificate_arn="arn:aws:acm:eu-west-1:123456789012:certificate/1",
                endpoint_type="REGIONAL",
                security_policy="TLS_1_2",
            ),
            timeouts=Apigatewayv2DomainNameTimeouts(create="15m"),
        )
        # Within lists, programs that were written for jsii have JavaScript's names.
        base_paths: dict[str, Any] = {"matchBasePaths": [{"anyOf": ["orders", "carts"]}]}
        Apigatewayv2RoutingRule(
            self,
            "rule",
            domain_name=domain.domain_name,
            priority=10,
            action=[
                Apigatewayv2RoutingRuleAction(
                    invoke_api=[Apigatewayv2RoutingRuleActionInvokeApi(api_id=api.id, stage="live")]
                )
            ],
            condition=[
                Apigatewayv2RoutingRuleCondition(
                    match_headers=[
                        Apigatewayv2RoutingRuleConditionMatchHeaders(
                            any_of=[
                                Apigatewayv2RoutingRuleConditionMatchHeadersAnyOf(
                                    header="x-version", value_glob="2*"
                                )
                            ]
                        )
                    ]
                ),
                base_paths,
            ],
        )
        Apigatewayv2Stage(
            self,
            "stage",
            api_id=api.id,
            name="live",
            stage_variables={"target": domain.domain_name_configuration.target_domain_name},
        )


app = App()
Nested(app, "nested")
app.synth()
