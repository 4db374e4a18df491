//! Rules in words, for comments beside code.

use std::fmt::Display;

use crate::model::{Check, FieldKind, Limits, Nesting};

/// How a language writes a name or a value.
type Write<'a> = &'a dyn Fn(&str) -> String;

/// What is said of an argument whose change makes a new resource.
pub const REPLACES: &str = "Changing it replaces the resource.";

/// A rule as a sentence; `code` marks a value, `field` a field of the same block. `None` where it says nothing.
pub fn sentence(check: &Check, code: Write, field: Write) -> Option<String> {
    match check {
        Check::OneOf(values) => Some(format!("One of {}.", list(values, code))),
        Check::OneOfNumbers(numbers) => Some(format!(
            "One of {}.",
            list(&numbers.iter().map(ToString::to_string).collect::<Vec<_>>(), code)
        )),
        Check::Range { min, max } => between(min.as_ref(), max.as_ref(), ""),
        Check::Length { min, max } => between(min.as_ref(), max.as_ref(), " characters"),
        Check::Pattern(pattern) => Some(format!("Matches {}.", code(pattern))),
        Check::MinItems(min) => between(Some(min), None, " items"),
        Check::MaxItems(max) => between(None, Some(max), " items"),
        Check::ConflictsWith(others) => Some(format!("Not together with {}.", list(others, field))),
        Check::ExactlyOneOf(others) => Some(format!("Exactly one of it, {}.", list(others, field))),
        Check::AtLeastOneOf(others) => Some(format!("At least one of it, {}.", list(others, field))),
        Check::RequiredWith(others) => Some(format!("Only together with {}.", list(others, field))),
    }
}

/// How many blocks there may be, where the type does not say it.
#[must_use]
pub fn blocks(kind: &FieldKind) -> Option<String> {
    let FieldKind::Block { nesting, limits: Limits { min, max }, .. } = kind else { return None };
    let is_said = matches!(nesting, Nesting::Single | Nesting::Group) || *max == Some(1);
    if is_said { None } else { between(Some(min).filter(|min| **min > 1), max.as_ref(), " blocks") }
}

/// `1 to 10 items.`
#[must_use]
pub fn between<T: Display + PartialEq>(min: Option<&T>, max: Option<&T>, unit: &str) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("Exactly {min}{unit}.")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}.")),
        (Some(min), None) => Some(format!("At least {min}{unit}.")),
        (None, Some(max)) => Some(format!("At most {max}{unit}.")),
        (None, None) => None,
    }
}

fn list(texts: &[String], write: Write) -> String {
    texts.iter().map(|text| write(text)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::model::Check;

    #[test]
    fn every_rule_has_words() {
        let names = || vec!["a".to_owned(), "b".to_owned()];
        let checks = [
            Check::OneOf(names()),
            Check::Range { min: Some(1.into()), max: Some(5.into()) },
            Check::Length { min: None, max: Some(64) },
            Check::Length { min: Some(2), max: Some(2) },
            Check::Pattern("^a+$".to_owned()),
            Check::MinItems(2),
            Check::ConflictsWith(names()),
            Check::ExactlyOneOf(names()),
            Check::AtLeastOneOf(names()),
            Check::RequiredWith(names()),
        ];
        let said = checks.map(|check| sentence(&check, &|value| format!("`{value}`"), &str::to_uppercase));
        insta::assert_debug_snapshot!(said.map(Option::unwrap_or_default), @r#"
        [
            "One of `a`, `b`.",
            "1 to 5.",
            "At most 64 characters.",
            "Exactly 2 characters.",
            "Matches `^a+$`.",
            "At least 2 items.",
            "Not together with A, B.",
            "Exactly one of it, A, B.",
            "At least one of it, A, B.",
            "Only together with A, B.",
        ]
        "#);
        assert_eq!(sentence(&Check::Range { min: None, max: None }, &str::to_owned, &str::to_owned), None);
    }
}
