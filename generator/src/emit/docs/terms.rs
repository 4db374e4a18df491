//! What pages call types, limits and rules.

use std::fmt::Write;

use super::prose::code;
use crate::model::{Check, FieldKind, Limits, Nesting, Rule, Text, TextFormat, Type};

/// The kind of a field, such as `Set of String` or `Block List, Max: 1`.
pub(crate) fn kind(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Attribute(ty) => type_of(ty),
        FieldKind::Block { nesting, limits, .. } => {
            let term = match nesting {
                Nesting::Single | Nesting::Group => "Block",
                Nesting::List => "Block List",
                Nesting::Set => "Block Set",
                Nesting::Map => "Block Map",
            };
            format!("{term}{}", limits_of(*limits))
        }
    }
}

/// The type of a value, such as `Set of String`.
pub(crate) fn type_of(ty: &Type) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Bool => "Boolean".to_owned(),
        Type::Dynamic => "Any Type".to_owned(),
        Type::List(element) => format!("List of {}", type_of(element)),
        Type::Set(element) => format!("Set of {}", type_of(element)),
        Type::Map(element) => format!("Map of {}", type_of(element)),
        Type::Tuple(elements) => {
            format!("Tuple of {}", elements.iter().map(type_of).collect::<Vec<_>>().join(" and "))
        }
        Type::Object(_) => "Object".to_owned(),
    }
}

fn limits_of(limits: Limits) -> String {
    let mut text = String::new();
    if limits.min > 0 {
        write!(text, ", Min: {}", limits.min).expect("a string takes all that is written");
    }
    if let Some(max) = limits.max {
        write!(text, ", Max: {max}").expect("a string takes all that is written");
    }
    text
}

/// A rule as a sentence in Markdown.
pub(super) fn rule(rule: &Rule) -> String {
    match &rule.check {
        Check::OneOf(values) => {
            format!("Valid values: {}.", codes(values))
        }
        Check::OneOfNumbers(numbers) => {
            let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
            format!("Valid values: {}.", codes(&numbers))
        }
        Check::Range { min, max } => match (min, max) {
            (Some(min), Some(max)) => format!("Must be between `{min}` and `{max}`."),
            (Some(min), None) => format!("Must be at least `{min}`."),
            (None, Some(max)) => format!("Must be at most `{max}`."),
            (None, None) => String::new(),
        },
        Check::Length { min, max } => match (min, max) {
            (Some(min), Some(max)) if min == max => format!("Must have {}.", count(*min, "character")),
            (Some(min), Some(max)) => format!("Must have {min} to {}.", count(*max, "character")),
            (Some(min), None) => format!("Must have at least {}.", count(*min, "character")),
            (None, Some(max)) => format!("Must have at most {}.", count(*max, "character")),
            (None, None) => String::new(),
        },
        Check::Pattern(pattern) => format!("Must match {}.", code(pattern)),
        Check::MinItems(min) => format!("Must have at least {}.", count(*min, "item")),
        Check::MaxItems(max) => format!("Must have at most {}.", count(*max, "item")),
        Check::ConflictsWith(names) => format!("Cannot be set together with {}.", codes(names)),
        Check::ExactlyOneOf(names) => format!("Exactly one of it and {} must be set.", codes(names)),
        Check::AtLeastOneOf(names) => format!("At least one of it and {} must be set.", codes(names)),
        Check::RequiredWith(names) => format!("Must be set together with {}.", codes(names)),
    }
}

fn codes(texts: &[String]) -> String {
    texts.iter().map(|text| code(text)).collect::<Vec<_>>().join(", ")
}

fn count(number: u64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A text that is known to be Markdown.
pub(super) fn markdown(text: &str) -> Text {
    Text { text: text.to_owned(), format: TextFormat::Markdown }
}

/// A text that is known to be no Markdown.
pub(super) fn plain(text: &str) -> Text {
    Text { text: text.to_owned(), format: TextFormat::Plain }
}
