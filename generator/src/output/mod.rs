//! A tree of paths and bytes, and the one place that touches the disk.

use std::collections::BTreeMap;

/// Files to be written below one output root.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Adds a file.
    ///
    /// # Panics
    ///
    /// If `path` was added before: two constructs must not share a file.
    pub fn add(&mut self, path: impl Into<String>, content: impl Into<String>) {
        let path = path.into();
        let before = self.files.insert(path.clone(), content.into());
        assert!(before.is_none(), "{path} is written twice");
    }

    /// The files in the order of their paths, which are relative and use `/`.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_str()))
    }
}
