//! Constructs and the objects in them.

use std::collections::BTreeMap;

use super::super::Slot;
use super::super::classes::{Scope, class, nested};
use super::layout::{Code, Entry, Rest};
use super::value::{Form, Value, argument, field_of};
use super::{Iterator, Printer, types};
use crate::model::{BlockId, Field, FieldKind, Presence, Type};
use crate::program::{Argument, ConstructId, Dynamic, Expression, Key, Root};

/// A struct, and comments on arguments that have no line of their own in it.
pub(super) struct Object {
    pub code: Code,
    pub comments: Vec<String>,
}

impl Printer<'_> {
    /// What the program calls a construct's struct.
    pub(super) fn class(&self, construct: ConstructId) -> &str {
        self.classes.called(class(self.providers, construct, Scope::Package))
    }

    /// A struct: what is required goes to `new`, the rest into a literal around it.
    pub(super) fn object(
        &self,
        construct: ConstructId,
        block: BlockId,
        class: &str,
        arguments: &[Argument],
    ) -> Object {
        let fields = self.fields(construct, block);
        let is_required = |field: &Field| field.presence == Presence::Required;
        let mut written = BTreeMap::new();
        for (index, argument) in arguments.iter().enumerate() {
            let field = &fields[argument.field];
            self.path.borrow_mut().push(field.name.clone());
            let value = self.value_of(construct, block, argument);
            if let Some((value, comments)) = value.filter(|_| field.presence != Presence::Computed) {
                written.insert(argument.field, (index, field, value, comments));
            } else {
                let path = self.path.borrow().join(".");
                self.left_out.borrow_mut().push((path, argument.value.clone()));
            }
            self.path.borrow_mut().pop();
        }
        let is_set = |(index, _): &(usize, &Field)| written.contains_key(index);
        let is_complete =
            fields.iter().enumerate().filter(|(_, field)| is_required(field)).all(|field| is_set(&field));
        let (required, mut named): (Vec<_>, Vec<_>) =
            written.into_values().partition(|(_, field, ..)| is_complete && is_required(field));
        named.sort_by_key(|(index, ..)| *index);
        let vocabulary = self.providers[construct.provider].vocabulary;
        let named: Vec<Entry> = named
            .into_iter()
            .map(|(index, field, value, comments)| Entry {
                comments,
                name: vocabulary.field(construct.construct, block, arguments[index].field).to_owned(),
                value: field_of(&value, &wanted(field, &value)),
            })
            .collect();
        let mut comments = Vec::new();
        let mut values = Vec::new();
        for (_, _, value, own) in required {
            comments.extend(own);
            values.push(argument(&value));
        }
        let rest = match (values.is_empty(), named.is_empty()) {
            (true, true) => Code::Call(format!("{class}::default"), Vec::new()),
            (true, false) => Code::Call("Default::default".to_owned(), Vec::new()),
            (false, _) => Code::Call(format!("{class}::new"), values),
        };
        if named.is_empty() {
            return Object { code: rest, comments };
        }
        let rest = Some(Box::new(Rest { comments, value: rest }));
        Object { code: Code::Struct(class.to_owned(), named, rest), comments: Vec::new() }
    }

    /// The struct of the objects in a field; empty where there are none. What the program does not import goes by its path.
    fn nested_class(&self, construct: ConstructId, block: BlockId, field: usize) -> String {
        let Some(class) = nested(self.providers, construct, block, field, None) else { return String::new() };
        let package = || self.providers[class.provider].vocabulary.package();
        let path = || format!("{}::{}::{}", package(), class.module, class.name);
        self.classes.get(class).map_or_else(path, str::to_owned)
    }

    /// An argument's value and the comments above it; `None` where its blocks cannot be written as such.
    fn value_of(
        &self,
        construct: ConstructId,
        block: BlockId,
        argument: &Argument,
    ) -> Option<(Value, Vec<String>)> {
        let field = &self.fields(construct, block)[argument.field];
        let class = self.nested_class(construct, block, argument.field);
        let class = class.as_str();
        let mut comments = argument.comments.clone();
        let (slot, expression) = Slot::of(field).unwrap_single(&argument.value);
        let place = Place { construct, class };
        let value = match slot {
            Slot::Value(ty) => self.attribute_value(place, ty, expression, &mut comments),
            Slot::Block(block) => self.block(place, block, field, expression, &mut comments)?,
            Slot::Blocks { block, .. } => self.blocks(place, block, field, expression, &mut comments)?,
            Slot::Labelled(block) => self.labelled(place, block, expression, &mut comments)?,
        };
        Some((Value { object: class.to_owned(), ..value }, comments))
    }

    fn attribute_value(
        &self,
        place: Place<'_>,
        ty: &Type,
        expression: &Expression,
        comments: &mut Vec<String>,
    ) -> Value {
        match self.objects(place, ty, expression, comments) {
            Some(code) => Value::literal(code, ty),
            None => self.fit_objects(expression, ty, place.class),
        }
    }

    /// Objects, or lists and maps of nothing else.
    fn objects(
        &self,
        place: Place<'_>,
        ty: &Type,
        expression: &Expression,
        comments: &mut Vec<String>,
    ) -> Option<Code> {
        match (expression, ty) {
            (Expression::Object(arguments), Type::Object(block)) => {
                let object = self.object(place.construct, *block, place.class, arguments);
                comments.extend(object.comments);
                Some(object.code)
            }
            (Expression::List(elements), Type::List(element) | Type::Set(element))
                if !elements.is_empty() && types::has_objects(element) =>
            {
                let elements = elements.iter().map(|value| self.objects(place, element, value, comments));
                Some(Code::Array(elements.collect::<Option<_>>()?))
            }
            (Expression::Map(entries), Type::Map(element))
                if !entries.is_empty() && types::has_objects(element) =>
            {
                let entries = entries.iter().map(|(key, value)| {
                    let Key::Name(key) = key else { return None };
                    let value = self.objects(place, element, value, comments)?;
                    Some(Code::Tuple(vec![Code::string(key), value]))
                });
                Some(Code::Array(entries.collect::<Option<_>>()?))
            }
            _ => None,
        }
    }

    fn block(
        &self,
        place: Place<'_>,
        block: BlockId,
        field: &Field,
        expression: &Expression,
        comments: &mut Vec<String>,
    ) -> Option<Value> {
        let ty = Type::Object(block);
        match expression {
            Expression::Object(arguments) => {
                let object = self.object(place.construct, block, place.class, arguments);
                comments.extend(object.comments);
                Some(Value::literal(object.code, &ty))
            }
            Expression::Dynamic(dynamic) => {
                Some(Value::is(self.dynamic(place, "Block", block, dynamic, comments), &ty))
            }
            // One of several, where there can be but one: Terraform refuses the configuration.
            Expression::List(elements) => self.block(place, block, field, elements.first()?, comments),
            other => self.given_block(place, "Block", field, other, &ty),
        }
    }

    fn blocks(
        &self,
        place: Place<'_>,
        block: BlockId,
        field: &Field,
        expression: &Expression,
        comments: &mut Vec<String>,
    ) -> Option<Value> {
        let ty = Type::Object(block);
        let Expression::List(elements) = expression else {
            return match Slot::of(field) {
                Slot::Blocks { single: true, .. } => self.block(place, block, field, expression, comments),
                _ => self.given_block(place, "Blocks", field, expression, &ty),
            };
        };
        if let Slot::Blocks { single: true, .. } = Slot::of(field) {
            return self.block(place, block, field, expression, comments);
        }
        if elements.is_empty() {
            return None;
        }
        let mut chain: Option<Code> = None;
        let mut known = Vec::new();
        for element in elements {
            match element {
                Expression::Object(arguments) => {
                    self.path.borrow_mut().push(known.len().to_string());
                    let object = self.object(place.construct, block, place.class, arguments);
                    self.path.borrow_mut().pop();
                    comments.extend(object.comments);
                    known.push(object.code);
                }
                Expression::Dynamic(dynamic) => {
                    chain = with_known(chain, &mut known);
                    let blocks = self.dynamic(place, "Blocks", block, dynamic, comments);
                    chain = Some(match chain {
                        None => blocks,
                        Some(chain) => chain.then("and", vec![blocks]),
                    });
                }
                _ => return None,
            }
        }
        Some(match chain {
            None => Value::literal(Code::Array(known), &ty),
            chain => Value::is(with_known(chain, &mut known)?, &ty),
        })
    }

    fn labelled(
        &self,
        place: Place<'_>,
        block: BlockId,
        expression: &Expression,
        comments: &mut Vec<String>,
    ) -> Option<Value> {
        let Expression::Map(entries) = expression else { return None };
        let entries = entries.iter().map(|(key, value)| {
            let (Key::Name(key), Expression::Object(arguments)) = (key, value) else { return None };
            let object = self.object(place.construct, block, place.class, arguments);
            comments.extend(object.comments);
            Some(Code::Tuple(vec![Code::string(key), object.code]))
        });
        Some(Value::literal(Code::Array(entries.collect::<Option<_>>()?), &Type::Object(block)))
    }

    /// Blocks that the program's caller gives.
    fn given_block(
        &self,
        place: Place<'_>,
        container: &str,
        field: &Field,
        expression: &Expression,
        ty: &Type,
    ) -> Option<Value> {
        let Expression::Reference(reference) = expression else { return None };
        let Root::Parameter(index) = reference.root else { return None };
        let name = self.parameters[index].clone();
        let is_single = matches!(Slot::of(field), Slot::Block(_) | Slot::Blocks { single: true, .. });
        let container = if is_single { "Block" } else { container };
        let written = format!("{container}<{}>", place.class);
        self.given.borrow_mut().insert(name.clone(), (ty.clone(), written));
        Some(Value::is(Code::Path(name).then("clone", Vec::new()), ty))
    }

    /// `Blocks::dynamic(collection, |key, value| …)`.
    fn dynamic(
        &self,
        place: Place<'_>,
        container: &str,
        block: BlockId,
        dynamic: &Dynamic,
        comments: &mut Vec<String>,
    ) -> Code {
        let (collection, element) = self.collection(&dynamic.for_each);
        let depth = self.iterators.borrow().len();
        let numbered = |name: String| if depth == 0 { name } else { format!("{name}{}", depth + 1) };
        let iterator = Iterator {
            label: dynamic.iterator.clone(),
            key: numbered("key".to_owned()),
            value: numbered("value".to_owned()),
            element,
        };
        let names = [iterator.key.clone(), iterator.value.clone()];
        self.iterators.borrow_mut().push(iterator);
        let content = self.object(place.construct, block, place.class, &dynamic.content);
        self.iterators.borrow_mut().pop();
        comments.extend(content.comments);
        let [key, value] =
            names.map(|name| if content.code.mentions(&name) { name } else { format!("_{name}") });
        let closure = Code::Closure(format!("{key}, {value}"), Box::new(content.code));
        Code::Call(format!("{container}::dynamic"), vec![collection, closure])
    }

    /// What there is a block for each of, and the type of its elements.
    fn collection(&self, expression: &Expression) -> (Code, Type) {
        let known =
            self.typed(expression, None).filter(|value| !value.is_raw() && !matches!(value.form, Form::Null));
        let of = |ty: &Type| match ty {
            Type::List(element) | Type::Set(element) | Type::Map(element) if !types::has_objects(element) => {
                Some((**element).clone())
            }
            _ => None,
        };
        if let Some(value) = known
            && let Some(element) = of(&value.ty)
        {
            let code = match &value.form {
                Form::Literal(code) => {
                    Code::Call(format!("Value::<{}>::from", types::name(&value.ty, "")), vec![code.clone()])
                }
                _ => argument(&value),
            };
            return (code, element);
        }
        let ty = match expression {
            Expression::Map(_) => Type::Map(Box::new(Type::Dynamic)),
            _ => Type::List(Box::new(Type::Dynamic)),
        };
        let value = match expression {
            Expression::List(_) | Expression::Map(_) => self.fit(expression, &ty),
            _ => self.raw(expression, &ty),
        };
        let code = match &value.form {
            Form::Literal(code) => {
                Code::Call(format!("Value::<{}>::from", types::name(&ty, "")), vec![code.clone()])
            }
            _ => argument(&value),
        };
        (code, Type::Dynamic)
    }
}

/// The construct that an object belongs to, and its struct.
#[derive(Clone, Copy)]
struct Place<'a> {
    construct: ConstructId,
    class: &'a str,
}

/// What the field takes: of an attribute its type, of blocks whatever is there.
fn wanted(field: &Field, value: &Value) -> Type {
    match &field.kind {
        FieldKind::Attribute(ty) => ty.clone(),
        FieldKind::Block { .. } => value.ty.clone(),
    }
}

/// Blocks that are known behind those of a chain.
fn with_known(chain: Option<Code>, known: &mut Vec<Code>) -> Option<Code> {
    if known.is_empty() {
        return chain;
    }
    let known = Code::Array(std::mem::take(known));
    Some(match chain {
        None => Code::Call("Blocks::from".to_owned(), vec![known]),
        Some(chain) => chain.then("and", vec![known]),
    })
}
