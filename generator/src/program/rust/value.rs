//! Values as they stand in fields, arguments and lists.

use super::layout::{Code, Entry};
use super::{Printer, types};
use crate::model::Type;
use crate::program::{Expression, Key};

/// A value that can be written.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub form: Form,
    /// Its type.
    pub ty: Type,
    /// What Rust calls the objects in it; empty where there are none.
    pub object: String,
}

/// What stands for a value.
#[derive(Debug, Clone)]
pub(super) enum Form {
    /// Rust's own literal, which `into` makes a value.
    Literal(Code),
    /// What is a `Value` of the type.
    Is(Code),
    /// A variable that holds a `Value` of the type, and whether it is a reference to one.
    Variable { name: String, borrowed: bool },
    /// A `Value` of any type that is wanted: behind the code stands the type, where it is not clear.
    Any(Code, &'static str, Vec<Code>),
    /// An expression of Terraform's, and whether names of the program's stand in it, in braces.
    Raw { text: String, has_names: bool },
    /// `null`.
    Null,
}

impl Value {
    pub(super) fn new(form: Form, ty: &Type) -> Self {
        Self { form, ty: ty.clone(), object: String::new() }
    }

    pub(super) fn literal(code: Code, ty: &Type) -> Self {
        Self::new(Form::Literal(code), ty)
    }

    pub(super) fn is(code: Code, ty: &Type) -> Self {
        Self::new(Form::Is(code), ty)
    }

    pub(super) fn is_raw(&self) -> bool {
        matches!(self.form, Form::Raw { .. })
    }
}

impl Printer<'_> {
    /// An expression where a value of a type is wanted: typed if Rust knows how, else in Terraform's own words.
    pub(super) fn fit(&self, expression: &Expression, want: &Type) -> Value {
        self.fit_objects(expression, want, "")
    }

    /// The same; `object` is what Rust calls the objects in it.
    pub(super) fn fit_objects(&self, expression: &Expression, want: &Type, object: &str) -> Value {
        let value = self.fitted(expression, want, object);
        Value { object: object.to_owned(), ..value }
    }

    fn fitted(&self, expression: &Expression, want: &Type, object: &str) -> Value {
        if let Some(literal) = self.literal(expression, want, object) {
            return literal;
        }
        match self.typed(expression, Some(want)) {
            Some(value) if value.ty == *want || types::converts(&value.ty, want) => value,
            Some(Value { form: Form::Variable { name, .. }, ty: Type::Dynamic, .. }) => {
                Value::new(Form::Any(Code::Path(name), "assume", Vec::new()), want)
            }
            Some(Value { form: Form::Is(code), ty: Type::Dynamic, .. }) => {
                Value::new(Form::Any(code, "assume", Vec::new()), want)
            }
            _ => self.raw(expression, want),
        }
    }

    /// What the program itself knows, as Terraform would convert it.
    fn literal(&self, expression: &Expression, want: &Type, object: &str) -> Option<Value> {
        let code = match (expression, want) {
            (Expression::Null, _) => return Some(Value::new(Form::Null, want)),
            (Expression::String(text), Type::String | Type::Dynamic) => Code::string(text),
            (Expression::String(text), Type::Number) => number(text)?,
            (Expression::String(text), Type::Bool) => match text.as_str() {
                "true" | "1" => Code::Literal("true".to_owned()),
                "false" | "0" => Code::Literal("false".to_owned()),
                _ => return None,
            },
            (Expression::Integer(number), Type::Number | Type::Dynamic) => integer(*number),
            (Expression::Integer(number), Type::String) => Code::string(&number.to_string()),
            (Expression::Float(number), Type::Number | Type::Dynamic) => Code::Literal(format!("{number:?}")),
            (Expression::Float(number), Type::String) => Code::string(&number.to_string()),
            (Expression::Bool(value), Type::Bool | Type::Dynamic) => Code::Literal(value.to_string()),
            (Expression::Bool(value), Type::String) => Code::string(&value.to_string()),
            (Expression::List(elements), Type::List(element) | Type::Set(element)) => {
                return self.list(elements, element, want, object);
            }
            (Expression::List(elements), Type::Dynamic) => return self.list(elements, want, want, object),
            (Expression::List(elements), Type::Tuple(types)) if elements.len() == types.len() => {
                let elements = elements.iter().zip(types);
                Code::Tuple(
                    elements
                        .map(|(element, ty)| field_of(&self.fit_objects(element, ty, object), ty))
                        .collect(),
                )
            }
            (Expression::Map(entries), Type::Map(element)) => {
                return self.map(entries, element, want, object);
            }
            (Expression::Map(entries), Type::Dynamic) => {
                return Some(Value::is(self.any_object(entries)?, &Type::Dynamic));
            }
            _ => return None,
        };
        Some(Value::literal(code, want))
    }

    fn list(&self, members: &[Expression], element: &Type, want: &Type, object: &str) -> Option<Value> {
        if members.is_empty() {
            let path = format!("List::<{}>::new", types::name(element, object));
            return Some(Value::literal(Code::Call(path, Vec::new()), want));
        }
        if members.iter().any(|element| matches!(element, Expression::Dynamic(_) | Expression::Object(_))) {
            return None;
        }
        let values: Vec<_> = members.iter().map(|value| self.fit_objects(value, element, object)).collect();
        Some(Value::literal(Code::Array(elements(&values, element)), want))
    }

    fn map(&self, entries: &[(Key, Expression)], element: &Type, want: &Type, object: &str) -> Option<Value> {
        let keys: Option<Vec<_>> = entries.iter().map(|(key, _)| plain(key)).collect();
        let keys = keys?;
        if entries.is_empty() {
            let path = format!("Map::<{}>::new", types::name(element, object));
            return Some(Value::literal(Code::Call(path, Vec::new()), want));
        }
        let values: Vec<_> =
            entries.iter().map(|(_, value)| self.fit_objects(value, element, object)).collect();
        let values = elements(&values, element);
        let entries = keys.into_iter().zip(values);
        let entries = entries.map(|(key, value)| Code::Tuple(vec![Code::string(key), value]));
        Some(Value::literal(Code::Array(entries.collect()), want))
    }

    /// `object! { … }`; `None` where a key is computed.
    fn any_object(&self, entries: &[(Key, Expression)]) -> Option<Code> {
        let entries = entries.iter().map(|(key, value)| {
            let value = argument(&self.fit(value, &Type::Dynamic));
            Some(Entry { comments: Vec::new(), name: super::text::string(plain(key)?), value })
        });
        let entries = entries.collect::<Option<_>>()?;
        Some(Code::Object(entries))
    }
}

/// The value where just a `Value` of its type, or of one that it converts to, is wanted.
pub(super) fn field_of(value: &Value, want: &Type) -> Code {
    let code = field(value);
    match value.form {
        Form::Literal(_) | Form::Raw { .. } | Form::Null | Form::Any(..) => code,
        _ if value.ty == *want => code,
        _ => code.then("into", Vec::new()),
    }
}

/// The value as a `Value` of its own type.
pub(super) fn field(value: &Value) -> Code {
    match &value.form {
        Form::Literal(code) => code.clone().then("into", Vec::new()),
        Form::Is(code) => code.clone(),
        Form::Variable { name, .. } => Code::Path(name.clone()).then("clone", Vec::new()),
        Form::Any(code, method, arguments) => code.clone().then(method, arguments.clone()),
        Form::Raw { text, has_names } => terraform(text, *has_names, None),
        Form::Null => Code::Call("Value::null".to_owned(), Vec::new()),
    }
}

/// The value where anything that becomes a `Value` of the type is taken.
pub(super) fn argument(value: &Value) -> Code {
    let ty = types::name(&value.ty, &value.object);
    match &value.form {
        Form::Literal(code) | Form::Is(code) => code.clone(),
        Form::Variable { name, borrowed: true } => Code::Path(name.clone()),
        Form::Variable { name, borrowed: false } => Code::Prefix("&", Box::new(Code::Path(name.clone()))),
        Form::Any(code, method, arguments) => {
            code.clone().then(&format!("{method}::<{ty}>"), arguments.clone())
        }
        Form::Raw { text, has_names } => terraform(text, *has_names, Some(&ty)),
        Form::Null => Code::Call(format!("Value::<{ty}>::null"), Vec::new()),
    }
}

/// Values beside each other, which have to be of one type in Rust.
pub(super) fn elements(values: &[Value], want: &Type) -> Vec<Code> {
    let kinds: Vec<_> = values.iter().map(kind).collect();
    if kinds.iter().all(|kind| kind.is_some() && *kind == kinds[0]) {
        return values.iter().map(argument).collect();
    }
    let is_exact =
        |value: &Value| value.ty == *want && matches!(value.form, Form::Is(_) | Form::Variable { .. });
    let mut says_type = values.iter().any(is_exact);
    let mut codes = Vec::new();
    for value in values {
        let code = if says_type {
            field_of(value, want)
        } else {
            says_type = true;
            typed_element(value, want)
        };
        codes.push(code);
    }
    codes
}

/// An element that says which type all of them have.
fn typed_element(value: &Value, want: &Type) -> Code {
    let name = types::name(want, &value.object);
    match &value.form {
        Form::Any(..) | Form::Raw { .. } | Form::Null => {
            argument(&Value { ty: want.clone(), ..value.clone() })
        }
        _ => Code::Call(format!("Value::<{name}>::from"), vec![argument(value)]),
    }
}

/// An expression of Terraform's, of a type that is stated or clear from where it stands.
fn terraform(text: &str, has_names: bool, ty: Option<&str>) -> Code {
    let ty = ty.map(|ty| format!("::<{ty}>")).unwrap_or_default();
    if has_names {
        let expression = Code::Macro("expression".to_owned(), vec![Code::expression(text)]);
        Code::Call(format!("Value{ty}::Expression"), vec![expression])
    } else {
        Code::Call(format!("Value{ty}::expression"), vec![Code::expression(text)])
    }
}

/// What is alike in values that Rust takes for the same type; `None` where nothing is but `Value`s.
fn kind(value: &Value) -> Option<String> {
    match &value.form {
        Form::Literal(code) => literal_kind(code),
        Form::Is(_) => Some(format!("is {:?}", value.ty)),
        _ => None,
    }
}

fn literal_kind(code: &Code) -> Option<String> {
    Some(match code {
        Code::Literal(text) if text.ends_with('"') || text.ends_with('#') => "text".to_owned(),
        Code::Literal(text) if text == "true" || text == "false" => "bool".to_owned(),
        Code::Literal(text) if text.contains(['.', 'e']) => "float".to_owned(),
        Code::Literal(_) => "integer".to_owned(),
        Code::Call(path, arguments) if arguments.is_empty() => path.clone(),
        Code::Array(elements) => format!("[{}; {}]", literal_kind(elements.first()?)?, elements.len()),
        Code::Tuple(elements) => {
            let kinds: Option<Vec<_>> = elements.iter().map(literal_kind).collect();
            kinds?.join(", ")
        }
        Code::Object(_) => "object".to_owned(),
        _ => return None,
    })
}

/// A whole number as a literal: Rust takes it for 32 bits wide unless it says more.
fn integer(number: i64) -> Code {
    let suffix = if i32::try_from(number).is_ok() { "" } else { "_i64" };
    Code::Literal(format!("{number}{suffix}"))
}

fn number(text: &str) -> Option<Code> {
    if let Ok(number) = text.parse::<i64>() {
        return Some(integer(number));
    }
    let is_plain = text.chars().all(|char| char.is_ascii_digit() || matches!(char, '.' | '-'));
    let number = text.parse::<f64>().ok().filter(|_| is_plain)?;
    Some(Code::Literal(format!("{number:?}")))
}

fn plain(key: &Key) -> Option<&str> {
    match key {
        Key::Name(name) => Some(name),
        Key::Computed(_) => None,
    }
}
