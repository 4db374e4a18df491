//! What the tests share.

use std::fs;

use ferroform::{App, Stack};
use tempfile::TempDir;

/// An app in a folder of its own. The folder goes when it is dropped.
pub fn app() -> (App, TempDir) {
    let folder = TempDir::new().unwrap();
    (App::with_outdir(folder.path()), folder)
}

/// A stack that says where the provider of the tests' resources is.
#[allow(dead_code, reason = "not every test that shares this has resources")]
pub fn stack(app: &App, name: &str) -> Stack {
    let stack = app.stack(name);
    stack.required_provider("store", "example/store", None).unwrap();
    stack
}

#[allow(dead_code, reason = "not every test that shares this reads files")]
/// Synthesizes the app and reads the file of one of its stacks.
pub fn synthesized(app: &App, stack: &str) -> String {
    app.synth().unwrap();
    fs::read_to_string(app.outdir().join("stacks").join(stack).join("cdk.tf.json")).unwrap()
}
