//! Type constraints, as schemas and the protocol write them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

/// A type constraint: `"string"`, `["list", "string"]`, `["object", {"port": "number"}]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Json", into = "Json")]
pub enum Type {
    String,
    Number,
    Bool,
    /// Any type, which then travels with the value.
    Dynamic,
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>),
    Object(BTreeMap<String, Type>),
    Tuple(Vec<Type>),
}

impl Type {
    /// The type constraint in JSON text.
    pub fn to_bytes(&self) -> Vec<u8> {
        Json::from(self.clone()).to_string().into_bytes()
    }
}

impl TryFrom<Json> for Type {
    type Error = String;

    fn try_from(json: Json) -> Result<Self, String> {
        if let Some(name) = json.as_str() {
            return match name {
                "string" => Ok(Self::String),
                "number" => Ok(Self::Number),
                "bool" => Ok(Self::Bool),
                "dynamic" => Ok(Self::Dynamic),
                _ => Err(format!("`{name}` is no type")),
            };
        }
        let [kind, of] = json.as_array().map(Vec::as_slice).unwrap_or_default() else {
            return Err(format!("`{json}` is no type"));
        };
        let element = || Self::try_from(of.clone()).map(Box::new);
        match (kind.as_str(), of) {
            (Some("list"), _) => element().map(Self::List),
            (Some("set"), _) => element().map(Self::Set),
            (Some("map"), _) => element().map(Self::Map),
            (Some("object"), Json::Object(attributes)) => {
                let typed = |(name, of): (&String, &Json)| Ok((name.clone(), Self::try_from(of.clone())?));
                attributes.iter().map(typed).collect::<Result<_, String>>().map(Self::Object)
            }
            (Some("tuple"), Json::Array(elements)) => {
                elements.iter().cloned().map(Self::try_from).collect::<Result<_, _>>().map(Self::Tuple)
            }
            _ => Err(format!("`{json}` is no type")),
        }
    }
}

impl From<Type> for Json {
    fn from(constraint: Type) -> Self {
        match constraint {
            Type::String => json!("string"),
            Type::Number => json!("number"),
            Type::Bool => json!("bool"),
            Type::Dynamic => json!("dynamic"),
            Type::List(of) => json!(["list", Self::from(*of)]),
            Type::Set(of) => json!(["set", Self::from(*of)]),
            Type::Map(of) => json!(["map", Self::from(*of)]),
            Type::Object(attributes) => {
                let attributes = attributes.into_iter().map(|(name, of)| (name, Self::from(of)));
                json!(["object", attributes.collect::<serde_json::Map<_, _>>()])
            }
            Type::Tuple(elements) => {
                json!(["tuple", elements.into_iter().map(Self::from).collect::<Vec<_>>()])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_written_as_it_was_read() {
        let json =
            json!(["map", ["object", { "a": ["tuple", ["string", "dynamic"]], "b": ["set", "bool"] }]]);
        let read: Type = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), json);
    }

    #[test]
    fn what_is_no_type_is_refused() {
        for json in [json!("text"), json!(["list"]), json!(["bag", "string"]), json!(["object", "string"])] {
            let error = Type::try_from(json.clone()).unwrap_err();
            assert!(error.ends_with("is no type"), "{json}: {error}");
        }
    }
}
