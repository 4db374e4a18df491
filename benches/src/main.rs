//! The measurements that the README quotes: `cargo run --release -p ferroform-benches`.
//!
//! Every figure is of whole processes, children included, as the operating system counts them: CPU seconds in
//! user and system mode, seconds on the clock, and the most memory that one process held. Machines are noisy,
//! so each is the median of five runs; where there is a peer, it runs in turn with what it is compared with.

mod measure;
mod peer;
mod schema;

use std::fs;
use std::path::Path;
use std::process::Command;

use ferroform_tests::{Project, ferroform};

use measure::{Sample, median};

const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((mode, command)) = arguments.split_first()
        && mode == measure::MODE
    {
        return measure::measure_and_report(command);
    }

    let folder = Project::new();
    let schema = schema::aws_sized(folder.path());
    println!("Schema: {}\n", schema.title);
    println!("| | CPU s | s | MiB |\n|---|---:|---:|---:|");

    let outputs = ["rust", "python", "typescript", "docs"];
    let peer = peer::Peer::install();
    let (mut all, mut unchanged, mut typescript, mut peers) = (vec![], vec![], vec![], vec![]);
    for _ in 0..RUNS {
        let out = fresh(folder.path());
        all.push(measure::command(&generate(&schema.file, &outputs, &out)));
        unchanged.push(measure::command(&generate(&schema.file, &outputs, &out)));
        typescript.push(measure::command(&generate(&schema.file, &["typescript"], &fresh(folder.path()))));
        peers.extend(
            peer.as_ref().map(|peer| measure::command(&peer.generate(&schema.file, &fresh(folder.path())))),
        );
    }
    row("generate, four outputs", &all);
    row("generate again, nothing changed", &unchanged);
    row("generate, TypeScript only", &typescript);
    if !peers.is_empty() {
        row("generator of `cdktn get`, TypeScript", &peers);
        let (ours, theirs) = (median(&all), median(&peers));
        println!(
            "\nAll four outputs take {:.2} of the CPU time and {:.2} of the memory of the peer's TypeScript.",
            ours.cpu / theirs.cpu,
            ours.mib / theirs.mib
        );
    }
}

/// A command line that generates each output into a folder of its own below `out`.
fn generate(schema: &Path, outputs: &[&str], out: &Path) -> Command {
    let mut command = ferroform();
    command.arg("generate").arg("--schema").arg(schema);
    for output in outputs {
        command.arg(format!("--{output}-out")).arg(out.join(output));
    }
    command
}

/// An empty folder; the one of the run before is removed, so that runs do not fill the disk.
fn fresh(folder: &Path) -> std::path::PathBuf {
    let out = folder.join("out");
    if out.exists() {
        fs::remove_dir_all(&out).expect("cannot empty the output folder");
    }
    fs::create_dir(&out).expect("cannot make the output folder");
    out
}

fn row(title: &str, samples: &[Sample]) {
    let Sample { cpu, seconds, mib } = median(samples);
    println!("| {title} | {cpu:.2} | {seconds:.2} | {mib:.0} |");
}
