//! Checks a construct's values against its rules.

use crate::node::{Content, Node};
use crate::path;
use crate::relation;
use crate::rule::{Bounds, Check, Rule, Severity, Source, Violation};
use crate::table::{FieldFacts, Table};

/// Stands for a value that must not be shown.
pub(crate) const SENSITIVE: &str = "(sensitive)";

/// Every violation, in the order of the fields.
pub(crate) fn validate(content: &Content<'_>) -> Vec<Violation> {
    let path_rules = Table::parse(content.table).path_rules;
    let mut checker = Checker { path_rules: &path_rules, violations: Vec::new() };
    let mut paths: Vec<&str> = path_rules.iter().map(|(path, _)| path.as_str()).collect();
    paths.dedup();
    checker.lead_somewhere(paths, content, &Place::default());
    checker.body(content, &Place::default());
    checker.violations
}

struct Checker<'a> {
    path_rules: &'a [(String, Rule)],
    violations: Vec<Violation>,
}

/// Where the checker is.
#[derive(Clone, Default)]
struct Place {
    /// In Terraform's form: `rule[0].action`.
    path: String,
    /// Without indices, as path rules are written: `rule.action`.
    dots: String,
    secret: bool,
}

impl Place {
    fn field(&self, facts: &FieldFacts) -> Self {
        let join =
            |path: &str| if path.is_empty() { facts.name.into() } else { format!("{path}.{}", facts.name) };
        Self { path: join(&self.path), dots: join(&self.dots), secret: self.secret || facts.secret }
    }

    fn index(&self, index: usize) -> Self {
        Self { path: format!("{}[{index}]", self.path), ..self.clone() }
    }

    /// Every block that Terraform makes of a collection.
    fn dynamic(&self) -> Self {
        Self { path: format!("{}[*]", self.path), ..self.clone() }
    }

    /// A secret map's keys are secret, too.
    fn key(&self, key: &str) -> Self {
        let key = if self.secret { SENSITIVE.into() } else { crate::quoting::quote(key) };
        Self { path: format!("{}[{key}]", self.path), ..self.clone() }
    }

    fn violation(&self, rule: &Rule, found: String, allowed: String) -> Violation {
        let found = if self.secret { SENSITIVE.into() } else { found };
        Violation { severity: rule.severity, path: self.path.clone(), found, allowed, source: rule.source }
    }
}

impl Checker<'_> {
    fn body(&mut self, content: &Content<'_>, place: &Place) {
        let table = Table::parse(content.table);
        for (index, (facts, node)) in table.fields.iter().zip(&content.fields).enumerate() {
            let place = place.field(facts);
            if node.is_nothing() {
                if facts.required {
                    self.missing(&place);
                }
            } else {
                self.deprecated(facts, &place);
                self.field(facts, node, &place);
            }
            for rule in &facts.rules {
                // Names of fields are no secret.
                let place = Place { secret: false, ..place.clone() };
                let broken = relation::broken(&rule.check, index, &table, content);
                self.violations.extend(broken.map(|(found, allowed)| place.violation(rule, found, allowed)));
                self.lead_somewhere(rule.check.paths(), content, &place);
            }
        }
    }

    /// A rule on what does not exist is a mistake in the struct, and would never be noticed.
    fn lead_somewhere<'p>(
        &mut self,
        paths: impl IntoIterator<Item = &'p str>,
        content: &Content<'_>,
        place: &Place,
    ) {
        for path in paths {
            let Some((passed, names)) = path::dead_end(path, content) else { continue };
            let parent = if passed.is_empty() { String::new() } else { format!(" in `{passed}`") };
            self.violations.push(Violation {
                severity: Severity::Error,
                path: if place.path.is_empty() { passed } else { place.path.clone() },
                found: format!("a rule on `{path}`, which is no field"),
                allowed: format!("one of `{}`{parent}", names.join("`, `")),
                source: Source::Declared,
            });
        }
    }

    /// A required field that is unset hides nothing: `nothing` is shown even where the value is secret.
    fn missing(&mut self, place: &Place) {
        self.violations.push(Violation {
            severity: Severity::Error,
            path: place.path.clone(),
            found: "nothing".into(),
            allowed: "a value".into(),
            source: Source::Schema,
        });
    }

    fn deprecated(&mut self, facts: &FieldFacts, place: &Place) {
        let Some(why) = &facts.deprecated else { return };
        let why = if why.is_empty() { String::new() } else { format!(": {why}") };
        self.violations.push(Violation {
            severity: Severity::Warning,
            path: place.path.clone(),
            found: "a value".into(),
            allowed: format!("nothing, for it is deprecated{why}"),
            source: Source::Schema,
        });
    }

    fn field(&mut self, facts: &FieldFacts, node: &Node<'_>, place: &Place) {
        let path_rules = self.path_rules;
        let below = path_rules.iter().filter(|(path, _)| *path == place.dots).map(|(_, rule)| rule);
        let rules: Vec<&Rule> = facts.rules.iter().chain(below).collect();
        for rule in &rules {
            self.violations.extend(count(rule, node, place));
        }
        let place = if facts.listed { place.index(0) } else { place.clone() };
        self.node(&rules, node, &place);
    }

    /// The value or, of a collection, each element.
    fn node(&mut self, rules: &[&Rule], node: &Node<'_>, place: &Place) {
        match node {
            Node::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    self.node(rules, node, &place.index(index));
                }
            }
            Node::Map(entries) => {
                for (key, node) in entries {
                    self.node(rules, node, &place.key(key));
                }
            }
            Node::Body(content) => self.body(content, place),
            Node::Blocks(blocks) => {
                for (index, content) in blocks.iter().enumerate() {
                    self.body(content, &place.index(index));
                }
            }
            Node::Dynamic { known, dynamic } => {
                for (index, content) in known.iter().enumerate() {
                    self.body(content, &place.index(index));
                }
                for blocks in dynamic {
                    self.body(&blocks.content, &place.dynamic());
                }
            }
            Node::BlockMap(blocks) => {
                for (label, content) in blocks {
                    self.body(content, &place.key(label));
                }
            }
            Node::Number(number) if !number.is_finite() => {
                let rule = Rule {
                    check: Check::Range(Bounds { min: None, max: None }),
                    severity: Severity::Error,
                    source: Source::Schema,
                };
                self.violations.push(place.violation(&rule, number.to_string(), "a finite number".into()));
            }
            _ => {
                for rule in rules {
                    self.violations.extend(scalar(rule, node, place));
                }
            }
        }
    }
}

/// A rule on the number of items.
fn count(rule: &Rule, node: &Node<'_>, place: &Place) -> Option<Violation> {
    let items = match node {
        Node::List(nodes) => nodes.len(),
        Node::Map(entries) => entries.len(),
        Node::Blocks(blocks) => blocks.len(),
        Node::BlockMap(blocks) => blocks.len(),
        Node::Body(_) => 1,
        // Terraform makes further ones.
        Node::Dynamic { known, .. } if matches!(rule.check, Check::MaxItems(_)) => known.len(),
        _ => return None,
    };
    let allowed = match rule.check {
        Check::MinItems(min) if items < min => format!("at least {min}"),
        Check::MaxItems(max) if items > max => format!("at most {max}"),
        _ => return None,
    };
    let plural = if items == 1 { "" } else { "s" };
    Some(place.violation(rule, format!("{items} item{plural}"), allowed))
}

/// A rule on a string or a number.
fn scalar(rule: &Rule, node: &Node<'_>, place: &Place) -> Option<Violation> {
    let (found, allowed) = match (&rule.check, node) {
        (Check::OneOf(values), Node::String(text)) if !values.iter().any(|value| value == text) => (
            crate::quoting::quote(text),
            values.iter().map(|value| crate::quoting::quote(value)).collect::<Vec<_>>().join(", "),
        ),
        (Check::OneOf(values), Node::Number(number)) if !holds(values, number.to_f64()) => {
            (number.to_string(), values.join(", "))
        }
        (Check::Range(bounds), Node::Number(number)) if !bounds.hold(number.to_f64()) => {
            (number.to_string(), bounds.to_string())
        }
        (Check::Length(bounds), Node::String(text)) => {
            let length = text.chars().count();
            #[expect(clippy::cast_precision_loss, reason = "no string has 2^53 characters")]
            let holds = bounds.hold(length as f64);
            if holds {
                return None;
            }
            (format!("{length} characters"), format!("{bounds} characters"))
        }
        (Check::Pattern(pattern), Node::String(text)) if !matches(pattern, text) => {
            (crate::quoting::quote(text), format!("what matches `{pattern}`"))
        }
        _ => return None,
    };
    Some(place.violation(rule, found, allowed))
}

/// Whether a number is among the values; where these are strings, nothing is said of numbers.
fn holds(values: &[String], number: f64) -> bool {
    values.iter().any(|value| value.parse::<f64>().map_or(true, |value| value.total_cmp(&number).is_eq()))
}

/// The derive has checked the pattern already; one that does not compile here forbids nothing.
fn matches(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(pattern).map_or(true, |regex| regex.is_match(text))
}
