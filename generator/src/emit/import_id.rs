//! The formats of import IDs that IDs are checked against.

use crate::model::{Import, ImportId, Segment};

/// What IDs look like: their formats or, where none is known, an example of the provider's.
pub fn forms(import: &Import, code: &dyn Fn(&str) -> String) -> Option<String> {
    let formats: Vec<_> = import.formats.iter().map(|format| code(&format.template())).collect();
    if formats.is_empty() {
        import.example().map(|example| format!("such as {}", code(example)))
    } else {
        Some(formats.join(" or "))
    }
}

/// The template of an import ID, where IDs can be told apart again: parts have text between them.
#[must_use]
pub fn template(id: &ImportId) -> Option<String> {
    let is_identifier = |name: &str| {
        !name.starts_with(|char: char| char.is_ascii_digit())
            && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
    };
    let is_sound = |segment: &Segment| match segment {
        Segment::Literal(text) => !text.contains(['{', '}']),
        Segment::Part(name) | Segment::Rest(name) => is_identifier(name),
    };
    let is_literal = |segment: &Segment| matches!(segment, Segment::Literal(_));
    let apart = id.segments.windows(2).all(|pair| pair.iter().any(is_literal));
    (apart && id.segments.iter().all(is_sound)).then(|| id.template())
}
