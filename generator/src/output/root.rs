//! An output root on disk: where its own files are, and what stands at a path.

use std::collections::HashMap;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::cache::Cache;
use super::manifest::Fingerprint;
use super::{MANIFEST, SCRATCH};
use crate::Problem;

/// How long another run may take to end.
const LOCK_PATIENCE: Duration = Duration::from_secs(2);

/// The folder that files are written below.
#[derive(Debug)]
pub struct Root<'a> {
    folder: &'a Path,
}

/// What stands at a path.
#[derive(Debug)]
pub enum Found {
    Nothing,
    File(fs::Metadata),
    Folder,
    /// A symbolic link, a device, …
    Other,
}

/// Folders that were looked at.
pub type Folders = HashMap<String, Folder>;

/// What is known of a folder.
#[derive(Debug, Clone, Copy)]
pub struct Folder {
    pub exists: bool,
    pub read_only: bool,
}

impl<'a> Root<'a> {
    /// The root, whether it exists or not.
    pub fn new(folder: &'a Path) -> Result<Self, Problem> {
        match fs::metadata(folder) {
            Ok(metadata) if !metadata.is_dir() => {
                Err(Problem::new(folder, "is a file; the output needs a folder").help("give another path"))
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Problem::new(folder, format!("cannot be an output folder: {error}")))
            }
            _ => Ok(Self { folder }),
        }
    }

    /// Creates the root and its scratch folder and keeps other runs out for as long as the answer lives.
    pub fn lock(&self) -> Result<File, Problem> {
        let create = |folder: &Path| {
            fs::create_dir_all(folder)
                .map_err(|error| Problem::new(folder, format!("cannot be created: {error}")))
        };
        create(self.folder)?;
        let scratch = self.folder.join(SCRATCH);
        if fs::symlink_metadata(&scratch).is_ok_and(|metadata| !metadata.is_dir()) {
            return Err(Problem::new(scratch, "is no folder; Ferroform keeps its lock and cache there"));
        }
        create(&scratch)?;
        let ignore = scratch.join(".gitignore");
        if !ignore.exists() {
            fs::write(&ignore, "*\n").map_err(cannot("be written", &ignore))?;
        }
        let path = scratch.join("lock");
        let file = File::create(&path).map_err(cannot("be written", &path))?;
        // A run that is about to end is waited for, and so is a child process that still holds our open files.
        let deadline = Instant::now() + LOCK_PATIENCE;
        let mut result = file.try_lock();
        while matches!(result, Err(TryLockError::WouldBlock)) && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
            result = file.try_lock();
        }
        match result {
            Err(TryLockError::WouldBlock) => Err(Problem::new(self.folder, "another run is writing here")
                .help("wait for it to end and run this again")),
            // Some network file systems have no locks; there one run at a time is the user's care.
            Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => {
                Err(Problem::new(path, format!("cannot be locked: {error}")))
            }
            _ => Ok(file),
        }
    }

    /// The folder itself.
    pub fn folder(&self) -> &'a Path {
        self.folder
    }

    /// A file or folder of the output.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// The committed list of what was written.
    pub fn manifest(&self) -> PathBuf {
        self.folder.join(MANIFEST)
    }

    /// The manifest that a run will leave; while it is there, that run is not complete.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(SCRATCH).join("journal.json")
    }

    /// The folder of changed files that are still to be moved into place.
    pub fn staging(&self) -> PathBuf {
        self.folder.join(SCRATCH).join("staging")
    }

    /// A changed file, by the place of its path in the journal.
    pub fn staged(&self, number: usize) -> PathBuf {
        self.staging().join(number.to_string())
    }

    /// What files held when they were last seen.
    pub fn cache(&self) -> PathBuf {
        self.folder.join(SCRATCH).join("cache")
    }

    /// Looks at a path without following a link.
    pub fn look(&self, path: &str) -> Result<Found, Problem> {
        let file = self.at(path);
        match fs::symlink_metadata(&file) {
            Ok(metadata) if metadata.is_file() => Ok(Found::File(metadata)),
            Ok(metadata) if metadata.is_dir() => Ok(Found::Folder),
            Ok(_) => Ok(Found::Other),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Ok(Found::Nothing)
            }
            Err(error) => Err(Problem::new(file, format!("cannot be looked at: {error}"))),
        }
    }

    /// What a file holds, read only where the cache does not know.
    pub fn fingerprint(
        &self,
        path: &str,
        metadata: &fs::Metadata,
        cache: &Cache,
    ) -> Result<Fingerprint, Problem> {
        if let Some(fingerprint) = cache.get(path, metadata) {
            return Ok(fingerprint);
        }
        let file = self.at(path);
        let content = fs::read(&file).map_err(cannot("be read", &file))?;
        Ok(Fingerprint::of(&content))
    }

    /// Makes sure that the folders above `path` are real ones, so that nothing is written through a link that leads
    /// elsewhere. A file in the place of a folder is right where `goes` says that it is about to be removed.
    pub fn folder_of(
        &self,
        path: &str,
        seen: &mut Folders,
        goes: &impl Fn(&str) -> bool,
    ) -> Result<Folder, Problem> {
        let name = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if let Some(&folder) = seen.get(name) {
            return Ok(folder);
        }
        let above = if name.is_empty() {
            Folder { exists: true, read_only: false }
        } else {
            self.folder_of(name, seen, goes)?
        };
        let place = self.at(name);
        let folder = match fs::symlink_metadata(&place) {
            // The root itself may be a link: that is the user's choice.
            Ok(metadata) if metadata.is_dir() || name.is_empty() => {
                Folder { exists: true, read_only: metadata.is_dir() && metadata.permissions().readonly() }
            }
            Ok(metadata) if metadata.is_file() && goes(name) => Folder { exists: false, ..above },
            Ok(metadata) => {
                let what = if metadata.is_symlink() { "a symbolic link" } else { "no folder" };
                let message = format!("is {what}, and the output has files below it");
                return Err(Problem::new(place, message).help("move it away or give another output folder"));
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Folder { exists: false, ..above }
            }
            Err(error) => return Err(Problem::new(place, format!("cannot be looked at: {error}"))),
        };
        seen.insert(name.to_owned(), folder);
        Ok(folder)
    }
}

/// Writes a file that appears whole or not at all.
pub fn write_whole(file: &Path, content: &str) -> Result<(), Problem> {
    let part = file.with_extension("part");
    write_new(&part, content)?;
    fs::rename(&part, file).map_err(cannot("be replaced", file))
}

/// Writes a file and tells its metadata.
pub fn write_new(file: &Path, content: &str) -> Result<fs::Metadata, Problem> {
    let write = || {
        let mut open = File::create(file)?;
        open.write_all(content.as_bytes())?;
        open.metadata()
    };
    write().map_err(cannot("be written", file))
}

/// The problem that an operation on a file ran into.
pub fn cannot<'a>(what: &'a str, file: &'a Path) -> impl Fn(io::Error) -> Problem + 'a {
    move |error| Problem::new(file, format!("cannot {what}: {error}"))
}
