//! What a run converted, kept beside the pages: the next one does nothing twice, and converts no less unnoticed.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::translate::Left;
use crate::Problem;
use crate::program::Language;

/// The record in an output root, meant to be committed with the pages.
pub const RECORD: &str = "ferroform.pages.json";

/// The version of the record's form.
const FORMAT: u32 = 1;

/// What a run converted.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    format: u32,
    /// The providers that the pages are written with.
    pub providers: Vec<String>,
    /// What the pages are made from beside their originals, as a hash.
    pub surroundings: Option<String>,
    /// How much was converted, by language.
    pub coverage: BTreeMap<Language, Coverage>,
    /// By page, such as `docs/resources/vpc.md`.
    pub pages: BTreeMap<String, PageRecord>,
}

/// How much of the blocks in Terraform's language was converted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Pages, those without blocks too.
    pub pages: usize,
    /// Blocks that are programs now.
    pub converted: usize,
    /// Blocks that stayed as they are.
    pub left: usize,
}

/// What became of a page's blocks, by language.
pub type PageRecord = BTreeMap<Language, PageCoverage>;

/// What became of a page's blocks in a language.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct PageCoverage {
    /// How many are programs now.
    pub converted: usize,
    /// Those that stayed as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Left>,
}

impl Record {
    /// Reads the record of an output root; an empty one where there is none.
    pub fn read(root: &Path) -> Result<Self, Problem> {
        let file = root.join(RECORD);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Self::default());
            }
            Err(error) => return Err(Problem::new(file, format!("cannot be read: {error}"))),
        };
        let record: Self = serde_json::from_str(&text).map_err(|error| {
            let help = "take it from version control, or remove it to convert every page again";
            Problem::new(&file, format!("is no record of converted pages: {error}")).help(help)
        })?;
        if record.format != FORMAT {
            let message =
                format!("has format {}, and this version of Ferroform knows {FORMAT}", record.format);
            return Err(Problem::new(file, message).help("update Ferroform"));
        }
        Ok(record)
    }

    /// The record of pages.
    pub fn new(
        providers: Vec<String>,
        surroundings: Option<String>,
        pages: BTreeMap<String, PageRecord>,
    ) -> Self {
        let mut coverage: BTreeMap<Language, Coverage> = BTreeMap::new();
        for (language, page) in pages.values().flatten() {
            let coverage = coverage.entry(*language).or_default();
            coverage.pages += 1;
            coverage.converted += page.converted;
            coverage.left += page.left.len();
        }
        Self { format: FORMAT, providers, surroundings, coverage, pages }
    }

    /// The record as it stands in its file, a line per page.
    pub fn render(&self) -> String {
        let Self { format, providers, surroundings, coverage, pages } = self;
        let mut text = format!("{{\n  \"format\": {format},\n  \"providers\": {},\n", json(providers));
        text += &format!("  \"surroundings\": {},\n", json(surroundings));
        text += &format!("  \"coverage\": {{{}\n  }},\n", lines(coverage));
        text + &format!("  \"pages\": {{{}\n  }}\n}}\n", lines(pages))
    }
}

impl Coverage {
    /// Whether a smaller share is converted than was before.
    #[must_use]
    pub fn is_below(&self, before: &Self) -> bool {
        self.converted * (before.converted + before.left) < before.converted * (self.converted + self.left)
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} of {} blocks converted", self.converted, self.converted + self.left)
    }
}

fn lines(map: &BTreeMap<impl Serialize, impl Serialize>) -> String {
    let lines = map.iter().map(|(key, value)| format!("\n    {}: {}", json(key), json(value)));
    lines.collect::<Vec<_>>().join(",")
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("its keys are strings")
}
