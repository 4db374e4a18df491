//! Python: how long an import takes, and a program of a thousand resources.

use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, Python, python};

use super::bindings;
use crate::measure::in_turn;
use crate::prebuilt::Prebuilt;
use crate::row;

const OURS: &str = "bindings.aws";

pub fn measure(schema: &Path, prebuilt: &Prebuilt) {
    let Some(python) = python() else { return };
    let project = bindings(schema, "--python-out");
    imports(&project, &python, prebuilt);
    resources(&project, &python, prebuilt);
}

/// The import of one construct's module, and of cdktn alone.
fn imports(project: &Project, python: &Python, prebuilt: &Prebuilt) {
    let import = |python: &Python, module: &str| {
        let mut command = Command::new(python.interpreter());
        command.args(["-c", &format!("import {module}")]).current_dir(project.path());
        command
    };
    let [floor, ours, peer] = in_turn(&[
        import(python, "cdktn"),
        import(python, &format!("{OURS}.vpc")),
        import(&prebuilt.python, &format!("{}.vpc", Prebuilt::PYTHON)),
    ]);
    row("Python: `import cdktn`", &floor);
    row("Python: import of one resource", &ours);
    row("Python: the same of `cdktn-provider-aws`", &peer);
}

fn resources(project: &Project, python: &Python, prebuilt: &Prebuilt) {
    let program = |python: &Python, bindings: &str, file: &str| {
        let text = include_str!("../../programs/resources.py").replace("BINDINGS", bindings);
        let mut command = Command::new(python.interpreter());
        command.arg(project.write(file, &text)).current_dir(project.path());
        command
    };
    let [ours, peer] = in_turn(&[
        program(python, OURS, "ours.py"),
        program(&prebuilt.python, Prebuilt::PYTHON, "prebuilt.py"),
    ]);
    row("Python: 1,000 resources synthesized", &ours);
    row("Python: the same with `cdktn-provider-aws`", &peer);
}
