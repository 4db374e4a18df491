//! Values made to be of the type that is wanted: in programs what only Terraform knows has a type by the call that wraps it.

use super::{Lowering, Source, Value};
use crate::model::Type;
use crate::program::Frame;
use crate::program::cdktn::code::{Code, Name};

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Anything.
    Any,
    /// A string.
    String,
    /// A number.
    Number,
    /// A truth value.
    Bool,
    /// A list or set of strings.
    Strings,
    /// A list or set of numbers.
    Numbers,
    /// A list or set of other values.
    List,
    /// A map of strings.
    StringMap,
    /// A map of numbers.
    NumberMap,
    /// A map of truth values.
    BoolMap,
    /// A map of other values.
    Map,
    /// An object of a known shape, or a tuple.
    Object,
}

impl Wanted {
    /// What a type asks for.
    pub(super) fn of(ty: &Type) -> Self {
        match ty {
            Type::Dynamic => Self::Any,
            Type::String => Self::String,
            Type::Number => Self::Number,
            Type::Bool => Self::Bool,
            Type::List(element) | Type::Set(element) => match **element {
                Type::String => Self::Strings,
                Type::Number => Self::Numbers,
                _ => Self::List,
            },
            Type::Map(element) => match **element {
                Type::String => Self::StringMap,
                Type::Number => Self::NumberMap,
                Type::Bool => Self::BoolMap,
                _ => Self::Map,
            },
            Type::Tuple(_) | Type::Object(_) => Self::Object,
        }
    }

    /// The method of `Token` that makes a value of it.
    fn method(self) -> &'static str {
        match self {
            Self::String => "asString",
            Self::Number => "asNumber",
            Self::Strings => "asList",
            Self::Numbers => "asNumberList",
            Self::StringMap => "asStringMap",
            Self::NumberMap => "asNumberMap",
            Self::BoolMap => "asBooleanMap",
            Self::Map => "asAnyMap",
            // The library has no truth values that only Terraform knows.
            Self::Bool | Self::Any | Self::List | Self::Object => "asAny",
        }
    }

    /// The property of a variable or local value that is one.
    pub(super) fn property(self, source: Source) -> Option<&'static str> {
        match (source, self) {
            (Source::Variable, Self::String) => Some("stringValue"),
            (Source::Variable, Self::Number) => Some("numberValue"),
            (Source::Variable, Self::Bool) => Some("booleanValue"),
            (Source::Variable, Self::Strings) => Some("listValue"),
            (Source::Local, Self::Bool) => Some("asBoolean"),
            (Source::Local, Self::Any | Self::Object | Self::List | Self::Numbers)
            | (Source::Variable, _) => None,
            (Source::Local, other) => Some(other.method()),
        }
    }
}

impl Lowering<'_> {
    /// A value where a type is wanted.
    pub(super) fn coerce(&mut self, value: Value, wanted: Wanted) -> Code {
        let Value { code, seen, real, source, is_free } = value;
        let differs = seen != Some(wanted) || real.is_some_and(|real| real != wanted);
        if wanted == Wanted::Any || is_free || !differs {
            return code;
        }
        match (&code, wanted) {
            (Code::Text(text), Wanted::Bool) if text == "true" || text == "false" => {
                return Code::Bool(text == "true");
            }
            (Code::Text(text), Wanted::Number) if self.program.frame != Frame::Page && is_number(text) => {
                return Code::Number(text.clone());
            }
            (Code::Number(number), Wanted::String) if self.program.frame != Frame::Page => {
                return Code::text(number);
            }
            (Code::Bool(value), Wanted::String) if self.program.frame != Frame::Page => {
                return Code::text(value.to_string());
            }
            (Code::List(elements), Wanted::Strings) if self.program.frame != Frame::Page => {
                return Code::List(elements.iter().map(|element| self.string(element.clone())).collect());
            }
            (Code::List(_), Wanted::Numbers | Wanted::List) if self.program.frame != Frame::Page => {
                return code;
            }
            (Code::Null, _)
            | (Code::List(_) | Code::Map(_) | Code::Struct(..), Wanted::Object)
            | (Code::Map(_), Wanted::StringMap | Wanted::NumberMap | Wanted::BoolMap | Wanted::Map) => {
                return code;
            }
            _ => {}
        }
        if wanted == Wanted::Object && !matches!(code, Code::Text(_)) {
            return code;
        }
        match (source.and_then(|source| wanted.property(source)), code) {
            (Some(property), Code::Member(of, _)) => of.member(Name::library(property)),
            (_, code) => self.token(wanted.method(), code),
        }
    }

    /// A value among strings.
    fn string(&mut self, code: Code) -> Code {
        match code {
            Code::Number(number) => Code::Text(number),
            Code::Bool(value) => Code::text(value.to_string()),
            Code::Call(ref method, _) if !is_token(method) => self.token("asString", code),
            code => code,
        }
    }

    /// A call of a method of `Token`.
    pub(super) fn token(&mut self, method: &str, code: Code) -> Code {
        self.library("Token").method(method, vec![code])
    }
}

/// Whether a method is one of `Token`.
fn is_token(method: &Code) -> bool {
    matches!(method, Code::Member(of, _) if matches!(&**of, Code::Name(name) if name.typescript == "Token"))
}

/// Whether a text is a number that a program can hold.
fn is_number(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}
