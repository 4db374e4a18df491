//! What it costs to generate bindings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ferroform_tests::{Project, ferroform};

use crate::measure::{RUNS, command};
use crate::peer::Peer;
use crate::row;

const OUTPUTS: [&str; 4] = ["rust", "python", "typescript", "docs"];

/// Measures the main job, and the peer's.
pub fn measure(project: &Project, schema: &Path, peer: Option<&Peer>) {
    let (mut all, mut unchanged, mut typescript, mut peers) = (vec![], vec![], vec![], vec![]);
    for _ in 0..RUNS {
        let out = fresh(project);
        all.push(command(&generate(schema, &OUTPUTS, &out)));
        unchanged.push(command(&generate(schema, &OUTPUTS, &out)));
        typescript.push(command(&generate(schema, &["typescript"], &fresh(project))));
        peers.extend(peer.map(|peer| command(&peer.generate(schema, &fresh(project)))));
    }
    row("generate, four outputs", &all);
    row("generate, four outputs, nothing changed", &unchanged);
    row("generate, TypeScript only", &typescript);
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

/// An empty folder; the one of the run before is removed, so that runs do not fill the disk.
fn fresh(project: &Project) -> PathBuf {
    let out = project.path().join("out");
    if out.exists() {
        fs::remove_dir_all(&out).expect("cannot empty the output folder");
    }
    fs::create_dir(&out).expect("cannot make the output folder");
    out
}
