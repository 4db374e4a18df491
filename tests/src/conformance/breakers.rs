//! Instances that break one rule each.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::plan::{BodyId, Construct, Form, Member, Nesting, Plan};
use super::rules::Rule;
use super::values::{Extent, KEYS, Value};

/// The bodies of a construct, each with the shortest way to it.
#[derive(Debug)]
pub struct Places {
    /// In the order in which a walk from the top meets them.
    pub order: Vec<BodyId>,
    ways: HashMap<BodyId, Way>,
}

/// How a body is reached.
#[derive(Debug)]
struct Way {
    /// The body above, and which of its members holds this one.
    parent: Option<(BodyId, usize)>,
    path: String,
}

/// A least instance with one fault.
#[derive(Debug)]
pub struct Breaker {
    /// The body that has the fault.
    pub body: BodyId,
    pub member: usize,
    /// What is there instead; nothing where a required member is missing.
    pub value: Option<Value>,
    /// Whether Rust has words for it: what holds one block cannot be given two.
    pub in_rust: bool,
    /// Whether Terraform knows the rule: it reads no overrides.
    pub in_terraform: bool,
    /// What `validate()` says of it: severity and path.
    pub violation: String,
    /// For messages.
    pub rule: String,
}

impl Places {
    pub fn of(plan: &Plan, construct: &Construct) -> Self {
        let mut order = vec![construct.body];
        let mut ways = HashMap::from([(construct.body, Way { parent: None, path: String::new() })]);
        let mut next = 0;
        while let Some(&body) = order.get(next) {
            next += 1;
            for (index, member) in plan.body(body).members.iter().enumerate() {
                let Some((inner, suffix)) = inside(&member.form) else { continue };
                if !ways.contains_key(&inner) {
                    let path = format!("{}{suffix}", join(&ways[&body].path, &member.name));
                    ways.insert(inner, Way { parent: Some((body, index)), path });
                    order.push(inner);
                }
            }
        }
        Self { order, ways }
    }

    /// The body above another one, and which of its members holds it.
    pub fn parent(&self, body: BodyId) -> Option<(BodyId, usize)> {
        self.ways[&body].parent
    }

    /// The JSON of the construct whose body at this place is `json`.
    pub fn json(&self, plan: &Plan, body: BodyId, json: Json) -> Json {
        let Some((parent, index)) = self.parent(body) else { return json };
        let member = &plan.body(parent).members[index];
        self.json(plan, parent, plan.json_with(parent, member, Some(&member.around_hole()), &json))
    }

    /// An instance for each rule on each body.
    pub fn breakers(&self, plan: &Plan, construct: &Construct) -> Vec<Breaker> {
        let mut breakers = Vec::new();
        for &body in &self.order {
            for (index, member) in plan.body(body).members.iter().enumerate() {
                let path = join(&self.ways[&body].path, &member.name);
                let of_schema = schema_breakers(member, &path);
                let of_overrides = override_breakers(member, &path);
                breakers.extend(of_schema.into_iter().chain(of_overrides).map(|breaker| Breaker {
                    body,
                    member: index,
                    rule: format!("{} {}: {}", construct.kind.keyword(), construct.type_name, breaker.rule),
                    ..breaker
                }));
            }
        }
        breakers
    }
}

impl Breaker {
    /// The construct with the fault, as JSON.
    pub fn json(&self, plan: &Plan, places: &Places) -> Json {
        let member = &plan.body(self.body).members[self.member];
        let json = plan.json_with(self.body, member, self.value.as_ref(), &Json::Null);
        places.json(plan, self.body, json)
    }

    fn new(rule: &str, path: &str, value: Option<Value>) -> Self {
        Self {
            body: BodyId(0),
            member: 0,
            value,
            in_rust: true,
            in_terraform: true,
            violation: format!("error {path}"),
            rule: format!("{rule} of {path}"),
        }
    }
}

/// What the schema states: what is required, and how many blocks there are.
fn schema_breakers(member: &Member, path: &str) -> Vec<Breaker> {
    let mut breakers = Vec::new();
    if member.required {
        breakers.push(Breaker::new("required", path, None));
    }
    if member.min > 1 {
        breakers.push(Breaker::new("min_items", path, Some(member.counted(member.min - 1))));
    }
    if let Some(max) = member.max {
        let too_many = Breaker::new("max_items", path, Some(member.counted(max + 1)));
        breakers.push(Breaker { in_rust: max > 1, ..too_many });
    }
    breakers
}

/// What a person wrote beside the schema.
fn override_breakers(member: &Member, path: &str) -> Vec<Breaker> {
    let Some(rules) = &member.rules else { return Vec::new() };
    let elements = element_suffix(&member.form);
    let breaker = |rule: Rule| {
        let scalar = match rule {
            Rule::MinItems => return counted(member, rules.min_items.unwrap_or(0) - 1),
            Rule::MaxItems => return counted(member, rules.max_items.unwrap_or(0) + 1),
            Rule::Least => Value::Number((rules.range.0.unwrap_or(0) - 1).into()),
            Rule::Greatest => Value::Number((rules.range.1.unwrap_or(0) + 1).into()),
            Rule::OneOf | Rule::Pattern | Rule::Shortest | Rule::Longest => {
                Value::Text(rules.wrong_text(rule))
            }
        };
        (first(&member.form, scalar), elements.as_str(), true)
    };
    let breakers = rules.rules().into_iter().map(|rule| {
        let (value, suffix, in_rust) = breaker(rule);
        let path = format!("{path}{suffix}");
        // Where a rule cannot be broken alone, each of them speaks.
        let times = if let Some(text) = text_of(&value) { rules.broken_by(text).len() } else { 1 };
        let violation = vec![format!("{} {path}", rules.severity); times].join(", ");
        let broken = Breaker::new(&rule.to_string(), &path, Some(value));
        Breaker { in_rust, in_terraform: false, violation, ..broken }
    });
    breakers.collect()
}

fn counted(member: &Member, count: usize) -> (Value, &'static str, bool) {
    (member.counted(count), "", member.max != Some(1))
}

/// The only text in a value.
fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Sequence(values) => values.first().and_then(text_of),
        Value::Entries(entries) => entries.first().and_then(|(_, value)| text_of(value)),
        _ => None,
    }
}

/// A value that consists of one scalar.
fn first(form: &Form, scalar: Value) -> Value {
    match form {
        Form::List(form) | Form::Set(form) => Value::Sequence(vec![first(form, scalar)]),
        Form::Map(form) => Value::Entries(vec![(KEYS[0], first(form, scalar))]),
        _ => scalar,
    }
}

fn element_suffix(form: &Form) -> String {
    match form {
        Form::List(form) | Form::Set(form) => format!("[0]{}", element_suffix(form)),
        Form::Map(form) => format!("[{:?}]{}", KEYS[0], element_suffix(form)),
        _ => String::new(),
    }
}

/// The body in a member, and where its first one is.
fn inside(form: &Form) -> Option<(BodyId, String)> {
    match form {
        Form::Object(body) | Form::Blocks(Nesting::Single, body) => Some((*body, String::new())),
        Form::Blocks(Nesting::List | Nesting::Set, body) => Some((*body, "[0]".to_owned())),
        Form::Blocks(Nesting::Map, body) => Some((*body, format!("[{:?}]", KEYS[0]))),
        Form::List(of) | Form::Set(of) => inside(of).map(|(body, suffix)| (body, format!("[0]{suffix}"))),
        Form::Map(of) => inside(of).map(|(body, suffix)| (body, format!("[{:?}]{suffix}", KEYS[0]))),
        _ => None,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Instances of the least extent are what faults are made in.
pub const BASE: Extent = Extent::Least(1);
