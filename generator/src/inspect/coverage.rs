//! How much is known of a provider.

use std::collections::BTreeMap;

use askama::Template;
use serde::Serialize;

use crate::facts::docs::{Coverage, Understood};
use crate::model::{Construct, ConstructKind, Field, ImportIds, Provenance, Provider, Rule};

/// Figures on a provider.
#[derive(Debug, Serialize, Template)]
#[template(path = "inspect/coverage.txt")]
pub struct ProviderCoverage {
    provider: String,
    constructs: usize,
    /// What documentation pages list, where there are any.
    documented: Option<Coverage>,
    /// Arguments that a program can set, each shape of a block counted once.
    arguments: usize,
    described: BySource,
    /// Rules by kind, those at single places of a shape included.
    rules: BTreeMap<&'static str, BySource>,
    defaults: BySource,
    deprecated: BySource,
    forces_new: BySource,
    import_ids: ImportIds,
}

/// How many facts there are, by who says them.
#[derive(Debug, Default, Serialize)]
struct BySource {
    schema: usize,
    docs: usize,
    r#override: usize,
}

impl ProviderCoverage {
    /// Counts what is known.
    pub(super) fn of(provider: &Provider, understood: Option<&Understood>) -> Self {
        let constructs = provider.constructs.iter();
        let resources = constructs.filter(|construct| construct.kind == ConstructKind::Resource);
        let mut coverage = Self {
            provider: provider.address.to_string(),
            constructs: provider.constructs.len(),
            documented: understood.map(|understood| understood.coverage),
            arguments: 0,
            described: BySource::default(),
            rules: BTreeMap::new(),
            defaults: BySource::default(),
            deprecated: BySource::default(),
            forces_new: BySource::default(),
            import_ids: resources.map(|resource| Some(&resource.import)).collect(),
        };
        for construct in &provider.constructs {
            coverage.construct(construct);
        }
        coverage
    }

    fn construct(&mut self, construct: &Construct) {
        for field in construct.blocks.iter().flat_map(|block| &block.fields) {
            self.field(field);
        }
        for (_, rule) in &construct.path_rules {
            self.rule(rule);
        }
    }

    fn field(&mut self, field: &Field) {
        if field.is_settable() {
            self.arguments += 1;
            if let Some(description) = field.descriptions.first() {
                self.described.add(description.provenance);
            }
        }
        field.rules.iter().for_each(|rule| self.rule(rule));
        field.default.iter().for_each(|default| self.defaults.add(default.provenance));
        field.deprecated.iter().for_each(|deprecated| self.deprecated.add(deprecated.provenance));
        field.forces_new.iter().for_each(|provenance| self.forces_new.add(*provenance));
    }

    fn rule(&mut self, rule: &Rule) {
        self.rules.entry(rule.check.term()).or_default().add(rule.provenance);
    }

    /// The rows of the table.
    fn rows(&self) -> Vec<(&'static str, &BySource)> {
        let rules = self.rules.iter().map(|(kind, count)| (*kind, count));
        let others = [
            ("described", &self.described),
            ("default", &self.defaults),
            ("deprecated", &self.deprecated),
            ("forces new", &self.forces_new),
        ];
        others.into_iter().chain(rules).collect()
    }
}

impl BySource {
    fn add(&mut self, provenance: Provenance) {
        *match provenance {
            Provenance::Schema => &mut self.schema,
            Provenance::Docs => &mut self.docs,
            Provenance::Override => &mut self.r#override,
        } += 1;
    }
}
