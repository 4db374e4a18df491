//! Python, with the packages that Python programs need.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::install::installed;
use crate::node::on_path;
use crate::{Finished, Project, run};

const REQUIREMENTS: &str = include_str!("../tools/python/requirements.txt");

/// A virtual environment with cdktn, cdktf and mypy.
#[derive(Debug)]
pub struct Python {
    bin: PathBuf,
}

/// Python with its packages; says aloud that the current test does not run where the machine lacks Python, or
/// Node, on which cdktn and cdktf stand in Python too.
pub fn python() -> Option<Python> {
    python_with("python", REQUIREMENTS)
}

/// The same with exactly these packages, installed under this name.
pub fn python_with(name: &str, requirements: &str) -> Option<Python> {
    let missing = ["python3", "node"].into_iter().find(|command| !on_path(command));
    if let Some(command) = missing {
        crate::skip(&format!("there is no `{command}` on the PATH"));
        return None;
    }
    Some(Python { bin: venv(name, requirements) })
}

/// Makes a virtual environment with exactly these requirements and returns its `bin` folder.
fn venv(name: &str, requirements: &str) -> PathBuf {
    let folder = installed(name, requirements, |folder| {
        fs::write(folder.join("requirements.txt"), requirements).expect("cannot write requirements.txt");
        run(Command::new("python3").args(["-m", "venv", "venv"]).current_dir(folder)).success();
        let pip =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"];
        run(Command::new(folder.join("venv/bin/python")).args(pip).current_dir(folder)).success();
    });
    folder.join("venv/bin")
}

impl Python {
    /// The interpreter.
    pub fn interpreter(&self) -> PathBuf {
        self.bin.join("python")
    }

    /// The folder of the installed packages.
    ///
    /// # Panics
    ///
    /// If the interpreter does not run.
    pub fn packages(&self) -> PathBuf {
        let mut command = Command::new(self.interpreter());
        let found =
            run(command.args(["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])).success();
        PathBuf::from(found.stdout.trim())
    }

    /// Type-checks a Python file of a project, and what it imports, with `mypy --strict`.
    pub fn mypy(&self, project: &Project, file: &str) -> Finished {
        let mut command = Command::new(self.interpreter());
        run(command.args(["-m", "mypy", "--strict", file]).current_dir(project.path()))
    }

    /// Runs a Python file of a project.
    pub fn run(&self, project: &Project, file: &str) -> Finished {
        let mut command = Command::new(self.interpreter());
        // A project is fresh: compiled files would only be written to be thrown away.
        run(command.arg("-B").arg(file).current_dir(project.path()))
    }
}
