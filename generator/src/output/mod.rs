//! A tree of paths and text, and the one place that touches the disk.
//!
//! An output root holds a manifest, [`MANIFEST`], of the files that were written to it: it is meant to be committed. What
//! only this machine needs (lock, cache, what an interrupted run was about to do) is in [`SCRATCH`], which
//! version control ignores; an output root without it works too, only slower.

mod cache;
mod compare;
mod manifest;
mod paths;
mod report;
mod root;
mod steps;
#[cfg(test)]
mod tests;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(crate) use manifest::Hash;
use manifest::Manifest;
pub use report::{Kept, Reason, Report};
pub use written::Written;

use crate::Problem;

/// The committed list of what was written to an output root.
pub const MANIFEST: &str = "ferroform.manifest.json";

/// The folder of an output root that holds what only this machine needs.
pub const SCRATCH: &str = ".ferroform";

/// Files to be written below one output root.
#[derive(Debug, Default)]
pub struct Tree {
    holds: BTreeSet<String>,
    files: BTreeMap<String, String>,
}

/// Whether the disk is made to match the output or only compared with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write what is missing or stale, remove what left the output.
    Write {
        /// Also over files that a person edited.
        force: bool,
    },
    /// Touch nothing.
    Check,
}

impl Tree {
    /// An empty tree for a root that will hold these things: an output, and the providers in it.
    pub fn holding(things: impl IntoIterator<Item = String>) -> Self {
        Self { holds: things.into_iter().collect(), files: BTreeMap::new() }
    }

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

    /// The content of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

/// Says what keeps `root` from being written to, so that a run over several roots can stop before the first.
///
/// # Errors
///
/// If the root is no folder, cannot be created or written, or is being written by another run.
pub fn prepare(root: &Path) -> Result<(), Problem> {
    root::Root::new(root)?.lock().map(drop)
}

/// Says what in a tree cannot be written everywhere.
///
/// # Errors
///
/// Every path that some file system cannot have.
pub fn check(root: &Path, tree: &Tree) -> Result<(), Vec<Problem>> {
    paths::check(root, tree)
}

/// Makes `root` hold what is in `tree`, or says in what they differ. The tree is all that Ferroform has below `root`: a file
/// that an earlier run wrote and that is not in it is removed.
///
/// # Errors
///
/// What keeps the tree from being written; then the files on disk are as they were, unless the disk failed
/// while staged files were moved into place: the next run goes on from there.
pub fn write(root: &Path, tree: &Tree, mode: Mode) -> Result<Report, Vec<Problem>> {
    check(root, tree)?;
    let one = |problem| vec![problem];
    let root = root::Root::new(root).map_err(one)?;
    let Mode::Write { force } = mode else {
        let before = Manifest::read(&root.manifest()).map_err(one)?.unwrap_or_default();
        check_belongs(&root, &before, tree).map_err(one)?;
        let report = compare::compare(&root, tree, &before, false)?.report;
        return Ok(Report { interrupted: root.journal().exists(), ..report });
    };
    let _lock = root.lock().map_err(one)?;
    let interrupted = steps::complete(&root).map_err(one)?;
    let before = Manifest::read(&root.manifest()).map_err(one)?.unwrap_or_default();
    if !force {
        check_belongs(&root, &before, tree).map_err(one)?;
    }
    let mut plan = compare::compare(&root, tree, &before, force)?;
    let mut cache = std::mem::take(&mut plan.cache);
    let steps = plan.steps();
    for (done, step) in steps.iter().enumerate() {
        if let Err(problem) = step.run(&root, &mut cache) {
            let recorded = steps[..done].iter().any(|step| matches!(step, steps::Step::Record(_)));
            if recorded {
                return Err(one(
                    problem.help("the output is half old, half new: run this again to complete it")
                ));
            }
            steps::take_back(&root, &steps[..done]);
            return Err(one(problem));
        }
    }
    drop(steps);
    Ok(Report { interrupted, ..plan.report })
}

/// Checks that a tree takes the place of what the root holds, and nothing else has to go for it.
fn check_belongs(root: &root::Root<'_>, before: &Manifest, tree: &Tree) -> Result<(), Problem> {
    let others: Vec<_> = before.holds.difference(&tree.holds).map(String::as_str).collect();
    if others.is_empty() {
        return Ok(());
    }
    let message = format!("holds {}, which this run does not write and would remove", others.join(" and "));
    let help = "give a folder of its own; --force writes over what is there";
    Err(Problem::new(root.folder(), message).help(help))
}
