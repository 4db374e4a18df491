//! A program that does not fit the schema is refused, by Terraform where it can tell.

use ferroform_tests::{Project, root, terraform};
use serde_json::{Value, json};

#[test]
fn what_does_not_fit_the_schema_is_refused() {
    let Some(terraform) = terraform() else { return };
    let terraform = terraform.with_stub_provider(&root().join("schemas/aws-apigatewayv2.json"));
    let api = |more: Value| {
        let mut api = json!({ "name": "chat", "protocol_type": "HTTP" });
        api.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "resource": { "aws_apigatewayv2_api": { "chat": api } } })
    };
    let cases = [
        (api(json!({ "protocol_type": null })), "The argument \"protocol_type\" is required"),
        (api(json!({ "nope": 1 })), "No argument or block type is named \"nope\""),
        (api(json!({ "tags": "x" })), "Inappropriate value for attribute \"tags\": map of string required"),
        (api(json!({ "cors_configuration": [{}, {}] })), "No more than 1 \"cors_configuration\" blocks"),
        (api(json!({ "arn": "x" })), "Value for unconfigurable attribute"),
        (json!({ "data": { "aws_nope": { "x": {} } } }), "does not support data source \"aws_nope\""),
        (json!({ "resource": { "aws_nope": { "x": {} } } }), "does not support resource type \"aws_nope\""),
    ];
    for (program, expected) in cases {
        let project = Project::new();
        project.write("main.tf.json", &program.to_string());
        let validated = terraform.run(project.path(), &["validate"]);
        assert_eq!(validated.code, Some(1), "{program}");
        let said = validated.said();
        // Terraform draws a box and breaks lines within.
        let said = said.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(expected), "{program}\n{said}");
    }
}
