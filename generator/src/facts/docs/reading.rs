//! What a page says of the fields of one construct.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{self, Region};
use super::page::Page;
use super::places::Places;
use super::resolve::{self, Ambiguity};
use super::statement::{Statement, describe};
use super::{Coverage, prose};
use crate::facts::FieldFacts;

/// Facts about fields, by path.
pub type Fields = BTreeMap<String, FieldFacts>;

/// The arguments of a page by where they stand: a page on several constructs lists the arguments of all.
#[derive(Debug, Default)]
pub struct Listed {
    all: BTreeSet<usize>,
    placed: BTreeSet<usize>,
    described: BTreeSet<usize>,
}

impl Listed {
    /// Adds the numbers of arguments to the figures on a provider.
    pub fn count(&self, coverage: &mut Coverage) {
        coverage.arguments += self.all.len();
        coverage.placed += self.placed.len();
        coverage.described += self.described.len();
    }
}

/// Reads the arguments of a construct; returns the lists that have no place.
pub fn arguments(
    page: &Page,
    text: &str,
    places: &Places,
    fields: &mut Fields,
    listed: &mut Listed,
) -> Vec<Ambiguity> {
    let groups = groups::groups(page, places, Region::Arguments);
    let resolved = resolve::resolve(&groups, places);
    listed.all.extend(resolved.lost.iter().map(|entry| entry.start));
    let mut known = BTreeSet::new();
    for (paths, entry) in &resolved.found {
        listed.all.insert(entry.start);
        listed.placed.insert(entry.start);
        let said = prose::read(text, &entry.own_text(paths, places), &page.targets);
        let said = said.with_notes(text, &entry.notes);
        if said.is_empty() {
            continue;
        }
        if !said.description.is_empty() {
            listed.described.insert(entry.start);
        }
        let statement = Statement::of(&entry.name, &said);
        // The first place on the page is the one under its own block's heading.
        for path in paths.iter().filter(|path| known.insert((*path).clone())) {
            statement.tell(path, places, fields);
        }
    }
    resolved.ambiguous
}

/// Reads the descriptions of what only the provider sets.
pub fn attributes(page: &Page, text: &str, places: &Places, fields: &mut Fields) {
    let groups = groups::groups(page, places, Region::Attributes);
    for (paths, entry) in resolve::resolve(&groups, places).found {
        let said = prose::read(text, &entry.own_text(&paths, places), &page.targets);
        for path in paths {
            describe(fields.entry(path).or_default(), said.clone());
        }
    }
}
