//! Code blocks of documentation pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::example::{Edition, Example};

/// The words that open a block of Terraform's language.
const TERRAFORM: [&str; 2] = ["terraform", "hcl"];

/// Every example on the pages of `originals`, with its programs: each edition's pages have the same paths, and each
/// page the same number of code blocks as the original.
#[must_use]
pub fn examples(originals: &Path, editions: &[(Edition, PathBuf)]) -> Vec<Example> {
    let mut paths = Vec::new();
    collect(originals, &mut paths);
    paths.sort();
    paths.iter().flat_map(|path| examples_of(originals, path, editions)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "markdown") {
            paths.push(path);
        }
    }
}

fn examples_of(originals: &Path, path: &Path, editions: &[(Edition, PathBuf)]) -> Vec<Example> {
    let page = path.strip_prefix(originals).expect("it was found there").to_string_lossy().into_owned();
    let blocks = blocks(&read(path));
    let mut examples: Vec<_> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.is_terraform())
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(number, block)| Example {
            page: page.clone(),
            block: number,
            hcl: block.text.clone(),
            programs: BTreeMap::new(),
            unconverted: BTreeMap::new(),
        })
        .collect();
    for (edition, folder) in editions {
        let Ok(text) = fs::read_to_string(folder.join(&page)) else { continue };
        let translated = self::blocks(&text);
        assert_eq!(blocks.len(), translated.len(), "{edition} {page} has other code blocks");
        for example in &mut examples {
            let block = &translated[example.block];
            if block.word == edition.language() {
                example.programs.insert(*edition, block.text.clone());
            }
        }
    }
    examples
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A fenced block.
struct Block {
    /// What stands behind the fence.
    word: String,
    text: String,
}

impl Block {
    fn is_terraform(&self) -> bool {
        TERRAFORM.contains(&self.word.as_str())
    }
}

/// The fenced blocks of a page, without the indentation of their fence.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, Block)> = None;
    for line in page.lines() {
        let trimmed = line.trim_start();
        let fence = trimmed.strip_prefix("```");
        match (&mut open, fence) {
            (None, Some(word)) => {
                let word = word.split_whitespace().next().unwrap_or_default().to_owned();
                open = Some((line.len() - trimmed.len(), Block { word, text: String::new() }));
            }
            (Some(_), Some(_)) => blocks.extend(open.take().map(|(_, block)| block)),
            (Some((indent, block)), None) => {
                let blank = line.len() - trimmed.len();
                block.text += &line[blank.min(*indent)..];
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}
