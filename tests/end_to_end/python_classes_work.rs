//! Every Python class can be made, read and synthesized, and says what is wrong with its arguments.

use std::fs;
use std::path::{Path, PathBuf};

use ferroform_tests::{Project, ferroform, python, root, run, shared};

use crate::programs::{self, Runtime};

const EVERY_CLASS: &str = include_str!("../tools/python/every_class.py");

#[test]
fn of_the_schemas_in_the_repository() {
    works(&root().join("schemas/aws-apigatewayv2.json"));
    works(&root().join("schemas/terraform.json"));
}

#[test]
fn of_every_feature_that_a_schema_can_have() {
    for folder in ["features", "python"] {
        let features = fs::read_dir(root().join("generator/tests").join(folder)).unwrap();
        let mut files: Vec<PathBuf> = features.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for schema in &files {
            works(schema);
        }
    }
}

#[test]
fn of_real_providers() {
    let Some(shared) = shared() else { return };
    for provider in ["hcloud", "github", "btp"] {
        works(&shared.join(format!("corpus/schemas/{provider}.json")));
    }
}

#[test]
fn and_say_what_is_wrong() {
    prints_what_is_expected("messages");
}

#[test]
fn and_are_extended_by_programs() {
    prints_what_is_expected("subclasses");
}

fn prints_what_is_expected(name: &str) {
    let Some(python) = python() else { return };
    let project = programs::project(name, "main.py", Runtime::Cdktn, "--python-out", "imports");
    let said = python.run(&project, "main.py").success().stdout;
    let expected = fs::read_to_string(root().join("tests/programs").join(name).join("expected.txt")).unwrap();
    assert_eq!(said, expected);
}

fn works(schema: &Path) {
    let Some(python) = python() else { return };
    let project = Project::new();
    let mut generate = ferroform();
    generate
        .current_dir(project.path())
        .args(["generate", "--python-out", "imports", "--schema"])
        .arg(schema);
    run(&mut generate).success();
    project.write("every_class.py", EVERY_CLASS);
    project.write("schema.json", &fs::read_to_string(schema).unwrap());
    project.write(
        "main.py",
        "import every_class, sys\n\nevery_class.main(\"imports\", \"schema.json\", 0, sys.maxsize)\n",
    );
    python.run(&project, "main.py").success();
}
