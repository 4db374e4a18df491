//! The constructs that a configuration can name: those of schemas, and those that it implies itself.

use std::collections::HashMap;

use crate::model::{Construct, ConstructKind, Provider};
use crate::program::ConstructId;

/// The constructs of providers by kind and type name.
pub(super) struct Catalog<'a> {
    /// The providers: first those with schemas, then those that the configuration implies.
    pub providers: Vec<&'a Provider>,
    by_type: HashMap<(ConstructKind, &'a str), Vec<ConstructId>>,
}

impl<'a> Catalog<'a> {
    pub fn new(providers: impl IntoIterator<Item = &'a Provider>) -> Self {
        let mut catalog = Self { providers: Vec::new(), by_type: HashMap::new() };
        for provider in providers {
            let index = catalog.providers.len();
            catalog.providers.push(provider);
            for (construct, found) in provider.constructs.iter().enumerate() {
                let id = ConstructId { provider: index, construct };
                catalog.by_type.entry((found.kind, &found.type_name)).or_default().push(id);
            }
        }
        catalog
    }

    /// The construct of a type, of the provider with this local name where several have it.
    pub fn find(&self, kind: ConstructKind, type_name: &str, local_name: &str) -> Option<ConstructId> {
        let found = self.by_type.get(&(kind, type_name))?;
        let of_name = |id: &&ConstructId| self.providers[id.provider].address.name == local_name;
        found.iter().find(of_name).or_else(|| found.first()).copied()
    }

    pub fn construct(&self, id: ConstructId) -> &'a Construct {
        &self.providers[id.provider].constructs[id.construct]
    }
}

/// The local name of the provider that a type belongs to, unless the configuration says otherwise.
pub(super) fn prefix(type_name: &str) -> &str {
    type_name.split_once('_').map_or(type_name, |(prefix, _)| prefix)
}
