//! Bad input gets one message that says where the mistake is and what would be right, exit code 1, and leaves
//! what was generated before as it was.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ferroform_tests::{Finished, Project, ferroform, run};

const GOOD: &str = r#"{ "format_version": "1.0", "provider_schemas": { "registry.terraform.io/example/shop": {
  "provider": { "version": 0, "block": { "attributes": { "url": { "type": "string", "optional": true } } } },
  "resource_schemas": { "shop_item": { "version": 0, "block": { "attributes": {
    "name": { "type": ["list", "string"], "required": true }
  } } } }
} } }"#;

/// Generates from a file after good output was written, and insists on the message.
fn refused(schema: impl FnOnce(&Project) -> PathBuf, says: &[&str]) {
    let project = Project::new();
    let schema = schema(&project);
    refused_with(&project, generate(&project, &schema, &[]), says);
}

fn refused_with(project: &Project, again: impl FnOnce() -> Finished, says: &[&str]) {
    let good = project.write("good.json", GOOD);
    generate(project, &good, &[])().success();
    let before = files(project.path());
    assert!(before.len() > 4, "four outputs were written: {before:?}");

    let finished = again().code(1);
    let said = &finished.stderr;
    assert_eq!(finished.stdout, "", "results go to standard output, and there is none");
    let messages = said.lines().filter(|line| line.starts_with("error:")).count();
    assert_eq!(messages, 1, "one message:\n{said}");
    for part in says {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
    assert!(said.len() < 1000, "a message is short:\n{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(files(project.path()) == before, "what was generated before was touched");
}

fn generate(project: &Project, schema: &Path, more: &[&str]) -> impl FnOnce() -> Finished {
    let mut command = ferroform();
    command.current_dir(project.path()).arg("generate").arg("--schema").arg(schema);
    for output in ["rust", "python", "typescript", "docs"] {
        let option = format!("--{output}-out");
        if !more.contains(&option.as_str()) {
            command.arg(option).arg(format!("out/{output}"));
        }
    }
    command.args(more);
    move || run(&mut command)
}

/// Every generated file with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn collect(folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, into);
            } else {
                into.insert(path.clone(), fs::read(path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(&folder.join("out"), &mut found);
    found
}

#[test]
fn truncated_json() {
    refused(|project| project.write("cut.json", &GOOD[..GOOD.len() / 2]), &["cut.json", "line"]);
}

#[test]
fn wrong_json() {
    let wrong = GOOD.replace(r#""optional": true"#, r#""optional": yes"#);
    refused(|project| project.write("wrong.json", &wrong), &["wrong.json", "line 2"]);
}

#[test]
fn unknown_type() {
    let wrong = GOOD.replace(r#"["list", "string"]"#, r#"["lst", "string"]"#);
    let path = r"resource_schemas.shop_item.block.attributes.name.type";
    refused(|project| project.write("type.json", &wrong), &["type.json", path, "lst", "`list`"]);
}

#[test]
fn required_and_optional() {
    let wrong = GOOD.replace(r#""required": true"#, r#""required": true, "optional": true"#);
    let path = r"resource_schemas.shop_item.block.attributes.name";
    refused(|project| project.write("both.json", &wrong), &["both.json", path, "required", "optional"]);
}

#[test]
fn folder_in_place_of_a_file() {
    let folder = |project: &Project| {
        let folder = project.path().join("folder.json");
        fs::create_dir(&folder).unwrap();
        folder
    };
    refused(folder, &["folder.json", "directory", "name a file"]);
}

#[test]
fn missing_file() {
    refused(|project| project.path().join("nowhere.json"), &["nowhere.json", "No such file"]);
}

#[test]
fn no_provider() {
    let empty = r#"{ "format_version": "1.0", "provider_schemas": {} }"#;
    refused(|project| project.write("none.json", empty), &["none.json", "provider"]);
    refused(
        |project| project.write("none.json", r#"{ "format_version": "1.0" }"#),
        &["none.json", "provider"],
    );
}

#[test]
fn empty_file() {
    refused(|project| project.write("empty.json", ""), &["empty.json", "empty"]);
}

#[test]
fn two_hundred_megabytes_that_are_not_json() {
    let huge = |project: &Project| {
        let path = project.path().join("huge.json");
        io::copy(&mut io::repeat(b'x').take(200_000_000), &mut File::create(&path).unwrap()).unwrap();
        path
    };
    refused(huge, &["huge.json", "line 1"]);
}

#[test]
fn json_that_is_nested_without_end() {
    refused(|project| project.write("deep.json", &"[".repeat(1_000_000)), &["deep.json"]);
}

#[test]
fn only_what_does_not_exist() {
    let project = Project::new();
    let good = project.write("good.json", GOOD);
    refused_with(&project, generate(&project, &good, &["--only", "shop_itm"]), &["shop_itm", "shop_item"]);
}

#[test]
fn output_path_that_is_a_file() {
    let project = Project::new();
    let good = project.write("good.json", GOOD);
    project.write("file", "");
    refused_with(&project, generate(&project, &good, &["--docs-out", "file"]), &["file", "folder"]);
    refused_with(&project, generate(&project, &good, &["--docs-out", "file/docs"]), &["file/docs"]);
}

#[test]
fn one_output_path_for_two_outputs() {
    let project = Project::new();
    let good = project.write("good.json", GOOD);
    std::os::unix::fs::symlink("out", project.path().join("link")).unwrap();
    for other in ["./out", "link", "new/../out"] {
        let outputs = ["--docs-out", "out", "--python-out", other];
        refused_with(&project, generate(&project, &good, &outputs), &["out", "two outputs"]);
    }
}

#[test]
fn version_constraint_that_is_none() {
    let project = Project::new();
    let good = project.write("good.json", GOOD);
    let outputs = ["--docs-out", "out", "--provider", "example/shop@banana"];
    refused_with(&project, generate(&project, &good, &outputs), &["--provider", "banana", "~> 6.0"]);
}

#[test]
fn newer_format() {
    let newer = GOOD.replacen("\"1.0\"", "\"2.0\"", 1);
    refused(|project| project.write("newer.json", &newer), &["newer.json", "$.format_version", "2.0"]);
}

#[test]
fn output_path_that_cannot_be_written() {
    let project = Project::new();
    let good = project.write("good.json", GOOD);
    // Nobody can make a folder in /proc, not even the superuser.
    refused_with(
        &project,
        generate(&project, &good, &["--docs-out", "/proc/ferroform"]),
        &["/proc/ferroform"],
    );
}
