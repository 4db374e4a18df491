//! Programs that rely on a way of `cdktn get` which Ferroform left run with it.

use ferroform_tests::{Project, ferroform, node, python, root, run};
use serde_json::json;

#[test]
fn untyped_trees_in_typescript() {
    let Some(node) = node() else { return };
    let project = project("main.ts", &["--typescript-out", ".gen"]);
    node.link(&project);
    node.tsc(&project, &["main.ts"]).success();
    node.run(&project, "main.js").success();
    assert_untyped(&project);
}

#[test]
fn untyped_trees_in_python() {
    let (Some(node), Some(python)) = (node(), python()) else { return };
    let project = project("main.py", &["--python-out", "imports"]);
    node.pyright(&project, &python, "standard", &["main.py"]).success();
    python.run(&project, "main.py").success();
    assert_untyped(&project);
}

fn project(file: &str, out: &[&str]) -> Project {
    let project = Project::new();
    let program = std::fs::read_to_string(root().join("tests/programs/untyped").join(file)).unwrap();
    project.write(file, &program);
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", "--old-way", "untyped-trees"]).args(out);
    run(command.arg("--schema").arg(root().join("generator/tests/typescript/untyped.json"))).success();
    project
}

fn assert_untyped(project: &Project) {
    let stack = project.synthesized("untyped");
    let expected = json!([
        { "priority": 1, "statement": { "geo_match_statement": { "country_codes": ["CH"] } } },
        { "priority": 2, "statement": [{ "geo_match_statement": [{ "country_codes": ["FR"] }] }] },
    ]);
    assert_eq!(stack["resource"]["aws_wafv2_web_acl"]["acl"]["rule"], expected, "{stack}");
}
