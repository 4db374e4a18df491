//! Values: `MessagePack` on the wire, JSON in a state.
//!
//! A null is `nil`, an object a map of all its attributes, a set an array. An unknown value is an extension: of
//! type 0, or of type 12 where Terraform knows something about it, which is nothing that a stub could use. A
//! value of a dynamic type is an array of two: the type and the value.

use rmpv::Value;
use serde_json::Value as Json;
use tonic::Status;

use crate::protocol::DynamicValue;
use crate::schema::{Attribute, Block, NestingMode};
use crate::types::Type;

/// What is decided by the apply.
pub fn unknown() -> Value {
    Value::Ext(0, vec![0])
}

/// Whether an apply decides what this is.
pub fn is_unknown(value: &Value) -> bool {
    matches!(value, Value::Ext(..))
}

/// The value that arrived.
pub fn decode(value: Option<&DynamicValue>) -> Result<Value, Status> {
    let Some(value) = value else { return Ok(Value::Nil) };
    rmpv::decode::read_value(&mut value.msgpack.as_slice())
        .map_err(|error| Status::invalid_argument(format!("a value is no MessagePack: {error}")))
}

/// The value to be sent.
#[allow(clippy::unnecessary_wraps, reason = "fields of messages are optional")]
pub fn encode(value: &Value) -> Option<DynamicValue> {
    let mut msgpack = Vec::new();
    rmpv::encode::write_value(&mut msgpack, value).expect("a vector takes every byte");
    Some(DynamicValue { msgpack })
}

/// The member of an object or map; null where it has none.
pub fn member<'a>(object: &'a Value, name: &str) -> &'a Value {
    let members = object.as_map().map(Vec::as_slice).unwrap_or_default();
    let found = members.iter().find(|(key, _)| key.as_str() == Some(name));
    found.map_or(&Value::Nil, |(_, value)| value)
}

/// The block that a state has as JSON. What the schema does not know is left out: a newer version has dropped it.
pub fn block_from_json(json: &Json, block: &Block) -> Value {
    let attributes = block.attributes.iter();
    let attributes = attributes
        .map(|(name, attribute)| (name.as_str().into(), attribute_from_json(&json[name], attribute)));
    let blocks = block.block_types.iter().map(|(name, nested)| {
        let value =
            nested_from_json(&json[name], nested.nesting_mode, &|json| block_from_json(json, &nested.block));
        let none = matches!(value, Value::Nil);
        let value = match nested.nesting_mode {
            NestingMode::List | NestingMode::Set if none => Value::Array(Vec::new()),
            NestingMode::Map if none => Value::Map(Vec::new()),
            NestingMode::Group if none => block_from_json(&Json::Null, &nested.block),
            _ => value,
        };
        (name.as_str().into(), value)
    });
    Value::Map(attributes.chain(blocks).collect())
}

fn attribute_from_json(json: &Json, attribute: &Attribute) -> Value {
    match (&attribute.nested_type, &attribute.r#type) {
        (Some(nested), _) => nested_from_json(json, nested.nesting_mode, &|json| {
            let attributes = nested.attributes.iter();
            let members = attributes
                .map(|(name, attribute)| (name.as_str().into(), attribute_from_json(&json[name], attribute)));
            Value::Map(members.collect())
        }),
        (None, Some(of)) => from_json(json, of),
        (None, None) => Value::Nil,
    }
}

fn nested_from_json(json: &Json, mode: NestingMode, one: &dyn Fn(&Json) -> Value) -> Value {
    match (mode, json) {
        (_, Json::Null) => Value::Nil,
        (NestingMode::List | NestingMode::Set, Json::Array(elements)) => elements.iter().map(one).collect(),
        (NestingMode::Map, Json::Object(elements)) => {
            Value::Map(elements.iter().map(|(key, json)| (key.as_str().into(), one(json))).collect())
        }
        _ => one(json),
    }
}

/// The value that a state has as JSON.
pub fn from_json(json: &Json, of: &Type) -> Value {
    match (of, json) {
        (_, Json::Null) => Value::Nil,
        (Type::Dynamic, _) => match Type::try_from(json["type"].clone()) {
            Ok(of) => Value::Array(vec![Value::Binary(of.to_bytes()), from_json(&json["value"], &of)]),
            Err(_) => Value::Nil,
        },
        (Type::List(of) | Type::Set(of), Json::Array(elements)) => {
            elements.iter().map(|json| from_json(json, of)).collect()
        }
        (Type::Tuple(types), Json::Array(elements)) => {
            elements.iter().zip(types).map(|(json, of)| from_json(json, of)).collect()
        }
        (Type::Map(of), Json::Object(elements)) => Value::Map(
            elements.iter().map(|(key, json)| (key.as_str().into(), from_json(json, of))).collect(),
        ),
        (Type::Object(attributes), _) => {
            let members =
                attributes.iter().map(|(name, of)| (name.as_str().into(), from_json(&json[name], of)));
            Value::Map(members.collect())
        }
        (_, Json::String(text)) => text.as_str().into(),
        (_, Json::Bool(value)) => (*value).into(),
        (_, Json::Number(number)) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => number.into(),
            (_, Some(number), _) => number.into(),
            (.., number) => number.map_or(Value::Nil, Value::from),
        },
        // A value that the type does not fit: Terraform says so better than a stub.
        _ => json.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_value_is_the_extension_that_the_protocol_names() {
        assert_eq!(encode(&unknown()).unwrap().msgpack, [0xd4, 0, 0]);
        let refined = DynamicValue { msgpack: vec![0xc7, 3, 12, 0x81, 1, 0xc2] };
        assert!(is_unknown(&decode(Some(&refined)).unwrap()));
    }

    #[test]
    fn a_value_of_dynamic_type_carries_its_type() {
        let value = from_json(&json!({ "type": ["tuple", ["number"]], "value": [1.5] }), &Type::Dynamic);
        let expected = [Value::from(br#"["tuple",["number"]]"#.as_slice()), Value::Array(vec![1.5.into()])];
        assert_eq!(value, Value::Array(expected.into()));
    }

    #[test]
    fn a_state_becomes_a_value_with_everything_that_the_schema_has() {
        let block: Block = serde_json::from_value(json!({
            "attributes": { "a": { "type": ["map", "number"] }, "b": { "type": "string" } },
            "block_types": {
                "list": { "nesting_mode": "list", "block": { "attributes": { "c": { "type": "bool" } } } },
                "group": { "nesting_mode": "group", "block": { "attributes": { "d": { "type": "bool" } } } },
            },
        }))
        .unwrap();
        let value = block_from_json(&json!({ "a": { "x": 1 }, "gone": 1, "list": [{ "c": true }] }), &block);
        assert_eq!(
            value.to_string(),
            r#"{"a": {"x": 1}, "b": nil, "group": {"d": nil}, "list": [{"c": true}]}"#
        );
    }
}
