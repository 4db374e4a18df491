//! Folders: the repository, development data beside it, and scratch projects.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands below the root")
}

/// Real schemas and documentation for more tests: `$FERROFORM_SHARED`, or `../shared` beside the repository.
///
/// Says aloud that the current test does not run where there is none.
pub fn shared() -> Option<&'static Path> {
    static SHARED: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let folder =
            std::env::var_os("FERROFORM_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
        folder.is_dir().then_some(folder)
    });
    if SHARED.is_none() {
        crate::skip("there is no ../shared, and FERROFORM_SHARED names no other folder");
    }
    SHARED.as_deref()
}

/// A folder of a user's project, removed at the end of the test.
#[derive(Debug)]
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// An empty project.
    pub fn new() -> Self {
        let projects = root().join("target/tools/projects");
        fs::create_dir_all(&projects).expect("cannot make the folder for projects");
        Self { folder: TempDir::new_in(projects).expect("cannot make a project") }
    }

    /// Where the project is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file and returns its path.
    pub fn write(&self, path: &str, content: &str) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("cannot make a folder");
        fs::write(&path, content).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
        path
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        let path = self.path().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
    }

    /// Reads what a program synthesized for a stack.
    pub fn synthesized(&self, stack: &str) -> serde_json::Value {
        let text = self.read(&format!("cdktf.out/stacks/{stack}/cdk.tf.json"));
        serde_json::from_str(&text).expect("synthesized configuration is JSON")
    }
}

impl Default for Project {
    fn default() -> Self {
        Self::new()
    }
}
