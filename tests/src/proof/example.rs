//! Examples: what Terraform's language says, and the programs that say they mean the same.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

/// An example of a documentation page.
#[derive(Debug, Clone)]
pub struct Example {
    /// The page's path below the folder of its language.
    pub page: String,
    /// Which of the page's code blocks it is, from 0.
    pub block: usize,
    /// The original, in Terraform's language.
    pub hcl: String,
    /// The programs; an edition that left the block as it was has none.
    pub programs: BTreeMap<Edition, String>,
    /// Why an edition has none, where that is known.
    pub unconverted: BTreeMap<Edition, String>,
}

/// Who wrote a program, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// Python as the archived tool published it.
    PublishedPython,
    /// TypeScript as the archived tool published it.
    PublishedTypeScript,
    /// Our Python.
    Python,
    /// Our TypeScript.
    TypeScript,
    /// Our Rust.
    Rust,
}

impl Edition {
    /// All editions.
    pub const ALL: [Self; 5] =
        [Self::PublishedPython, Self::PublishedTypeScript, Self::Python, Self::TypeScript, Self::Rust];

    /// What tables, folders and options call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PublishedPython => "published-python",
            Self::PublishedTypeScript => "published-typescript",
            Self::Python => "python",
            Self::TypeScript => "typescript",
            Self::Rust => "rust",
        }
    }

    /// The edition that a table, folder or option means.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.word() == word)
    }

    /// Whether it is on the pages already, and not made of them.
    #[must_use]
    pub fn is_published(self) -> bool {
        matches!(self, Self::PublishedPython | Self::PublishedTypeScript)
    }

    /// The folder of pages, and the word that opens its code blocks.
    #[must_use]
    pub fn language(self) -> &'static str {
        match self {
            Self::PublishedPython | Self::Python => "python",
            Self::PublishedTypeScript | Self::TypeScript => "typescript",
            Self::Rust => "rust",
        }
    }

    /// The package that its programs stand on, where there are several.
    #[must_use]
    pub fn runtime(self) -> &'static str {
        match self {
            Self::PublishedPython | Self::PublishedTypeScript => "cdktf",
            Self::Python | Self::TypeScript | Self::Rust => "cdktn",
        }
    }
}

impl Display for Edition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.word())
    }
}
