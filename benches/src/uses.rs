//! What it costs to use generated bindings: one construct of a large provider, in Python and TypeScript.

use std::fs;
use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, ferroform, node, python, run};

use crate::measure::{RUNS, command};
use crate::peer::Peer;
use crate::row;

/// Measures the compilers and interpreters that read bindings.
pub fn measure(schema: &Path, peer: Option<&Peer>) {
    import_python(schema);
    check_typescript(schema, peer);
}

/// The import of one construct's module, and of cdktn alone.
fn import_python(schema: &Path) {
    let Some(python) = python() else { return };
    let project = Project::new();
    run(ferroform()
        .arg("generate")
        .arg("--schema")
        .arg(schema)
        .arg("--python-out")
        .arg(project.path().join("imports")))
    .success();
    let provider = only_folder(&project.path().join("imports"));
    let module = first_folder(&project.path().join("imports").join(&provider));
    let import = |name: &str| {
        let mut command = Command::new(python.interpreter());
        command.args(["-c", &format!("import {name}")]).current_dir(project.path());
        command
    };
    let (floor, ours) = (import("cdktn"), import(&format!("imports.{provider}.{module}")));
    // The first import compiles what is imported.
    run(&mut import(&format!("imports.{provider}.{module}"))).success();
    let (mut floors, mut samples) = (vec![], vec![]);
    for _ in 0..RUNS {
        floors.push(command(&floor));
        samples.push(command(&ours));
    }
    row("Python: `import cdktn`", &floors);
    row("Python: import of one resource", &samples);
}

/// `tsc --strict` of a program with one construct, and the same with the peer's bindings.
fn check_typescript(schema: &Path, peer: Option<&Peer>) {
    let Some(node) = node() else { return };
    let project = |generate: &mut dyn FnMut(&Path)| {
        let project = Project::new();
        node.link(&project);
        generate(&project.path().join(".gen"));
        let provider = only_folder(&project.path().join(".gen/providers"));
        let module = first_folder(&project.path().join(".gen/providers").join(&provider));
        project.write("main.ts", &format!("export * from \"./.gen/providers/{provider}/{module}\";\n"));
        project
    };
    let ours = project(&mut |out| {
        run(ferroform().arg("generate").arg("--schema").arg(schema).arg("--typescript-out").arg(out))
            .success();
    });
    let theirs = peer.map(|peer| {
        project(&mut |out| {
            run(&mut peer.generate(schema, out)).success();
        })
    });
    let (mut samples, mut peers) = (vec![], vec![]);
    for _ in 0..RUNS {
        samples.push(command(&node.tsc_command(&ours, &["main.ts"])));
        peers.extend(theirs.as_ref().map(|theirs| command(&node.tsc_command(theirs, &["main.ts"]))));
    }
    row("`tsc` of a program with one resource", &samples);
    if !peers.is_empty() {
        row("`tsc` of the same with the bindings of `cdktn get`", &peers);
    }
}

/// The only folder in a folder that is neither hidden nor the runtime.
fn only_folder(folder: &Path) -> String {
    let mut folders = folders(folder);
    folders.retain(|name| name != "ferroform");
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders.remove(0)
}

fn first_folder(folder: &Path) -> String {
    folders(folder).into_iter().next().expect("there are constructs")
}

/// The folders in a folder that are not hidden, in order.
fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder can be read").map(|entry| entry.expect("an entry"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with(['.', '_']));
    names.sort();
    names
}
