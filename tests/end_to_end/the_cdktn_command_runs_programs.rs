//! A project with our bindings in place of the peer's is a project for the peer's command line.

use std::fs;

use ferroform_tests::{Project, cdktn_cli, node, python, root, terraform};
use serde_json::json;

use crate::programs::{Runtime, project, rust_project};

#[test]
fn in_python() {
    let (Some(cli), Some(python)) = (cdktn_cli(), python()) else { return };
    let project = project("seed", "main.py", Runtime::Cdktn, "--python-out", "imports");
    configure(&project, &format!("{} main.py", python.interpreter().display()));
    cli.run(&project, &["synth"]).success();
    assert_stacks(&project);
}

#[test]
fn in_typescript() {
    let (Some(cli), Some(node)) = (cdktn_cli(), node()) else { return };
    let project = project("seed", "main.ts", Runtime::Cdktn, "--typescript-out", ".gen");
    node.link(&project);
    node.tsc(&project, &["main.ts"]).success();
    configure(&project, "node main.js");
    cli.run(&project, &["synth"]).success();
    assert_stacks(&project);
}

#[test]
fn in_rust() {
    let Some(cli) = cdktn_cli() else { return };
    let project = rust_project("seed");
    configure(&project, &cargo_run());
    cli.run(&project, &["synth"]).success();
    assert_stacks(&project);
    // The command empties a stack's folder, so the state is elsewhere.
    let state = project.path().join("terraform.basic.tfstate");
    assert_eq!(
        project.synthesized("basic")["terraform"]["backend"]["local"]["path"],
        state.to_str().unwrap()
    );
}

/// Terraform's own resource, planned and applied by the command.
#[test]
fn in_rust_up_to_terraform() {
    let (Some(cli), Some(_)) = (cdktn_cli(), terraform()) else { return };
    let project = rust_project("terraform_data");
    configure(&project, &cargo_run());
    let said = cli.run(&project, &["diff", "kept"]).success().stdout;
    assert!(said.contains("2 to add"), "{said}");
    let said = cli.run(&project, &["deploy", "kept", "--auto-approve"]).success().stdout;
    assert!(said.contains("2 added"), "{said}");
    assert!(project.path().join("terraform.kept.tfstate").is_file());
}

/// The command line of a program, which finds what the tests have compiled.
fn cargo_run() -> String {
    format!("cargo run --quiet --target-dir {}", root().join("target/tools/cargo").display())
}

fn configure(project: &Project, app: &str) {
    let config = json!({ "language": "python", "app": app, "projectId": "0", "sendCrashReports": "false" });
    project.write("cdktf.json", &config.to_string());
}

fn assert_stacks(project: &Project) {
    let stacks = fs::read_dir(project.path().join("cdktf.out/stacks")).unwrap();
    let mut stacks: Vec<_> = stacks.map(|entry| entry.unwrap().file_name()).collect();
    stacks.sort();
    assert_eq!(stacks, ["basic", "import"]);
}
