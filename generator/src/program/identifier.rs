//! Names for the variables of a program.

use std::collections::HashSet;

use heck::{ToLowerCamelCase, ToSnakeCase};

/// The case in which a language writes variables.
#[derive(Debug, Clone, Copy)]
pub(super) enum Case {
    /// `http_api`
    Snake,
    /// `httpApi`
    Camel,
}

/// Hands out variables, each once.
pub(super) struct Identifiers<'a> {
    case: Case,
    keywords: &'static [&'static str],
    taken: HashSet<String>,
    imported: HashSet<&'a str>,
}

impl<'a> Identifiers<'a> {
    /// No variables yet; `keywords` and `imported` are never handed out.
    pub(super) fn new(
        case: Case,
        keywords: &'static [&'static str],
        imported: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self { case, keywords, taken: HashSet::new(), imported: imported.into_iter().collect() }
    }

    /// The variable for what is labelled so.
    pub(super) fn assign(&mut self, label: &str) -> String {
        let words: String =
            label.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
        let mut name = match self.case {
            Case::Snake => words.to_snake_case(),
            Case::Camel => words.to_lower_camel_case(),
        };
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            name.insert(0, '_');
        }
        let base = name.clone();
        let mut count = 1;
        while self.keywords.contains(&name.as_str())
            || self.imported.contains(name.as_str())
            || self.taken.contains(&name)
        {
            count += 1;
            name = format!("{base}{}{count}", if matches!(self.case, Case::Snake) { "_" } else { "" });
        }
        self.taken.insert(name.clone());
        name
    }
}
