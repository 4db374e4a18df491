//! The generator that Ferroform is compared with.

use std::path::{Path, PathBuf};
use std::process::Command;

use ferroform_tests::npm_packages;

/// The generator behind `cdktn get`.
#[derive(Debug)]
pub struct Peer {
    modules: PathBuf,
}

impl Peer {
    /// Installs the generator's npm packages; `None`, said aloud, without Node.
    pub fn install() -> Option<Self> {
        let (package, lock) =
            (include_str!("../peer/package.json"), include_str!("../peer/package-lock.json"));
        Some(Self { modules: npm_packages("peer", package, lock)? })
    }

    /// A command line that generates TypeScript.
    pub fn generate(&self, schema: &Path, out: &Path) -> Command {
        let mut command = Command::new("node");
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/peer/generate.js")).arg(schema).arg(out);
        command.env("PEER_MODULES", &self.modules);
        command
    }
}
