//! What `terraform import` takes.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use crate::Value;

/// An import ID as text: what the `ImportId` of a [`crate::Resource`] gives.
pub trait ImportIdText: fmt::Display {}

/// An import ID that is made of named parts, which it dereferences to: `id.api_id`.
///
/// Parsing and displaying undo each other: no part can be empty or contain the separator beside it.
pub struct ImportId<P> {
    parts: P,
    text: String,
}

/// An import ID of which nothing is known but that it is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlainImportId(String);

/// The parts of an import ID: a struct that the derive emits beside the resource.
pub trait ImportParts: Sized {
    /// The resource type, for messages.
    #[doc(hidden)]
    const TYPE: &'static str;

    /// The formats, best first, such as `{api_id}/{id}`.
    #[doc(hidden)]
    const FORMATS: &'static [&'static str];

    /// The part called `name`, where it is given.
    #[doc(hidden)]
    fn part(&self, name: &str) -> Option<&str>;

    /// The struct, from what gives the value of each part.
    #[doc(hidden)]
    fn build(part: &dyn Fn(&str) -> Option<String>) -> Self;
}

/// Why a text or some parts make no import ID.
#[derive(Clone, PartialEq, Eq)]
pub struct ImportIdError {
    message: String,
}

impl ImportIdError {
    fn new(message: String) -> Self {
        Self { message }
    }
}

impl fmt::Display for ImportIdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// As it is displayed, because `main` prints errors this way.
impl fmt::Debug for ImportIdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ImportIdError {}

/// A format: literal text and parts in turn. A derive has checked that two parts are never neighbours.
fn segments(format: &'static str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = format;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        if !literal.is_empty() {
            segments.push(Segment::Literal(literal));
        }
        segments.push(name.strip_prefix('+').map_or(Segment::Part(name), Segment::Rest));
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Literal(rest));
    }
    segments
}

#[derive(Clone, Copy)]
enum Segment {
    Literal(&'static str),
    Part(&'static str),
    /// `{+name}` at the end, which may hold separators.
    Rest(&'static str),
}

impl Segment {
    /// The name of a part.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Part(name) | Self::Rest(name) => Some(name),
            Self::Literal(_) => None,
        }
    }
}

/// The parts of `text` in the order of the format, or why it has none.
fn split(
    formats: &[&'static str],
    format: &'static str,
    text: &str,
) -> Result<Vec<(&'static str, String)>, String> {
    let segments = segments(format);
    let mut parts = Vec::new();
    let mut rest = text;
    for (index, segment) in segments.iter().enumerate() {
        match *segment {
            Segment::Literal(literal) => {
                rest = rest.strip_prefix(literal).ok_or_else(|| format!("`{literal}` is missing"))?;
            }
            Segment::Rest(name) => {
                check(formats, format, name, rest)?;
                parts.push((name, rest.to_owned()));
                rest = "";
            }
            Segment::Part(name) => {
                let end = match segments.get(index + 1) {
                    Some(Segment::Literal(next)) => rest
                        .find(next)
                        .ok_or_else(|| format!("`{next}` is missing after the part `{name}`"))?,
                    _ => rest.len(),
                };
                check(formats, format, name, &rest[..end])?;
                parts.push((name, rest[..end].to_owned()));
                rest = &rest[end..];
            }
        }
    }
    if rest.is_empty() { Ok(parts) } else { Err(format!("`{rest}` at the end is too much")) }
}

/// Whether the part `name` may be `text`: not empty, and without what separates it in any of the formats.
fn check(formats: &[&'static str], format: &str, name: &str, text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Err(format!("the part `{name}` is empty"));
    }
    for other in formats {
        let segments = segments(other);
        let position =
            segments.iter().position(|segment| matches!(segment, Segment::Part(part) if *part == name));
        let Some(position) = position else { continue };
        for neighbour in [position.checked_sub(1), position.checked_add(1)].into_iter().flatten() {
            if let Some(Segment::Literal(separator)) = segments.get(neighbour)
                && text.contains(separator)
            {
                let place = if *other == format { String::new() } else { format!(" of `{other}`") };
                return Err(format!(
                    "the part `{name}` is `{text}`, which contains the separator `{separator}`{place}"
                ));
            }
        }
    }
    Ok(())
}

/// The text of the parts, or why they give none.
fn join<P: ImportParts>(format: &'static str, parts: &P) -> Result<String, String> {
    let segments = segments(format);
    let mut text = String::new();
    for segment in &segments {
        match *segment {
            Segment::Literal(literal) => text += literal,
            Segment::Part(name) | Segment::Rest(name) => {
                let part = parts.part(name).ok_or_else(|| format!("the part `{name}` is missing"))?;
                check(P::FORMATS, format, name, part)?;
                text += part;
            }
        }
    }
    // A part may end in the beginning of a separator: then the text would be read differently.
    match split(P::FORMATS, format, &text) {
        Ok(read) => match read.iter().find(|(name, part)| parts.part(name) != Some(part)) {
            None => Ok(text),
            Some((name, part)) => Err(format!("the part `{name}` would be read as `{part}`")),
        },
        Err(why) => Err(why),
    }
}

impl<P: ImportParts> ImportId<P> {
    /// The import ID of these parts, in the format that has just the parts which are given.
    ///
    /// # Errors
    ///
    /// Says which part is missing, empty, or contains a separator.
    pub fn new(parts: P) -> Result<Self, ImportIdError> {
        let mut reasons = Vec::new();
        for (index, format) in P::FORMATS.iter().enumerate() {
            let has = |name: &str| segments(format).iter().any(|segment| segment.name() == Some(name));
            let mut names = P::FORMATS.iter().flat_map(|format| segments(format)).filter_map(Segment::name);
            let surplus = names.find(|name| parts.part(name).is_some() && !has(name));
            let surplus = surplus.map(|name| format!("it has no part `{name}`"));
            let text = match surplus {
                Some(reason) => Err(reason),
                None => join(format, &parts),
            };
            // A better format that fits the text, too, would win when it is read.
            let better = |text: &String| {
                P::FORMATS[..index].iter().find(|better| split(P::FORMATS, better, text).is_ok()).copied()
            };
            match text {
                Ok(text) => match better(&text) {
                    None => return Ok(Self { parts, text }),
                    Some(better) => reasons.push((*format, format!("`{text}` would be read as `{better}`"))),
                },
                Err(reason) => reasons.push((*format, reason)),
            }
        }
        Err(refuse(P::TYPE, "these parts make no import ID", &reasons))
    }

    /// The import ID as Terraform takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn refuse(type_name: &str, what: &str, reasons: &[(&str, String)]) -> ImportIdError {
    let mut message = format!("{what} of {type_name}");
    for (index, (format, reason)) in reasons.iter().enumerate() {
        message += if index == 0 { ": " } else { "; " };
        message += &format!("as `{format}`, {reason}");
    }
    ImportIdError::new(message)
}

impl<P: ImportParts> FromStr for ImportId<P> {
    type Err = ImportIdError;

    fn from_str(text: &str) -> Result<Self, ImportIdError> {
        let mut reasons = Vec::new();
        for format in P::FORMATS {
            match split(P::FORMATS, format, text) {
                Ok(read) => {
                    let part = |name: &str| {
                        read.iter().find(|(part, _)| *part == name).map(|(_, text)| text.clone())
                    };
                    return Ok(Self { parts: P::build(&part), text: text.to_owned() });
                }
                Err(reason) => reasons.push((*format, reason)),
            }
        }
        Err(refuse(P::TYPE, &format!("`{text}` is no import ID"), &reasons))
    }
}

impl<P: ImportParts> TryFrom<&str> for ImportId<P> {
    type Error = ImportIdError;

    fn try_from(text: &str) -> Result<Self, ImportIdError> {
        text.parse()
    }
}

impl<P> fmt::Display for ImportId<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl<P> fmt::Debug for ImportId<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl<P: ImportParts> Clone for ImportId<P> {
    fn clone(&self) -> Self {
        let part = |name: &str| self.parts.part(name).map(str::to_owned);
        Self { parts: P::build(&part), text: self.text.clone() }
    }
}

impl<P> PartialEq for ImportId<P> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<P> Eq for ImportId<P> {}

impl<P> Deref for ImportId<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.parts
    }
}

impl<P> ImportIdText for ImportId<P> {}

impl FromStr for PlainImportId {
    type Err = ImportIdError;

    fn from_str(text: &str) -> Result<Self, ImportIdError> {
        if text.is_empty() {
            Err(ImportIdError::new("the import ID is empty".into()))
        } else {
            Ok(Self(text.into()))
        }
    }
}

impl TryFrom<&str> for PlainImportId {
    type Error = ImportIdError;

    fn try_from(text: &str) -> Result<Self, ImportIdError> {
        text.parse()
    }
}

impl fmt::Display for PlainImportId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ImportIdText for PlainImportId {}

impl<P> From<ImportId<P>> for Value<String> {
    fn from(id: ImportId<P>) -> Self {
        Self::literal(id.text)
    }
}

impl From<PlainImportId> for Value<String> {
    fn from(id: PlainImportId) -> Self {
        Self::literal(id.0)
    }
}
