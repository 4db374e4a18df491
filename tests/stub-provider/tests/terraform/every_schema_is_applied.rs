//! Whatever a schema has is validated, planned, applied, and imported; afterwards nothing is left to do.

use std::fs;
use std::path::{Path, PathBuf};

use ferroform_tests::{Project, root, terraform};
use serde_json::json;

use crate::configuration::{Provider, can_be_imported};

/// A schema per feature, a real one, and those that `FERROFORM_CONFORMANCE` names.
fn schemas() -> Vec<PathBuf> {
    let features = fs::read_dir(root().join("generator/tests/features")).unwrap();
    let features = features.map(|entry| entry.unwrap().path());
    let mut schemas: Vec<_> =
        features.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    schemas.push(root().join("schemas/aws-apigatewayv2.json"));
    assert!(schemas.len() > 10, "{schemas:?}");
    let listed = std::env::var_os("FERROFORM_CONFORMANCE").unwrap_or_default();
    schemas.extend(std::env::split_paths(&listed).filter(|path| !path.as_os_str().is_empty()));
    schemas
}

#[test]
fn a_second_plan_has_nothing_to_do() {
    for schema in schemas() {
        let Some(terraform) = terraform() else { return };
        let terraform = terraform.with_stub_provider(&schema);
        let provider = Provider::read(&schema);
        let project = project(&schema, &provider.everything());
        let run = |arguments: &[&str]| terraform.run(project.path(), arguments);

        run(&["init"]).success();
        run(&["validate"]).success();
        run(&["plan", "-out=plan"]).success();
        run(&["apply", "plan"]).success();
        let second = run(&["plan", "-detailed-exitcode"]).success();
        assert!(second.stdout.contains("No changes"), "{}", second.said());
    }
}

#[test]
fn imports_are_planned_with_the_configuration_that_terraform_writes() {
    for schema in schemas() {
        let Some(terraform) = terraform() else { return };
        let terraform = terraform.with_stub_provider(&schema);
        let provider = Provider::read(&schema);
        let mut resources = provider.schemas("resource_schemas");
        resources.retain(|(_, schema)| can_be_imported(schema));
        let imports = resources.iter().map(|(name, _)| json!({ "to": format!("{name}.found"), "id": "abc" }));
        let mut program = provider.settings();
        if !resources.is_empty() {
            program["import"] = imports.collect();
        }
        let project = project(&schema, &program);

        let plan = ["plan", "-generate-config-out=generated.tf"];
        let plan = terraform.run(project.path(), &plan).success();
        let expected = match resources.len() {
            0 => "No changes".to_owned(),
            count => format!("Plan: {count} to import, 0 to add, 0 to change"),
        };
        assert!(plan.stdout.contains(&expected), "{}: {}", schema.display(), plan.said());
    }
}

fn project(schema: &Path, program: &serde_json::Value) -> Project {
    let project = Project::new();
    eprintln!("{} in {}", schema.display(), project.path().display());
    project.write("main.tf.json", &serde_json::to_string_pretty(program).unwrap());
    project
}
