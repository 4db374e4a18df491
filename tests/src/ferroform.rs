//! The `ferroform` command, as users run it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use crate::{root, run};

/// The `ferroform` command, built as a release: what is measured and shipped is what is tested.
pub fn ferroform() -> Command {
    Command::new(&*EXECUTABLE)
}

static EXECUTABLE: LazyLock<PathBuf> = LazyLock::new(|| {
    let arguments = ["build", "--release", "--bin", "ferroform", "--message-format=json-render-diagnostics"];
    let built = run(Command::new(env!("CARGO")).args(arguments).current_dir(root())).success();
    let messages =
        built.stdout.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let executable =
        messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    executable.expect("cargo says where the executable is")
});
