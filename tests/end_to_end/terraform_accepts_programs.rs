//! Real Terraform accepts what programs synthesize.

use ferroform_tests::{Project, root, terraform};
use serde_json::{Value, json};

use crate::programs::{Runtime, python_program, rust_program, typescript_program};

/// The programs, their stacks, and what Terraform plans for each.
const PROGRAMS: [(&str, &[(&str, &str)]); 2] = [
    ("seed", &[("basic", "Plan: 3 to add"), ("import", "Plan: 1 to import")]),
    ("nested", &[("nested", "Plan: 4 to add")]),
];

#[test]
fn api_gateway_programs_in_python() {
    plans(|program| python_program(program, Runtime::Cdktn));
}

#[test]
fn api_gateway_programs_in_typescript() {
    plans(|program| typescript_program(program, Runtime::Cdktn));
}

#[test]
fn api_gateway_programs_in_rust() {
    plans(|program| Some(rust_program(program)));
}

/// Terraform validates every stack of every program, and its plan says what is expected.
fn plans(run: impl Fn(&str) -> Option<Project>) {
    let Some(terraform) = terraform() else { return };
    let terraform = terraform.with_stub_provider(&root().join("schemas/aws-apigatewayv2.json"));
    for (program, stacks) in PROGRAMS {
        let Some(project) = run(program) else { return };
        for (stack, says) in stacks {
            let folder = project.path().join("cdktf.out/stacks").join(stack);
            terraform.run(&folder, &["init"]).success();
            terraform.run(&folder, &["validate"]).success();
            // An import is planned together with the configuration that Terraform writes for it.
            let plan = terraform.run(&folder, &["plan", "-generate-config-out=generated.tf"]).success();
            assert!(plan.stdout.contains(says), "{}", plan.said());
        }
    }
}

#[test]
fn terraform_data_is_applied() {
    let Some(terraform) = terraform() else { return };
    let project = rust_program("terraform_data");
    let folder = project.path().join("cdktf.out/stacks/kept");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    terraform.run(&folder, &["plan", "-out=plan"]).success();
    let applied = terraform.run(&folder, &["apply", "plan"]).success().stdout;
    assert!(applied.contains("2 added, 0 changed, 0 destroyed"), "{applied}");

    let state = terraform.run(&folder, &["show", "-json"]).success().stdout;
    let state: Value = serde_json::from_str(&state).unwrap();
    let resources = state["values"]["root_module"]["resources"].as_array().unwrap();
    let value = |name: &str, attribute: &str| {
        let resource = resources.iter().find(|resource| resource["name"] == name);
        resource.unwrap_or_else(|| panic!("{state}"))["values"][attribute].clone()
    };
    assert_eq!(value("release", "output"), r#"1.2.3 "${stable}""#);
    assert_eq!(value("server", "output"), json!({ "name": "chat", "ports": [80, 443] }));
    assert_eq!(value("server", "triggers_replace"), value("release", "output"));
    terraform.run(&folder, &["plan", "-detailed-exitcode"]).code(0);
}

/// Terraform compares what each function makes of something with what it should make of it.
#[test]
fn functions_are_terraforms() {
    let Some(terraform) = terraform() else { return };
    let project = rust_program("functions");
    let folder = project.path().join("cdktf.out/stacks/functions");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    let plan = terraform.run(&folder, &["plan"]).success().stdout;

    let functions = terraform.run(&folder, &["metadata", "functions", "-json"]).success().stdout;
    let functions: Value = serde_json::from_str(&functions).unwrap();
    let names = functions["function_signatures"].as_object().unwrap().keys();
    let missing: Vec<_> =
        names.filter(|name| !name.starts_with("core::") && !plan.contains(&format!("+ {name} "))).collect();
    assert!(missing.is_empty(), "{missing:?} in {plan}");
}
