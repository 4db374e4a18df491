//! What documentation pages say reaches every output, and is of one provider.

use ferroform_tests::{Finished, Project, ferroform, root, run};

#[test]
fn documentation_reaches_every_output() {
    let (project, finished) = generated(&[], &["schema.json"]);
    let said = finished.success();
    assert!(
        said.stdout.contains("5 pages, 1 on nothing in the schema; 42 of 44 arguments described"),
        "{}",
        said.stdout
    );
    let lost =
        "gateway.html.markdown: 1 argument of `nothing`: no block of the schema is called so and has them";
    assert!(said.stderr.contains(lost), "{}", said.stderr);
    // An example keeps the rules: one of `email` and `phone` has to be set.
    let queue = project.read("docs/acme/python/resources/queue.md");
    assert!(queue.contains("email="), "{queue}");
    // What a description says is not said again.
    assert!(!queue.contains("Must be between `0` and `900`"), "{queue}");
    for file in [
        "rust/src/gateway.rs",
        "python/acme/gateway/__init__.pyi",
        "typescript/providers/acme/gateway/index.d.ts",
        "docs/acme/rust/resources/gateway.md",
    ] {
        assert!(project.read(file).contains("What the gateway is called."), "{file}");
    }
}

#[test]
fn documentation_is_of_one_provider() {
    let (_, finished) = generated(&[], &["schema.json", "../../../schemas/terraform.json"]);
    let said = finished.code(1).stderr;
    assert!(said.contains("--docs: does not say which of the providers it documents"), "{said}");
    assert!(said.contains("write --docs SOURCE="), "{said}");
    let (_, finished) = generated(&["acme/other=."], &["schema.json"]);
    let said = finished.code(1).stderr;
    assert!(
        said.contains("--docs: names registry.terraform.io/acme/other, which no schema describes"),
        "{said}"
    );
}

/// Runs the generator on the pages that show each form.
fn generated(options: &[&str], schemas: &[&str]) -> (Project, Finished) {
    let project = Project::new();
    let facts = root().join("generator/tests/facts");
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", "--rust-out", "rust", "--python-out", "python"]);
    command.args(["--typescript-out", "typescript", "--docs-out", "docs", "--schema"]);
    command.args(schemas.iter().map(|schema| facts.join(schema))).arg("--docs").arg(&facts).args(options);
    let finished = run(&mut command);
    (project, finished)
}
