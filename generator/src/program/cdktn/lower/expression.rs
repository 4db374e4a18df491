//! Expressions.

use super::functions::function;
use super::{Lowering, Value, Wanted};
use crate::program::cdktn::code::{Code, Name};
use crate::program::{Binary, Call, Expression, Frame, Key, Language, Part, Unary, hcl, literal_template};

impl Lowering<'_> {
    /// An expression that may be anything.
    pub(super) fn free(&mut self, expression: &Expression) -> Code {
        self.wanted(expression, Wanted::Any)
    }

    /// An expression where a type is wanted.
    pub(super) fn wanted(&mut self, expression: &Expression, wanted: Wanted) -> Code {
        let value = self.value(expression);
        self.coerce(value, wanted)
    }

    /// An expression: what the library has no words for is said in Terraform's.
    pub(super) fn value(&mut self, expression: &Expression) -> Value {
        let imports = (self.library.len(), self.structs.len());
        if let Some(value) = self.say(expression, false) {
            return value;
        }
        self.library.truncate(imports.0);
        self.structs.truncate(imports.1);
        let text = self.raw_string(expression);
        let seen = Some(Wanted::String);
        let real = if matches!(expression, Expression::Template(_)) { seen } else { None };
        Value { real, ..Value::new(Code::Text(text), seen) }
    }

    /// An expression in the library's words; `inner` if it stands in a call, where strings are read otherwise.
    pub(super) fn say(&mut self, expression: &Expression, inner: bool) -> Option<Value> {
        Some(match expression {
            // What the library makes of it in a call is no `null`.
            Expression::Null if inner => return None,
            Expression::Null => Value::new(Code::Null, Some(Wanted::String)),
            Expression::String(text) => Value::new(Code::Text(literal(text, inner)), Some(Wanted::String)),
            Expression::Integer(number) if *number < 0 && self.is_page() => {
                let number = Code::Number(number.unsigned_abs().to_string());
                Value::any(self.library("Op").method("negate", vec![number]))
            }
            Expression::Integer(number) => Value::new(Code::Number(number.to_string()), Some(Wanted::Number)),
            Expression::Float(number) => Value::new(Code::Number(number.to_string()), Some(Wanted::Number)),
            Expression::Bool(value) => Value::new(Code::Bool(*value), Some(Wanted::Bool)),
            Expression::List(elements) => {
                let elements = elements.iter().map(|element| Some(self.say(element, inner)?.code));
                Value::new(Code::List(elements.collect::<Option<_>>()?), Some(Wanted::String))
            }
            Expression::Map(entries) => {
                let entries = self.in_order(entries);
                let entries = entries
                    .into_iter()
                    .map(|(key, value)| Some((self.key(key, inner)?, self.say(value, inner)?.code)));
                Value::new(Code::Map(entries.collect::<Option<_>>()?), Some(Wanted::String))
            }
            Expression::Object(_) | Expression::Dynamic(_) | Expression::For(_) => return None,
            Expression::Template(parts) => self.template(parts, inner)?,
            Expression::Reference(reference) => self.reference(reference, inner)?,
            Expression::Call(call) => Value::any(self.call(call)?),
            Expression::Unary(operator, operand) => {
                let operand = self.say(operand, true)?.code;
                Value::any(self.library("Op").method(unary(*operator), vec![operand]))
            }
            Expression::Binary(operator, operands) => {
                let operands = operands.iter().map(|operand| Some(self.say(operand, true)?.code));
                let operands = operands.collect::<Option<_>>()?;
                Value::any(self.library("Op").method(binary(*operator), operands))
            }
            Expression::Conditional(parts) => {
                let parts = parts.iter().map(|part| Some(self.say(part, true)?.code));
                let parts = parts.collect::<Option<_>>()?;
                // Python has no functions of the library outside of classes.
                Value::any(match self.language {
                    Language::Python => self.library("Fn").method("conditional", parts),
                    _ => Code::Call(Box::new(self.library("conditional")), parts),
                })
            }
        })
    }

    /// Entries as Terraform's JSON has them where that is what pages follow.
    pub(super) fn in_order<'e>(&self, entries: &'e [(Key, Expression)]) -> Vec<(&'e Key, &'e Expression)> {
        let mut entries: Vec<_> = entries.iter().map(|(key, value)| (key, value)).collect();
        if self.program.frame == Frame::Page {
            let is_index =
                |key: &Key| key.name().parse::<u32>().is_ok_and(|number| number.to_string() == key.name());
            entries.sort_by(|(one, _), (other, _)| {
                let numbers = (one.name().parse::<u32>().ok(), other.name().parse::<u32>().ok());
                match (is_index(one), is_index(other)) {
                    (true, true) => numbers.0.cmp(&numbers.1),
                    (one_first, other_first) if one_first != other_first => other_first.cmp(&one_first),
                    _ => one.name().cmp(other.name()),
                }
            });
        }
        entries
    }

    pub(super) fn key(&mut self, key: &Key, inner: bool) -> Option<Code> {
        match key {
            Key::Name(name) => Some(Code::Text(literal(name, inner))),
            // The library reads keys as plain text in a call.
            Key::Computed(_) if inner => None,
            Key::Computed(key) => {
                let value = self.say(key, false)?;
                Some(self.coerce(value, Wanted::String))
            }
        }
    }

    fn template(&mut self, parts: &[Part], inner: bool) -> Option<Value> {
        let braces = self.is_page() && !inner;
        let mut pieces = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let is_before_value = matches!(parts.get(index + 1), Some(Part::Value(_)));
            match part {
                // A dollar sign in front of an interpolation would escape it.
                Part::Text(text) if is_before_value && text.ends_with(['$', '%']) => {
                    if inner {
                        return None;
                    }
                    pieces.push(Code::Text(hcl::before_interpolation(text)));
                }
                Part::Text(text) => pieces.push(Code::Text(literal(text, inner))),
                Part::Directive(_) => return None,
                Part::Value(expression) => {
                    let value = self.say(expression, inner || !is_plain(expression))?;
                    let code = self.piece(value);
                    match code {
                        Code::Text(_) | Code::Call(..) | Code::Concat(_) => pieces.push(code),
                        code if braces => pieces.extend([Code::text("${"), code, Code::text("}")]),
                        code => pieces.push(code),
                    }
                }
            }
        }
        let code = Code::concat(pieces);
        Some(Value::new(code, Some(Wanted::String)))
    }

    /// A value as a part of a string.
    fn piece(&mut self, value: Value) -> Code {
        let is_string = value.real == Some(Wanted::String);
        match value.code {
            Code::Text(_) | Code::Concat(_) => value.code,
            Code::Number(number) => Code::Text(number),
            Code::Bool(value) => Code::Text(value.to_string()),
            Code::Name(_) | Code::Member(..) if is_string => value.code,
            // What may be a string is one to TypeScript.
            Code::Member(of, name)
                if value.real.is_none() && self.language != crate::program::Language::Python =>
            {
                Code::Member(of, name)
            }
            Code::Member(of, name) => match value.source.and_then(|source| Wanted::String.property(source)) {
                Some(property) => of.member(Name::library(property)),
                None => self.token("asString", Code::Member(of, name)),
            },
            code => self.token("asString", code),
        }
    }

    fn call(&mut self, call: &Call) -> Option<Code> {
        let function = function(&call.function).filter(|_| !call.expand)?;
        let mut arguments = Vec::new();
        let joined;
        let given = match &call.arguments[..] {
            // The library joins one list.
            [separator, lists @ ..] if function.name == "join" && lists.len() > 1 => {
                let function = "concat".to_owned();
                let all = Expression::Call(Call { function, arguments: lists.to_vec(), expand: false });
                joined = [separator.clone(), all];
                &joined[..]
            }
            given => given,
        };
        let last = function.parameters.len().saturating_sub(1);
        if given.len() > function.parameters.len() && !function.is_variadic {
            return None;
        }
        let values: Vec<Value> =
            given.iter().map(|argument| self.say(argument, true)).collect::<Option<_>>()?;
        let class = self.library("Fn");
        for (index, value) in values.into_iter().enumerate() {
            let wanted = function.parameters[index.min(last)];
            // Only a list of strings can be one that Terraform alone knows.
            let is_known = matches!(value.code, Code::List(_));
            let wanted = if wanted == Wanted::List && !is_known { Wanted::Strings } else { wanted };
            arguments.push(self.coerce(value, wanted));
        }
        if function.is_variadic {
            let further = arguments.split_off(last.min(arguments.len()));
            arguments.push(Code::List(further));
        }
        Some(class.method(function.name, arguments))
    }
}

/// Whether a value is said without a call.
fn is_plain(expression: &Expression) -> bool {
    matches!(expression, Expression::Reference(_) | Expression::String(_) | Expression::Template(_))
}

/// A literal string, as the library must be given it to mean just that text.
fn literal(text: &str, inner: bool) -> String {
    if inner {
        // In calls the library escapes `${` and the ends of lines, and nothing else.
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace("%{", "%%{")
            .replace('\r', "\\r")
            .replace('\t', "\\t")
    } else {
        literal_template(text)
    }
}

fn unary(operator: Unary) -> &'static str {
    match operator {
        Unary::Not => "not",
        Unary::Negate => "negate",
    }
}

fn binary(operator: Binary) -> &'static str {
    match operator {
        Binary::Or => "or",
        Binary::And => "and",
        Binary::Equal => "eq",
        Binary::NotEqual => "neq",
        Binary::Less => "lt",
        Binary::AtMost => "lte",
        Binary::Greater => "gt",
        Binary::AtLeast => "gte",
        Binary::Add => "add",
        Binary::Subtract => "sub",
        Binary::Multiply => "mul",
        Binary::Divide => "div",
        Binary::Modulo => "mod",
    }
}
