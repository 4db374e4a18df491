//! The machine's `terraform`.

use std::path::Path;
use std::process::Command;

/// Whether there is a terraform; says so aloud where there is none.
pub fn has_terraform() -> bool {
    let found = Command::new("terraform").arg("version").output().is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("SKIPPED: there is no `terraform` on this machine, so no program was shown to it");
    }
    found
}

/// A run of terraform in the stack's folder, without colours and questions.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("terraform");
    command
        .args(arguments)
        .current_dir(folder)
        .env("TF_IN_AUTOMATION", "1")
        .env("TF_INPUT", "0")
        .env("TF_CLI_ARGS", "-no-color")
        .env_remove("TF_CLI_CONFIG_FILE");
    command
}

/// Runs terraform in the stack's folder and returns what it prints.
pub fn terraform(folder: &Path, arguments: &[&str]) -> String {
    let output = command(folder, arguments).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "terraform {arguments:?}: {text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}
