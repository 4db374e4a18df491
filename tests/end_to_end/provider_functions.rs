//! Functions of providers in Python and TypeScript: the same calls are the same configuration, strictly typed.

use ferroform_tests::{Project, ferroform, node, python, root, run};
use serde_json::Value;

#[test]
fn in_typescript() {
    let Some(node) = node() else { return };
    let project = program("main.ts", "--typescript-out", ".gen");
    node.link(&project);
    node.tsc(&project, &["main.ts"]).success();
    node.run(&project, "main.js").success();
    assert_expected(&project);
}

#[test]
fn in_python() {
    let (Some(node), Some(python)) = (node(), python()) else { return };
    let project = program("main.py", "--python-out", "imports");
    node.pyright(&project, &python, "strict", &["."]).success();
    python.run(&project, "main.py").success();
    assert_expected(&project);
}

#[test]
fn are_left_out_of_bindings_for_cdktf() {
    let project = Project::new();
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", "--runtime", "cdktf", "--schema"]).arg(schema());
    let said = run(command.args(["--python-out", "python", "--typescript-out", "typescript"])).success();
    assert!(said.stderr.contains("writes no bindings for 12 functions"), "{}", said.said());
    assert!(!project.path().join("python/acme/provider_functions_a").exists());
    assert!(!project.path().join("typescript/providers/acme/provider-functions-a").exists());
    assert!(!project.read("typescript/providers/acme/provider/index.d.ts").contains("get functions()"));
}

/// A project with a program in one language and the bindings that it imports.
fn program(file: &str, option: &str, bindings: &str) -> Project {
    let project = Project::new();
    let folder = root().join("tests/programs/provider_functions");
    project.write(file, &std::fs::read_to_string(folder.join(file)).unwrap());
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", option, bindings, "--schema"]).arg(schema());
    run(&mut command).success();
    project
}

fn schema() -> std::path::PathBuf {
    root().join("generator/tests/features/provider_functions.json")
}

fn assert_expected(project: &Project) {
    let expected = include_str!("../programs/provider_functions/expected.json");
    let expected: Value = serde_json::from_str(expected).unwrap();
    let written = project.synthesized("functions");
    for key in ["output", "provider", "resource"] {
        assert_eq!(without_comments(&written[key]), expected[key], "{key}");
    }
}

/// The configuration without what the library notes about constructs.
fn without_comments(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| *key != "//");
            kept.map(|(key, value)| (key.clone(), without_comments(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_comments).collect(),
        other => other.clone(),
    }
}
