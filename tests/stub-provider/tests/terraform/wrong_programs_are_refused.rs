//! A program that does not fit the schema is refused, by Terraform where it can tell.

use ferroform_tests::{Project, root, terraform};
use serde_json::{Value, json};

#[test]
fn what_does_not_fit_the_schema_is_refused() {
    let Some(terraform) = terraform() else { return };
    let terraform = terraform.with_stub_provider(&root().join("schemas/aws-apigatewayv2.json"));
    let resource = |kind: &str, body: Value| json!({ "resource": { kind: { "it": body } } });
    let integration = |more: Value| {
        let mut body = json!({ "api_id": "a1", "integration_type": "HTTP_PROXY" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        resource("aws_apigatewayv2_integration", body)
    };
    let link = |subnets: Value| {
        let body = json!({ "name": "internal", "security_group_ids": [], "subnet_ids": subnets });
        resource("aws_apigatewayv2_vpc_link", body)
    };
    let stage = |key: &str, value: Value| {
        resource("aws_apigatewayv2_stage", json!({ "api_id": "a1", "name": "beta", key: value }))
    };
    let certificate = |name: &str| json!({ "server_name_to_verify": name });
    let cases = [
        (link(Value::Null), "The argument \"subnet_ids\" is required"),
        (
            link(json!({ "a": true })),
            "Inappropriate value for attribute \"subnet_ids\": set of string required",
        ),
        (
            integration(json!({ "timeout_millis": 500 })),
            "No argument or block type is named \"timeout_millis\"",
        ),
        (integration(json!({ "timeout_milliseconds": "soon" })), "a number is required"),
        (
            integration(json!({ "tls_config": [certificate("one"), certificate("two")] })),
            "No more than 1 \"tls_config\" blocks",
        ),
        (
            stage("route_settings", json!({ "logging_level": "OFF" })),
            "The argument \"route_key\" is required",
        ),
        (stage("invoke_url", json!("https://example.com")), "Value for unconfigurable attribute"),
        (
            resource("aws_apigatewayv2_portal", json!({})),
            "does not support resource type \"aws_apigatewayv2_portal\"",
        ),
        (
            json!({ "data": { "aws_apigatewayv2_export": { "it": {} } } }),
            "does not support data source \"aws_apigatewayv2_export\"",
        ),
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
