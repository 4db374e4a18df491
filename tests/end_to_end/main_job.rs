//! The main job: the repository's own `generated/` comes from `schemas/`, and says so when it does not.

use std::fs;
use std::path::Path;

use ferroform_tests::{Finished, Project, ferroform, root, run};

#[test]
fn generated_is_current() {
    run(ferroform().args(["generate", "--check"]).current_dir(root())).success();
}

#[test]
fn a_run_says_what_it_wrote_and_how_fast() {
    let project = copy();
    let first = generate(&project, &[]).success().stdout;
    for output in ["rust", "python", "typescript", "docs"] {
        let line = first.lines().find(|line| line.starts_with(output)).unwrap_or_else(|| panic!("{first}"));
        assert!(line.contains(&format!("generated/{output}")) && line.contains("files"), "{line}");
    }
    assert!(first.lines().last().is_some_and(|line| line.ends_with(" s")), "{first}");

    let second = generate(&project, &[]).success().stdout;
    assert!(second.lines().filter(|line| line.contains("(0 written")).count() == 4, "{second}");
}

#[test]
fn what_is_stale_is_named_with_the_command_that_mends_it() {
    let project = copy();
    generate(&project, &[]).success();
    generate(&project, &["--check"]).success();

    let schema = project.read("schemas/terraform.json");
    project.write("schemas/terraform.json", &schema.replace("\"input\"", "\"inlet\""));
    let overrides = project.read("schemas/terraform.overrides.json");
    project.write("schemas/terraform.overrides.json", &overrides.replace("\"input\"", "\"inlet\""));
    let said = generate(&project, &["--check"]).code(1).said();
    assert!(said.contains("stale") && said.contains("generate`"), "{said}");
    assert!(!said.contains("apigatewayv2"), "what did not change is not named:\n{said}");

    generate(&project, &[]).success();
    generate(&project, &["--check"]).success();
}

/// A project with the repository's schemas and `ferroform.toml`.
fn copy() -> Project {
    let project = Project::new();
    copy_file("ferroform.toml", &project);
    for entry in fs::read_dir(root().join("schemas")).unwrap() {
        copy_file(&format!("schemas/{}", entry.unwrap().file_name().to_str().unwrap()), &project);
    }
    project
}

fn copy_file(path: &str, project: &Project) {
    project.write(path, &fs::read_to_string(root().join(Path::new(path))).unwrap());
}

fn generate(project: &Project, more: &[&str]) -> Finished {
    run(ferroform().arg("generate").args(more).current_dir(project.path()))
}
