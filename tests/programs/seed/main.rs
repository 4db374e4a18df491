//! The programs of the provider's page, given the API and the integration that they refer to.

use ferroform::App;
use ferroform_aws::{Apigatewayv2Api, Apigatewayv2Integration, Apigatewayv2IntegrationResponse, AwsProvider};

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();

    let basic = app.stack("basic");
    basic.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let api = basic.add("api", Apigatewayv2Api::new("chat", "WEBSOCKET"))?;
    let integration = basic.add("integration", Apigatewayv2Integration::new(api.id(), "MOCK"))?;
    basic.add("example", Apigatewayv2IntegrationResponse::new(api.id(), integration.id(), "/200/"))?;

    let import = app.stack("import");
    import.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    import.import::<Apigatewayv2IntegrationResponse>("example", "aabbccddee/1122334/998877".parse()?)?;

    app.synth()
}
