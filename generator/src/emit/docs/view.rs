//! Pages with the names of a language, ready for their templates.

use std::fmt;

use askama::Template;

use super::FieldRef;
use super::page::{Entry, Section};
use super::prose::Prose;
use crate::program::Vocabulary;

/// What the fields of a construct are called.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub vocabulary: &'a dyn Vocabulary,
    pub construct: usize,
}

impl<'a> Names<'a> {
    fn of(self, field: FieldRef) -> &'a str {
        self.vocabulary.field(self.construct, field.block, field.field)
    }

    pub(super) fn prose(self, prose: &'a Prose) -> Said<'a> {
        Said { prose, names: self }
    }

    pub(super) fn entries(self, entries: &'a [Entry]) -> Vec<Line<'a>> {
        entries.iter().map(|entry| Line { entry, names: self }).collect()
    }

    pub(super) fn sections(self, sections: &'a [Section]) -> Vec<SectionView<'a>> {
        let view = |section: &'a Section| SectionView {
            term: section.term,
            is_settable: section.is_settable,
            anchor: &section.anchor,
            path: self.prose(&section.path),
            entries: self.entries(&section.entries),
        };
        sections.iter().map(view).collect()
    }
}

/// Prose in a language.
pub(super) struct Said<'a> {
    prose: &'a Prose,
    names: Names<'a>,
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.prose.write(out, |field| self.names.of(field))
    }
}

/// A list item about a field.
pub(super) struct Line<'a> {
    entry: &'a Entry,
    names: Names<'a>,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` - ", self.names.of(self.entry.field))?;
        self.entry.text.write(out, |field| self.names.of(field))
    }
}

/// A section about a nested block or object.
#[derive(Template)]
#[template(path = "docs/section.md")]
pub(super) struct SectionView<'a> {
    term: &'static str,
    is_settable: bool,
    anchor: &'a str,
    path: Said<'a>,
    entries: Vec<Line<'a>>,
}

/// A page about a resource, a data source or an ephemeral resource.
#[derive(Template)]
#[template(path = "docs/page.md")]
pub(super) struct PageView<'a> {
    pub provider: &'a str,
    pub type_name: &'a str,
    /// The kind as a title has it.
    pub kind: &'static str,
    /// The kind within a sentence.
    pub term: &'static str,
    pub summary: &'a str,
    pub description: Said<'a>,
    pub registry: Option<&'a str>,
    pub deprecated: Option<Said<'a>>,
    /// The example in its fence.
    pub example: String,
    pub required: Vec<Line<'a>>,
    pub optional: Vec<Line<'a>>,
    pub argument_sections: Vec<SectionView<'a>>,
    pub attributes: Vec<Line<'a>>,
    pub attribute_sections: Vec<SectionView<'a>>,
    pub timeouts: Vec<Line<'a>>,
    pub import: Option<ImportView<'a>>,
}

/// The section about importing a resource.
#[derive(Template)]
#[template(path = "docs/import.md")]
pub(super) struct ImportView<'a> {
    pub type_name: &'a str,
    /// The formats of the ID, with `or` between them; empty where none is known.
    pub formats: &'a str,
    /// An ID of which no format is known; empty where one is.
    pub opaque: &'a str,
    pub language: &'static str,
    /// The example in its fence.
    pub example: String,
    /// The `import` block in its fence.
    pub block: &'a str,
    pub command: &'a str,
    pub identity: Option<&'a IdentityView>,
}

/// The identity of a resource.
pub(super) struct IdentityView {
    /// The `import` block in its fence.
    pub block: String,
    /// List items about the attributes that have to be given.
    pub required: Vec<String>,
    /// List items about those that need not.
    pub optional: Vec<String>,
}

/// The page about a provider and what it offers.
#[derive(Template)]
#[template(path = "docs/index.md")]
pub(super) struct IndexView<'a> {
    pub provider: &'a str,
    pub language: &'static str,
    pub summary: &'a str,
    pub description: Said<'a>,
    pub source: &'a str,
    pub version: Option<&'a str>,
    pub registry: Option<&'a str>,
    pub configuration: Option<ConfigurationView<'a>>,
    pub groups: Vec<Group<'a>>,
}

/// The part of a provider's page about its configuration.
#[derive(Template)]
#[template(path = "docs/configuration.md")]
pub(super) struct ConfigurationView<'a> {
    /// The example in its fence.
    pub example: String,
    pub required: Vec<Line<'a>>,
    pub optional: Vec<Line<'a>>,
    pub sections: Vec<SectionView<'a>>,
}

/// The pages about constructs of one kind.
pub(super) struct Group<'a> {
    pub title: &'static str,
    pub pages: Vec<Link<'a>>,
}

/// A link to a page.
pub(super) struct Link<'a> {
    pub title: &'a str,
    pub path: &'a str,
}
