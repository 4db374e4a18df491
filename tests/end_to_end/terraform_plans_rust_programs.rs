//! Programs as Rust teams write them are planned by Terraform, and its plans have what the programs mean.

use serde_json::{Value, json};

use crate::rust_programs::{of_providers, of_repository};

#[test]
fn chat_api() {
    let Some(programs) = of_repository() else { return };
    let plan = programs.run("chat_api").plan("chat", &["-var=certificate_arn=arn:aws:acm:::certificate/1"]);
    plan.assert_actions(&[
        ("create", "aws_apigatewayv2_api", 1),
        ("create", "aws_apigatewayv2_api_mapping", 1),
        ("create", "aws_apigatewayv2_deployment", 1),
        ("create", "aws_apigatewayv2_domain_name", 1),
        ("create", "aws_apigatewayv2_integration", 3),
        ("create", "aws_apigatewayv2_integration_response", 3),
        ("create", "aws_apigatewayv2_model", 3),
        ("create", "aws_apigatewayv2_route", 3),
        ("create", "aws_apigatewayv2_route_response", 3),
        ("create", "aws_apigatewayv2_stage", 1),
    ]);
    let integration = plan.resource("aws_apigatewayv2_integration", "say_");
    assert_eq!(integration.after("integration_uri"), "https://backend.example.com/say");
    assert_eq!(
        integration.after("request_templates/$default"),
        r#"{"connection":"$context.connectionId","room":"$util.escapeJavaScript($input.path('$.room'))","text":"$util.escapeJavaScript($input.path('$.text'))"}"#
    );
    assert!(plan.resource("aws_apigatewayv2_route", "say_").is_unknown("target"));
    assert_eq!(plan.resource("aws_apigatewayv2_route", "say_").after("request_models/say"), "say");
    assert_eq!(plan.output("url"), "wss://chat.example.com");
}

#[test]
fn kubernetes_app() {
    let Some(programs) = of_repository() else { return };
    let plan = programs.run("kubernetes_app").plan("shop", &["-var=release=2.0.0"]);
    plan.assert_actions(&[
        ("create", "kubernetes_config_map_v1", 2),
        ("create", "kubernetes_deployment_v1", 2),
        ("create", "kubernetes_horizontal_pod_autoscaler_v2", 2),
        ("create", "kubernetes_ingress_v1", 2),
        ("create", "kubernetes_namespace_v1", 1),
        ("create", "kubernetes_service_v1", 2),
    ]);
    let front = plan.resource("kubernetes_deployment_v1", "front_");
    let container = front.after("spec/0/template/0/spec/0/container/0");
    assert_eq!(container["image"], "registry.example.com/shop/front:2.0.0");
    assert_eq!(container["env_from"][0]["config_map_ref"][0]["name"], "front");
    let ingress = plan.resource("kubernetes_ingress_v1", "front_");
    assert_eq!(ingress.after("spec/0/tls/0/hosts"), &json!(["www.example.com", "example.com"]));
    let settings = plan.resource("kubernetes_config_map_v1", "front_");
    assert_eq!(settings.after("data"), &json!({ "CATALOG_URL": "http://catalog" }));
}

#[test]
fn checks() {
    let Some(programs) = of_repository() else { return };
    let program = programs.run("checks");
    let plan = program.plan("checked", &[]);
    plan.assert_actions(&[("create", "terraform_data", 3)]);
    assert_eq!(plan.at("terraform_data.cluster").after("input"), "small-staging");
    assert!(plan.at("terraform_data.cluster").is_unknown("triggers_replace/0"));
    assert_eq!(plan.output("admins"), &json!(["<ada@example.com>", "<grace@example.com>"]));
    let refused = [
        ("environment=test", "The environment is `production` or `staging`."),
        ("replicas=12", "There are between 1 and 9 replicas."),
        ("environment=production", "Production has at least three replicas."),
        (r#"networks={"front":"10.0.1.0/33"}"#, "Every network is a range"),
        (r#"networks={"front":"10.0.1.0/24","back":"10.0.1.0/24"}"#, "Two networks have the same range."),
        (r#"networks={"back":"10.0.1.0/24"}"#, "The cluster is reached through the network `front`."),
        (r#"admins=["eve@example.org"]"#, "Administrators have addresses at example.com."),
    ];
    for (variable, message) in refused {
        let said = program.refused("checked", &[&format!("-var={variable}")]);
        assert!(said.contains(message), "{variable}: {said}");
    }
}

#[test]
fn vpc_ecs() {
    let Some(programs) = of_providers() else { return };
    let plan = programs.run("vpc_ecs").plan("web", &[]);
    plan.assert_actions(&[
        ("create", "aws_appautoscaling_policy", 1),
        ("create", "aws_appautoscaling_target", 1),
        ("create", "aws_cloudwatch_log_group", 1),
        ("create", "aws_ecs_cluster", 1),
        ("create", "aws_ecs_service", 1),
        ("create", "aws_ecs_task_definition", 1),
        ("create", "aws_eip", 1),
        ("create", "aws_iam_role", 1),
        ("create", "aws_iam_role_policy_attachment", 1),
        ("create", "aws_internet_gateway", 1),
        ("create", "aws_lb", 1),
        ("create", "aws_lb_listener", 1),
        ("create", "aws_lb_target_group", 1),
        ("create", "aws_nat_gateway", 1),
        ("create", "aws_route", 2),
        ("create", "aws_route_table", 2),
        ("create", "aws_route_table_association", 4),
        ("create", "aws_security_group", 2),
        ("create", "aws_subnet", 4),
        ("create", "aws_vpc", 1),
        ("create", "aws_vpc_security_group_egress_rule", 2),
        ("create", "aws_vpc_security_group_ingress_rule", 2),
    ]);
    assert_eq!(plan.resource("aws_subnet", "network_private-1_").after("cidr_block"), "10.0.144.0/20");
    let containers = plan.resource("aws_ecs_task_definition", "service_").after("container_definitions");
    let containers: Value = serde_json::from_str(containers.as_str().unwrap()).unwrap();
    assert_eq!(containers[0]["portMappings"], json!([{ "containerPort": 8080 }]));
    assert_eq!(
        plan.resource("aws_appautoscaling_target", "service_").after("resource_id"),
        "service/web/web"
    );
}
