//! What an earlier run left, for those who need not make it again.

use std::fs;
use std::path::Path;

use super::cache::Cache;
use super::manifest::Manifest;
use super::root::{Found, Root};
use crate::Problem;

/// The files of an output root that are as they were written.
#[derive(Debug)]
pub struct Written<'a> {
    root: Root<'a>,
    manifest: Manifest,
    cache: Cache,
}

impl<'a> Written<'a> {
    /// Reads what is known of a root; nothing where nothing was written yet.
    ///
    /// # Errors
    ///
    /// If the root is no folder, or its manifest is none.
    pub fn read(root: &'a Path) -> Result<Self, Problem> {
        let root = Root::new(root)?;
        let manifest = Manifest::read(&root.manifest())?.unwrap_or_default();
        let cache = Cache::read(&root.cache());
        Ok(Self { root, manifest, cache })
    }

    /// The content of a file, unless it is missing or was edited.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<String> {
        let wrote = self.manifest.files.get(path)?;
        let Ok(Found::File(metadata)) = self.root.look(path) else { return None };
        let found = self.root.fingerprint(path, &metadata, &self.cache).ok()?;
        if found == *wrote { fs::read_to_string(self.root.at(path)).ok() } else { None }
    }
}
