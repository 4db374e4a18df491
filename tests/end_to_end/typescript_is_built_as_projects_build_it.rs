//! Bindings in both styles, built with what projects build with.

use std::fs;

use ferroform_tests::{Finished, Node, Project, ferroform, node, root, run};

use crate::programs::Runtime::Cdktn;
use crate::programs::project_with;
use crate::typescript_bindings_are_sound::{feature_schemas, instantiate};

#[test]
fn every_class_of_sources_that_were_compiled_into_a_folder() {
    let Some(node) = node() else { return };
    let project = Project::new();
    node.link(&project);
    let schemas = feature_schemas();
    for (number, schema) in schemas.iter().enumerate() {
        let mut command = ferroform();
        command.args(["generate", "--typescript-style", "ts", "--schema"]).arg(schema);
        run(command.arg("--typescript-out").arg(project.path().join(format!("{number}/.gen")))).success();
    }
    node.tsc_into("dist", &project, &["*/.gen/**/*.ts"]).success();
    for (number, schema) in schemas.iter().enumerate() {
        instantiate(&node, &project, &format!("dist/{number}"), schema, Cdktn);
    }
}

#[test]
fn sources_with_the_compiler() {
    built("ts", |node, project| {
        node.tsc_into("dist", project, &["main.ts"]).success();
        node.run(project, "dist/main.js")
    });
}

#[test]
fn sources_with_ts_node() {
    built("ts", |node, project| node.ts_node(project, "main.ts"));
}

#[test]
fn sources_with_a_bundler() {
    for format in ["cjs", "esm"] {
        built("ts", |node, project| bundled(node, project, format));
    }
}

#[test]
fn modules_with_ts_node() {
    built("js", |node, project| node.ts_node(project, "main.ts"));
}

#[test]
fn modules_with_a_bundler() {
    built("js", |node, project| bundled(node, project, "cjs"));
}

fn bundled(node: &Node, project: &Project, format: &str) -> Finished {
    let out = if format == "esm" { "main.mjs" } else { "main.cjs" };
    node.esbuild(project, "main.ts", format, out).success();
    node.run(project, out)
}

/// Builds and runs the program with bindings in a style, and compares what it says.
fn built(style: &str, run: impl Fn(&Node, &Project) -> Finished) {
    let Some(node) = node() else { return };
    let options = ["--typescript-style", style, "--typescript-out", ".gen"];
    let project = project_with("built", "main.ts", Cdktn, &options);
    node.link(&project);
    let expected = fs::read_to_string(root().join("tests/programs/built/expected.txt")).unwrap();
    assert_eq!(run(&node, &project).success().stdout, expected);
}
