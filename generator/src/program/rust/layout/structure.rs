//! Struct literals and objects.

use super::code::{Entry, Rest};
use super::{INDENT, Manner, Place, STRUCT_WIDTH, comments, is_flat, width};

/// The width that entries of objects are written for; rustfmt leaves them as they are, wherever they stand.
const OBJECT_WIDTH: usize = 70;
/// The greatest width of an object on one line.
const SHORT_OBJECT: usize = 48;

/// A struct literal.
pub(super) fn literal(name: &str, fields: &[Entry], rest: Option<&Rest>, place: Place) -> Option<String> {
    place.before(2)?;
    if fields.is_empty() && rest.is_none() {
        return Some(format!("{name} {{}}"));
    }
    let room = place.width.checked_sub(width(name) + 5).map(|room| room.min(STRUCT_WIDTH));
    let nested = place.nested(INDENT);
    let mut values = Vec::new();
    for field in fields {
        values.push((&field.comments, self::field(field, nested)?));
    }
    if let Some(rest) = rest {
        values.push((&rest.comments, format!("..{}", super::write(&rest.value, nested.behind(2)?)?)));
    }
    let is_plain = values.iter().all(|(comments, value)| comments.is_empty() && is_flat(value));
    let total: usize = values.iter().map(|(_, value)| width(value)).sum();
    if is_plain && room.is_some_and(|room| total + 2 * (values.len() - 1) <= room) {
        let values: Vec<_> = values.into_iter().map(|(_, value)| value).collect();
        return Some(format!("{name} {{ {} }}", values.join(", ")));
    }
    let margin = " ".repeat(nested.indent);
    let mut text = format!("{name} {{\n");
    let last = values.len() - 1;
    for (index, (lines, value)) in values.into_iter().enumerate() {
        let comma = if index == last && rest.is_some() { "" } else { "," };
        text.extend([&comments(lines, nested.indent), &margin, &value, comma, "\n"]);
    }
    Some(format!("{text}{}}}", " ".repeat(place.indent)))
}

fn field(field: &Entry, place: Place) -> Option<String> {
    let Entry { name, value, .. } = field;
    let place = place.before(1)?;
    if let Some(text) = place.behind(width(name) + 2).and_then(|place| super::write(value, place)) {
        return Some(if text == *name { text } else { format!("{name}: {text}") });
    }
    let below = place.nested(INDENT);
    Some(format!("{name}:\n{}{}", " ".repeat(below.indent), super::write(value, below)?))
}

/// `object! { … }`, for lines with an indentation.
pub(super) fn object(entries: &[Entry], indent: usize) -> String {
    if entries.is_empty() {
        return "object! {}".to_owned();
    }
    let has_comments = entries.iter().any(|entry| !entry.comments.is_empty());
    let nested = Place::line(super::WIDTH - OBJECT_WIDTH, Manner { lenient: true, ..Manner::default() });
    let values: Vec<String> = entries.iter().map(|entry| entry_text(entry, nested)).collect();
    let flat = format!("object! {{ {} }}", values.join(", "));
    if !has_comments && is_flat(&flat) && width(&flat) <= SHORT_OBJECT {
        return flat;
    }
    let margin = " ".repeat(indent + INDENT);
    let mut text = String::from("object! {\n");
    for (entry, value) in entries.iter().zip(values) {
        let value = shift(&value, nested.indent, indent + INDENT);
        text.extend([&comments(&entry.comments, indent + INDENT), &margin, &value, ",\n"]);
    }
    format!("{text}{}}}", " ".repeat(indent))
}

fn entry_text(entry: &Entry, place: Place) -> String {
    let key = format!("{} => ", entry.name);
    let value = place.behind(width(&key)).and_then(|place| {
        super::write(&entry.value, Place { width: place.width.saturating_sub(1), ..place })
    });
    format!("{key}{}", value.expect("long lines always have a layout"))
}

/// The lines behind the first, moved from one indentation to another; lines inside of literals are moved with none.
fn shift(text: &str, from: usize, to: usize) -> String {
    let mut lines = text.split('\n');
    let mut moved = lines.next().unwrap_or_default().to_owned();
    let margin = " ".repeat(from);
    for line in lines {
        moved.push('\n');
        match line.strip_prefix(&margin) {
            Some(rest) => moved.extend([" ".repeat(to).as_str(), rest]),
            None => moved.push_str(line),
        }
    }
    moved
}
