//! What an app writes.

use std::fs;

use ferroform::App;

/// Synthesizes the app and reads the file of one of its stacks.
pub fn synthesized(app: &App, stack: &str) -> String {
    app.synth().unwrap();
    fs::read_to_string(app.outdir().join("stacks").join(stack).join("cdk.tf.json")).unwrap()
}
