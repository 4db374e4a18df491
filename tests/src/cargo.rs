//! Rust programs as users have them: packages of their own, outside this workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Finished, Project, root, run};

/// Writes the manifest of a package that depends on crates in these folders.
///
/// All projects share one build folder, so two that run at the same time need different names. The repository's lock file goes along, so that no other versions are asked for than the ones tested.
pub fn cargo_package(project: &Project, name: &str, dependencies: &[(&str, PathBuf)]) {
    let mut manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
        [[bin]]\nname = \"{name}\"\npath = \"main.rs\"\n\n[workspace]\n\n[dependencies]\n"
    );
    for (dependency, folder) in dependencies {
        manifest += &format!("{dependency} = {{ path = \"{}\" }}\n", folder.display());
    }
    project.write("Cargo.toml", &manifest);
    project
        .write("Cargo.lock", &fs::read_to_string(root().join("Cargo.lock")).expect("there is a lock file"));
}

/// Runs cargo in a project, with warnings as errors. All projects share one build folder.
pub fn cargo(project: &Project, arguments: &[&str]) -> Finished {
    run(&mut cargo_command(project, arguments))
}

/// The command that [`cargo`] runs.
pub fn cargo_command(project: &Project, arguments: &[&str]) -> Command {
    cargo_in(project.path(), arguments)
}

/// As [`cargo_command`], in a folder that outlives the test.
pub fn cargo_in(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(folder);
    command.env("CARGO_TARGET_DIR", root().join("target/tools/cargo")).env("RUSTFLAGS", "-D warnings");
    command
}
