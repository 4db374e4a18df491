//! The pages of a provider's documentation, in the layouts that the registry takes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Problem;
use crate::model::ConstructKind;

/// Folders of pages: as the registry has called them since 2020, and as it did before.
///
/// <https://developer.hashicorp.com/terraform/registry/providers/docs#storage-path>
const FOLDERS: &[(&str, ConstructKind)] = &[
    ("resources", ConstructKind::Resource),
    ("r", ConstructKind::Resource),
    ("data-sources", ConstructKind::DataSource),
    ("d", ConstructKind::DataSource),
    ("ephemeral-resources", ConstructKind::EphemeralResource),
    ("list-resources", ConstructKind::ListResource),
    ("actions", ConstructKind::Action),
];

/// What a page's name ends with, the longest first.
pub(crate) const ENDINGS: &[&str] = &[".html.markdown", ".html.md", ".markdown", ".md"];

/// A page's file and what it is called after.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it is about.
    pub kind: ConstructKind,
    /// The construct's name, most often without the provider's: `vpc`.
    pub name: String,
}

/// Where pages may be: in the folders of a provider's repository that have them, or in the folder itself.
pub(crate) fn roots(folder: &Path) -> [PathBuf; 3] {
    [folder.join("website/docs"), folder.join("docs"), folder.to_owned()]
}

/// Finds the pages below a folder: that of the pages, or a provider's repository.
///
/// # Errors
///
/// If the folder cannot be read, or holds no pages.
pub fn pages(folder: &Path) -> Result<Vec<PageFile>, Problem> {
    let mut found = Vec::new();
    for root in roots(folder) {
        for (name, kind) in FOLDERS {
            let folder = root.join(name);
            if folder.is_dir() {
                pages_in(&folder, *kind, &mut found)?;
            }
        }
        if !found.is_empty() {
            found.sort();
            return Ok(found);
        }
    }
    let message = "has no documentation pages: expected `resources`, `data-sources`, `r` or `d` in it, in its `docs` or in its `website/docs`";
    Err(Problem::new(folder, message))
}

fn pages_in(folder: &Path, kind: ConstructKind, found: &mut Vec<PageFile>) -> Result<(), Problem> {
    let unreadable = |error| Problem::new(folder, format!("cannot be read: {error}"));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let file = path.file_name().and_then(|name| name.to_str());
        let name = file.and_then(|file| ENDINGS.iter().find_map(|ending| file.strip_suffix(ending)));
        if let Some(name) = name.map(str::to_owned) {
            found.push(PageFile { path, kind, name });
        }
    }
    Ok(())
}
