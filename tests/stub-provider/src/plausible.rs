//! What a provider would have answered: a value of the right type, the same one each time.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rmpv::Value;

use crate::schema::{Attribute, Block, NestedBlock, NestingMode};
use crate::types::Type;
use crate::values::is_unknown;
use crate::walk;

/// Makes up values for one resource, data source or call.
///
/// Texts differ between resources that are configured differently, so that a reference to the wrong one shows.
#[derive(Clone, Debug)]
pub struct Plausible {
    type_name: String,
    mark: String,
    /// How many texts a list has.
    texts: usize,
}

impl Plausible {
    /// Values for what has this type name and configuration.
    pub fn new(type_name: &str, value: &Value) -> Self {
        let mut hasher = DefaultHasher::new();
        (type_name, value.to_string()).hash(&mut hasher);
        let mark = format!("{:08x}", hasher.finish() >> 32);
        Self { type_name: type_name.to_owned(), mark, texts: 1 }
    }

    /// The block with everything decided that was left to the provider.
    pub fn applied(&self, block: &Block, planned: Value) -> Value {
        walk::attributes(block, planned, &Value::Nil, &|name, attribute, value, _| {
            if is_unknown(&value) {
                return self.attribute(name, attribute);
            }
            match &attribute.r#type {
                Some(of) => self.known(name, of, value),
                None => value,
            }
        })
    }

    /// The block with a value for each computed attribute that is not set.
    pub fn read(&self, block: &Block, configuration: Value) -> Value {
        // A query finds several, and programs take more than the first: two of the availability zones.
        let several = Self { texts: 3, ..self.clone() };
        walk::attributes(block, configuration, &Value::Nil, &|name, attribute, value, _| match value {
            Value::Nil if attribute.computed => several.attribute(name, attribute),
            value => value,
        })
    }

    /// What is found under an ID: all that the provider decides or cannot do without, and nothing else.
    pub fn found(&self, block: &Block) -> Value {
        let attributes = self.members(&block.attributes);
        let blocks = block.block_types.iter();
        let blocks = blocks.map(|(name, nested)| (name.as_str().into(), self.found_blocks(nested)));
        Value::Map(attributes.into_iter().chain(blocks).collect())
    }

    fn found_blocks(&self, nested: &NestedBlock) -> Value {
        let one = || self.found(&nested.block);
        match nested.nesting_mode {
            NestingMode::Group => one(),
            NestingMode::Single if nested.min_items > 0 => one(),
            NestingMode::Single => Value::Nil,
            NestingMode::List => (0..nested.min_items).map(|_| one()).collect(),
            // Equal elements of a set would be one.
            NestingMode::Set => {
                (0..nested.min_items).map(|index| self.numbered(index).found(&nested.block)).collect()
            }
            NestingMode::Map => Value::Map(Vec::new()),
        }
    }

    fn numbered(&self, index: impl Display) -> Self {
        Self { mark: format!("{}-{index}", self.mark), ..self.clone() }
    }

    /// A value of an attribute.
    pub fn attribute(&self, name: &str, attribute: &Attribute) -> Value {
        if attribute.write_only {
            return Value::Nil;
        }
        match (&attribute.nested_type, &attribute.r#type) {
            (Some(nested), _) => {
                let one = Value::Map(self.members(&nested.attributes));
                match nested.nesting_mode {
                    NestingMode::Single | NestingMode::Group => one,
                    NestingMode::List | NestingMode::Set => Value::Array(vec![one]),
                    NestingMode::Map => Value::Map(vec![("key".into(), one)]),
                }
            }
            (None, Some(of)) => self.value(name, of),
            (None, None) => Value::Nil,
        }
    }

    /// What is not there without being configured stays null.
    fn members(&self, attributes: &BTreeMap<String, Attribute>) -> Vec<(Value, Value)> {
        let members = attributes.iter().map(|(name, attribute)| {
            let is_there = attribute.computed || attribute.required;
            let value = if is_there { self.attribute(name, attribute) } else { Value::Nil };
            (name.as_str().into(), value)
        });
        members.collect()
    }

    /// A value of a type. Collections have an element, since programs ask for the first one.
    pub fn value(&self, name: &str, of: &Type) -> Value {
        match of {
            Type::String => format!("{}.{name}-{}", self.type_name, self.mark).into(),
            Type::Number => 1.into(),
            Type::Bool => true.into(),
            Type::Dynamic => {
                Value::Array(vec![Value::Binary(Type::String.to_bytes()), self.value(name, &Type::String)])
            }
            Type::List(of) | Type::Set(of) if **of == Type::String && self.texts > 1 => {
                (1..=self.texts).map(|index| self.numbered(index).value(name, of)).collect()
            }
            Type::List(of) | Type::Set(of) => Value::Array(vec![self.value(name, of)]),
            Type::Map(of) => Value::Map(vec![("key".into(), self.value(name, of))]),
            Type::Object(attributes) => {
                let member = |(name, of): (&String, _)| (name.as_str().into(), self.value(name, of));
                Value::Map(attributes.iter().map(member).collect())
            }
            Type::Tuple(types) => types.iter().map(|of| self.value(name, of)).collect(),
        }
    }

    /// The value with each unknown part decided.
    fn known(&self, name: &str, of: &Type, value: Value) -> Value {
        match (of, value) {
            (of, value) if is_unknown(&value) => self.value(name, of),
            (Type::List(of) | Type::Set(of), Value::Array(elements)) => {
                elements.into_iter().map(|value| self.known(name, of, value)).collect()
            }
            (Type::Tuple(types), Value::Array(elements)) => {
                let pairs = elements.into_iter().zip(types);
                pairs.map(|(value, of)| self.known(name, of, value)).collect()
            }
            (Type::Map(of), Value::Map(elements)) => {
                let known = elements.into_iter().map(|(key, value)| (key, self.known(name, of, value)));
                Value::Map(known.collect())
            }
            (Type::Object(attributes), Value::Map(members)) => {
                let known = members.into_iter().map(|(key, value)| {
                    let name = key.as_str().unwrap_or_default();
                    let value = match attributes.get(name) {
                        Some(of) => self.known(name, of, value),
                        None => value,
                    };
                    (key, value)
                });
                Value::Map(known.collect())
            }
            (_, value) => value,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::values::unknown;

    fn block() -> Block {
        let text = json!({ "type": "string", "optional": true, "computed": true });
        serde_json::from_value(json!({
            "attributes": {
                "id": text, "secret": { "type": "string", "optional": true, "write_only": true },
                "zones": { "type": ["list", ["object", { "port": "number" }]], "computed": true },
            },
            "block_types": { "rule": {
                "nesting_mode": "set", "min_items": 2,
                "block": { "attributes": { "name": { "type": "string", "required": true } } },
            } },
        }))
        .unwrap()
    }

    #[test]
    fn what_is_unknown_is_decided_and_the_rest_is_kept() {
        let block = block();
        let planned = Value::Map(vec![
            ("id".into(), "mine".into()),
            ("secret".into(), Value::Nil),
            ("zones".into(), unknown()),
        ]);
        let applied = Plausible::new("acme", &planned).applied(&block, planned);
        assert_eq!(applied.to_string(), r#"{"id": "mine", "secret": nil, "zones": [{"port": 1}]}"#);
    }

    #[test]
    fn what_is_found_has_all_that_is_computed_or_required() {
        let plausible = Plausible { type_name: "t".to_owned(), mark: "x".to_owned(), texts: 1 };
        let found = plausible.found(&block());
        assert_eq!(
            found.to_string(),
            r#"{"id": "t.id-x", "secret": nil, "zones": [{"port": 1}], "#.to_owned()
                + r#""rule": [{"name": "t.name-x-0"}, {"name": "t.name-x-1"}]}"#
        );
    }

    #[test]
    fn texts_tell_resources_apart() {
        let text =
            |configuration: &str| Plausible::new("acme", &configuration.into()).value("id", &Type::String);
        assert_eq!(text("one"), text("one"));
        assert_ne!(text("one"), text("two"));
    }
}
