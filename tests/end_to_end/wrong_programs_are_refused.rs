//! Programs with mistakes do not type-check: each mistake is reported where it is, and nothing else is.
//!
//! The programs mark each line that must be refused with the code of the error.

use std::collections::BTreeSet;

use ferroform_tests::{Project, cargo, node, python};
use serde_json::Value;

use crate::programs::{self, Runtime, rust_project};

/// Line numbers, from 1, with the code of the error there.
type Mistakes = BTreeSet<(u64, String)>;

#[test]
fn in_typescript() {
    let Some(node) = node() else { return };
    let (project, marked) = project("main.ts", "// TS", "--typescript-out", ".gen");
    node.link(&project);
    let said = node.tsc(&project, &["main.ts"]).code(2).stdout;
    assert_eq!(reported_by_tsc(&said), marked, "{said}");
}

#[test]
fn in_python() {
    let (Some(node), Some(python)) = (node(), python()) else { return };
    let (project, marked) = project("main.py", "# report", "--python-out", "imports");
    let said = node.pyright(&project, &python, "standard", &["."]).code(1).stdout;
    assert_eq!(reported_by_pyright(&said), marked, "{said}");
}

#[test]
fn in_rust() {
    let project = rust_project("refused");
    let marked = marked(&project.read("main.rs"), "// E0");
    let said = cargo(&project, &["check", "--message-format=json"]).code(101).stdout;
    assert_eq!(reported_by_rustc(&said), marked, "{said}");
}

/// The project of a wrong program, and the mistakes that it marks.
fn project(file: &str, mark: &str, option: &str, bindings: &str) -> (Project, Mistakes) {
    let project = programs::project("refused", file, Runtime::Cdktn, option, bindings);
    let marked = marked(&project.read(file), mark);
    (project, marked)
}

/// The mistakes that a program marks: what a mark begins with, without the comment sign, begins the code too.
fn marked(program: &str, mark: &str) -> Mistakes {
    let prefix = mark.trim_start_matches(['/', '#', ' ']);
    let mistakes = (1..).zip(program.lines()).filter_map(|(number, line)| {
        let (_, code) = line.rsplit_once(mark)?;
        Some((number, format!("{prefix}{code}")))
    });
    mistakes.collect()
}

/// Mistakes in lines such as `main.ts(7,37): error TS2307: Cannot find module …`.
fn reported_by_tsc(said: &str) -> Mistakes {
    let mistake = |line: &str| {
        let (place, message) = line.split_once("): error ")?;
        let (file, position) = place.split_once('(')?;
        assert_eq!(file, "main.ts", "{line}");
        let number = position.split(',').next()?.parse().ok()?;
        Some((number, message.split(':').next()?.to_owned()))
    };
    said.lines().filter_map(mistake).collect()
}

fn reported_by_pyright(said: &str) -> Mistakes {
    let report: Value = serde_json::from_str(said).expect("pyright reports in JSON");
    let mistake = |diagnostic: &Value| {
        let file = diagnostic["file"].as_str().unwrap();
        assert!(file.ends_with("/main.py"), "{diagnostic}");
        let line = diagnostic["range"]["start"]["line"].as_u64().unwrap();
        (line + 1, diagnostic["rule"].as_str().unwrap_or("no rule").to_owned())
    };
    report["generalDiagnostics"].as_array().unwrap().iter().map(mistake).collect()
}

fn reported_by_rustc(said: &str) -> Mistakes {
    let messages =
        said.lines().map(|line| serde_json::from_str::<Value>(line).expect("cargo reports in JSON"));
    let mistake = |message: Value| {
        let message = &message["message"];
        let span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
        assert_eq!(span["file_name"], "main.rs", "{message}");
        Some((span["line_start"].as_u64()?, message["code"]["code"].as_str()?.to_owned()))
    };
    messages.filter_map(mistake).collect()
}
