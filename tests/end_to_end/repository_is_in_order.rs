//! What a reviewer would ask for: formatting, lints, documentation.

use std::process::Command;

use ferroform_tests::{is_reference_rust, root, run};

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

#[test]
fn published_crates_build_when_unpacked_elsewhere() {
    let mut command = cargo(&["package", "--allow-dirty", "--quiet"]);
    for package in ["ferroform", "ferroform-generator", "ferroform-macros"] {
        command.args(["--package", package]);
    }
    run(&mut command).success();
}
