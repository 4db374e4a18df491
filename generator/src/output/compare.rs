//! What there is to do: the output beside what is on disk.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Tree;
use super::cache::Cache;
use super::manifest::{Fingerprint, Manifest};
use super::report::{Kept, Reason, Report};
use super::root::{Folders, Found, Root};
use crate::Problem;

/// What a run is to do.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The manifest that the run leaves.
    pub manifest: Manifest,
    /// Files to be written, in the order of their paths.
    pub writes: Vec<Write<'a>>,
    /// Files to be removed.
    pub removals: Vec<String>,
    /// Folders to be created, each after the one that it is in.
    pub folders: Vec<String>,
    /// What the files that stay hold.
    pub cache: Cache,
    /// The plan as the user is told.
    pub report: Report,
}

/// A file to be written.
#[derive(Debug, Clone, Copy)]
pub struct Write<'a> {
    pub path: &'a str,
    pub content: &'a str,
    pub fingerprint: Fingerprint,
}

struct Comparison<'a> {
    root: &'a Root<'a>,
    before: &'a Manifest,
    cache: Cache,
    force: bool,
    folders: Folders,
    removed: HashSet<String>,
    /// [`Self::removed`] in lower case.
    removed_folded: HashSet<String>,
    problems: Vec<Problem>,
    plan: Plan<'a>,
}

/// Compares a tree with the disk. Nothing is touched.
pub fn compare<'a>(
    root: &'a Root<'a>,
    tree: &'a Tree,
    before: &'a Manifest,
    force: bool,
) -> Result<Plan<'a>, Vec<Problem>> {
    let plan = Plan {
        manifest: Manifest { holds: tree.holds.clone(), files: BTreeMap::new() },
        writes: Vec::new(),
        removals: Vec::new(),
        folders: Vec::new(),
        cache: Cache::default(),
        report: Report::default(),
    };
    let mut comparison = Comparison {
        root,
        before,
        cache: Cache::read(&root.cache()),
        force,
        folders: HashMap::new(),
        removed: HashSet::new(),
        removed_folded: HashSet::new(),
        problems: Vec::new(),
        plan,
    };
    for (path, &wrote) in &before.files {
        if tree.get(path).is_none() {
            comparison.leave(path, wrote).unwrap_or_else(|problem| comparison.problems.push(problem));
        }
    }
    comparison.removed_folded = comparison.removed.iter().map(|path| path.to_lowercase()).collect();
    for (path, content) in tree.iter() {
        comparison.want(path, content).unwrap_or_else(|problem| comparison.problems.push(problem));
    }
    let Comparison { mut plan, problems, folders, .. } = comparison;
    if !problems.is_empty() {
        return Err(problems);
    }
    plan.folders = folders.into_iter().filter(|(_, folder)| !folder.exists).map(|(name, _)| name).collect();
    plan.folders.sort();
    plan.report.removed.clone_from(&plan.removals);
    plan.report.kept.sort();
    plan.report.manifest_updated = plan.manifest != *before;
    Ok(plan)
}

impl<'a> Comparison<'a> {
    /// A file that left the output.
    fn leave(&mut self, path: &str, wrote: Fingerprint) -> Result<(), Problem> {
        let Found::File(metadata) = self.root.look(path)? else { return Ok(()) };
        let folder = self.root.folder_of(path, &mut self.folders, &|_| false)?;
        let found = self.root.fingerprint(path, &metadata, &self.cache)?;
        if found == wrote || self.force {
            if folder.read_only {
                return Err(Problem::new(self.root.at(path), "cannot be removed: its folder is read-only"));
            }
            self.removed.insert(path.to_owned());
            self.plan.removals.push(path.to_owned());
        } else {
            self.keep(path, Reason::Edited);
            self.plan.cache.insert(path, &metadata, found);
        }
        Ok(())
    }

    /// A file of the output.
    fn want(&mut self, path: &'a str, content: &'a str) -> Result<(), Problem> {
        let wanted = Fingerprint::of(content.as_bytes());
        self.plan.report.bytes += wanted.size;
        let folder = self.root.folder_of(path, &mut self.folders, &|name| self.removed.contains(name))?;
        let found = if folder.exists { self.root.look(path)? } else { Found::Nothing };
        match found {
            Found::Nothing => self.plan.report.created.push(path.to_owned()),
            Found::Folder if self.goes_empty(path)? => self.plan.report.created.push(path.to_owned()),
            Found::Folder => return Err(self.in_the_way(path, "a folder")),
            Found::Other => return Err(self.in_the_way(path, "a symbolic link or a device")),
            Found::File(metadata) => {
                let found = self.root.fingerprint(path, &metadata, &self.cache)?;
                let wrote = self.before.files.get(path);
                // On a file system that ignores case, the file found is the one about to be removed.
                let respelled =
                    !self.removed_folded.is_empty() && self.removed_folded.contains(&path.to_lowercase());
                if found == wanted && !respelled {
                    self.plan.report.unchanged += 1;
                    self.plan.manifest.files.insert(path.to_owned(), wanted);
                    self.plan.cache.insert(path, &metadata, found);
                    return Ok(());
                }
                let ours = found == wanted || wrote.is_some_and(|wrote| self.force || found == *wrote);
                if !ours {
                    self.keep(path, if wrote.is_some() { Reason::Edited } else { Reason::Foreign });
                    self.plan.cache.insert(path, &metadata, found);
                    return Ok(());
                }
                self.plan.report.updated.push(path.to_owned());
            }
        }
        if folder.read_only {
            return Err(Problem::new(self.root.at(path), "cannot be written: its folder is read-only"));
        }
        self.plan.report.bytes_written += wanted.size;
        self.plan.manifest.files.insert(path.to_owned(), wanted);
        self.plan.writes.push(Write { path, content, fingerprint: wanted });
        Ok(())
    }

    /// Leaves a file as it is. The manifest goes on to say what was last written there, so that the file is known as
    /// edited until it is as written again.
    fn keep(&mut self, path: &str, reason: Reason) {
        if let Some(&wrote) = self.before.files.get(path) {
            self.plan.manifest.files.insert(path.to_owned(), wrote);
        }
        self.plan.report.kept.push(Kept { path: path.to_owned(), reason });
    }

    fn in_the_way(&self, path: &str, what: &str) -> Problem {
        Problem::new(self.root.at(path), format!("is {what}, and the output has a file of that name"))
            .help("move it away or give another output folder")
    }

    /// Whether a folder will be empty, and so be gone, once the removals are done.
    fn goes_empty(&self, folder: &str) -> Result<bool, Problem> {
        let place = self.root.at(folder);
        let cannot = |error| Problem::new(&place, format!("cannot be listed: {error}"));
        for entry in std::fs::read_dir(&place).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let goes = match self.root.look(&path)? {
                Found::Folder => self.goes_empty(&path)?,
                _ => self.removed.contains(&path),
            };
            if !goes {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
