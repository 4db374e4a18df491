//! Which paths a tree may hold: those that every file system and every checkout can have.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::{MANIFEST, SCRATCH, Tree};
use crate::Problem;
use crate::device::is_device;

/// The longest name of a file or folder, in bytes, that Linux, macOS and Windows all take.
const LONGEST_NAME: usize = 255;

/// Every path of the tree that cannot be written everywhere.
pub fn check(root: &Path, tree: &Tree) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut files = HashMap::new();
    let mut folders = HashSet::new();
    for (path, _) in tree.iter() {
        if let Err(why) = check_one(path) {
            problems.push(Problem::new(root, format!("cannot write `{}`: {why}", path.escape_debug())));
            continue;
        }
        let folded = path.to_lowercase();
        for (slash, _) in folded.match_indices('/') {
            if !folders.contains(&folded[..slash]) {
                folders.insert(folded[..slash].to_owned());
            }
        }
        if let Some(other) = files.insert(folded, path) {
            let message = format!("cannot write both `{other}` and `{path}`: they differ in case only");
            problems.push(Problem::new(root, message));
        }
    }
    let mut clashes: Vec<_> = folders.iter().filter_map(|folder| files.get(folder)).collect();
    clashes.sort();
    for path in clashes {
        problems.push(Problem::new(root, format!("cannot write `{path}`: it is a file and a folder")));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Whether a path stays below the root and can be written on every file system.
pub fn check_one(path: &str) -> Result<(), String> {
    let first = path.split('/').next().unwrap_or_default();
    if first.eq_ignore_ascii_case(SCRATCH) || path.eq_ignore_ascii_case(MANIFEST) {
        return Err("the name is Ferroform's own".to_owned());
    }
    path.split('/').try_for_each(check_name)
}

fn check_name(name: &str) -> Result<(), String> {
    if name.is_empty() {
        return Err("a name in it is empty".to_owned());
    }
    if name == "." || name == ".." {
        return Err("it must stay below the output folder".to_owned());
    }
    if name.len() > LONGEST_NAME {
        return Err(format!("a name in it has {} bytes, more than {LONGEST_NAME}", name.len()));
    }
    if let Some(bad) = name.chars().find(|c| c.is_control() || r#"<>:"\|?*"#.contains(*c)) {
        return Err(format!("no file name can have the character `{}` everywhere", bad.escape_debug()));
    }
    if name.ends_with(['.', ' ']) {
        return Err("on Windows no name ends with a dot or a space".to_owned());
    }
    if is_device(name) {
        return Err("on Windows it is a device".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(paths: &[&str]) -> Vec<String> {
        let mut tree = Tree::default();
        for path in paths {
            tree.add(*path, "");
        }
        check(Path::new("out"), &tree).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn ordinary_paths_pass() {
        assert_eq!(messages(&["providers/aws/index.d.ts", "src/console.rs", "Cargo.toml", "é.md"]), [""; 0]);
    }

    #[test]
    fn hostile_paths_are_refused_all_at_once() {
        let long = "x".repeat(256);
        let paths = [
            "",
            "..",
            "a/../../b",
            "/etc/passwd",
            "a//b",
            "nul\0",
            "a\\b",
            "c:evil",
            "con",
            "a/NUL.txt",
            "end.",
            ".ferroform/lock",
            "Ferroform.Manifest.json",
            &long,
        ];
        assert_eq!(messages(&paths).len(), paths.len(), "{:#?}", messages(&paths));
    }

    #[test]
    fn paths_that_are_one_file_on_some_systems_are_refused() {
        assert_eq!(
            messages(&["Policy.md", "policy.md"]),
            ["out: cannot write both `Policy.md` and `policy.md`: they differ in case only"]
        );
        assert_eq!(messages(&["a", "A/b"]), ["out: cannot write `a`: it is a file and a folder"]);
    }
}
