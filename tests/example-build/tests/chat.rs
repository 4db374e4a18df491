//! What the program declares, and what its own rules refuse.

use ferroform::{App, Resource as _};
use ferroform_example_build::aws::Apigatewayv2Api;
use ferroform_example_build::cors::Cors;

#[test]
fn the_stack_has_what_the_build_script_wrote() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::with_outdir(folder.path());
    let stack = ferroform_example_build::chat(&app).expect("a stack");
    insta::assert_snapshot!(stack.to_json().expect("a stack that can be written"));
}

#[test]
fn the_rules_of_the_house_are_kept() {
    let cors = Cors { seconds: 86_400.into(), ..Cors::new(["https://chat.example.org"]) };
    let api = Apigatewayv2Api { cors_configuration: cors.into(), ..Apigatewayv2Api::new("web", "HTTP") };
    let violations: Vec<_> = api.validate().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(violations.join("\n"));
}
