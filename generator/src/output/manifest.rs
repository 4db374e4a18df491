//! What was written to an output root, told by a file that is committed with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Deserializer};
use sha2::{Digest as _, Sha256};

use super::paths;
use crate::Problem;

/// The version of the manifest's form that this generator reads and writes.
const FORMAT: u32 = 1;

/// What an output root holds; the same bytes on every machine.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What the files are, so that no run takes another's for its own.
    pub holds: BTreeSet<String>,
    /// Path, size and hash of every file.
    pub files: BTreeMap<String, Fingerprint>,
}

/// What tells one content from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// Bytes.
    pub size: u64,
    /// The hash of the bytes.
    pub sha256: Hash,
}

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    format: u32,
    holds: BTreeSet<String>,
    files: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// Reads a manifest; `None` where there is none.
    pub fn read(file: &Path) -> Result<Option<Self>, Problem> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Problem::new(file, format!("cannot be read: {error}"))),
        };
        let mend = "take it from version control; a merge may take either side";
        let form: Form = serde_json::from_str(&text)
            .map_err(|error| Problem::new(file, format!("is not a manifest: {error}")).help(mend))?;
        if form.format != FORMAT {
            let message = format!("has format {}, and this version of Ferroform knows {FORMAT}", form.format);
            return Err(Problem::new(file, message).help("update Ferroform"));
        }
        for path in form.files.keys() {
            paths::check_one(path).map_err(|why| {
                Problem::new(file, format!("names `{}`: {why}", path.escape_debug())).help(mend)
            })?;
        }
        Ok(Some(Self { holds: form.holds, files: form.files }))
    }

    /// The manifest as it stands in its file, a line per path so that version control shows what changed.
    pub fn render(&self) -> String {
        let holds = serde_json::json!(self.holds).to_string().replace(',', ", ");
        let mut text = format!("{{\n  \"format\": {FORMAT},\n  \"holds\": {holds},\n  \"files\": {{");
        for (index, (path, Fingerprint { size, sha256 })) in self.files.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let path = serde_json::Value::from(path.as_str());
            let _ = write!(text, "{comma}\n    {path}: {{ \"size\": {size}, \"sha256\": \"{sha256}\" }}");
        }
        text.push_str(if self.files.is_empty() { "}\n}\n" } else { "\n  }\n}\n" });
        text
    }
}

impl Fingerprint {
    /// The fingerprint of a content.
    pub fn of(content: &[u8]) -> Self {
        Self { size: content.len() as u64, sha256: Hash(Sha256::digest(content).into()) }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        formatter.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::str::FromStr for Hash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        if text.len() != 64 {
            return Err("a SHA-256 hash has 64 hexadecimal digits");
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let (Some(high), Some(low)) = (digit(pair[0]), digit(pair[1])) else {
                return Err("a SHA-256 hash has hexadecimal digits only");
            };
            *byte = high << 4 | low;
        }
        Ok(Self(hash))
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("manifest");
        assert_eq!(Manifest::read(&file).unwrap(), None);
        let manifest = Manifest {
            holds: ["docs".to_owned(), "registry.terraform.io/a/b".to_owned()].into(),
            files: [("a é.md".to_owned(), Fingerprint::of(b"abc"))].into(),
        };
        for manifest in [manifest, Manifest::default()] {
            fs::write(&file, manifest.render()).unwrap();
            assert_eq!(Manifest::read(&file).unwrap(), Some(manifest));
        }
    }

    #[test]
    fn a_line_says_what_a_file_holds() {
        let manifest = Manifest {
            holds: ["typescript".to_owned(), "registry.terraform.io/a/b".to_owned()].into(),
            files: [("index.js".to_owned(), Fingerprint::of(b"abc"))].into(),
        };
        insta::assert_snapshot!(manifest.render(), @r#"
        {
          "format": 1,
          "holds": ["registry.terraform.io/a/b", "typescript"],
          "files": {
            "index.js": { "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" }
          }
        }
        "#);
    }

    #[test]
    fn a_manifest_that_cannot_be_trusted_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("manifest");
        let entry =
            r#"{ "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" }"#;
        let complaint = |text: &str| {
            fs::write(&file, text).unwrap();
            Manifest::read(&file).unwrap_err().message
        };
        let outside = complaint(&format!(
            r#"{{ "format": 1, "holds": [], "files": {{ "../../etc/passwd": {entry} }} }}"#
        ));
        assert_eq!(outside, "names `../../etc/passwd`: it must stay below the output folder");
        let newer = complaint(r#"{ "format": 2, "holds": [], "files": {} }"#);
        assert_eq!(newer, "has format 2, and this version of Ferroform knows 1");
        let merge = complaint("{\n<<<<<<< ours\n");
        assert!(merge.starts_with("is not a manifest: "), "{merge}");
        let short =
            complaint(r#"{ "format": 1, "holds": [], "files": { "a": { "size": 3, "sha256": "ba" } } }"#);
        assert!(short.contains("64 hexadecimal digits"), "{short}");
    }
}
