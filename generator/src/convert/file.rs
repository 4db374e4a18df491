//! Configuration files, read.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use hcl_edit::structure::Body;

use super::json;
use crate::Problem;

/// A configuration file that was understood.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name, or what stands for one.
    pub name: PathBuf,
    /// Its text, without a byte order mark and with line feeds as line ends.
    text: String,
    /// What is in it.
    pub(super) body: Body,
}

impl File {
    /// Reads a file in Terraform's language; in its JSON form if the name ends in `.json`.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is not in that language.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let bytes = fs::read(path).map_err(|error| Problem::new(path, format!("cannot be read: {error}")))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            Problem::new(path, "is not UTF-8").at(place(&before, valid))
        })?;
        Self::parse(path, &text)
    }

    /// Understands text; `name` is what messages call it.
    ///
    /// # Errors
    ///
    /// If the text is not in Terraform's language.
    pub fn parse(name: &Path, text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
        let is_json = name.extension().is_some_and(|extension| extension == "json");
        let body = if is_json { json::parse(name, &text)? } else { hcl(name, &text)? };
        Ok(Self { name: name.to_owned(), text, body })
    }

    /// A problem at a place of the file.
    pub(super) fn problem(&self, span: Option<Range<usize>>, message: impl Into<String>) -> Problem {
        let problem = Problem::new(&self.name, message);
        match span {
            Some(span) => problem.at(place(&self.text, span.start)),
            None => problem,
        }
    }

    /// The text of a place.
    pub(super) fn text(&self, span: Range<usize>) -> &str {
        &self.text[span]
    }
}

/// The files of Terraform configuration in a folder, in the order of their names.
///
/// # Errors
///
/// If the folder cannot be read or has none.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let cannot = |error| Problem::new(folder, format!("cannot be read: {error}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if [".tf", ".tf.json", ".tofu", ".tofu.json"].iter().any(|ending| name.ends_with(ending)) {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Problem::new(folder, "has no files that end in .tf or .tf.json"));
    }
    Ok(files)
}

fn hcl(name: &Path, text: &str) -> Result<Body, Problem> {
    with_repeated_keys(text).map_err(|error| {
        let offset = error.location().offset();
        match in_string(text, offset) {
            Some(problem) => Problem { file: name.to_owned(), ..problem },
            None => Problem::new(name, error.message().to_owned()).at(place(text, offset)),
        }
    })
}

/// Parses text in which keys of one object may be the same: Terraform takes the last, the parser none. Repeated ones are made
/// different by something that no name has; [`key`] takes it away.
fn with_repeated_keys(text: &str) -> Result<Body, hcl_edit::parser::Error> {
    let mut repaired = text.to_owned();
    for number in 1..=MOST_REPEATED_KEYS {
        let error = match repaired.parse::<Body>() {
            Err(error) if error.message().ends_with("redefined object key") => error,
            other => return other,
        };
        let start = error.location().offset();
        let is_name = |char: char| char.is_alphanumeric() || "_-".contains(char);
        let rest = &repaired[start..];
        let name = rest.find(|char| !is_name(char)).unwrap_or(rest.len());
        let (range, name) = match rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            Some((name, _)) => (start..start + name.len() + 2, name.to_owned()),
            None if name > 0 => (start..start + name, rest[..name].to_owned()),
            None => return Err(error),
        };
        repaired.replace_range(range, &format!("\"{name}{REPEATED}{number}\""));
    }
    repaired.parse()
}

/// More than that is no configuration that somebody wrote.
const MOST_REPEATED_KEYS: usize = 1000;

/// What a key has behind its name where it is repeated.
const REPEATED: char = '\u{1}';

/// The key of an object as it was written.
pub(super) fn key(parsed: &str) -> &str {
    parsed.split(REPEATED).next().unwrap_or(parsed)
}

/// What is wrong with the string that an attribute begins with: the parser gives up at the attribute's name then.
fn in_string(text: &str, attribute: usize) -> Option<Problem> {
    let line = text[attribute..].lines().next()?;
    let (name, value) = line.split_once('=')?;
    let value = value.trim_start();
    let is_name = |char: char| char.is_alphanumeric() || "_-".contains(char);
    if !name.trim().chars().all(is_name) || !value.starts_with('"') {
        return None;
    }
    let start = attribute + line.len() - value.len();
    let error = hcl_edit::parser::parse_expr(value).err()?;
    let at = start + error.location().offset();
    if value[error.location().offset()..].starts_with("%{") {
        let message = "`%{` begins a directive, expected `if` or `for` behind it";
        let help = "write `%%{` where the text itself is meant";
        return Some(Problem::new("", message).at(place(text, at)).help(help));
    }
    Some(Problem::new("", "the string that begins here does not end on its line").at(place(text, start)))
}

/// Line and column of a byte, as people count them.
fn place(text: &str, offset: usize) -> String {
    let before = &text[..offset.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}")
}
