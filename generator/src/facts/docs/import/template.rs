//! Formats that pages write with placeholders: `{{project}}/{{name}}`, `<api-id>/<id>`, `API_ID/ID`.

use super::names::{Found, Names};
use super::words::{snake_case, words};
use crate::model::Segment;

/// Marks that separate parts wherever they stand. Others, such as `_`, stand in names too.
pub const SEPARATORS: &[char] = &['/', ':', '|', ',', '#', ';'];

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece<'t> {
    Text(&'t str),
    Hole(&'t str),
}

/// The format of a text with marked placeholders; `None` where it has none, or something that is neither.
pub fn marked(text: &str, names: &Names) -> Option<Vec<Segment>> {
    let pieces = pieces(text)?;
    pieces.iter().any(|piece| matches!(piece, Piece::Hole(_))).then_some(())?;
    named(&pieces, names)
}

fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let (mut rest, mut literal) = (text, 0);
    while literal < rest.len() {
        let here = &rest[literal..];
        let hole =
            [("{{", "}}"), ("${", "}"), ("{", "}"), ("<", ">")].into_iter().find_map(|(open, close)| {
                let (name, after) = here.strip_prefix(open)?.split_once(close)?;
                Some((name, after))
            });
        let variable = || {
            let rest = here.strip_prefix('$')?;
            let end =
                rest.find(|char: char| !(char.is_ascii_alphanumeric() || char == '_')).unwrap_or(rest.len());
            (end > 0).then(|| rest.split_at(end))
        };
        let Some((name, after)) = hole.or_else(variable) else {
            literal += here.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        if !is_name(name) {
            return None;
        }
        if literal > 0 {
            pieces.push(Piece::Text(&rest[..literal]));
        }
        pieces.push(Piece::Hole(name.trim()));
        (rest, literal) = (after, 0);
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    Some(pieces)
}

/// The format of names with marks between them, such as `API_ID/ID`. What stands in the example just as well is fixed, unless
/// all of it does.
pub fn bare(text: &str, example: Option<&str>, names: &Names) -> Option<Vec<Segment>> {
    let shown = example
        .map(|example| {
            apart(example)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Hole(text) | Piece::Text(text) => text,
                })
                .collect::<Vec<_>>()
        })
        .filter(|shown| shown.concat() != text);
    let mut pieces = apart(text);
    let mut holes = 0;
    for (at, piece) in pieces.iter_mut().enumerate() {
        let Piece::Hole(name) = *piece else { continue };
        let is_shown = shown.as_ref().is_some_and(|shown| shown.get(at) == Some(&name));
        if is_shown && !names.has(name) {
            *piece = Piece::Text(name);
        } else if is_name(name) && (names.has(name) || !name.contains(|char: char| char.is_ascii_digit())) {
            holes += 1;
        } else {
            return None;
        }
    }
    (holes > 1 || holes == 1 && pieces.len() > 1).then_some(())?;
    named(&pieces, names)
}

/// What stands between separators, and these.
fn apart(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for piece in text.split_inclusive(SEPARATORS) {
        let end = piece.trim_end_matches(SEPARATORS).len();
        if end > 0 {
            pieces.push(Piece::Hole(&piece[..end]));
        }
        if end < piece.len() {
            pieces.push(Piece::Text(&piece[end..]));
        }
    }
    pieces
}

/// Whether a part may be called so.
pub fn is_name(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | ' ' | '.'))
        && text.len() <= 60
}

/// Calls each part as the attribute that it is, or as the page does.
fn named(pieces: &[Piece], names: &Names) -> Option<Vec<Segment>> {
    let mut segments: Vec<Segment> = Vec::new();
    for piece in pieces {
        match *piece {
            Piece::Text(text) => match segments.last_mut() {
                Some(Segment::Literal(before)) => before.push_str(text),
                _ => segments.push(Segment::Literal(text.to_owned())),
            },
            Piece::Hole(text) => {
                let is_new = |name: &str| {
                    !segments.iter().any(|segment| matches!(segment, Segment::Part(part) if part == name))
                };
                let name = match names.find(text) {
                    // Its `id` may be the whole of what this is a part of.
                    Found::One(name)
                        if is_new(name) && (name != "id" || pieces.len() == 1 || words(text) == ["id"]) =>
                    {
                        name.to_owned()
                    }
                    _ => snake_case(text),
                };
                if !is_new(&name) || matches!(segments.last(), Some(Segment::Part(_))) {
                    return None;
                }
                segments.push(Segment::Part(name));
            }
        }
    }
    Some(segments)
}
