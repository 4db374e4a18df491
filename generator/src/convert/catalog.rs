//! The constructs that a configuration can name: those of schemas, and those that it implies itself.

use std::collections::HashMap;

use crate::model::{Construct, ConstructKind, Provider};
use crate::program::ConstructId;

/// The constructs of providers by kind and type name.
#[derive(Debug)]
pub struct Catalog<'a> {
    /// What was known before: making a catalog of a large provider takes longer than converting an example.
    before: Option<&'a Catalog<'a>>,
    providers: Vec<&'a Provider>,
    by_type: HashMap<(ConstructKind, &'a str), Vec<ConstructId>>,
}

impl<'a> Catalog<'a> {
    /// The constructs of providers, which have the numbers of their order.
    #[must_use]
    pub fn new(providers: &'a [Provider]) -> Self {
        let catalog = Self { before: None, providers: Vec::new(), by_type: HashMap::new() };
        catalog.with(providers)
    }

    /// What is known here, and more providers behind it.
    pub(super) fn and<'b>(&'b self, providers: &'b [Provider]) -> Catalog<'b> {
        let catalog = Catalog { before: Some(self), providers: Vec::new(), by_type: HashMap::new() };
        catalog.with(providers)
    }

    fn with(mut self, providers: &'a [Provider]) -> Self {
        for provider in providers {
            let index = self.count();
            self.providers.push(provider);
            for (construct, found) in provider.constructs.iter().enumerate() {
                let id = ConstructId { provider: index, construct };
                self.by_type.entry((found.kind, &found.type_name)).or_default().push(id);
            }
        }
        self
    }

    fn count(&self) -> usize {
        self.before.map_or(0, Self::count) + self.providers.len()
    }

    fn provider(&self, index: usize) -> &'a Provider {
        match self.before {
            Some(before) if index < before.count() => before.provider(index),
            Some(before) => self.providers[index - before.count()],
            None => self.providers[index],
        }
    }

    /// The providers that are not among the `known` and so are guessed; Terraform's own never is.
    pub(super) fn guessed(&self, known: &Self) -> Vec<usize> {
        let others = known.count()..self.count();
        others.filter(|&index| !self.provider(index).address.is_builtin()).collect()
    }

    /// Whether Terraform's own provider is among them.
    pub(super) fn has_builtin(&self) -> bool {
        (0..self.count()).any(|index| self.provider(index).address.is_builtin())
    }

    /// The construct of a type, of the provider with this local name where several have it.
    pub(super) fn find(&self, kind: ConstructKind, type_name: &str, local_name: &str) -> Option<ConstructId> {
        let of_name = |id: &ConstructId| self.provider(id.provider).address.name == local_name;
        self.all(kind, type_name).find(of_name).or_else(|| self.all(kind, type_name).next())
    }

    fn all<'s>(&'s self, kind: ConstructKind, type_name: &'s str) -> impl Iterator<Item = ConstructId> + 's {
        let own = self.by_type.get(&(kind, type_name));
        let before = self.before.and_then(|before| before.by_type.get(&(kind, type_name)));
        before.into_iter().chain(own).flatten().copied()
    }

    pub(super) fn construct(&self, id: ConstructId) -> &'a Construct {
        &self.provider(id.provider).constructs[id.construct]
    }
}

/// The local name of the provider that a type belongs to, unless the configuration says otherwise.
pub(super) fn prefix(type_name: &str) -> &str {
    type_name.split_once('_').map_or(type_name, |(prefix, _)| prefix)
}
