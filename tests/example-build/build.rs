//! Writes the bindings of what the program uses.

use ferroform_generator::{Config, Problems};

fn main() -> Result<(), Problems> {
    Config::new()
        .schema("../../schemas/aws-apigatewayv2.json")
        .overrides("../../schemas/aws.overrides.json")
        .only(["aws_apigatewayv2_api", "aws_apigatewayv2_stage"])
        .provider("hashicorp/aws", "~> 6.0")
        // A rule of the house, checked with the provider's own.
        .field_attribute("aws_apigatewayv2_api.name", r#"#[tf(pattern("^chat-"))]"#)
        .type_attribute("aws_apigatewayv2_api", r#"#[doc(alias = "websocket")]"#)
        .replace_type("aws_apigatewayv2_api.cors_configuration", "crate::cors::Cors")
        .generate()
}
