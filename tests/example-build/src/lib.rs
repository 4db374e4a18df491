//! A chat's API, with bindings that the build script writes: nothing generated is kept under version control.

pub mod cors;

/// What the build script wrote.
pub mod aws {
    ferroform::include!("aws");
}

use aws::{Apigatewayv2Api, Apigatewayv2Stage, AwsProvider};
use cors::Cors;
use ferroform::{App, Error, Stack};

/// Declares the API and the stage that deploys it.
///
/// # Errors
///
/// What a construct or the stack says of what it is given.
pub fn chat(app: &App) -> Result<Stack, Error> {
    let stack = app.stack("chat");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..AwsProvider::new() })?;
    let cors = Cors { seconds: 600.into(), ..Cors::new(["https://chat.example.org"]) };
    let api = Apigatewayv2Api { cors_configuration: cors.into(), ..Apigatewayv2Api::new("chat-web", "HTTP") };
    let api = stack.add("api", api)?;
    let stage =
        Apigatewayv2Stage { auto_deploy: true.into(), ..Apigatewayv2Stage::new(api.id(), "$default") };
    stack.add("stage", stage)?;
    Ok(stack)
}
