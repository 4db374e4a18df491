//! Commands that ran, with everything they said.

use std::process::{Command, Stdio};

/// A command that has ended.
#[derive(Debug)]
pub struct Finished {
    /// The command line, for messages.
    pub line: String,
    /// The exit code; `None` where a signal ended it.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

/// Runs `command` to its end, without standard input unless it was given one.
pub fn run(command: &mut Command) -> Finished {
    let line = format!("{command:?}");
    let output =
        command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("cannot run {line}: {error}"));
    Finished {
        line,
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Finished {
    /// Insists on exit code 0.
    pub fn success(self) -> Self {
        self.code(0)
    }

    /// Insists on an exit code.
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.line, self.said());
        self
    }

    /// Standard output and standard error together.
    pub fn said(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}
