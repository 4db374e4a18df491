//! `ferroform docs`: what it prints, and when it fails.

use std::fs;
use std::path::Path;

use ferroform_tests::{Finished, Project, ferroform, root, run};
use serde_json::{Value, json};

const PAGE: &str =
    "# Queues\n\n```terraform\nresource \"acme_queue\" \"one\" {\n  delay_seconds = 1\n}\n```\n";

fn docs(project: &Project, arguments: &[&str]) -> Finished {
    let mut command = ferroform();
    command.args(["docs", "--schema"]).arg(root().join("generator/tests/facts/schema.json"));
    run(command.args(["--out", "out"]).args(arguments).current_dir(project.path()))
}

fn made(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path().join("out").join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn into_each_language_that_is_asked_for() {
    let project = Project::new();
    project.write("provider/docs/resources/queue.md", PAGE);
    let finished = docs(&project, &["--language", "rust", "typescript", "--", "provider"]).success();
    let lines: Vec<_> = finished.stdout.lines().collect();
    assert_eq!(
        lines[..2],
        ["typescript 1 page: 1 of 1 blocks converted", "rust       1 page: 1 of 1 blocks converted"]
    );
    assert!(lines[2].starts_with("docs       out: 3 files"), "{lines:#?}");
    assert!(made(&project, "docs/cdktf/typescript/resources/queue.md").contains("delaySeconds: 1"));
    assert!(made(&project, "docs/cdktf/rust/resources/queue.md").contains("delay_seconds: 1.into()"));
    assert!(!Path::new(&project.path().join("out/docs/cdktf/python")).exists());

    let languages = ["provider", "--language", "rust", "typescript"];
    docs(&project, &[&languages[..], &["--check"]].concat()).success();
    project.write("provider/docs/resources/queue.md", &PAGE.replace("= 1", "= 2"));
    let finished = docs(&project, &[&languages[..], &["--check"]].concat()).code(1);
    assert!(finished.stdout.contains("out/docs/cdktf/rust/resources/queue.md: stale"), "{}", finished.stdout);
    assert!(finished.stdout.contains("run `"), "{}", finished.stdout);
}

#[test]
fn what_stays_as_it_is_is_named() {
    let project = Project::new();
    project.write("pages/r/queue.md", &(PAGE.to_owned() + "\n```hcl\nresource {{\n```\n"));
    let finished = docs(&project, &["pages", "--language", "python", "--json"]).success();
    assert!(
        finished.stderr.starts_with("note: pages/r/queue.md: line 9: stays as it is: "),
        "{}",
        finished.stderr
    );
    let printed: Value = serde_json::from_str(&finished.stdout).unwrap();
    assert_eq!(printed["coverage"], json!({ "python": { "pages": 1, "converted": 1, "left": 1 } }));
    assert_eq!(printed["left"][0]["line"], 9);
    assert_eq!(printed["outputs"][0]["created"].as_array().map(Vec::len), Some(2));

    project.write("pages/r/queue.md", &PAGE.replace("resource", "broken {{\nresource"));
    let finished = docs(&project, &["pages", "--language", "python"]).code(1);
    let stderr = &finished.stderr;
    assert!(
        stderr.contains("ferroform.pages.json: Python: 0 of 1 blocks converted, before 1 of 2"),
        "{stderr}"
    );
    assert!(
        stderr.contains("pages/r/queue.md: line 3: stays as it is: ") && stderr.contains("--accept-fall"),
        "{stderr}"
    );
    docs(&project, &["pages", "--language", "python", "--accept-fall"]).success();
}

#[test]
fn a_page_that_is_no_text_fails_the_run_and_stops_no_other() {
    let project = Project::new();
    let bad = project.write("pages/r/bad.md", "");
    fs::write(&bad, b"# \xff").unwrap();
    project.write("pages/r/queue.md", PAGE);
    let finished = docs(&project, &["pages", "--language", "python"]).code(1);
    assert_eq!(finished.stderr, "error: pages/r/bad.md: line 1: is not UTF-8\n");
    made(&project, "website/docs/cdktf/python/r/queue.md");
}

#[test]
fn without_pages_they_are_made_from_the_schema() {
    let project = Project::new();
    docs(&project, &["--language", "rust"]).success();
    assert!(made(&project, "acme/rust/resources/queue.md").contains("delay_seconds"));
    assert!(!project.path().join("out/acme/python").exists());
    docs(&project, &["--language", "rust", "--accept-fall"]).code(2);
    docs(&project, &["nowhere", "--language", "rust"]).code(1);
}
