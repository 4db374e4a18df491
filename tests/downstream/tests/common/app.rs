//! An app in a folder of its own.

use ferroform::App;
use tempfile::TempDir;

/// The app, and its folder, which goes when it is dropped.
pub fn app() -> (App, TempDir) {
    let folder = TempDir::new().unwrap();
    (App::with_outdir(folder.path()), folder)
}
