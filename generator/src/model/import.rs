//! What `terraform import` takes.

use serde::Serialize;

use super::{ImportId, Segment};

/// What is known of a construct's import ID.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// Its formats, best first; empty where none is known.
    pub formats: Vec<ImportId>,
    /// IDs that the provider's documentation shows.
    pub examples: Vec<String>,
    /// Why no format is known although there are IDs, as a clause.
    pub opaque: Option<String>,
}

/// How many import IDs are known, and how well.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ImportIds {
    /// Those with a format of named parts.
    pub typed: usize,
    /// Those that are shown somewhere and cannot be taken apart.
    pub opaque: usize,
    /// Those of which nothing is known.
    pub missing: usize,
}

impl<'i> FromIterator<Option<&'i Import>> for ImportIds {
    fn from_iter<I: IntoIterator<Item = Option<&'i Import>>>(imports: I) -> Self {
        let mut known = Self::default();
        for import in imports {
            *match import {
                Some(import) if !import.formats.is_empty() => &mut known.typed,
                Some(import) if import.opaque.is_some() => &mut known.opaque,
                _ => &mut known.missing,
            } += 1;
        }
        known
    }
}

impl Import {
    /// An ID to show: one of the provider's documentation that has one of the formats, or any where none is known.
    #[must_use]
    pub fn example(&self) -> Option<&str> {
        let fits = |id: &&String| self.formats.is_empty() || split(&self.formats, id).is_some();
        self.examples.iter().find(fits).map(String::as_str)
    }
}

impl AsRef<[Segment]> for ImportId {
    fn as_ref(&self) -> &[Segment] {
        &self.segments
    }
}

/// The parts of an ID, by the first format that takes it apart: as the runtime has it, a part is not empty and does not contain what
/// separates it in any of the formats.
pub fn split<'f, 't, F: AsRef<[Segment]>>(
    formats: &'f [F],
    text: &'t str,
) -> Option<(usize, Vec<(&'f str, &'t str)>)> {
    formats.iter().enumerate().find_map(|(at, format)| Some((at, split_by(formats, format.as_ref(), text)?)))
}

fn split_by<'f, 't, F: AsRef<[Segment]>>(
    formats: &[F],
    format: &'f [Segment],
    text: &'t str,
) -> Option<Vec<(&'f str, &'t str)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    for (at, segment) in format.iter().enumerate() {
        match segment {
            Segment::Literal(literal) => rest = rest.strip_prefix(literal.as_str())?,
            Segment::Rest(name) => {
                parts.push((name.as_str(), std::mem::take(&mut rest)));
            }
            Segment::Part(name) => {
                let end = match format.get(at + 1) {
                    Some(Segment::Literal(next)) => rest.find(next.as_str())?,
                    _ => rest.len(),
                };
                let (part, after) = rest.split_at(end);
                let is_sound =
                    !part.is_empty() && neighbours(formats, name).all(|separator| !part.contains(separator));
                if !is_sound {
                    return None;
                }
                parts.push((name.as_str(), part));
                rest = after;
            }
        }
    }
    (rest.is_empty() && parts.iter().all(|(_, part)| !part.is_empty())).then_some(parts)
}

/// What stands beside a part in any of the formats.
fn neighbours<'f, F: AsRef<[Segment]>>(formats: &'f [F], name: &'f str) -> impl Iterator<Item = &'f str> {
    formats.iter().map(AsRef::as_ref).flat_map(move |format| {
        let at = format.iter().position(|segment| matches!(segment, Segment::Part(part) if part == name));
        let beside = at.into_iter().flat_map(|at| [at.checked_sub(1), Some(at + 1)]).flatten();
        beside.filter_map(|at| match format.get(at) {
            Some(Segment::Literal(literal)) => Some(literal.as_str()),
            _ => None,
        })
    })
}
