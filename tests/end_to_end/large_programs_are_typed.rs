//! A program of thirty resources of AWS is strictly typed in TypeScript and Python, and means the same in both.

use std::fs;

use ferroform_tests::{Project, ferroform, node, python, root, run, shared, skip};

#[test]
fn a_service_of_thirty_resources() {
    let Some(project) = project() else { return };
    let typescript = node().map(|node| {
        node.link(&project);
        node.tsc(&project, &["main.ts"]).success();
        node.run(&project, "main.js").success();
        project.synthesized("shop")
    });
    let python = python().map(|python| {
        if let Some(node) = node() {
            node.pyright(&project, &python, "strict", &["main.py"]).success();
        }
        python.mypy(&project, "main.py").success();
        python.run(&project, "main.py").success();
        project.synthesized("shop")
    });
    let (Some(typescript), Some(python)) = (typescript, python) else { return };
    let resources = typescript["resource"].as_object().expect("there are resources");
    assert!(resources.len() >= 30, "{} types of resources", resources.len());
    for part in ["data", "output", "provider", "resource"] {
        assert_eq!(typescript[part], python[part], "{part}");
    }
}

/// The program in both languages, with bindings of all of AWS; `None`, said aloud, without AWS's schema.
fn project() -> Option<Project> {
    let Some(shared) = shared() else {
        skip("no AWS schema, which is looked for in FERROFORM_SHARED and ../shared");
        return None;
    };
    let project = Project::new();
    for file in ["main.ts", "main.py"] {
        let text = fs::read_to_string(root().join("tests/programs/service").join(file));
        project.write(file, &text.expect("there is a program"));
    }
    let mut generate = ferroform();
    generate.current_dir(project.path()).arg("generate");
    generate.arg("--schema").arg(shared.join("corpus/recovered/aws-6.66.0.json"));
    generate.args(["--typescript-out", ".gen", "--python-out", "imports"]);
    run(&mut generate).success();
    Some(project)
}
