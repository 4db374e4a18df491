//! Rules that a person wrote beside a schema, and values that keep or break them.

use std::fmt;

use regex_lite::Regex;
use serde_json::Value as Json;

use super::plan::Kind;

/// An overrides file.
#[derive(Debug)]
pub struct Overrides(Json);

/// What an overrides file says of one field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Override {
    pub one_of: Option<Vec<String>>,
    pub pattern: Option<String>,
    pub length: (Option<i64>, Option<i64>),
    pub range: (Option<i64>, Option<i64>),
    pub min_items: Option<usize>,
    pub max_items: Option<usize>,
    pub severity: &'static str,
}

/// A rule of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    OneOf,
    Pattern,
    Shortest,
    Longest,
    Least,
    Greatest,
    MinItems,
    MaxItems,
}

/// Texts that somebody's pattern may want.
const TEXTS: [&str; 8] = ["name", "Name1", "$default", "arn:aws:acm:1", "s3://bucket/key", "200", "30m", "~"];

impl Overrides {
    pub fn new(file: Json) -> Self {
        Self(file)
    }

    /// What is said of a field by its path in dots.
    pub fn of(&self, kind: Kind, type_name: &str, path: &str) -> Option<Override> {
        let construct = match kind {
            Kind::Provider => &self.0["provider_config"],
            Kind::Resource => &self.0["resources"][type_name],
            Kind::DataSource => &self.0["data_sources"][type_name],
            Kind::EphemeralResource => &self.0["ephemeral_resources"][type_name],
        };
        let field = construct["fields"].get(path)?;
        let bounds = |key: &str| (field[key]["min"].as_i64(), field[key]["max"].as_i64());
        let items = |key: &str| field[key].as_u64().and_then(|items| usize::try_from(items).ok());
        let values = field["one_of"].as_array().map(|values| {
            values.iter().map(|value| value.as_str().expect("values are texts").to_owned()).collect()
        });
        let said = Override {
            one_of: values,
            pattern: field["pattern"].as_str().map(ToOwned::to_owned),
            length: bounds("length"),
            range: bounds("range"),
            min_items: items("min_items"),
            max_items: items("max_items"),
            severity: if field["severity"] == "warning" { "warning" } else { "error" },
        };
        (!said.rules().is_empty()).then_some(said)
    }
}

impl Override {
    /// The rules that are there.
    pub fn rules(&self) -> Vec<Rule> {
        let rules = [
            (Rule::OneOf, self.one_of.is_some()),
            (Rule::Pattern, self.pattern.is_some()),
            // A length cannot be negative.
            (Rule::Shortest, self.length.0.is_some_and(|min| min > 0)),
            (Rule::Longest, self.length.1.is_some()),
            (Rule::Least, self.range.0.is_some()),
            (Rule::Greatest, self.range.1.is_some()),
            // Nothing at all is not too few, and one fewer than one is nothing.
            (Rule::MinItems, self.min_items.is_some_and(|min| min > 1)),
            (Rule::MaxItems, self.max_items.is_some()),
        ];
        rules.into_iter().filter(|(_, is_there)| *is_there).map(|(rule, _)| rule).collect()
    }

    /// A text that keeps every rule, and another one for another mark.
    pub fn text(&self, mark: usize) -> String {
        if let Some(values) = &self.one_of {
            return values[(mark - 1) % values.len()].clone();
        }
        let kept = |text: &String| self.broken_by(text).is_empty();
        let numbered = TEXTS.iter().map(|text| format!("{text}{mark}"));
        let plain = TEXTS.iter().map(|text| (*text).to_owned());
        let found = numbered.chain(plain).find(kept);
        found.unwrap_or_else(|| panic!("no text here keeps {self:?}: give this test one that does"))
    }

    /// A text that breaks this rule and no other.
    pub fn wrong_text(&self, rule: Rule) -> String {
        let sized = |by: i64, of: Option<i64>| {
            let length = usize::try_from(of.expect("the rule has a bound") + by).expect("lengths are short");
            "n".repeat(length)
        };
        let candidates = match rule {
            Rule::Shortest => vec![sized(-1, self.length.0)],
            Rule::Longest => vec![sized(1, self.length.1)],
            _ => ["~".to_owned()].into_iter().chain(TEXTS.map(str::to_owned)).collect(),
        };
        let breaks = |text: &String| self.broken_by(text).contains(&rule);
        let mut breaking: Vec<_> = candidates.into_iter().filter(breaks).collect();
        breaking.sort_by_key(|text| self.broken_by(text).len());
        breaking.into_iter().next().unwrap_or_else(|| panic!("no text here breaks {rule:?} of {self:?}"))
    }

    /// The rules for texts that a text breaks.
    pub fn broken_by(&self, text: &str) -> Vec<Rule> {
        let length = i64::try_from(text.chars().count()).expect("texts are short");
        let mut broken = Vec::new();
        if self.one_of.as_ref().is_some_and(|values| !values.iter().any(|value| value == text)) {
            broken.push(Rule::OneOf);
        }
        let matches = |pattern: &String| Regex::new(pattern).expect("patterns compile").is_match(text);
        if self.pattern.as_ref().is_some_and(|pattern| !matches(pattern)) {
            broken.push(Rule::Pattern);
        }
        if self.length.0.is_some_and(|min| length < min) {
            broken.push(Rule::Shortest);
        }
        if self.length.1.is_some_and(|max| length > max) {
            broken.push(Rule::Longest);
        }
        broken
    }

    /// A number within the bounds.
    pub fn number(&self) -> Option<i64> {
        self.range.0.or(self.range.1)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}
