//! Rules as attributes of the derives.

use crate::model::{Check, Provenance, Rule, Severity};

/// A rule as it stands in `#[tf(…)]`.
pub fn rule(rule: &Rule) -> String {
    let mut arguments = arguments(&rule.check);
    let (source, default_severity) = match rule.provenance {
        Provenance::Schema => ("schema", Severity::Error),
        Provenance::Docs => ("docs", Severity::Warning),
        Provenance::Override => ("override", Severity::Error),
    };
    arguments.push(format!("source = {source}"));
    if rule.severity != default_severity {
        let severity = match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        arguments.push(format!("severity = {severity}"));
    }
    format!("{}({})", rule.check.term(), arguments.join(", "))
}

/// A limit of the schema on the number of items.
pub fn limit(check: Check) -> String {
    rule(&Rule { check, severity: Severity::Error, provenance: Provenance::Schema })
}

/// A string literal.
pub fn string(text: &str) -> String {
    format!("{text:?}")
}

fn arguments(check: &Check) -> Vec<String> {
    match check {
        Check::OneOf(values)
        | Check::ConflictsWith(values)
        | Check::ExactlyOneOf(values)
        | Check::AtLeastOneOf(values)
        | Check::RequiredWith(values) => values.iter().map(|value| string(value)).collect(),
        Check::OneOfNumbers(numbers) => numbers.iter().map(ToString::to_string).collect(),
        Check::Range { min, max } => {
            bounds(min.as_ref().map(ToString::to_string), max.as_ref().map(ToString::to_string))
        }
        Check::Length { min, max } => bounds(min.map(|min| min.to_string()), max.map(|max| max.to_string())),
        Check::Pattern(pattern) => vec![string(pattern)],
        Check::MinItems(count) | Check::MaxItems(count) => vec![count.to_string()],
    }
}

fn bounds(min: Option<String>, max: Option<String>) -> Vec<String> {
    match (min, max) {
        (Some(min), Some(max)) => vec![min, max],
        (min, max) => min
            .map(|min| format!("min = {min}"))
            .into_iter()
            .chain(max.map(|max| format!("max = {max}")))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(check: Check, severity: Severity, provenance: Provenance) -> String {
        rule(&Rule { check, severity, provenance })
    }

    #[test]
    fn a_severity_is_written_where_it_is_not_that_of_the_source() {
        use {Provenance::*, Severity::*};
        let one_of = || Check::OneOf(vec!["a".to_owned(), "say \"b\"".to_owned()]);
        assert_eq!(written(one_of(), Warning, Docs), r#"one_of("a", "say \"b\"", source = docs)"#);
        assert_eq!(
            written(one_of(), Error, Docs),
            r#"one_of("a", "say \"b\"", source = docs, severity = error)"#
        );
        assert_eq!(
            written(Check::MinItems(2), Warning, Schema),
            "min_items(2, source = schema, severity = warning)"
        );
    }

    #[test]
    fn a_bound_that_stands_alone_is_named() {
        let range = |min: Option<u64>, max: Option<f64>| {
            let check =
                Check::Range { min: min.map(Into::into), max: max.and_then(serde_json::Number::from_f64) };
            written(check, Severity::Error, Provenance::Override)
        };
        assert_eq!(range(Some(1), Some(2.5)), "range(1, 2.5, source = override)");
        assert_eq!(range(Some(1), None), "range(min = 1, source = override)");
        let length = Check::Length { min: None, max: Some(64) };
        assert_eq!(
            written(length, Severity::Error, Provenance::Override),
            "length(max = 64, source = override)"
        );
    }
}
