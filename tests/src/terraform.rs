//! The machine's Terraform, kept from the network and from the user's settings.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::node::on_path;
use crate::python::venv;
use crate::{Finished, root, run, shared};

/// The `terraform` on the PATH.
#[derive(Debug)]
pub struct Terraform {
    /// The command line, without arguments for Terraform.
    line: Vec<OsString>,
}

/// Terraform; says aloud that the current test does not run where the machine has none.
pub fn terraform() -> Option<Terraform> {
    if !on_path("terraform") {
        crate::skip("there is no `terraform` on the PATH");
        return None;
    }
    Some(Terraform { line: vec!["terraform".into()] })
}

impl Terraform {
    /// The same Terraform, with a stand-in for every provider of a schema file.
    ///
    /// Says aloud that the current test does not run where `../shared`, which has the stand-in, is missing.
    pub fn with_stub_provider(self, schema: &Path) -> Option<Self> {
        let stub = shared()?.join("stub-provider");
        let requirements =
            fs::read_to_string(stub.join("requirements.txt")).expect("the stub has requirements");
        let python = venv("stub-provider", &requirements).join("python");
        let mut line = vec![python.into(), stub.join("stub_provider.py").into()];
        line.extend(["--schema".into(), schema.into(), "--used-by".into(), ".".into(), "--".into()]);
        line.extend(self.line);
        Some(Self { line })
    }

    /// Runs `terraform` in a folder.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Finished {
        let mut command = Command::new(&self.line[0]);
        command.args(&self.line[1..]).args(arguments).current_dir(folder);
        command.env("TF_CLI_CONFIG_FILE", "/dev/null").env("CHECKPOINT_DISABLE", "1");
        command.env("TF_IN_AUTOMATION", "1").env("TF_CLI_ARGS", "-no-color");
        command.env("STUB_PROVIDER_CACHE", root().join("target/tools/stub-provider-cache"));
        command.env("PYTHONDONTWRITEBYTECODE", "1");
        run(&mut command)
    }
}
