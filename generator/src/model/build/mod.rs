//! From the mirror of Terraform's JSON, and the facts, to the model.

mod construct;
mod functions;
mod names;
mod place;
mod rules;
mod shapes;
mod types;

use std::collections::BTreeSet;
use std::path::Path;

use super::{Construct, ConstructKind, Identity, IdentityAttribute, Provider, ProviderAddress};
use crate::Problem;
use crate::facts::Facts;
use crate::nearest::nearest;
use crate::schema::{self, ProviderSchemas};
use place::{Place, Problems};

/// Builds the model of every provider in a schema file.
///
/// `facts` may speak of other providers too: those are left for the files that hold them.
///
/// # Errors
///
/// Every mistake of the file, and every fact that no longer applies to it.
pub fn build(file: &Path, schemas: &ProviderSchemas, facts: &[Facts]) -> Result<Vec<Provider>, Vec<Problem>> {
    let mut problems = Problems::default();
    let place = Place::new(file);
    if schemas.provider_schemas.is_empty() {
        let help = "run `terraform providers schema -json` where a configuration names a provider, after `terraform init`";
        problems.report_with(&place, "has no provider: `provider_schemas` is empty", help);
    }
    let mut providers = Vec::new();
    let place = place.key("provider_schemas");
    for (key, schema) in schemas.provider_schemas.iter() {
        let place = place.key(key);
        match key.parse::<ProviderAddress>() {
            Ok(address) => {
                let version = schemas.provider_versions.get(key).cloned();
                providers.push(provider(&place, address, version, schema, facts, &mut problems));
            }
            Err(message) => problems.report(&place, message),
        }
    }
    problems.into_result(providers)
}

/// The facts about one provider, and which of them were found to apply.
struct Known<'a> {
    facts: Vec<&'a Facts>,
    applied: BTreeSet<(ConstructKind, &'a str)>,
}

fn provider(
    place: &Place,
    address: ProviderAddress,
    version: Option<String>,
    schema: &schema::ProviderSchema,
    facts: &[Facts],
    problems: &mut Problems,
) -> Provider {
    let mut known = Known {
        facts: facts.iter().filter(|facts| facts.provider == address).collect(),
        applied: BTreeSet::new(),
    };
    let groups = [
        (ConstructKind::Resource, "resource_schemas", &schema.resource_schemas),
        (ConstructKind::DataSource, "data_source_schemas", &schema.data_source_schemas),
        (ConstructKind::EphemeralResource, "ephemeral_resource_schemas", &schema.ephemeral_resource_schemas),
        (ConstructKind::ListResource, "list_resource_schemas", &schema.list_resource_schemas),
        (ConstructKind::Action, "action_schemas", &schema.action_schemas),
        (ConstructKind::StateStore, "state_store_schemas", &schema.state_store_schemas),
    ];
    let mut constructs = Vec::new();
    for (kind, key, group) in groups {
        if kind == ConstructKind::ListResource {
            constructs.extend(schema.provider.as_ref().map(|schema| {
                let place = place.key("provider");
                known.construct(&place, ConstructKind::Provider, &address.name, schema, problems)
            }));
        }
        let place = place.key(key);
        for (type_name, schema) in group.iter() {
            let place = place.key(type_name);
            if names::check(&place, type_name, problems) {
                constructs.push(known.construct(&place, kind, type_name, schema, problems));
            }
        }
    }
    let identities = place.key("resource_identity_schemas");
    for construct in &mut constructs {
        if construct.kind == ConstructKind::Resource {
            let place = identities.key(&construct.type_name);
            let identity = schema.resource_identity_schemas.get(&construct.type_name);
            construct.identity = identity.map(|schema| identity_of(&place, schema, problems));
        }
    }
    known.report_stale(&constructs, problems);
    let functions = functions::build(&place.key("functions"), &schema.functions, problems);
    Provider { address, version, constraint: None, constructs, functions }
}

impl Known<'_> {
    fn construct(
        &mut self,
        place: &Place,
        kind: ConstructKind,
        type_name: &str,
        schema: &schema::Schema,
        problems: &mut Problems,
    ) -> Construct {
        let key = (kind, type_name.to_owned());
        let facts = self.facts.iter().find_map(|facts| Some((*facts, facts.constructs.get_key_value(&key)?)));
        if let Some((_, ((kind, type_name), _))) = facts {
            self.applied.insert((*kind, type_name));
        }
        let facts = facts.map(|(facts, (_, construct))| (facts.file.as_path(), construct));
        construct::build(place, kind, type_name, schema, facts, problems)
    }

    fn report_stale(&self, constructs: &[Construct], problems: &mut Problems) {
        for facts in &self.facts {
            for (kind, type_name) in facts.constructs.keys() {
                if self.applied.contains(&(*kind, type_name.as_str())) {
                    continue;
                }
                let same_kind = constructs.iter().filter(|construct| construct.kind == *kind);
                let nearest = nearest(type_name, same_kind.map(|construct| construct.type_name.as_str()));
                let message = format!("the schema of {} has no such {}", facts.provider, kind.term());
                construct::facts_place(&facts.file, *kind, type_name, |place| {
                    problems.report_nearest(place, message, nearest);
                });
            }
        }
    }
}

fn identity_of(place: &Place, schema: &schema::IdentitySchema, problems: &mut Problems) -> Identity {
    let place = place.key("attributes");
    let mut attributes = Vec::new();
    for (name, attribute) in schema.attributes.iter() {
        let place = place.key(name);
        names::check(&place, name, problems);
        attributes.push(IdentityAttribute {
            name: name.to_owned(),
            ty: types::without_objects(&place.key("type"), &attribute.r#type, problems),
            description: attribute.description.clone(),
            required_for_import: attribute.required_for_import,
        });
    }
    Identity { version: schema.version, attributes }
}

impl ConstructKind {
    /// What Terraform's documentation calls the kind.
    #[must_use]
    pub fn term(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::DataSource => "data source",
            Self::EphemeralResource => "ephemeral resource",
            Self::Provider => "provider",
            Self::ListResource => "list resource",
            Self::Action => "action",
            Self::StateStore => "state store",
        }
    }
}
