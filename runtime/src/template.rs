//! Strings with values in them.

use crate::expression::{Expression, TemplatePart};
use crate::{Number, Value, hcl};

/// What [`crate::template!`] can put into a string: texts, numbers, booleans, and values of these.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a string",
    note = "strings, numbers, booleans and values of these can; of anything else choose an attribute, or encode it"
)]
pub trait Interpolate {
    /// The value as a text.
    fn interpolate(&self) -> Value<String>;
}

impl<T: Interpolate + ?Sized> Interpolate for &T {
    fn interpolate(&self) -> Value<String> {
        (**self).interpolate()
    }
}

macro_rules! values {
    ($($type:ty)*) => {
        $(impl Interpolate for Value<$type> {
            fn interpolate(&self) -> Value<String> {
                self.clone().into()
            }
        })*
    };
}

values! { String Number bool }

macro_rules! literals {
    ($($type:ty)*) => {
        $(impl Interpolate for $type {
            fn interpolate(&self) -> Value<String> {
                self.to_string().into()
            }
        })*
    };
}

literals! { str String char bool Number i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

/// Makes the string that [`crate::template!`] describes: texts with a value after each, and the text at the end.
#[doc(hidden)]
#[must_use]
pub fn template(parts: &[(&str, Value<String>)], end: &str) -> Value<String> {
    use crate::node::Field as _;

    if let Some(text) = literal(parts, end) {
        return Value::literal(text);
    }
    let parts = parts.iter().flat_map(|(text, value)| {
        let value = match value {
            Value::Literal(literal) => TemplatePart::Text(literal.to_string()),
            unknown => TemplatePart::Interpolation(hcl::expression(&unknown.node())),
        };
        [TemplatePart::Text((*text).to_owned()), value]
    });
    Value::Expression(Expression::template(merge(parts.chain([TemplatePart::Text(end.to_owned())]))))
}

/// The whole, where the program knows all of it.
fn literal(parts: &[(&str, Value<String>)], end: &str) -> Option<String> {
    let mut whole = String::new();
    for (text, value) in parts {
        whole += text;
        whole += value.as_literal()?;
    }
    Some(whole + end)
}

/// The parts with neighbouring texts as one: `$` at the end of one and `{` at the beginning of the next mean something.
fn merge(parts: impl Iterator<Item = TemplatePart>) -> Vec<TemplatePart> {
    let mut merged: Vec<TemplatePart> = Vec::new();
    for part in parts {
        match (merged.last_mut(), part) {
            (Some(TemplatePart::Text(last)), TemplatePart::Text(text)) => last.push_str(&text),
            (Some(TemplatePart::Text(last)), interpolation) if last.ends_with(['$', '%']) => {
                // `$${` would be an escaped `${`.
                let sign = last.pop().map_or_else(String::new, String::from);
                merged.push(TemplatePart::Interpolation(Expression::name(&crate::quoting::quote(&sign))));
                merged.push(interpolation);
            }
            (_, part) => merged.push(part),
        }
    }
    merged
}

/// A string with values in it, known or not: `template!("{}/*", bucket.arn())`.
///
/// As in [`format!`], `{}` stands for the values after the string in turn, `{name}` for a variable, and `{{` and `}}` for
/// braces. What the values say is never read as Terraform's own `${…}`.
#[macro_export]
macro_rules! template {
    ($($content:tt)*) => { $crate::derive::parse_template!($crate; $($content)*) };
}
