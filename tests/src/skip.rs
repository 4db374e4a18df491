//! Tests that cannot run on this machine.

use std::io::Write as _;

/// Says on standard error that the current test does not run, and why.
///
/// The test harness swallows what a passing test prints through `eprintln!`, but not what it writes itself.
pub fn skip(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    // A closed standard error is no reason to fail.
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: {why}");
}
