//! What files held when they were last seen, so that unchanged ones need not be read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::manifest::Fingerprint;

/// Modification times and fingerprints by path. Only a help: without it, or with a broken one, files are read.
#[derive(Debug, Default)]
pub struct Cache {
    stamps: BTreeMap<String, Stamp>,
    /// When the cache was written. A file that is not older may have been written again in the same tick of the
    /// clock (git calls such a file racily clean).
    written: Option<u128>,
}

#[derive(Debug, Clone, Copy)]
struct Stamp {
    modified: u128,
    fingerprint: Fingerprint,
}

impl Cache {
    /// Reads a cache; whatever cannot be read is not in it.
    pub fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).unwrap_or_default();
        let stamps = text.lines().filter_map(parse).collect();
        Self { stamps, written: fs::metadata(file).ok().and_then(|metadata| modified(&metadata)) }
    }

    /// The fingerprint of a file, if it was not modified since the cache was written.
    pub fn get(&self, path: &str, metadata: &Metadata) -> Option<Fingerprint> {
        let stamp = self.stamps.get(path)?;
        let known = stamp.fingerprint.size == metadata.len()
            && modified(metadata) == Some(stamp.modified)
            && self.written.is_some_and(|written| stamp.modified < written);
        known.then_some(stamp.fingerprint)
    }

    /// Notes what a file holds.
    pub fn insert(&mut self, path: &str, metadata: &Metadata, fingerprint: Fingerprint) {
        if let Some(modified) = modified(metadata) {
            self.stamps.insert(path.to_owned(), Stamp { modified, fingerprint });
        }
    }

    /// The cache as it stands in its file: modification time in nanoseconds, size, hash and path of each file.
    pub fn render(&self) -> String {
        let mut text = String::new();
        for (path, Stamp { modified, fingerprint: Fingerprint { size, sha256 } }) in &self.stamps {
            let _ = writeln!(text, "{modified} {size} {sha256} {path}");
        }
        text
    }
}

fn parse(line: &str) -> Option<(String, Stamp)> {
    let mut words = line.splitn(4, ' ');
    let modified = words.next()?.parse().ok()?;
    let fingerprint = Fingerprint { size: words.next()?.parse().ok()?, sha256: words.next()?.parse().ok()? };
    Some((words.next()?.to_owned(), Stamp { modified, fingerprint }))
}

fn modified(metadata: &Metadata) -> Option<u128> {
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).ok();
    metadata.modified().ok().and_then(since).map(|since| since.as_nanos())
}
