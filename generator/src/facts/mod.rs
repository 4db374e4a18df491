//! What schemas do not say: descriptions, allowed values, ranges, import IDs, each with its provenance.

pub mod docs;
mod import_id;
mod overrides;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::model::{ConstructKind, Import, Provenance, ProviderAddress, Rule, Said};

pub use import_id::parse_template;
pub use overrides::read_overrides;

/// What is known of one provider beside its schema.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The file that says so.
    pub file: PathBuf,
    /// The provider that it is said of.
    pub provider: ProviderAddress,
    /// By kind and type name.
    pub constructs: BTreeMap<(ConstructKind, String), ConstructFacts>,
}

/// What is known of a construct.
#[derive(Debug, Clone, Default)]
pub struct ConstructFacts {
    /// Description, in Markdown.
    pub description: Option<String>,
    /// What `terraform import` takes.
    pub import: Import,
    /// The first program on the documentation page, in Terraform's language.
    pub example: Option<String>,
    /// What the documentation page says about importing, in Markdown.
    pub import_section: Option<String>,
    /// By path from the construct's root, in dots.
    pub fields: BTreeMap<String, FieldFacts>,
}

/// What is known of an attribute or a nested block.
#[derive(Debug, Clone, Default)]
pub struct FieldFacts {
    /// Description.
    pub description: Option<Said>,
    /// The value when unset, in Markdown.
    pub default: Option<Said>,
    /// Why the field should no longer be used.
    pub deprecated: Option<Said>,
    /// Who says that changing the value replaces the resource.
    pub forces_new: Option<Provenance>,
    /// Whether the value has to be hidden, whatever the schema says.
    pub sensitive: bool,
    /// What the value must be.
    pub rules: Vec<Rule>,
}

impl FieldFacts {
    /// Whether what holds for one field holds for the other: all but what is said of it in words.
    pub(crate) fn says_the_same_as(&self, other: &Self) -> bool {
        self.rules == other.rules && self.default == other.default && self.forces_new == other.forces_new
    }
}

impl Facts {
    /// Adds what documentation says, where nobody decided otherwise.
    pub fn add_docs(&mut self, docs: BTreeMap<(ConstructKind, String), ConstructFacts>) {
        for (construct, facts) in docs {
            let known = self.constructs.entry(construct).or_default();
            known.example = known.example.take().or(facts.example);
            known.import_section = known.import_section.take().or(facts.import_section);
            known.import.examples.extend(facts.import.examples);
            if known.import.formats.is_empty() {
                known.import.formats = facts.import.formats;
                known.import.opaque = facts.import.opaque;
            }
            let known = &mut known.fields;
            for (path, field) in facts.fields {
                let known = known.entry(path).or_default();
                known.description = known.description.take().or(field.description);
                known.default = known.default.take().or(field.default);
                known.deprecated = known.deprecated.take().or(field.deprecated);
                known.forces_new = known.forces_new.or(field.forces_new);
                let is_new = |rule: &Rule| {
                    known.rules.iter().all(|other| !other.check.is_of_one_kind_with(&rule.check))
                };
                let rules: Vec<_> = field.rules.into_iter().filter(is_new).collect();
                known.rules.extend(rules);
            }
        }
    }
}
