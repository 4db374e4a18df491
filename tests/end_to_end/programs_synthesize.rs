//! Programs in each language, on each runtime, synthesize what they mean.

use std::fs;

use ferroform_tests::{Project, node, python, root};
use serde_json::Value;

use crate::programs::Runtime::{Cdktf, Cdktn};
use crate::programs::{README, project, python_program, rust_program, typescript_program};

#[test]
fn seed_programs_in_python_on_cdktn() {
    assert_synthesized(python_program("seed", Cdktn), "seed");
}

#[test]
fn seed_programs_in_python_on_cdktf() {
    assert_synthesized(python_program("seed", Cdktf), "seed");
}

#[test]
fn seed_programs_in_typescript_on_cdktn() {
    assert_synthesized(typescript_program("seed", Cdktn), "seed");
}

#[test]
fn seed_programs_in_typescript_on_cdktf() {
    assert_synthesized(typescript_program("seed", Cdktf), "seed");
}

#[test]
fn nested_blocks_in_python_on_cdktn() {
    assert_synthesized(python_program("nested", Cdktn), "nested");
}

#[test]
fn nested_blocks_in_python_on_cdktf() {
    assert_synthesized(python_program("nested", Cdktf), "nested");
}

#[test]
fn nested_blocks_in_typescript_on_cdktn() {
    assert_synthesized(typescript_program("nested", Cdktn), "nested");
}

#[test]
fn nested_blocks_in_typescript_on_cdktf() {
    assert_synthesized(typescript_program("nested", Cdktf), "nested");
}

#[test]
fn seed_programs_in_rust() {
    assert_synthesized(Some(rust_program("seed")), "seed");
}

#[test]
fn nested_blocks_in_rust() {
    assert_synthesized(Some(rust_program("nested")), "nested");
}

#[test]
fn programs_of_the_readme() {
    let projects =
        [python_program(README, Cdktn), typescript_program(README, Cdktn), Some(rust_program(README))];
    for project in projects.into_iter().flatten() {
        let stack = project.synthesized("chat");
        assert_eq!(stack["resource"]["aws_apigatewayv2_api"]["api"]["name"], "chat", "{stack}");
        assert_eq!(stack["provider"]["aws"][0]["region"], "eu-west-1", "{stack}");
    }
}

#[test]
fn programs_and_bindings_are_strictly_typed_in_python() {
    let (Some(node), Some(python)) = (node(), python()) else { return };
    for program in ["seed", "nested"] {
        let project = project(program, "main.py", Cdktn, "--python-out", "imports");
        node.pyright(&project, &python, "strict", &["."]).success();
    }
}

/// Compares what a program synthesized, where it could run, with what stands beside it.
fn assert_synthesized(ran: Option<Project>, program: &str) {
    let Some(project) = ran else { return };
    let expected = root().join("tests/programs").join(program).join("expected.json");
    let expected: Value = serde_json::from_str(&fs::read_to_string(expected).unwrap()).unwrap();
    for (stack, expected) in expected.as_object().unwrap() {
        assert_eq!(meaning(project.synthesized(stack)), meaning(expected.clone()), "stack {stack}");
    }
}

/// What Terraform makes of a configuration: without comments and without the backend, which names a folder of
/// this machine, and with a block that is written alone in place of a list of one.
fn meaning(configuration: Value) -> Value {
    match configuration {
        Value::Object(members) => {
            let meant = members.into_iter().filter(|(key, _)| key != "//" && key != "backend");
            meant.map(|(key, value)| (key, meaning(value))).collect()
        }
        Value::Array(mut items) if items.len() == 1 && items[0].is_object() => meaning(items.remove(0)),
        Value::Array(items) => items.into_iter().map(meaning).collect(),
        other => other,
    }
}
