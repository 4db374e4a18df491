//! What it costs to generate bindings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ferroform_tests::{Project, ferroform, shared};

use crate::measure::{RUNS, command};
use crate::peer::Peer;
use crate::row;

const OUTPUTS: [&str; 4] = ["rust", "python", "typescript", "docs"];

/// Measures the main job, and the peer's.
pub fn measure(project: &Project, schema: &Path, peer: Option<&Peer>) {
    let pages = shared().map(|shared| shared.join("corpus/docs/aws/hcl")).filter(|pages| pages.is_dir());
    let (mut all, mut unchanged, mut typescript, mut peers) = (vec![], vec![], vec![], vec![]);
    let mut documented = vec![];
    for run in 0..RUNS {
        let out = fresh(project, 4 * run);
        all.push(command(&generate(schema, &OUTPUTS, &out)));
        unchanged.push(command(&generate(schema, &OUTPUTS, &out)));
        typescript.push(command(&generate(schema, &["typescript"], &fresh(project, 4 * run + 1))));
        peers.extend(peer.map(|peer| command(&peer.generate(schema, &fresh(project, 4 * run + 2)))));
        documented.extend(pages.as_ref().map(|pages| {
            let mut generate = generate(schema, &OUTPUTS, &fresh(project, 4 * run + 3));
            command(generate.arg("--docs").arg(pages))
        }));
    }
    row("generate, four outputs", &all);
    row("generate, four outputs, nothing changed", &unchanged);
    row("generate, TypeScript only", &typescript);
    if !documented.is_empty() {
        row("generate, four outputs, with 901 pages of documentation", &documented);
    }
    if !peers.is_empty() {
        row("generator of `cdktn get`, TypeScript only", &peers);
    }
}

/// A command line that generates each output into a folder of its own below `out`.
pub fn generate(schema: &Path, outputs: &[&str], out: &Path) -> Command {
    let mut command = ferroform();
    command.arg("generate").arg("--schema").arg(schema);
    for output in outputs {
        command.arg(format!("--{output}-out")).arg(out.join(output));
    }
    command
}

/// A new folder. Those of the runs before stay until the end: for minutes after a large removal, some file systems take ten
/// times as long to make files.
fn fresh(project: &Project, number: usize) -> PathBuf {
    let out = project.path().join(format!("out-{number}"));
    fs::create_dir(&out).expect("cannot make the output folder");
    out
}
