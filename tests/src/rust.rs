//! The Rust compiler that runs the tests.

use std::process::Command;

use crate::run;

/// The release whose lints and error messages the repository is kept to.
const RELEASE: &str = "1.95.";

/// Whether the compiler is the one whose lints and error messages the repository is kept to.
///
/// Says aloud that the current test does not run where it is another one.
pub fn is_reference_rust() -> bool {
    let version = run(Command::new("rustc").arg("--version")).success().stdout;
    let is_reference = version.starts_with(&format!("rustc {RELEASE}"));
    if !is_reference {
        crate::skip(&format!(
            "lints and error messages are those of Rust {RELEASE}x, this is {}",
            version.trim()
        ));
    }
    is_reference
}
