//! Whether parts look like what they are called.

use super::names::Names;
use super::template::SEPARATORS;
use super::words::words;
use super::{Format, parts};
use crate::model::{Segment, split};

/// Words for what may be written with marks in it.
const MARKED: &[&str] = &[
    "path",
    "key",
    "url",
    "uri",
    "cidr",
    "block",
    "address",
    "ip",
    "member",
    "principal",
    "value",
    "prefix",
    "endpoint",
    "scope",
];

/// Words for what may be an ARN.
const ARN_LIKE: &[&str] = &["arn", "principal", "member", "target", "source"];

/// Whether an ID can be just the part that is called so; `is_named` where the page has the name itself.
pub fn is_whole(name: &str, id: &str, is_named: bool) -> bool {
    let words = words(name);
    let head = words.last().map_or("", String::as_str);
    if id.starts_with("arn:") || head == "arn" {
        return ARN_LIKE.contains(&head) && is_arn(id);
    }
    if MARKED.contains(&head) {
        return true;
    }
    // What is just a name may be a path, as every ID is then.
    let marks: &[char] = if is_named && head != "id" { &[',', '|', '#', ';', ':'] } else { SEPARATORS };
    !id.contains(marks)
}

/// Whether a part of an ID can be what it is called.
pub fn is_plausible(name: &str, part: &str) -> bool {
    let words = words(name);
    let head = words.last().map_or("", String::as_str);
    if part.starts_with("arn:") {
        return ARN_LIKE.contains(&head);
    }
    if MARKED.contains(&head) || part.starts_with('/') || part.contains("://") {
        return true;
    }
    !part.contains(SEPARATORS)
}

fn is_arn(id: &str) -> bool {
    id.starts_with("arn:") || !id.contains(SEPARATORS)
}

/// Whether a part can be called so in every language.
pub fn is_part_name(name: &str) -> bool {
    !matches!(name, "" | "_" | "self" | "super" | "crate")
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
}

/// The name of a part that another part has in its text, and that does not have it itself.
///
/// `type_words` are those of what is imported: its own `name` may have them.
pub fn exchanged<'f>(read: &[(&'f str, &str)], type_words: &[String]) -> Option<&'f str> {
    let telling = |text: &str| -> Vec<String> {
        words(text).into_iter().filter(|word| word.len() > 3 && word != "name").collect()
    };
    for (name, part) in read {
        let mut own = telling(name);
        if own.is_empty() {
            own.extend_from_slice(type_words);
        }
        for word in telling(part).iter().filter(|word| !own.contains(word)) {
            let other = read.iter().find(|(other, text)| {
                other != name && telling(other).contains(word) && !telling(text).contains(word)
            });
            if let Some((other, _)) = other.filter(|_| !own.iter().any(|own| part.contains(own.as_str()))) {
                return Some(other);
            }
        }
    }
    None
}

/// Whether fixed text of a format has words with spaces, which stand for something else: ` roles/viewer`.
pub fn has_samples(format: &[Segment]) -> bool {
    format.iter().any(|segment| match segment {
        Segment::Literal(text) => text.contains(' ') && text.contains(char::is_alphanumeric),
        Segment::Part(_) | Segment::Rest(_) => false,
    })
}

/// A format up to the samples at its end, and what these are called: ` roles/viewer user:jane@example.com`.
///
/// # Errors
///
/// Gives the sample that cannot be called.
pub fn with_samples(mut format: Format, names: &Names) -> Result<(Format, Format), String> {
    if !has_samples(&format) {
        return Ok((format, Format::new()));
    }
    let Some(Segment::Literal(text)) = format.pop() else { return Err(String::new()) };
    let (fixed, samples) = text.split_once(' ').unwrap_or((&text, ""));
    let mut behind = Format::new();
    for sample in samples.split(' ') {
        let name = if sample.starts_with("roles/") { "role" } else { "member" };
        let is_member = name == "role" || sample.contains('@');
        if !is_member || !names.has(name) {
            return Err(sample.to_owned());
        }
        behind.extend([Segment::Literal(" ".to_owned()), Segment::Part(name.to_owned())]);
    }
    if !fixed.is_empty() {
        format.push(Segment::Literal(fixed.to_owned()));
    }
    if has_samples(&format) { Err(fixed.to_owned()) } else { Ok((format, behind)) }
}

/// Whether two formats differ in the names of their parts only.
pub fn is_alike(one: &[Segment], other: &[Segment]) -> bool {
    let is_same = |(one, other): (&Segment, &Segment)| match (one, other) {
        (Segment::Part(_), Segment::Part(_)) => true,
        (one, other) => one == other,
    };
    one.len() == other.len() && one.iter().zip(other).all(is_same)
}

/// Calls parts as `front` does, where only that is an attribute.
pub fn rename(formats: &mut [Format], front: &[Segment], names: &Names) {
    let Some(alike) = formats.iter().find(|format| is_alike(format, front)).cloned() else { return };
    for (from, to) in parts(&alike).zip(parts(front)) {
        if names.has_attribute(from) || !names.has_attribute(to) {
            continue;
        }
        for segment in formats.iter_mut().flatten() {
            if matches!(segment, Segment::Part(name) if name == from) {
                *segment = Segment::Part(to.to_owned());
            }
        }
    }
}

/// Formats of which none takes what is another's: those with more fixed text come first where that is needed, and what is still
/// taken by another is left out.
pub fn told_apart(mut formats: Vec<Format>) -> Vec<Format> {
    // Where the first begins with a part before a fixed word, the part is a path itself: `{key_ring}/cryptoKeys/{name}`.
    if let Some([Segment::Part(path), Segment::Literal(word), ..]) = formats.first().map(Vec::as_slice)
        && word.len() > 1
    {
        let (path, word) = (path.clone(), word.clone());
        formats.retain(|format| match format.as_slice() {
            [Segment::Part(first), Segment::Literal(next), ..] => *first != path || *next == word,
            _ => true,
        });
    }
    let own = |formats: &[Format], format: &Format| {
        let id: String = format
            .iter()
            .map(|segment| match segment {
                Segment::Literal(text) => text.clone(),
                Segment::Part(name) | Segment::Rest(name) => name.to_uppercase(),
            })
            .collect();
        split(formats, &id).is_some_and(|(at, _)| formats[at] == *format)
    };
    if !formats.iter().all(|format| own(&formats, format)) {
        formats.sort_by_key(|format| std::cmp::Reverse(fixed(format)));
    }
    let mut kept: Vec<Format> = Vec::new();
    for format in formats {
        kept.push(format);
        let last = kept.len() - 1;
        if !own(&kept, &kept[last]) || parts(&kept[last]).next().is_none() {
            kept.pop();
        }
    }
    kept
}

fn fixed(format: &Format) -> usize {
    let literal = |segment: &Segment| match segment {
        Segment::Literal(text) => text.len(),
        Segment::Part(_) | Segment::Rest(_) => 0,
    };
    format.iter().map(literal).sum()
}
