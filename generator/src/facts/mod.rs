//! What schemas do not say: descriptions, allowed values, ranges, import IDs, each with its provenance.

mod decisions;
pub mod docs;
mod import_id;
mod overrides;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::model::{ConstructKind, Import, Provenance, ProviderAddress, Rule, Said};

pub use decisions::{Decision, Verdict};
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
    /// What a person decided about the documentation's facts on the construct.
    pub decisions: Vec<Decision>,
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
    /// What a person decided about the documentation's facts on the field.
    pub decisions: Vec<Decision>,
}

impl FieldFacts {
    /// Whether what holds for one field holds for the other: all but what is said of it in words.
    pub(crate) fn says_the_same_as(&self, other: &Self) -> bool {
        self.rules == other.rules && self.default == other.default && self.forces_new == other.forces_new
    }
}
