//! A project with our bindings in place of the peer's is a project for the peer's command line.

use std::fs;

use ferroform_tests::{Project, cdktn_cli, node, python};
use serde_json::json;

use crate::programs::{Runtime, project};

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
