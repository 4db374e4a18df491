//! The machine's Terraform, kept from the network and from the user's settings.

use std::path::Path;
use std::process::{Command, Stdio};

use ferroform_stub_provider::{REATTACH_VARIABLE, StubProviders};

use crate::node::on_path;
use crate::{Finished, run};

/// The `terraform` on the PATH.
#[derive(Debug)]
pub struct Terraform {
    /// Stand-ins for providers; Terraform installs all others.
    providers: Option<StubProviders>,
}

/// Terraform; says aloud that the current test does not run where the machine has none.
pub fn terraform() -> Option<Terraform> {
    if !on_path("terraform") {
        crate::skip("there is no `terraform` on the PATH");
        return None;
    }
    Some(Terraform { providers: None })
}

impl Terraform {
    /// The same Terraform, with a stand-in for every provider of a schema file.
    pub fn with_stub_provider(self, schema: &Path) -> Self {
        let providers = StubProviders::serve(&[schema]).unwrap_or_else(|error| panic!("{error}"));
        Self { providers: Some(providers) }
    }

    /// Runs `terraform` in a folder.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Finished {
        run(&mut self.command(folder, arguments))
    }

    /// A run of `terraform` in a folder, to be started.
    pub fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("terraform");
        command.args(arguments).current_dir(folder).stdin(Stdio::null());
        command.env("TF_CLI_CONFIG_FILE", "/dev/null").env("CHECKPOINT_DISABLE", "1");
        command.env("TF_IN_AUTOMATION", "1").env("TF_CLI_ARGS", "-no-color");
        if let Some(providers) = &self.providers {
            command.env(REATTACH_VARIABLE, providers.reattach());
        }
        command
    }
}
