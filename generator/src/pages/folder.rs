//! Where pages are, and where their translations go: the layouts that the registry takes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::Problem;
use crate::facts::docs::folder::{ENDINGS, roots};
use crate::program::Language;

/// Folders of pages.
///
/// <https://developer.hashicorp.com/terraform/registry/providers/docs#storage-path>
const FOLDERS: [&str; 9] = [
    "resources",
    "data-sources",
    "ephemeral-resources",
    "list-resources",
    "actions",
    "functions",
    "guides",
    "r",
    "d",
];

/// Those of them that only the older layout has.
const OLDER: [&str; 2] = ["r", "d"];

/// The page of the provider itself.
const INDEX: &str = "index";

/// A page and its place in the registry's layout.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageFile {
    /// Where it is.
    pub path: PathBuf,
    /// The folder of all pages in a provider's repository: `docs` or `website/docs`.
    root: &'static str,
    /// Its path below that, such as `resources/vpc.md`.
    name: String,
}

impl PageFile {
    /// Its path in a provider's repository.
    pub fn place(&self) -> String {
        format!("{}/{}", self.root, self.name)
    }

    /// The path of its translation in a provider's repository. The registry finds translations below `cdktf`, and nowhere else,
    /// whatever they stand on.
    pub fn translated(&self, language: Language) -> String {
        format!("{}/cdktf/{}/{}", self.root, language.word(), self.name)
    }
}

/// Finds the pages below a folder: that of the pages, or a provider's repository.
///
/// # Errors
///
/// If the folder cannot be read, or holds no pages.
pub fn pages(folder: &Path) -> Result<Vec<PageFile>, Problem> {
    if let Err(error) = fs::read_dir(folder) {
        return Err(Problem::new(folder, format!("cannot be read: {error}")));
    }
    for (at, layout) in roots(folder).into_iter().zip([Some("website/docs"), Some("docs"), None]) {
        let is_older = || OLDER.iter().any(|older| at.join(older).is_dir());
        let root = layout.unwrap_or(if is_older() { "website/docs" } else { "docs" });
        let mut found = Vec::new();
        let mut look = |within: &str| {
            let folder = at.join(within);
            match names_in(&folder) {
                Ok(names) => {
                    let names = names.into_iter().filter(|name| !within.is_empty() || is_index(name));
                    found.extend(names.map(|name| PageFile {
                        path: folder.join(&name),
                        root,
                        name: if within.is_empty() { name } else { format!("{within}/{name}") },
                    }));
                    Ok(())
                }
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
                {
                    Ok(())
                }
                Err(error) => Err(Problem::new(folder, format!("cannot be read: {error}"))),
            }
        };
        look("")?;
        FOLDERS.into_iter().try_for_each(&mut look)?;
        // A repository has pages for its contributors, too; those of users are more than an index.
        if found.iter().any(|page| page.name.contains('/')) {
            found.sort();
            return Ok(found);
        }
    }
    let message = "has no documentation pages: expected folders such as `resources`, `data-sources`, `r`, `d` or `guides` \
                   in it, in its `docs` or in its `website/docs`";
    Err(Problem::new(folder, message))
}

/// The names of a folder's pages.
fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
    Ok(names)
}

fn is_index(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.strip_suffix(ending) == Some(INDEX))
}
