//! What identifies a resource, beside or instead of an ID.

use rmpv::Value;
use serde_json::Value as Json;

use crate::plausible::Plausible;
use crate::protocol::IdentityData;
use crate::schema::{Block, IdentitySchema};
use crate::values::{encode, from_json, member};

/// The identity of a resource in this state: attributes of the same names, as far as there are.
pub fn of_state(schema: &IdentitySchema, state: &Value, plausible: &Plausible) -> IdentityData {
    let parts = schema.attributes.iter().map(|(name, attribute)| {
        let value = match member(state, name) {
            Value::Nil => plausible.value(name, &attribute.r#type),
            value => value.clone(),
        };
        (name.as_str().into(), value)
    });
    IdentityData { identity_data: encode(&Value::Map(parts.collect())) }
}

/// The identity that is stored beside a state.
pub fn from_stored(schema: &IdentitySchema, json: &Json) -> IdentityData {
    let parts = schema.attributes.iter();
    let parts =
        parts.map(|(name, attribute)| (name.as_str().into(), from_json(&json[name], &attribute.r#type)));
    IdentityData { identity_data: encode(&Value::Map(parts.collect())) }
}

/// Writes what an import names, an ID or the parts of an identity, into the state that it finds.
pub fn into_state(block: &Block, state: &mut Value, id: &str, identity: &Value) {
    let Value::Map(members) = state else { return };
    for (name, value) in members {
        let name = name.as_str().unwrap_or_default();
        if !block.attributes.contains_key(name) {
            continue;
        }
        match member(identity, name) {
            Value::Nil if name == "id" && value.is_str() && !id.is_empty() => *value = id.into(),
            Value::Nil if name == "id" && value.is_number() => {
                // An ID of several parts is none that a number could be: the made up one stays.
                *value = id.parse::<i64>().map_or(value.clone(), Value::from);
            }
            Value::Nil => {}
            part => *value = part.clone(),
        }
    }
}
