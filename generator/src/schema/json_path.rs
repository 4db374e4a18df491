//! Places in a JSON document, written so that jq and an editor understand them.

use std::fmt;

/// A place in a JSON document, such as `$.provider_schemas["registry.terraform.io/hashicorp/aws"].provider`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JsonPath(String);

impl JsonPath {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self("$".to_owned())
    }

    /// The entry `name` of the object at this place.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        let plain = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
        if plain {
            Self(format!("{}.{name}", self.0))
        } else {
            Self(format!("{}[\"{}\"]", self.0, name.escape_debug()))
        }
    }

    /// The element `index` of the array at this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&serde_path_to_error::Path> for JsonPath {
    fn from(path: &serde_path_to_error::Path) -> Self {
        use serde_path_to_error::Segment;
        path.iter().fold(Self::root(), |place, segment| match segment {
            Segment::Seq { index } => place.index(*index),
            Segment::Map { key } => place.key(key),
            Segment::Enum { variant } => place.key(variant),
            Segment::Unknown => place,
        })
    }
}

impl From<&serde_ignored::Path<'_>> for JsonPath {
    fn from(path: &serde_ignored::Path<'_>) -> Self {
        use serde_ignored::Path;
        match path {
            Path::Root => Self::root(),
            Path::Seq { parent, index } => Self::from(*parent).index(*index),
            Path::Map { parent, key } => Self::from(*parent).key(key),
            Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
                Self::from(*parent)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::JsonPath;

    #[test]
    fn names_that_are_no_identifiers_are_quoted() {
        let path = JsonPath::root().key("provider_schemas").key("example.com/a/\"b\"").key("2fa").index(0);
        assert_eq!(path.to_string(), r#"$.provider_schemas["example.com/a/\"b\""]["2fa"][0]"#);
    }
}
