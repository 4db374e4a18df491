//! Type constraints as cty writes them in JSON.

use std::fmt;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A type constraint: `"string"`, `["list", "string"]`, `["object", {"name": "string"}]`, …
///
/// The form is that of cty's `MarshalType`: <https://github.com/zclconf/go-cty/blob/main/docs/json.md>.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeType {
    /// `"string"`
    String,
    /// `"number"`
    Number,
    /// `"bool"`
    Bool,
    /// `"dynamic"`
    Dynamic,
    /// `["list", element]`
    List(Box<AttributeType>),
    /// `["set", element]`
    Set(Box<AttributeType>),
    /// `["map", element]`
    Map(Box<AttributeType>),
    /// `["tuple", [element, …]]`
    Tuple(Vec<AttributeType>),
    /// `["object", {name: type, …}, [optional name, …]]`
    Object {
        /// The attributes, in the order of the file.
        attributes: IndexMap<String, AttributeType>,
        /// The names of those that may be left out.
        optional: Vec<String>,
    },
    /// What was found is not a type.
    Unknown(Value),
}

impl AttributeType {
    /// The words that name a type or begin one.
    pub const WORDS: [&str; 9] =
        ["string", "number", "bool", "dynamic", "list", "set", "map", "tuple", "object"];

    fn primitive(word: &str) -> Option<Self> {
        Some(match word {
            "string" => Self::String,
            "number" => Self::Number,
            "bool" => Self::Bool,
            "dynamic" => Self::Dynamic,
            _ => return None,
        })
    }

    fn from_json(json: &Value) -> Self {
        Self::parse(json).unwrap_or_else(|| Self::Unknown(json.clone()))
    }

    fn parse(json: &Value) -> Option<Self> {
        let parts = match json {
            Value::String(word) => return Self::primitive(word),
            Value::Array(parts) => parts,
            _ => return None,
        };
        let element = |element: &Value| Box::new(Self::from_json(element));
        Some(match (parts.first()?.as_str()?, &parts[1..]) {
            ("list", [of]) => Self::List(element(of)),
            ("set", [of]) => Self::Set(element(of)),
            ("map", [of]) => Self::Map(element(of)),
            ("tuple", [Value::Array(of)]) => Self::Tuple(of.iter().map(Self::from_json).collect()),
            ("object", [Value::Object(of)]) => Self::object(of, Vec::new()),
            ("object", [Value::Object(of), Value::Array(optional)]) => {
                let names = optional.iter().map(|name| name.as_str().map(str::to_owned));
                Self::object(of, names.collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    fn object(of: &serde_json::Map<String, Value>, optional: Vec<String>) -> Self {
        let attribute = |(name, json): (&String, &Value)| (name.clone(), Self::from_json(json));
        Self::Object { attributes: of.iter().map(attribute).collect(), optional }
    }
}

impl<'de> Deserialize<'de> for AttributeType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TypeVisitor)
    }
}

/// Takes the common case, a primitive, without a detour over [`Value`].
struct TypeVisitor;

impl<'de> Visitor<'de> for TypeVisitor {
    type Value = AttributeType;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a type")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<AttributeType, E> {
        Ok(AttributeType::primitive(word).unwrap_or_else(|| AttributeType::Unknown(word.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, parts: A) -> Result<AttributeType, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(parts)).map(|json| AttributeType::from_json(&json))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<AttributeType, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(entries)).map(AttributeType::Unknown)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<AttributeType, E> {
        Ok(AttributeType::Unknown(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<AttributeType, E> {
        Ok(AttributeType::Unknown(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<AttributeType, E> {
        Ok(AttributeType::Unknown(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<AttributeType, E> {
        Ok(AttributeType::Unknown(value.into()))
    }
}
