//! terrars, the other way to write Terraform in Rust: what its bindings cost is compared with ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use ferroform_tests::{Project, root, run};
use serde_json::json;

/// The version that is compared.
pub const VERSION: &str = "0.4.0";

/// Its generator, compiled.
#[derive(Debug)]
pub struct Terrars {
    generator: PathBuf,
}

impl Terrars {
    /// Installs the generator into `target/tools`.
    pub fn install() -> Self {
        let folder = root().join("target/tools/terrars");
        let mut install = Command::new(env!("CARGO"));
        install
            .args(["install", "--quiet", "--locked", "terrars", "--version", VERSION, "--root"])
            .arg(&folder);
        run(&mut install).success();
        Self { generator: folder.join("bin/terrars-generate") }
    }

    /// A crate with the bindings of these resources, named without `aws_`; of all where there is none.
    pub fn package(&self, schema: &Path, resources: &[&str]) -> Project {
        let project = Project::new();
        project.write("Cargo.toml", include_str!("../terrars/Cargo.toml"));
        project.write("Cargo.lock", include_str!("../terrars/Cargo.lock"));
        project.write("src/lib.rs", "pub mod aws;\n");
        let config = json!({
            "provider": "hashicorp/aws",
            "version": "6.66.0",
            "include": resources,
            "dest": project.path().join("src/aws"),
            "binary": concat!(env!("CARGO_MANIFEST_DIR"), "/terrars/terraform.sh"),
        });
        let config = project.write("terrars.json", &config.to_string());
        run(Command::new(&self.generator).arg(config).env("SCHEMA", schema)).success();
        project
    }

    /// A crate that depends on terrars and does nothing with it.
    pub fn bare() -> Project {
        let project = Project::new();
        project.write("Cargo.toml", include_str!("../terrars/Cargo.toml"));
        project.write("Cargo.lock", include_str!("../terrars/Cargo.lock"));
        project.write("src/lib.rs", "");
        project
    }
}
