//! How much room bindings take on a disk.

use std::fs;
use std::path::Path;

use ferroform_tests::{Project, run};

use crate::generate::generate;
use crate::peer::Peer;
use crate::prebuilt::Prebuilt;

/// Prints the sizes of what is written for each language, and of what the peer writes.
pub fn measure(schema: &Path, peer: Option<&Peer>) {
    let project = Project::new();
    let out = project.path();
    run(&mut generate(schema, &["typescript", "python"], out)).success();
    println!("\n| | MB |\n|---|---:|");
    row("TypeScript", &out.join("typescript"));
    if let Some(peer) = peer {
        run(&mut peer.generate(schema, &out.join("peer"))).success();
        row("TypeScript that `cdktn get` writes", &out.join("peer"));
    }
    row("Python", &out.join("python"));
    if let Some(prebuilt) = Prebuilt::install() {
        row("`cdktn-provider-aws` from PyPI, its archive of JavaScript included", &prebuilt.python_folder());
    }
}

fn row(title: &str, folder: &Path) {
    let bytes = bytes_in(folder);
    println!("| {title} | {}.{} |", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
}

/// The bytes of all files in a folder, without what Python compiles for itself.
fn bytes_in(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("a folder can be read").map(|entry| entry.expect("an entry"));
    let sizes = entries.filter(|entry| entry.file_name() != "__pycache__").map(|entry| {
        let metadata = entry.metadata().expect("a file has metadata");
        if metadata.is_dir() { bytes_in(&entry.path()) } else { metadata.len() }
    });
    sizes.sum()
}
