//! Nested blocks: single ones, several, three levels deep, and a reference into one.

use ferroform::App;
use ferroform_aws::apigatewayv2_api::CorsConfiguration;
use ferroform_aws::apigatewayv2_domain_name::{DomainNameConfiguration, Timeouts};
use ferroform_aws::apigatewayv2_routing_rule::{
    Action, AnyOf, Condition, InvokeApi, MatchBasePaths, MatchHeaders,
};
use ferroform_aws::provider::DefaultTags;
use ferroform_aws::{
    Apigatewayv2Api, Apigatewayv2DomainName, Apigatewayv2RoutingRule, Apigatewayv2Stage, AwsProvider,
};

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();
    let stack = app.stack("nested");
    stack.provider(AwsProvider {
        region: "eu-west-1".into(),
        default_tags: [DefaultTags { tags: [("team", "chat")].into() }].into(),
        ..Default::default()
    })?;
    let api = stack.add(
        "api",
        Apigatewayv2Api {
            cors_configuration: CorsConfiguration {
                allow_origins: ["https://www.example.com"].into(),
                allow_credentials: false.into(),
                max_age: 0.into(),
                ..Default::default()
            }
            .into(),
            ..Apigatewayv2Api::new("shop", "HTTP")
        },
    )?;
    let certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/1";
    let domain = stack.add(
        "domain",
        Apigatewayv2DomainName {
            timeouts: Timeouts { create: "15m".into(), ..Default::default() }.into(),
            ..Apigatewayv2DomainName::new(
                "api.example.com",
                DomainNameConfiguration::new(certificate, "REGIONAL", "TLS_1_2"),
            )
        },
    )?;
    stack.add(
        "rule",
        Apigatewayv2RoutingRule {
            action: [Action { invoke_api: [InvokeApi::new(api.id(), "live")].into() }].into(),
            condition: [
                Condition {
                    match_headers: [MatchHeaders { any_of: [AnyOf::new("x-version", "2*")].into() }].into(),
                    ..Default::default()
                },
                Condition {
                    match_base_paths: [MatchBasePaths::new(["orders", "carts"])].into(),
                    ..Default::default()
                },
            ]
            .into(),
            ..Apigatewayv2RoutingRule::new(domain.domain_name(), 10)
        },
    )?;
    stack.add(
        "stage",
        Apigatewayv2Stage {
            stage_variables: [("target", domain.domain_name_configuration(0).target_domain_name())].into(),
            ..Apigatewayv2Stage::new(api.id(), "live")
        },
    )?;
    app.synth()
}
