//! What schemas do not say: descriptions, allowed values, ranges, import IDs, each with its provenance.

pub mod docs;
mod import_id;
mod overrides;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::model::{ConstructKind, ImportId, Provenance, ProviderAddress, Rule};

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
    /// Import ID formats, best first.
    pub import_ids: Vec<ImportId>,
    /// By path from the construct's root, in dots.
    pub fields: BTreeMap<String, FieldFacts>,
}

/// What is known of an attribute or a nested block.
#[derive(Debug, Clone, Default)]
pub struct FieldFacts {
    /// Description.
    pub description: Option<Said>,
    /// The value when unset, in Markdown.
    pub default: Option<String>,
    /// Why the field should no longer be used.
    pub deprecated: Option<String>,
    /// Whether the value has to be hidden, whatever the schema says.
    pub sensitive: bool,
    /// What the value must be.
    pub rules: Vec<Rule>,
}

/// What is said of something, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Who says so.
    pub provenance: Provenance,
}

impl Facts {
    /// Adds what documentation says, where nobody decided otherwise.
    pub fn add_docs(&mut self, docs: BTreeMap<(ConstructKind, String), ConstructFacts>) {
        for (construct, facts) in docs {
            let known = &mut self.constructs.entry(construct).or_default().fields;
            for (path, field) in facts.fields {
                let known = known.entry(path).or_default();
                known.description = known.description.take().or(field.description);
                let is_new = |rule: &Rule| {
                    known.rules.iter().all(|other| !other.check.is_of_one_kind_with(&rule.check))
                };
                let rules: Vec<_> = field.rules.into_iter().filter(is_new).collect();
                known.rules.extend(rules);
            }
        }
    }
}
