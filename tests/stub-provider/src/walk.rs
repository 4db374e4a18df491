//! Where in a value the attributes of a schema are.

use std::collections::BTreeMap;

use rmpv::Value;

use crate::schema::{Attribute, Block, NestingMode};
use crate::values::member;

/// Makes the new value of an attribute of its name, its schema, its value, and what stands in the same place of
/// another value.
type Replace<'a> = &'a dyn Fn(&str, &Attribute, Value, &Value) -> Value;

/// Replaces the value of each attribute of a block, at any depth.
///
/// Parts of an attribute come after the whole: what has become null or unknown has none. `other` is a value for the
/// same block; elements of sets have no place, and so nothing that stands in it.
pub fn attributes(block: &Block, value: Value, other: &Value, replace: Replace<'_>) -> Value {
    members(value, other, |name, value, other| {
        if let Some(attribute) = block.attributes.get(name) {
            return replaced(name, attribute, value, other, replace);
        }
        let Some(nested) = block.block_types.get(name) else { return value };
        each(nested.nesting_mode, value, other, |value, other| {
            attributes(&nested.block, value, other, replace)
        })
    })
}

fn replaced(name: &str, attribute: &Attribute, value: Value, other: &Value, replace: Replace<'_>) -> Value {
    let value = replace(name, attribute, value, other);
    let Some(nested) = &attribute.nested_type else { return value };
    each(nested.nesting_mode, value, other, |value, other| parts(&nested.attributes, value, other, replace))
}

fn parts(
    attributes: &BTreeMap<String, Attribute>,
    value: Value,
    other: &Value,
    replace: Replace<'_>,
) -> Value {
    members(value, other, |name, value, other| match attributes.get(name) {
        Some(attribute) => replaced(name, attribute, value, other, replace),
        None => value,
    })
}

/// Replaces each object of a nested block or type.
fn each(mode: NestingMode, value: Value, other: &Value, replace: impl Fn(Value, &Value) -> Value) -> Value {
    match (mode, value) {
        (NestingMode::List, Value::Array(elements)) => {
            let others = other.as_array().map(Vec::as_slice).unwrap_or_default();
            let others = others.iter().chain(std::iter::repeat(&Value::Nil));
            elements.into_iter().zip(others).map(|(value, other)| replace(value, other)).collect()
        }
        (NestingMode::Set, Value::Array(elements)) => {
            elements.into_iter().map(|value| replace(value, &Value::Nil)).collect()
        }
        (NestingMode::Map, value) => members(value, other, |_, value, other| replace(value, other)),
        (NestingMode::Single | NestingMode::Group, value) => replace(value, other),
        (_, value) => value,
    }
}

/// Replaces each member of an object; null and unknown have none.
fn members(value: Value, other: &Value, replace: impl Fn(&str, Value, &Value) -> Value) -> Value {
    let Value::Map(members) = value else { return value };
    let replaced = members.into_iter().map(|(key, value)| {
        let name = key.as_str().unwrap_or_default();
        let value = replace(name, value, member(other, name));
        (key, value)
    });
    Value::Map(replaced.collect())
}
