//! Rules: whether their arguments make sense, and whether they fit the type.

use proc_macro2::Span;
use syn::{Error, Lit, LitStr, Result};

use super::types::{Leaf, Shape};
use super::{contradiction, nearest};
use crate::model::{Bounds, Check, Rule, Source};
use crate::syntax::{Argument, Entry, Scalar};

/// The words that begin a rule.
pub const WORDS: &[&str] = &[
    "one_of",
    "range",
    "length",
    "pattern",
    "min_items",
    "max_items",
    "conflicts_with",
    "exactly_one_of",
    "at_least_one_of",
    "required_with",
];

/// Those among them that name other fields.
const RELATIONS: &[&str] = &["conflicts_with", "exactly_one_of", "at_least_one_of", "required_with"];

/// What a rule stands on.
#[derive(Clone, Copy)]
pub enum On {
    /// A field.
    Field(Shape),
    /// A path, and the type there where it is known.
    Path(Option<Shape>),
}

/// The rules among the entries that are right by themselves; mistakes go to `errors`.
pub fn rules<'a>(entries: impl IntoIterator<Item = &'a Entry>, on: On, errors: &mut Vec<Error>) -> Vec<Rule> {
    let mut rules = Vec::new();
    for entry in entries {
        match rule(entry, on) {
            Ok(rule) => rules.push((rule, entry.word.span())),
            Err(error) => errors.push(error),
        }
    }
    contradiction::find(&rules, errors);
    rules.into_iter().map(|(rule, _)| rule).collect()
}

fn rule(entry: &Entry, on: On) -> Result<Rule> {
    let word = entry.name();
    match on {
        On::Field(shape) | On::Path(Some(shape)) => fits(entry, shape)?,
        On::Path(None) => {}
    }
    if matches!(on, On::Path(_)) && RELATIONS.contains(&word.as_str()) {
        return Err(Error::new(entry.word.span(), format!("`{word}` stands on a field, not on a path")));
    }
    let mut arguments = entry.arguments()?;
    let source = origin(&mut arguments)?;
    let severity = severity(&mut arguments)?;
    let span = entry.word.span();
    let check = match word.as_str() {
        "one_of" => Check::OneOf(values(arguments, span, on)?),
        "range" => Check::Range(bounds(arguments, span, false)?),
        "length" => Check::Length(bounds(arguments, span, true)?),
        "pattern" => Check::Pattern(pattern(arguments, span)?),
        "min_items" => Check::MinItems(count(arguments, span)?),
        "max_items" => Check::MaxItems(count(arguments, span)?),
        "conflicts_with" => Check::ConflictsWith(texts(arguments, span, "the name of a field")?),
        "exactly_one_of" => Check::ExactlyOneOf(texts(arguments, span, "the name of a field")?),
        "at_least_one_of" => Check::AtLeastOneOf(texts(arguments, span, "the name of a field")?),
        "required_with" => Check::RequiredWith(texts(arguments, span, "the name of a field")?),
        _ => {
            return Err(Error::new(
                span,
                format!("there is no rule `{word}`{}", nearest::hint(&word, WORDS)),
            ));
        }
    };
    Ok(Rule { check, source, warning: severity.unwrap_or(source == Source::Docs) })
}

/// Whether there can be such a rule on what a field of this type holds.
fn fits(entry: &Entry, field: Shape) -> Result<()> {
    let word = entry.name();
    let wrong = |what: &str| {
        let message = format!("`{word}` is a rule on {what}, and this is {}", field.noun());
        Err(Error::new(entry.word.span(), message))
    };
    match word.as_str() {
        "one_of" if !matches!(field.leaf, Leaf::String | Leaf::Number | Leaf::Any) => {
            wrong("strings and numbers")
        }
        "length" | "pattern" if !matches!(field.leaf, Leaf::String | Leaf::Any) => wrong("strings"),
        "range" if !matches!(field.leaf, Leaf::Number | Leaf::Any) => wrong("numbers"),
        "min_items" | "max_items" if !field.collection && !field.single_block && field.leaf != Leaf::Any => {
            wrong("collections and blocks")
        }
        _ => Ok(()),
    }
}

/// Takes `source = …` out of the arguments.
fn origin(arguments: &mut Vec<Argument>) -> Result<Source> {
    let Some((word, span)) = named(arguments, "source")? else { return Ok(Source::Declared) };
    match word.as_str() {
        "schema" => Ok(Source::Schema),
        "docs" => Ok(Source::Docs),
        "override" => Ok(Source::Override),
        other => {
            let hint = nearest::hint(other, &["schema", "docs", "override"]);
            Err(Error::new(span, format!("a rule has no source `{other}`{hint}")))
        }
    }
}

/// Takes `severity = …` out of the arguments; whether it is a warning.
fn severity(arguments: &mut Vec<Argument>) -> Result<Option<bool>> {
    let Some((word, span)) = named(arguments, "severity")? else { return Ok(None) };
    match word.as_str() {
        "error" => Ok(Some(false)),
        "warning" => Ok(Some(true)),
        other => {
            let hint = nearest::hint(other, &["error", "warning"]);
            Err(Error::new(span, format!("a rule has no severity `{other}`{hint}")))
        }
    }
}

fn named(arguments: &mut Vec<Argument>, name: &str) -> Result<Option<(String, Span)>> {
    let is_named = |argument: &Argument| argument.name.as_ref().is_some_and(|word| word == name);
    let Some(position) = arguments.iter().position(is_named) else { return Ok(None) };
    let value = arguments.remove(position).value;
    if let Some(again) = arguments.iter().find(|argument| is_named(argument)) {
        return Err(Error::new(again.value.span(), format!("`{name}` stands here twice")));
    }
    match value {
        Scalar::Word(word) => Ok(Some((word.to_string(), word.span()))),
        Scalar::Literal { literal, .. } => {
            Err(Error::new_spanned(literal, format!("`{name}` takes a word without quotes")))
        }
    }
}

/// The values of `one_of`: numbers on numbers, else strings.
fn values(arguments: Vec<Argument>, span: Span, on: On) -> Result<Vec<String>> {
    let is_number = |argument: &Argument| {
        matches!(argument.value, Scalar::Literal { literal: Lit::Int(_) | Lit::Float(_), .. })
    };
    let of_numbers = match on {
        On::Field(shape) | On::Path(Some(shape)) => shape.leaf == Leaf::Number,
        On::Path(None) => arguments.first().is_some_and(is_number),
    };
    if !of_numbers || arguments.is_empty() {
        return Ok(texts(arguments, span, "a value")?.iter().map(LitStr::value).collect());
    }
    let number = |argument: Argument| unnamed(&argument, &[]).and_then(|()| number(&argument.value, false));
    arguments.into_iter().map(number).collect()
}

/// Arguments that are all strings, at least one.
fn texts(arguments: Vec<Argument>, span: Span, what: &str) -> Result<Vec<LitStr>> {
    if arguments.is_empty() {
        return Err(Error::new(span, format!("expected {what} in quotes")));
    }
    let mut texts = Vec::new();
    let mut errors: Option<Error> = None;
    for argument in arguments {
        match text(argument, what) {
            Ok(text) => texts.push(text),
            Err(error) => match &mut errors {
                Some(errors) => errors.combine(error),
                None => errors = Some(error),
            },
        }
    }
    errors.map_or(Ok(texts), Err)
}

fn text(argument: Argument, what: &str) -> Result<LitStr> {
    unnamed(&argument, &[])?;
    match argument.value {
        Scalar::Literal { negative: false, literal: Lit::Str(text) } => Ok(text),
        other => Err(Error::new(other.span(), format!("expected {what} in quotes"))),
    }
}

fn unnamed(argument: &Argument, right: &[&str]) -> Result<()> {
    match &argument.name {
        None => Ok(()),
        Some(name) => {
            let right: Vec<&str> = right.iter().copied().chain(["source", "severity"]).collect();
            let hint = nearest::hint(&name.to_string(), &right);
            Err(Error::new(name.span(), format!("the rule has no argument `{name}`{hint}")))
        }
    }
}

fn bounds(arguments: Vec<Argument>, span: Span, whole: bool) -> Result<Bounds> {
    let mut bounds = Bounds { min: None, max: None };
    for (index, argument) in arguments.into_iter().enumerate() {
        let slot = match argument.name.as_ref().map(ToString::to_string).as_deref() {
            Some("min") => &mut bounds.min,
            Some("max") => &mut bounds.max,
            None if index == 0 => &mut bounds.min,
            None if index == 1 => &mut bounds.max,
            None => return Err(Error::new(argument.value.span(), "expected two bounds, not more")),
            Some(_) => return unnamed(&argument, &["min", "max"]).map(|()| bounds),
        };
        if slot.is_some() {
            return Err(Error::new(argument.value.span(), "this bound is given twice"));
        }
        *slot = Some(number(&argument.value, whole)?);
    }
    let parsed = |bound: &Option<String>| bound.as_ref().and_then(|text| text.parse::<f64>().ok());
    match (parsed(&bounds.min), parsed(&bounds.max)) {
        (None, None) => {
            Err(Error::new(span, "expected a bound, such as `(1, 10)`, `(min = 1)` or `(max = 10)`"))
        }
        (Some(min), Some(max)) if min > max => Err(Error::new(span, "the first bound is above the second")),
        _ => Ok(bounds),
    }
}

fn number(value: &Scalar, whole: bool) -> Result<String> {
    let sign = |negative: bool| if negative { "-" } else { "" };
    match value {
        Scalar::Literal { negative, literal: Lit::Int(int) } if !(whole && *negative) => {
            Ok(format!("{}{}", sign(*negative), int.base10_digits()))
        }
        Scalar::Literal { negative, literal: Lit::Float(float) } if !whole => {
            Ok(format!("{}{}", sign(*negative), float.base10_digits()))
        }
        other if whole => Err(Error::new(other.span(), "expected a whole number that is not negative")),
        other => Err(Error::new(other.span(), "expected a number")),
    }
}

fn one(arguments: Vec<Argument>, span: Span, what: &str) -> Result<Argument> {
    let mut arguments = arguments.into_iter();
    let first = arguments.next().ok_or_else(|| Error::new(span, format!("expected {what}")))?;
    match arguments.next() {
        None => Ok(first),
        Some(more) => {
            unnamed(&more, &[])?;
            Err(Error::new(more.value.span(), format!("expected {what} and nothing else")))
        }
    }
}

fn count(arguments: Vec<Argument>, span: Span) -> Result<u64> {
    let argument = one(arguments, span, "a number of items")?;
    unnamed(&argument, &[])?;
    let text = number(&argument.value, true)?;
    text.parse().map_err(|_| Error::new(argument.value.span(), "this number is too large"))
}

fn pattern(arguments: Vec<Argument>, span: Span) -> Result<String> {
    let argument = one(arguments, span, "a regular expression in quotes")?;
    let pattern = text(argument, "a regular expression")?;
    match regex_lite::Regex::new(&pattern.value()) {
        Ok(_) => Ok(pattern.value()),
        Err(error) => Err(Error::new(pattern.span(), format!("the regular expression is wrong: {error}"))),
    }
}
