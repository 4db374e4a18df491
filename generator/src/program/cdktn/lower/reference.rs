//! References.

use super::{Lowering, Source, Value, Wanted};
use crate::model::ConstructKind;
use crate::program::cdktn::code::{Code, Name};
use crate::program::{ConstructId, Expression, Reference, Root, Slot, StatementKind, Step, Subject};

impl Lowering<'_> {
    /// A reference, if the library has words for it.
    pub(super) fn reference(&mut self, reference: &Reference, inner: bool) -> Option<Value> {
        let steps = &reference.steps[..];
        match &reference.root {
            root @ (Root::Statement(_) | Root::Undeclared(_)) => match self.subject(root)? {
                Subject::Construct(construct) => self.construct_value(construct, reference),
                Subject::Variable => self.variable(root, steps),
                Subject::Local => self.local(root, steps, inner),
                Subject::Module => self.module_value(root, steps),
            },
            Root::Parameter(index) => {
                let lines = &self.lines;
                let declared = |name: &str| {
                    lines
                        .iter()
                        .any(|line| line.variable.as_ref().is_some_and(|variable| variable.python == name))
                };
                let field = self.current.path.last().map_or("", String::as_str);
                let code = self.variables.parameter(*index, field, &declared);
                Some(Value { is_free: true, ..Value::any(code) })
            }
            Root::EachKey | Root::EachValue => match self.each.clone() {
                Some(iterator) => {
                    let member = if reference.root == Root::EachKey { "key" } else { "value" };
                    self.look_up(Code::Name(iterator).member(Name::same(member)), steps)
                }
                None => self.raw_reference(reference, inner),
            },
            Root::CountIndex => match self.count.clone() {
                Some(count) => {
                    let value = Value::any(Code::Name(count).member(Name::same("index")));
                    Some(Value { real: Some(Wanted::Number), ..value })
                }
                None => self.raw_reference(reference, inner),
            },
            Root::IteratorKey(name) | Root::IteratorValue(name) => match self.iterator(name).cloned() {
                Some(iterator) => {
                    let is_key = matches!(reference.root, Root::IteratorKey(_));
                    let member = Name::same(if is_key { "key" } else { "value" });
                    self.look_up(Code::Name(iterator).member(member), steps)
                }
                None => self.raw_reference(reference, inner),
            },
            Root::Itself if steps.iter().all(|step| matches!(step, Step::Attribute(_))) => {
                let names: Vec<_> = steps.iter().filter_map(attribute).collect();
                let path = Code::Text(names.join("."));
                Some(Value::any(self.library("TerraformSelf").method("getAny", vec![path])))
            }
            Root::Itself | Root::Named(_) => self.raw_reference(reference, inner),
            Root::Variable(_) => None,
            Root::Value(value) => {
                let code = self.say(value, true)?.code;
                self.look_up(code, steps)
            }
        }
    }

    /// What stands for a dynamic block's iterator.
    pub(super) fn iterator(&self, name: &str) -> Option<&Name> {
        self.iterators.iter().rev().find(|(iterator, _)| iterator == name)?.1.as_ref()
    }

    /// What a reference begins at.
    pub(super) fn subject(&self, root: &Root) -> Option<Subject> {
        match root {
            Root::Statement(index) => match &self.program.statements[*index].kind {
                StatementKind::Declare(declaration) => Some(Subject::Construct(declaration.construct)),
                StatementKind::Variable(_) => Some(Subject::Variable),
                StatementKind::Local(_) => Some(Subject::Local),
                StatementKind::Module(_) => Some(Subject::Module),
                _ => None,
            },
            Root::Undeclared(index) => Some(self.program.undeclared[*index].subject),
            _ => None,
        }
    }

    /// The variable at the root.
    pub(super) fn root(&mut self, root: &Root) -> Option<(Code, bool)> {
        self.variables.root(self.program, self.providers, root)
    }

    /// What the library has no object for, as a string; in a call there is no place for that.
    fn raw_reference(&self, reference: &Reference, inner: bool) -> Option<Value> {
        if inner {
            return None;
        }
        let text = self.raw(&Expression::Reference(reference.clone()));
        let value = Value::new(Code::Text(format!("${{{text}}}")), Some(Wanted::String));
        Some(Value { real: None, ..value })
    }

    fn construct_value(&mut self, construct: ConstructId, reference: &Reference) -> Option<Value> {
        let (mut code, is_first) = self.root(&reference.root)?;
        let path = self.program.follow(self.providers, reference);
        let mut before = Some(Slot::Block(crate::model::BlockId::ROOT));
        let mut members = 0;
        for stop in &path {
            let is_reached =
                matches!(before, Some(Slot::Block(_) | Slot::Value(crate::model::Type::Object(_))));
            let (Some((block, field)), true) = (stop.field, is_reached) else { break };
            code = code.member(self.field_name(construct, block, field));
            before = stop.slot;
            members += 1;
        }
        let steps = &reference.steps[members..];
        if members == 0 && steps.is_empty() {
            return Some(Value::any(code.member(Name::library("fqn"))));
        }
        if !steps.is_empty() {
            // TypeScript knows the address of a construct; Python has to be told to ask for it.
            if members == 0 && self.language == crate::program::Language::Python && !self.is_page() {
                code = code.member(Name::library("fqn"));
            }
            return self.look_up(code, steps);
        }
        let real = match before {
            Some(Slot::Value(ty)) => Some(Wanted::of(ty)),
            _ => None,
        };
        let kind = self.providers[construct.provider].construct(construct).kind;
        let seen = match () {
            () if !self.is_page() => real,
            () if members > 1 => Some(Wanted::String),
            () if is_first && kind == ConstructKind::Resource => real,
            () => None,
        };
        Some(Value { real, ..Value::new(code, seen) })
    }

    fn variable(&mut self, root: &Root, steps: &[Step]) -> Option<Value> {
        let (code, is_first) = self.root(root)?;
        if !self.is_page() && matches!(root, Root::Undeclared(_)) {
            // The caller gives the value itself.
            return Some(match steps {
                [] => Value { is_free: true, ..Value::any(code) },
                steps => self.look_up(code, steps)?,
            });
        }
        let code = code.member(Name::same("value"));
        if steps.is_empty() {
            let source = (is_first || !self.is_page()).then_some(Source::Variable);
            return Some(Value { source, ..Value::any(code) });
        }
        self.look_up(code, steps)
    }

    fn local(&mut self, root: &Root, steps: &[Step], inner: bool) -> Option<Value> {
        if !self.is_page() && matches!(root, Root::Statement(_)) {
            let code = self.root(root)?.0.member(Name::same("expression"));
            return match steps {
                [] => Some(Value { source: Some(Source::Local), ..Value::any(code) }),
                steps => self.look_up(code, steps),
            };
        }
        let mut kind = None;
        if let Root::Statement(index) = root
            && let StatementKind::Local(local) = &self.program.statements[*index].kind
        {
            // A constant is written for its own place; in a call its strings would be read otherwise.
            if inner && !is_same_within_calls(&local.value) {
                return None;
            }
            kind = match &local.value {
                Expression::String(_) | Expression::Template(_) => Some(Wanted::String),
                Expression::Integer(_) | Expression::Float(_) => Some(Wanted::Number),
                Expression::Bool(_) => Some(Wanted::Bool),
                _ => None,
            };
        }
        let (code, _) = self.root(root)?;
        if steps.is_empty() {
            let value = Value::new(code, if self.is_page() { Some(Wanted::String) } else { kind });
            let is_free = !self.is_page() && matches!(root, Root::Undeclared(_));
            return Some(Value { real: kind, is_free, ..value });
        }
        self.look_up(code, steps)
    }

    fn module_value(&mut self, root: &Root, steps: &[Step]) -> Option<Value> {
        let (code, _) = self.root(root)?;
        match steps {
            [Step::Attribute(output), further @ ..] => {
                let code = code.method("get", vec![Code::text(output)]);
                if further.is_empty() { Some(Value::any(code)) } else { self.look_up(code, further) }
            }
            [] => Some(Value::any(code.member(Name::library("fqn")))),
            steps => self.look_up(code.member(Name::library("fqn")), steps),
        }
    }

    /// What is found by going along steps.
    fn look_up(&mut self, mut code: Code, steps: &[Step]) -> Option<Value> {
        let mut path = Vec::new();
        let mut is_computed = false;
        for step in steps {
            let segment = match step {
                Step::Attribute(name) => Code::text(name),
                Step::Index(Expression::String(key)) => {
                    Code::text(key.replace('\\', "\\\\").replace('"', "\\\""))
                }
                Step::Index(Expression::Integer(index)) => Code::Text(index.to_string()),
                Step::Splat | Step::AttributeSplat => Code::text("*"),
                Step::Index(index) => {
                    let index = self.say(index, true)?.code;
                    if !path.is_empty() {
                        code = self.library("Fn").method("lookupNested", vec![code, Code::List(path)]);
                    }
                    path = vec![index];
                    is_computed = true;
                    continue;
                }
            };
            if is_computed {
                code = self.library("Fn").method("lookupNested", vec![code, Code::List(path)]);
                path = Vec::new();
                is_computed = false;
            }
            path.push(segment);
        }
        if !path.is_empty() {
            code = self.library("Fn").method("lookupNested", vec![code, Code::List(path)]);
        }
        Some(Value::any(code))
    }

    /// What something depends on.
    pub(super) fn dependency(&mut self, reference: &Reference) -> Code {
        match self.root(&reference.root) {
            Some((code, _)) => code,
            None => Code::Text(self.raw(&Expression::Reference(reference.clone()))),
        }
    }
}

fn attribute(step: &Step) -> Option<&str> {
    match step {
        Step::Attribute(name) => Some(name),
        _ => None,
    }
}

/// Whether an expression looks the same as a value of its own and in a call.
fn is_same_within_calls(expression: &Expression) -> bool {
    match expression {
        Expression::Null | Expression::Integer(_) | Expression::Float(_) | Expression::Bool(_) => true,
        Expression::String(text) => !text.contains(['"', '\\', '$', '%', '\t', '\r']),
        Expression::List(elements) => elements.iter().all(is_same_within_calls),
        Expression::Map(entries) => entries.iter().all(|(key, value)| {
            matches!(key, crate::program::Key::Name(name) if !name.contains(['"', '\\', '$', '%']))
                && is_same_within_calls(value)
        }),
        Expression::Reference(Reference {
            root: Root::Named(_) | Root::Variable(_) | Root::Itself, ..
        }) => false,
        Expression::Reference(Reference { root, .. }) => {
            matches!(root, Root::Statement(_) | Root::Undeclared(_))
        }
        _ => false,
    }
}
