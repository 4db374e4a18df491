//! Checks a construct's values against its rules.

use crate::node::{Content, Node};
use crate::rule::{Bounds, Check, Rule, Severity, Source, Violation};
use crate::table::{FieldFacts, Table};

/// Stands for a value that must not be shown.
pub(crate) const SENSITIVE: &str = "(sensitive)";

/// Every violation, in the order of the fields.
pub(crate) fn validate(content: &Content<'_>) -> Vec<Violation> {
    let path_rules = Table::parse(content.table).path_rules;
    let mut checker = Checker { path_rules: &path_rules, violations: Vec::new() };
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
            if node.is_unset() {
                if facts.required {
                    self.missing(&place);
                }
            } else {
                self.deprecated(facts, &place);
                self.field(facts, node, &place);
            }
            for rule in &facts.rules {
                let violation = siblings(rule, index, &table, content, &place);
                self.violations.extend(violation);
            }
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

/// The derive has checked the pattern already; one that does not compile here forbids nothing.
fn matches(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(pattern).map_or(true, |regex| regex.is_match(text))
}

/// A rule on which fields of a block are set together.
fn siblings(
    rule: &Rule,
    own: usize,
    table: &Table,
    content: &Content<'_>,
    place: &Place,
) -> Option<Violation> {
    let index = |name: &String| table.fields.iter().position(|field| field.name == *name);
    let is_set = |index: usize| !content.fields[index].is_unset();
    let is_unknown = |index: usize| matches!(content.fields[index], Node::Expression(_));
    let quoted = |indices: &[usize]| {
        indices.iter().map(|&index| format!("`{}`", table.fields[index].name)).collect::<Vec<_>>().join(", ")
    };
    let (found, allowed) = match &rule.check {
        Check::ConflictsWith(names) if is_set(own) && !is_unknown(own) => {
            let others: Vec<usize> = names.iter().filter_map(index).collect();
            let set: Vec<usize> =
                others.iter().copied().filter(|&index| is_set(index) && !is_unknown(index)).collect();
            if set.is_empty() {
                return None;
            }
            (format!("it together with {}", quoted(&set)), format!("only one of it and {}", quoted(&others)))
        }
        Check::RequiredWith(names) if is_set(own) && !is_unknown(own) => {
            let missing: Vec<usize> =
                names.iter().filter_map(index).filter(|&index| !is_set(index)).collect();
            if missing.is_empty() {
                return None;
            }
            (format!("it without {}", quoted(&missing)), format!("it together with {}", quoted(&missing)))
        }
        Check::ExactlyOneOf(names) => {
            let mut group: Vec<usize> = names.iter().filter_map(index).chain([own]).collect();
            group.sort_unstable();
            group.dedup();
            // Each member usually carries the rule; the first one speaks for all.
            let speaker = group.iter().find(|&&member| {
                table.fields[member].rules.iter().any(|rule| matches!(rule.check, Check::ExactlyOneOf(_)))
            });
            let set: Vec<usize> = group.iter().copied().filter(|&index| is_set(index)).collect();
            if speaker != Some(&own) || set.len() == 1 || group.iter().any(|&index| is_unknown(index)) {
                return None;
            }
            let found = if set.is_empty() { "none".into() } else { quoted(&set) };
            (found, format!("exactly one of {}", quoted(&group)))
        }
        _ => return None,
    };
    // Names of fields are no secret.
    Some(Place { secret: false, ..place.clone() }.violation(rule, found, allowed))
}
