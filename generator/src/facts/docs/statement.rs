//! What a page states of an argument, as facts about the schema's fields.

use std::collections::BTreeMap;

use serde_json::Number;

use super::phrases::{
    Bounds, Kind, Measure, Relation, Text, allowed_values, bounds, default, is_deprecated, pattern,
    relations, replaces,
};
use super::places::{Leaf, Places, Value, join};
use super::prose::{Entry, sentence_with};
use crate::facts::FieldFacts;
use crate::model::{Check, Provenance, Rule, Said, Severity};

/// What a page states of an argument, wherever in the schema it stands.
#[derive(Debug)]
pub struct Statement {
    name: String,
    description: Option<Said>,
    deprecated: Option<Said>,
    default: Option<String>,
    replaces: bool,
    texts: Option<Vec<String>>,
    numbers: Option<Vec<String>>,
    bounds: Vec<Bounds>,
    pattern: Option<String>,
    relations: Vec<Relation>,
}

impl Statement {
    /// Reads what a page says of the argument that it calls `name`.
    pub fn of(name: &str, said: &Entry) -> Self {
        let (marks, text) = (Text::of(&said.marks), Text::of(&said.description));
        let is_marked = said.marks.to_lowercase().contains("deprecated");
        Self {
            name: name.rsplit('.').next().unwrap_or(name).to_owned(),
            description: (!said.description.is_empty()).then(|| by_docs(said.description.clone())),
            deprecated: (is_marked || is_deprecated(&text))
                .then(|| by_docs(reason(sentence_with(&said.description, "deprecated")).to_owned())),
            default: default(name, &marks).or_else(|| default(name, &text)),
            replaces: replaces(&marks) || replaces(&text),
            texts: allowed_values(&text, false),
            numbers: allowed_values(&text, true),
            bounds: bounds(name, &text),
            pattern: pattern(&text),
            relations: all_relations(&marks, &text, &Text::of(&said.notes)),
        }
    }

    /// Adds what is stated to the facts on the field at a path, and on those that it names.
    pub fn tell(&self, path: &str, places: &Places, fields: &mut BTreeMap<String, FieldFacts>) {
        let value = places.value(path);
        let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
        let (relations, of_others) = self.relations(parent, places);
        let field = fields.entry(path.to_owned()).or_default();
        field.description.clone_from(&self.description);
        field.deprecated.clone_from(&self.deprecated);
        field.forces_new = self.replaces.then_some(Provenance::Docs);
        field.default = self.default.as_ref().filter(|default| is_of(value, default)).map(|default| {
            by_docs(match value.leaf {
                Leaf::Bool => format!("`{}`", default.to_lowercase()),
                Leaf::Number => format!("`{}`", seconds(default)),
                _ => format!("`{default}`"),
            })
        });
        // "Either `filename` or `s3_key`" are other arguments.
        let is_value = |text: &String| !places.has(parent, text);
        let texts = self.texts.as_ref().filter(|texts| texts.iter().any(is_value));
        let checks = self.allowed(value, texts).into_iter().chain(self.checks(value));
        let checks: Vec<_> = checks.chain(relations).collect();
        // What an argument says itself is nearer than what another one says of it.
        field.rules.retain(|rule| !checks.iter().any(|check| check.is_of_one_kind_with(&rule.check)));
        field.rules.extend(checks.into_iter().map(warning));
        for (other, check) in of_others {
            let rules = &mut fields.entry(join(parent, &other)).or_default().rules;
            if rules.iter().all(|rule| !rule.check.is_of_one_kind_with(&check)) {
                rules.push(warning(check));
            }
        }
    }

    fn allowed(&self, value: Value, texts: Option<&Vec<String>>) -> Option<Check> {
        let numbers = || self.numbers.as_ref()?.iter().map(|text| number(text)).collect::<Option<_>>();
        match value.leaf {
            _ if value.is_map => None,
            Leaf::Text => texts.cloned().map(Check::OneOf),
            Leaf::Number => numbers().map(Check::OneOfNumbers),
            Leaf::Bool | Leaf::Other => None,
        }
    }

    fn checks(&self, value: Value) -> Vec<Check> {
        let mut checks = Vec::new();
        for Bounds { measure, min, max } in &self.bounds {
            let whole = |bound: &Option<String>| bound.as_ref().and_then(|text| text.parse::<u64>().ok());
            match measure {
                // Of a collection of numbers it may be the count.
                Measure::Value if value.leaf == Leaf::Number && !value.is_collection => {
                    let bound = |bound: &Option<String>| bound.as_ref().and_then(|text| number(text));
                    checks.push(Check::Range { min: bound(min), max: bound(max) });
                }
                Measure::Characters if value.leaf == Leaf::Text && !value.is_map => {
                    checks.push(Check::Length { min: whole(min), max: whole(max) });
                }
                Measure::Items if value.is_collection => {
                    checks.extend(whole(min).filter(|min| *min > 0).map(Check::MinItems));
                    checks.extend(whole(max).map(Check::MaxItems));
                }
                _ => {}
            }
        }
        let pattern = self.pattern.clone().filter(|_| value.leaf == Leaf::Text && !value.is_map);
        checks.extend(pattern.map(Check::Pattern));
        checks
    }

    /// The relations to other fields of the block at `parent`, and those that hold for these others.
    fn relations(&self, parent: &str, places: &Places) -> (Vec<Check>, Vec<(String, Check)>) {
        let (mut conflicts, mut required) = (Vec::new(), Vec::new());
        let (mut checks, mut of_others) = (Vec::new(), Vec::new());
        for Relation { kind, names } in &self.relations {
            let names: Vec<_> = names.iter().map(|name| beside(parent, name)).collect();
            // What is no argument beside this one is a value, or another resource's.
            if names.iter().any(|name| !places.has(parent, name)) {
                continue;
            }
            let has_own = names.contains(&self.name);
            let others: Vec<_> = names.iter().filter(|name| **name != self.name).cloned().collect();
            if others.is_empty() {
                continue;
            }
            // What holds for several arguments alike may be said of any.
            let mut of_all = |check: fn(Vec<String>) -> Check| {
                if has_own {
                    checks.push(check(others.clone()));
                }
                for other in &others {
                    let beside: Vec<_> = names.iter().filter(|name| *name != other).cloned().collect();
                    if !beside.is_empty() {
                        of_others.push((other.clone(), check(beside)));
                    }
                }
            };
            match kind {
                Kind::ConflictsWith => add(&mut conflicts, others),
                Kind::AtMostOneOf => of_all(Check::ConflictsWith),
                Kind::ExactlyOneOf => of_all(Check::ExactlyOneOf),
                Kind::AtLeastOneOf => of_all(Check::AtLeastOneOf),
                Kind::RequiredWithout if !has_own => checks.push(Check::AtLeastOneOf(others)),
                Kind::RequiredWith if !has_own => add(&mut required, others),
                Kind::RequiredBy if !has_own => {
                    let own = || Check::RequiredWith(vec![self.name.clone()]);
                    of_others.extend(others.into_iter().map(|other| (other, own())));
                }
                _ => {}
            }
        }
        checks.extend((!conflicts.is_empty()).then_some(Check::ConflictsWith(conflicts)));
        checks.extend((!required.is_empty()).then_some(Check::RequiredWith(required)));
        (checks, of_others)
    }
}

/// Describes a field that nothing describes yet.
pub fn describe(field: &mut FieldFacts, said: Entry) {
    if field.description.is_none() && !said.description.is_empty() {
        field.description = Some(by_docs(said.description));
    }
}

/// The name of an argument of the block at `parent` that may be written with its path: `settings[0].name`.
fn beside(parent: &str, name: &str) -> String {
    let is_index = |part: &&str| part.chars().all(|char| char.is_ascii_digit());
    let parts = name.split('.').map(|part| part.split('[').next().unwrap_or(part));
    let path = parts.filter(|part| !is_index(part)).collect::<Vec<_>>().join(".");
    let own = path.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.'));
    own.map_or_else(|| path.clone(), str::to_owned)
}

/// What the argument says of itself, and what notes beside it say of arguments by their names.
fn all_relations(marks: &Text, text: &Text, notes: &Text) -> Vec<Relation> {
    let is_of_all = |relation: &Relation| {
        matches!(relation.kind, Kind::ExactlyOneOf | Kind::AtLeastOneOf | Kind::AtMostOneOf)
    };
    let own = relations(marks).into_iter().chain(relations(text));
    own.chain(relations(notes).into_iter().filter(is_of_all)).collect()
}

/// Why an argument is deprecated, without the word itself before it.
fn reason(sentence: &str) -> &str {
    let marks = ['*', ':', '.', '-', ' '];
    let begin = sentence.trim_start_matches(marks);
    match begin.get(.."deprecated".len()) {
        Some(word) if word.eq_ignore_ascii_case("deprecated") => {
            begin["deprecated".len()..].trim_start_matches(marks)
        }
        _ => sentence,
    }
}

/// Adds names, each once.
fn add(names: &mut Vec<String>, others: Vec<String>) {
    for other in others {
        if !names.contains(&other) {
            names.push(other);
        }
    }
}

/// Documentation lags behind services: what it rules out may work.
fn warning(check: Check) -> Rule {
    Rule { check, severity: Severity::Warning, provenance: Provenance::Docs }
}

fn by_docs(text: String) -> Said {
    Said { text, provenance: Provenance::Docs }
}

/// Whether a text can be a value of the type.
fn is_of(value: Value, text: &str) -> bool {
    match value.leaf {
        Leaf::Text => true,
        Leaf::Number => number(seconds(text)).is_some(),
        Leaf::Bool => ["true", "false"].contains(&text.to_lowercase().as_str()),
        Leaf::Other => false,
    }
}

/// A number of seconds, as some write it: `300s`.
fn seconds(text: &str) -> &str {
    text.strip_suffix('s').unwrap_or(text)
}

fn number(text: &str) -> Option<Number> {
    text.parse::<i64>().map(Number::from).ok().or_else(|| Number::from_f64(text.parse().ok()?))
}
