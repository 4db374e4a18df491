//! What a reviewer would ask for: formatting, lints, documentation.

use std::fs;
use std::process::Command;

use ferroform_tests::{Project, is_reference_rust, root, run};

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(root());
    command
}

#[test]
fn code_is_formatted() {
    run(&mut cargo(&["fmt", "--all", "--check"])).success();
}

#[test]
fn clippy_has_nothing_to_say() {
    if !is_reference_rust() {
        return;
    }
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])).success();
}

#[test]
fn documentation_builds_without_warnings() {
    let mut command = cargo(&["doc", "--workspace", "--no-deps", "--quiet"]);
    run(command.env("RUSTDOCFLAGS", "-D warnings")).success();
}

/// Unpacked by hand: cargo's own check takes a crate from where an earlier one of the same version was unpacked.
#[test]
fn published_crates_build_when_unpacked_elsewhere() {
    let crates = ["ferroform", "ferroform-generator", "ferroform-macros"];
    let project = Project::new();
    let mut package = cargo(&["package", "--allow-dirty", "--no-verify", "--quiet", "--target-dir"]);
    package.arg(project.path());
    run(crates.iter().fold(&mut package, |command, name| command.args(["--package", name]))).success();
    let version = env!("CARGO_PKG_VERSION");
    for name in crates {
        let file = format!("package/{name}-{version}.crate");
        run(Command::new("tar").args(["-xzf", &file]).current_dir(project.path())).success();
    }
    // Nobody has published them yet.
    let places = crates.map(|name| format!("{name} = {{ path = \"{name}-{version}\" }}\n")).concat();
    let members = crates.map(|name| format!("\"{name}-{version}\"")).join(", ");
    let workspace =
        format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n[patch.crates-io]\n{places}");
    project.write("Cargo.toml", &workspace);
    project.write("Cargo.lock", &fs::read_to_string(root().join("Cargo.lock")).unwrap());
    ferroform_tests::cargo(&project, &["check", "--quiet", "--workspace", "--all-features"]).success();
}
