//! What a run did, or in [`Mode::Check`](super::Mode::Check) what one would do.

/// The outcome of a run over one output root. Paths are relative to the root and sorted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// Files that were missing.
    pub created: Vec<String>,
    /// Files that were stale.
    pub updated: Vec<String>,
    /// Files that an earlier run wrote and that are no longer part of the output.
    pub removed: Vec<String>,
    /// Files that stand in the way and were not touched.
    pub kept: Vec<Kept>,
    /// How many files were current.
    pub unchanged: usize,
    /// Bytes of the created and updated files.
    pub bytes_written: u64,
    /// Bytes of the whole output.
    pub bytes: u64,
    /// Whether the manifest itself was stale, which it can be while every file is current.
    pub manifest_updated: bool,
    /// Whether an earlier run had been interrupted; it is completed before anything else is done.
    pub interrupted: bool,
}

/// A file that was not touched although the output has another content for it, or none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// The file.
    pub path: String,
    /// Why it was kept.
    pub reason: Reason,
}

/// Why a file was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A person edited it after it was written; `force` overwrites it.
    Edited,
    /// It is not in the manifest: something else wrote it, and nothing here overwrites it.
    Foreign,
}

impl Report {
    /// Whether the files on disk are the output, nothing kept and nothing to do.
    #[must_use]
    pub fn is_current(&self) -> bool {
        let Self { created, updated, removed, kept, manifest_updated, .. } = self;
        created.is_empty() && updated.is_empty() && removed.is_empty() && kept.is_empty() && !manifest_updated
    }

    /// How many files were written.
    #[must_use]
    pub fn written(&self) -> usize {
        self.created.len() + self.updated.len()
    }
}
