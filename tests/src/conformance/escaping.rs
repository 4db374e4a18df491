//! What a provider calls by one of Terraform's names: Terraform takes it for the provider's in a block `_` only.

use serde_json::{Map, Value as Json};

use super::plan::Kind;

const OF_CONSTRUCTS: [&str; 9] =
    ["_", "connection", "count", "depends_on", "for_each", "lifecycle", "locals", "provider", "provisioner"];
const OF_PROVIDERS: [&str; 9] =
    ["_", "alias", "count", "depends_on", "for_each", "lifecycle", "locals", "source", "version"];

/// An instance as Terraform wants it.
pub fn escaped(kind: Kind, mut instance: Json) -> Json {
    let names = if kind == Kind::Provider { OF_PROVIDERS } else { OF_CONSTRUCTS };
    if let Some(members) = instance.as_object_mut() {
        let apart: Map<_, _> = names.iter().filter_map(|name| members.remove_entry(*name)).collect();
        if !apart.is_empty() {
            members.insert("_".to_owned(), apart.into());
        }
    }
    instance
}

/// An instance as the schema has it.
pub fn unescaped(mut instance: Json) -> Json {
    if let Some(members) = instance.as_object_mut()
        && let Some(Json::Object(apart)) = members.remove("_")
    {
        members.extend(apart);
    }
    instance
}
