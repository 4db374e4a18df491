//! A generated crate compiles and documents itself without a warning, and is formatted as rustfmt formats it.

use std::fs;
use std::path::Path;

use ferroform_tests::{Project, cargo, cargo_package, ferroform, is_reference_rust, root, run, shared};

/// Names and texts of every kind, hostile ones too: what the smallest schemas hold.
#[test]
fn of_every_feature() {
    if !is_reference_rust() {
        return;
    }
    let features = root().join("generator/tests/features");
    let mut compiled = 0;
    for entry in fs::read_dir(features).unwrap() {
        let schema = entry.unwrap().path();
        compiles(&schema, "ferroform-acme");
        compiled += 1;
    }
    assert!(compiled > 10, "{compiled} schemas");
}

#[test]
fn of_real_providers() {
    let Some(shared) = shared() else { return };
    if !is_reference_rust() {
        return;
    }
    for provider in ["hcloud", "github", "btp"] {
        compiles(&shared.join(format!("corpus/schemas/{provider}.json")), &format!("ferroform-{provider}"));
    }
}

fn compiles(schema: &Path, name: &str) {
    let project = Project::new();
    let crate_folder = project.path().join("crate");
    let mut command = ferroform();
    command.args(["generate", "--schema"]).arg(schema).arg("--rust-out").arg(&crate_folder);
    command.arg("--rust-runtime").arg(root().join("runtime"));
    run(&mut command).success();

    cargo_package(&project, &format!("uses-{name}"), &[(name, crate_folder.clone())]);
    project.write("main.rs", "fn main() {}\n");
    cargo(&project, &["check", "--quiet"]).success();
    cargo(&project, &["rustdoc", "--quiet", "--package", name, "--", "--deny", "warnings"]).success();

    // Not by the style of the repository, but by the one that users have.
    project.write("rustfmt.toml", "");
    let mut rustfmt = std::process::Command::new("rustfmt");
    rustfmt.args(["--check", "--edition", "2024"]).arg(crate_folder.join("src/lib.rs"));
    run(&mut rustfmt).success();
}
