//! Functions of providers, and what else Terraform has learnt lately, said in Rust.

use ferroform_tests::{Project, cargo, cargo_package, ferroform, root, run, terraform};
use serde_json::json;

/// The program, built and run with the crate of a provider that has everything.
fn program() -> Project {
    let project = Project::new();
    let schema = root().join("generator/tests/features/newer_constructs.json");
    let bindings = project.path().join("acme");
    let mut command = ferroform();
    command.arg("generate").arg("--schema").arg(schema).arg("--rust-out").arg(&bindings);
    command.arg("--rust-runtime").arg(root().join("runtime"));
    run(&mut command).success();
    let main = std::fs::read_to_string(root().join("tests/programs/newer/main.rs")).unwrap();
    project.write("main.rs", &main);
    let crates = [("ferroform", root().join("runtime")), ("ferroform-acme", bindings)];
    cargo_package(&project, "program-newer", &crates);
    cargo(&project, &["run"]).success();
    project
}

#[test]
fn a_program_says_it_and_terraform_takes_what_it_knows() {
    let project = program();
    let import = &project.synthesized("identity")["import"];
    let identity = json!({ "account": "bob", "id": "thing-1" });
    assert_eq!(*import, json!([{ "to": "acme_thing.legacy", "identity": identity }]));
    let Some(terraform) = terraform() else { return };
    let schema = root().join("generator/tests/features/newer_constructs.json");
    let terraform = terraform.with_stub_provider(&schema);
    let folder = project.path().join("cdktf.out/stacks/functions");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    let plan = terraform.run(&folder, &["plan"]).success();
    assert!(plan.stdout.contains("Plan: 1 to add"), "{}", plan.said());
}
