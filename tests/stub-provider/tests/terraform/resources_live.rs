//! What happens to resources over time: references, changes, secrets, functions, the end.

use ferroform_tests::{Project, Terraform, root, terraform};
use serde_json::Value;

const LINK: &str = r#"
resource "aws_apigatewayv2_vpc_link" "internal" {
  name               = "NAME"
  subnet_ids         = ["subnet-2", "subnet-1"]
  security_group_ids = []
  tags               = { team = "chat" }
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id               = "a1"
  integration_type     = "HTTP_PROXY"
  connection_id        = aws_apigatewayv2_vpc_link.internal.id
  timeout_milliseconds = 29000
  tls_config {
    server_name_to_verify = "orders.example.com"
  }
  dynamic "response_parameters" {
    for_each = { "403" = "denied", "500" = "broken" }
    content {
      status_code = response_parameters.key
      mappings    = { "append:header.reason" = response_parameters.value }
    }
  }
}

output "link_id" {
  value = aws_apigatewayv2_integration.orders.connection_id
}
"#;

/// Terraform with a stand-in for the provider of a schema file of this repository.
fn with(schema: &str) -> Option<Terraform> {
    Some(terraform()?.with_stub_provider(&root().join(schema)))
}

fn state(terraform: &Terraform, project: &Project) -> Value {
    serde_json::from_str(&terraform.run(project.path(), &["show", "-json"]).success().stdout).unwrap()
}

#[test]
fn resources_are_created_changed_and_destroyed() {
    let Some(terraform) = with("schemas/aws-apigatewayv2.json") else { return };
    let project = Project::new();
    let run = |arguments: &[&str]| terraform.run(project.path(), arguments).success().stdout;
    project.write("main.tf", &LINK.replace("NAME", "one"));

    assert!(run(&["init"]).contains("successfully initialized"));
    assert!(!project.path().join(".terraform.lock.hcl").exists(), "nothing is installed");
    assert!(run(&["apply", "-auto-approve"]).contains("2 added, 0 changed, 0 destroyed"));
    let before = state(&terraform, &project);
    assert_eq!(before["values"]["outputs"]["link_id"]["value"], id(&before));

    project.write("main.tf", &LINK.replace("NAME", "two"));
    assert!(run(&["plan"]).contains("0 to add, 1 to change, 0 to destroy"));
    assert!(run(&["apply", "-auto-approve"]).contains("0 added, 1 changed, 0 destroyed"));
    assert_eq!(id(&state(&terraform, &project)), id(&before), "what has been decided stays");
    assert!(run(&["plan", "-detailed-exitcode"]).contains("No changes"));
    assert!(run(&["destroy", "-auto-approve"]).contains("2 destroyed"));
}

/// The ID of the link.
fn id(state: &Value) -> Value {
    let resources = state["values"]["root_module"]["resources"].as_array().unwrap();
    let link = resources.iter().find(|resource| resource["type"] == "aws_apigatewayv2_vpc_link");
    link.unwrap()["values"]["id"].clone()
}

#[test]
fn an_imported_resource_has_the_id_that_was_asked_for() {
    let Some(terraform) = with("schemas/aws-apigatewayv2.json") else { return };
    let project = Project::new();
    project.write("main.tf", &LINK.replace("NAME", "one"));
    terraform.run(project.path(), &["import", "aws_apigatewayv2_vpc_link.internal", "1f2e3d"]).success();
    assert_eq!(id(&state(&terraform, &project)), "1f2e3d");
}

#[test]
fn a_write_only_argument_stays_out_of_the_state() {
    let Some(terraform) = with("generator/tests/features/markings.json") else { return };
    let project = Project::new();
    project.write(
        "main.tf",
        "resource \"acme_secret\" \"it\" {\n  password = \"x\"\n  password_wo = \"hunter2\"\n}\n",
    );
    project.write(
        "terraform.tf",
        "terraform {\n  required_providers {\n    acme = { source = \"acme/acme\" }\n  }\n}\n",
    );
    terraform.run(project.path(), &["apply", "-auto-approve"]).success();
    assert!(!project.read("terraform.tfstate").contains("hunter2"));
}

#[test]
fn a_function_is_called() {
    let Some(terraform) = with("generator/tests/features/newer_constructs.json") else { return };
    let project = Project::new();
    project.write(
        "main.tf",
        "terraform {\n  required_providers {\n    acme = { source = \"acme/acme\" }\n  }\n}\n\n\
        output \"parts\" {\n  value = provider::acme::parse(\"a:b\", 1, true)\n}\n",
    );
    terraform.run(project.path(), &["apply", "-auto-approve"]).success();
    let parts = &state(&terraform, &project)["values"]["outputs"]["parts"]["value"];
    assert!(parts["account"].is_string() && parts["id"].is_string(), "{parts}");
}

#[test]
fn a_resource_is_moved_to_another_type() {
    let Some(terraform) = with("schemas/aws-apigatewayv2.json") else { return };
    let project = Project::new();
    let resource =
        |kind: &str, id: &str| format!("resource \"{kind}\" \"it\" {{\n  api_id = \"{id}\"\n  DETAILS\n}}\n");
    let route = resource("aws_apigatewayv2_route", "a").replace("DETAILS", "route_key = \"GET /\"");
    let deployment = resource("aws_apigatewayv2_deployment", "a").replace("DETAILS", "");
    project.write("main.tf", &route);
    terraform.run(project.path(), &["apply", "-auto-approve"]).success();
    let moved = "moved {\n  from = aws_apigatewayv2_route.it\n  to   = aws_apigatewayv2_deployment.it\n}\n";
    project.write("main.tf", &(deployment + moved));
    let plan = terraform.run(project.path(), &["plan"]).success();
    assert!(plan.stdout.contains("has moved to"), "{}", plan.said());
}
