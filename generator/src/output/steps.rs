//! How a plan is carried out, so that a run can stop between any two steps and the next one completes it.
//!
//! Changed files are staged inside the root first. Then the journal is written, which is the manifest that the run will
//! leave; then files are removed and moved into place. Renaming the journal to the manifest ends the run.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use super::cache::Cache;
use super::compare::{Plan, Write};
use super::manifest::{Fingerprint, Manifest};
use super::root::{Folders, Found, Root, cannot, write_new, write_whole};
use crate::Problem;

/// One change of the disk that happens whole or not at all.
#[derive(Debug)]
pub enum Step<'a> {
    /// Makes the empty staging folder.
    Prepare,
    /// Writes a changed file to the staging folder.
    Stage { number: usize, write: Write<'a> },
    /// Makes a folder of the output.
    Folder(&'a str),
    /// Writes the journal: from here on the run can be completed.
    Record(String),
    /// Removes a file, and the folders that it leaves empty.
    Remove(&'a str),
    /// Moves a staged file into place.
    Move { number: usize, path: &'a str },
    /// Makes the journal the manifest.
    Publish,
    /// Removes the empty staging folder.
    Clean,
    /// Writes the cache.
    Remember,
}

impl<'a> Plan<'a> {
    /// The steps of the plan, in order.
    pub fn steps(&'a self) -> Vec<Step<'a>> {
        let mut steps = Vec::new();
        if self.report.manifest_updated || !self.writes.is_empty() || !self.removals.is_empty() {
            let mut numbers = self.manifest.files.keys().enumerate();
            let mut number = |path: &str| {
                let found = numbers.find(|(_, other)| *other == path);
                found
                    .map(|(number, _)| number)
                    .expect("what is written is in the manifest, in the same order")
            };
            let writes: Vec<_> = self.writes.iter().map(|&write| (number(write.path), write)).collect();
            let removed: HashSet<&str> = self.removals.iter().map(String::as_str).collect();
            steps.push(Step::Prepare);
            steps.extend(writes.iter().map(|&(number, write)| Step::Stage { number, write }));
            // A folder that takes the place of a file comes when that file is gone.
            let free = |folder: &&String| {
                !removed.contains(folder.as_str()) && !above(folder).any(|f| removed.contains(f))
            };
            steps.extend(self.folders.iter().filter(free).map(|folder| Step::Folder(folder)));
            steps.push(Step::Record(self.manifest.render()));
            steps.extend(self.removals.iter().map(|path| Step::Remove(path)));
            steps.extend(writes.iter().map(|&(number, write)| Step::Move { number, path: write.path }));
            steps.push(Step::Publish);
            steps.push(Step::Clean);
        }
        steps.push(Step::Remember);
        steps
    }
}

/// The folders that a path is in.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(slash, _)| &path[..slash])
}

impl Step<'_> {
    /// Does it. Staged files are noted in the cache.
    pub fn run(&self, root: &Root, cache: &mut Cache) -> Result<(), Problem> {
        match self {
            Self::Prepare => {
                discard_staged(root)?;
                fs::create_dir(root.staging()).map_err(cannot("be created", &root.staging()))
            }
            Self::Stage { number, write } => {
                let metadata = write_new(&root.staged(*number), write.content)?;
                cache.insert(write.path, &metadata, write.fingerprint);
                Ok(())
            }
            Self::Folder(folder) => create_folder(&root.at(folder)),
            Self::Record(journal) => write_whole(&root.journal(), journal),
            Self::Remove(path) => remove(root, path),
            Self::Move { number, path } => move_into_place(&root.staged(*number), &root.at(path)),
            Self::Publish => {
                fs::rename(root.journal(), root.manifest()).map_err(cannot("be replaced", &root.manifest()))
            }
            Self::Clean => discard_staged(root),
            Self::Remember => write_whole(&root.cache(), &cache.render()),
        }
    }
}

/// Completes a run that was interrupted after it wrote its journal; says whether there was one.
///
/// A person may have been at work since: a file that is neither what the earlier run wrote nor what this one was to
/// write stays as it is.
pub fn complete(root: &Root) -> Result<bool, Problem> {
    let Some(journal) = Manifest::read(&root.journal())? else {
        discard_staged(root)?;
        return Ok(false);
    };
    let before = Manifest::read(&root.manifest())?.unwrap_or_default();
    let no_cache = Cache::default();
    let mut seen = Folders::new();
    let goes = |path: &str| before.files.contains_key(path) && !journal.files.contains_key(path);
    let mut steps = Vec::new();
    for (path, wrote) in before.files.iter().filter(|(path, _)| goes(path)) {
        if let Found::File(metadata) = root.look(path)? {
            root.folder_of(path, &mut seen, &goes)?;
            if root.fingerprint(path, &metadata, &no_cache)? == *wrote {
                steps.push(Step::Remove(path));
            }
        }
    }
    for (number, (path, &fingerprint)) in journal.files.iter().enumerate() {
        // A machine that lost power may have lost the content of a staged file.
        if !fs::read(root.staged(number)).is_ok_and(|staged| Fingerprint::of(&staged) == fingerprint) {
            continue;
        }
        root.folder_of(path, &mut seen, &goes)?;
        let untouched = match root.look(path)? {
            Found::File(metadata) => {
                Some(&root.fingerprint(path, &metadata, &no_cache)?) == before.files.get(path)
            }
            Found::Nothing | Found::Folder => true,
            Found::Other => false,
        };
        if untouched {
            steps.push(Step::Move { number, path });
        }
    }
    steps.extend([Step::Publish, Step::Clean]);
    steps.iter().try_for_each(|step| step.run(root, &mut Cache::default()))?;
    Ok(true)
}

/// Takes back what was done before the journal was written.
pub fn take_back(root: &Root, done: &[Step]) {
    for step in done.iter().rev() {
        if let Step::Folder(folder) = step {
            // A folder that is not empty any more is someone else's.
            let _ = fs::remove_dir(root.at(folder));
        }
    }
    // Failing, it is only space in a folder of our own, and the next run tries again.
    let _ = discard_staged(root);
}

fn discard_staged(root: &Root) -> Result<(), Problem> {
    match fs::remove_dir_all(root.staging()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(cannot("be removed", &root.staging())(error))
        }
        _ => Ok(()),
    }
}

fn create_folder(folder: &Path) -> Result<(), Problem> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            Err(cannot("be created", folder)(error))
        }
        _ => Ok(()),
    }
}

fn move_into_place(staged: &Path, place: &Path) -> Result<(), Problem> {
    let folder = place.parent().unwrap_or(place);
    match fs::rename(staged, place) {
        // The folder stands where a file was that has now been removed.
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder)
            .and_then(|()| fs::rename(staged, place))
            .map_err(cannot("be written", place)),
        moved => moved.map_err(cannot("be written", place)),
    }
}

fn remove(root: &Root, path: &str) -> Result<(), Problem> {
    let file = root.at(path);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(cannot("be removed", &file)(error));
        }
        _ => {}
    }
    // Up to the first folder that still holds something.
    above(path).find(|folder| fs::remove_dir(root.at(folder)).is_err());
    Ok(())
}
