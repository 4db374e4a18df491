//! Every line that ends in the code of an error must be refused with it, and no other line may be.

use ferroform::App;
use ferroform_aws::apigatewayv2_api::CorsConfiguration;
use ferroform_aws::apigatewayv2_domain_name::DomainNameConfiguration;
use ferroform_aws::{Apigatewayv2Api, Apigatewayv2DomainName, Apigatewayv2IntegrationResponse};

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();
    let stack = app.stack("refused");
    let api = stack.add("api", Apigatewayv2Api::new("chat", "WEBSOCKET"))?;

    // an argument that does not exist
    stack.add("unknown", Apigatewayv2Api { colour: "red".into(), ..Apigatewayv2Api::new("chat", "HTTP") })?; // E0560
    // a required argument that is missing
    stack.add("missing", Apigatewayv2Api::new("chat"))?; // E0061
    // a value of the wrong type
    stack.add("wrong", Apigatewayv2Api::new(1, "HTTP"))?; // E0277
    stack.add("tags", Apigatewayv2Api { tags: "a".into(), ..Default::default() })?; // E0277
    stack.add("object", Apigatewayv2IntegrationResponse::new(api, "1122334", "/200/"))?; // E0277
    // a nested block: unknown, missing, wrong, and another one's
    let _ = DomainNameConfiguration { policy: "TLS_1_2".into(), ..Default::default() }; // E0560
    let _ = DomainNameConfiguration::new("arn:", "REGIONAL"); // E0061
    let _ = DomainNameConfiguration::new("arn:", "REGIONAL", 12); // E0277
    let _ = Apigatewayv2DomainName::new("api.example.com", CorsConfiguration::default()); // E0277
    // what only Terraform sets
    let _ = Apigatewayv2Api { arn: "arn:".into(), ..Default::default() }; // E0560
    // members that do not exist, in the construct and in a nested block
    let api = stack.add("members", Apigatewayv2Api::new("chat", "HTTP"))?;
    api.colour(); // E0599
    api.cors_configuration(0).colour(); // E0599
    // types of what comes back
    let _: ferroform::Value<bool> = api.name(); // E0308
    // an import ID that is another resource's
    stack.import::<Apigatewayv2IntegrationResponse>("example", "aabbccddee")?; // E0308
    app.synth()
}
