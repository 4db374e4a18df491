//! `schemas/terraform.json` is the builtin provider as real Terraform prints it.

use std::fs;

use ferroform_tests::{Project, root, skip, terraform};
use serde_json::Value;

#[test]
fn builtin_provider() {
    let Some(terraform) = terraform() else { return };
    let project = Project::new();
    project.write("main.tf", r#"resource "terraform_data" "any" {}"#);
    let version = terraform.run(project.path(), &["version", "-json"]).success().stdout;
    let version: Value = serde_json::from_str(&version).unwrap();
    let version = version["terraform_version"].as_str().unwrap();
    if !version.starts_with("1.11.") {
        return skip(&format!("the schema was printed by Terraform 1.11, this is {version}"));
    }

    terraform.run(project.path(), &["init", "-input=false"]).success();
    let printed = terraform.run(project.path(), &["providers", "schema", "-json"]).success().stdout;
    let kept = fs::read_to_string(root().join("schemas/terraform.json")).unwrap();
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(parse(&kept), parse(&printed));
}
