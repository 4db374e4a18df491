//! Constructs as serde sees them: what Terraform's JSON configuration would hold, secrets included.

use serde::{Serialize, Serializer};

use crate::Body;
use crate::json::Json;

/// What the derives implement `Serialize` with.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<B: Body, S: Serializer>(body: &B, serializer: S) -> Result<S::Ok, S::Error> {
    Json::Object(crate::json::body(&body.content(), None)).serialize(serializer)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Number(crate::Number::Float(float)) => serializer.serialize_f64(*float),
            Self::Number(crate::Number::Int(int)) => match (u64::try_from(*int), i64::try_from(*int)) {
                (_, Ok(int)) => serializer.serialize_i64(int),
                (Ok(int), _) => serializer.serialize_u64(int),
                _ => serializer.serialize_i128(*int),
            },
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(entries) => serializer.collect_map(entries),
        }
    }
}
