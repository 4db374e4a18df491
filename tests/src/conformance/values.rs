//! Instances: what stands in each member, before it is written in a language.

use serde_json::{Map, Number, Value as Json, json};

use super::escaping::escaped;
use super::plan::{Body, BodyId, Form, Kind, Member, Nesting, Origin, Plan};
use super::rules::Override;

/// How much of a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Everything that can be set, at every depth, with two elements wherever there may be two.
    ///
    /// The first element is full and the others are least: with all of them full, the deepest constructs would double
    /// at each of their levels.
    Full,
    /// What is required. Instances with different marks differ, for equal elements of a set would be one.
    Least(usize),
}

/// A value of a member.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Number(Number),
    Bool(bool),
    /// A value of a type that the program decides; differs by mark.
    Any(usize),
    Sequence(Vec<Value>),
    Entries(Vec<(&'static str, Value)>),
    Tuple(Vec<Value>),
    Body(BodyId, Extent),
    /// What a caller puts there.
    Hole,
}

/// Keys of maps and labels of blocks.
pub const KEYS: [&str; 2] = ["one", "two"];

impl Extent {
    fn mark(self) -> usize {
        match self {
            Self::Full => 1,
            Self::Least(mark) => mark,
        }
    }

    /// The extent of an element of a collection that stands in an instance of this extent.
    fn element(self, index: usize) -> Self {
        if index == 0 { self } else { Self::Least(self.mark() + index) }
    }
}

impl Member {
    /// How many elements there may and must be.
    pub fn limits(&self) -> (usize, usize) {
        let rules = self.rules.as_ref();
        let min = rules.and_then(|rules| rules.min_items).unwrap_or(0).max(self.min);
        let max = [self.max, rules.and_then(|rules| rules.max_items)].into_iter().flatten().min();
        (min, max.unwrap_or(usize::MAX))
    }

    /// What stands in the member in an instance of this extent.
    pub fn value(&self, extent: Extent) -> Value {
        let (min, max) = self.limits();
        let count = match extent {
            Extent::Full => min.max(2).min(max),
            Extent::Least(_) => min.max(1),
        };
        self.of(&self.form, extent, count)
    }

    /// The member with this many elements, or blocks.
    pub fn counted(&self, count: usize) -> Value {
        self.of(&self.form, Extent::Least(1), count)
    }

    /// The member with a hole for the body below it.
    pub fn around_hole(&self) -> Value {
        fn hole(value: Value) -> Value {
            match value {
                Value::Sequence(mut values) => {
                    values[0] = hole(values[0].clone());
                    Value::Sequence(values)
                }
                Value::Entries(mut entries) => {
                    entries[0].1 = hole(entries[0].1.clone());
                    Value::Entries(entries)
                }
                Value::Body(..) => Value::Hole,
                other => panic!("{other:?} holds no body"),
            }
        }
        hole(self.value(Extent::Least(1)))
    }

    fn of(&self, form: &Form, extent: Extent, count: usize) -> Value {
        let inner = |form: &Form, index: usize| {
            // What holds for a collection does not for the collections in it.
            let count = if extent == Extent::Full && index == 0 { 2 } else { 1 };
            self.of(form, extent.element(index), count)
        };
        let keyed = |form: &Form| {
            let entries = KEYS.into_iter().take(count).enumerate();
            Value::Entries(entries.map(|(index, key)| (key, inner(form, index))).collect())
        };
        match form {
            Form::String => Value::Text(text(&self.name, self.rules.as_ref(), extent)),
            Form::Number => Value::Number(number(self.rules.as_ref(), extent)),
            Form::Bool => Value::Bool(extent.mark() % 2 == 1),
            Form::Dynamic => Value::Any(extent.mark()),
            Form::List(form) | Form::Set(form) => {
                Value::Sequence((0..count).map(|index| inner(form, index)).collect())
            }
            Form::Map(form) => keyed(form),
            Form::Tuple(forms) => Value::Tuple(forms.iter().map(|form| inner(form, 0)).collect()),
            Form::Object(body) | Form::Blocks(Nesting::Single, body) => Value::Body(*body, extent),
            Form::Blocks(Nesting::Map, body) => keyed(&Form::Object(*body)),
            Form::Blocks(_, body) => {
                Value::Sequence((0..count).map(|index| Value::Body(*body, extent.element(index))).collect())
            }
        }
    }
}

/// Full instances hold what only looks like a template.
fn text(name: &str, rules: Option<&Override>, extent: Extent) -> String {
    match (rules, extent) {
        (Some(rules), _) => rules.text(extent.mark()),
        (None, Extent::Full) => format!("%{{a}} ${{{name}}}"),
        (None, Extent::Least(1)) => name.to_owned(),
        (None, Extent::Least(mark)) => format!("{name}-{mark}"),
    }
}

fn number(rules: Option<&Override>, extent: Extent) -> Number {
    match (rules.and_then(Override::number), extent) {
        (Some(number), _) => number.into(),
        (None, Extent::Least(1)) => 1.into(),
        #[expect(clippy::cast_precision_loss, reason = "marks are small")]
        (None, extent) => Number::from_f64(extent.mark() as f64 + 0.5).expect("it is finite"),
    }
}

impl Body {
    /// The members that are written in an instance of this extent.
    pub fn written(&self, extent: Extent) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.required || extent == Extent::Full)
    }
}

impl Plan {
    /// A body as Terraform's JSON has it.
    pub fn json(&self, id: BodyId, extent: Extent) -> Json {
        let body = self.body(id);
        let mut json: Map<_, _> = body
            .written(extent)
            .map(|member| (key(body, member), self.value_json(&member.value(extent), &Json::Null)))
            .collect();
        if body.origin == Origin::ObjectType {
            for member in &body.members {
                json.entry(key(body, member)).or_insert(Json::Null);
            }
        }
        json.into()
    }

    /// What stands in a member, as Terraform's JSON has it.
    pub fn member_json(&self, member: &Member, extent: Extent) -> Json {
        self.value_json(&member.value(extent), &Json::Null)
    }

    /// A least body in which one member is another value, or is missing.
    pub fn json_with(&self, id: BodyId, member: &Member, value: Option<&Value>, hole: &Json) -> Json {
        let mut json = self.json(id, Extent::Least(1));
        let members = json.as_object_mut().expect("a body is an object");
        let key = key(self.body(id), member);
        match value {
            Some(value) => members.insert(key, self.value_json(value, hole)),
            None => members.remove(&key),
        };
        json
    }

    fn value_json(&self, value: &Value, hole: &Json) -> Json {
        match value {
            Value::Text(text) => escape(text).into(),
            Value::Number(number) => number.clone().into(),
            Value::Bool(bool) => (*bool).into(),
            Value::Any(mark) => json!({ "mark": mark, "texts": ["a", "b"], "is": true }),
            Value::Sequence(values) | Value::Tuple(values) => {
                values.iter().map(|value| self.value_json(value, hole)).collect()
            }
            Value::Entries(entries) => {
                let entries =
                    entries.iter().map(|(key, value)| ((*key).to_owned(), self.value_json(value, hole)));
                entries.collect::<Map<_, _>>().into()
            }
            Value::Body(id, extent) => self.json(*id, *extent),
            Value::Hole => hole.clone(),
        }
    }

    /// The smallest program that configures the provider.
    pub fn settings(&self) -> Json {
        let provider = &self.constructs[0];
        assert_eq!(provider.kind, Kind::Provider);
        json!({
            "terraform": { "required_providers": { &self.provider: { "source": self.address } } },
            "provider": { &self.provider: escaped(provider.kind, self.json(provider.body, Extent::Least(1))) },
        })
    }
}

/// In a value, names are templates too; where they are names of a schema, there is nothing to escape.
fn key(body: &Body, member: &Member) -> String {
    if body.origin == Origin::ObjectType { escape(&member.name) } else { member.name.clone() }
}

/// A text that Terraform takes for the text itself.
pub fn escape(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}
