//! What documentation, schemas and overrides say of values holds in each language, and is said there in the same words.

use std::collections::BTreeSet;
use std::fs;

use ferroform_tests::{
    Finished, Project, cargo, cargo_package, cdktn_cli, ferroform, node, python, root, run, terraform,
};
use serde_json::{Value, json};

/// The program breaks every rule once.
#[test]
fn in_the_same_words() {
    // The library asks Terraform's version where something is imported.
    let (Some(node), Some(python), Some(_)) = (node(), python(), terraform()) else { return };
    let project = bindings();
    cargo_package(
        &project,
        "program-rules",
        &[("ferroform", root().join("runtime")), ("ferroform-acme", project.path().join("rust"))],
    );
    let rust = said(&cargo(&project, &["run", "--quiet"]).success());
    let python = said(&python.run(&project, "main.py").success());
    node.link(&project);
    node.tsc(&project, &["main.ts"]).success();
    let typescript = said(&node.run(&project, "main.js").success());
    insta::assert_snapshot!(format!("Rust\n\n{rust}\n\nPython\n\n{python}\n\nTypeScript\n\n{typescript}"));
    assert_eq!(messages(&python), messages(&rust));
    assert_eq!(messages(&typescript), messages(&rust));
    assert_eq!(messages(&rust).len(), 11, "{rust}");
}

/// Editors show what is allowed, and offer it.
#[test]
fn and_stand_where_programs_are_written() {
    let project = bindings();
    let part = |file: &str, from: &str, to: &str| {
        let text = project.read(file);
        let start = text.find(from).expect("the file has this part");
        let length = text[start..].find(to).expect("the part ends");
        text[start..start + length].to_owned()
    };
    insta::assert_snapshot!(
        [
            part("rust/src/gateway.rs", "pub struct Gateway {", "/// The `listener` block."),
            part(".gen/providers/acme/gateway/index.d.ts", "export interface GatewayConfig", "\n}\n"),
            part(".gen/providers/acme/gateway/index.js", "\"rules\":", ", [], exports"),
            part("imports/acme/gateway/__init__.pyi", "class Gateway(", "\n    mode: str"),
        ]
        .join("\n=====\n")
    );
}

/// The command prints annotations, so that the program does not.
#[test]
fn and_the_command_says_it_once() {
    let (Some(cli), Some(node)) = (cdktn_cli(), node()) else { return };
    let project = bindings();
    node.link(&project);
    node.tsc(&project, &["warned.ts"]).success();
    let config = json!({ "language": "typescript", "app": "node warned.js", "projectId": "0", "sendCrashReports": "false" });
    project.write("cdktf.json", &config.to_string());
    let finished = cli.run(&project, &["synth"]).success();
    let message = "mode: found \"shut\", allowed: \"open\", \"closed\" (from the provider's documentation)";
    assert_eq!(finished.said().matches(message).count(), 1, "{}", finished.said());
    let manifest: Value = serde_json::from_str(&project.read("cdktf.out/manifest.json")).unwrap();
    assert_eq!(manifest["stacks"]["stack"]["annotations"][0]["message"], message);
}

/// A project with a program in each language and the bindings that it imports.
fn bindings() -> Project {
    let project = Project::new();
    let folder = root().join("tests/programs/rules");
    for file in ["main.rs", "main.py", "main.ts", "warned.ts"] {
        project.write(file, &fs::read_to_string(folder.join(file)).unwrap());
    }
    let mut generate = ferroform();
    generate.current_dir(project.path()).args(["generate", "--rust-out", "rust", "--rust-runtime"]);
    generate.arg(root().join("runtime")).args(["--python-out", "imports", "--typescript-out", ".gen"]);
    generate.arg("--schema").arg(folder.join("schema.json")).arg("--docs").arg(&folder);
    run(generate.arg("--overrides").arg(folder.join("overrides.json"))).success();
    project
}

/// What a program says of rules: warnings, then errors.
fn said(finished: &Finished) -> String {
    let lines = finished.stderr.lines().chain(finished.stdout.lines());
    let lines = lines.filter(|line| line.contains(": found ") || line.contains("no import ID"));
    lines.map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// The messages without what languages put before them to say where they come from.
fn messages(said: &str) -> BTreeSet<&str> {
    said.lines().map(message).collect()
}

fn message(line: &str) -> &str {
    let starts = ["warning: ", "error: ", "acme_gateway.warned: ", "[stack/refused] ", "[stack/imported] "];
    starts.iter().find_map(|start| line.trim().strip_prefix(start)).map_or(line, message)
}
