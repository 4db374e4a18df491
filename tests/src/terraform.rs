//! The machine's Terraform, kept from the network and from the user's settings.

use std::path::Path;
use std::process::Command;

use crate::node::on_path;
use crate::{Finished, run};

/// The `terraform` on the PATH.
#[derive(Debug)]
pub struct Terraform(());

/// Terraform; says aloud that the current test does not run where the machine has none.
pub fn terraform() -> Option<Terraform> {
    if !on_path("terraform") {
        crate::skip("there is no `terraform` on the PATH");
        return None;
    }
    Some(Terraform(()))
}

impl Terraform {
    /// Runs `terraform` in a folder.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Finished {
        let mut command = Command::new("terraform");
        command.args(arguments).current_dir(folder);
        command
            .env("TF_CLI_CONFIG_FILE", "/dev/null")
            .env("CHECKPOINT_DISABLE", "1")
            .env("TF_IN_AUTOMATION", "1");
        run(&mut command)
    }
}
