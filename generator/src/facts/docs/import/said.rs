//! Formats from what sentences say, with the attributes that they mean.

use super::names::Found;
use super::phrase::{Item, Phrase};
use super::template::{self, SEPARATORS};
use super::words::{snake_case, words};
use super::{Format, Formats, Reader, shape};
use crate::model::{Segment, split};

impl Reader<'_> {
    /// What sentences say.
    pub fn phrase(&self) -> Option<Formats> {
        self.sentence().map(|phrase| self.said(&phrase))
    }

    /// The first sentence on the parts.
    pub fn sentence(&self) -> Option<Phrase> {
        let mut paragraphs = self.section.paragraphs.iter().chain(&self.section.items);
        paragraphs.find_map(|paragraph| Phrase::of(paragraph))
    }

    /// What is said of the attribute `id`, which holds the ID, where it has several parts.
    pub fn description(&self) -> Option<Formats> {
        let phrase = Phrase::of_description(&self.section.of_id)?;
        phrase.alternatives.iter().all(|items| items.len() > 1).then(|| self.said(&phrase))
    }

    fn said(&self, phrase: &Phrase) -> Formats {
        if let Some(caveat) = &phrase.caveat {
            return Err(format!("what the page says with \"{caveat}\" is not understood"));
        }
        let formats: Vec<_> = phrase
            .alternatives
            .iter()
            .map(|items| self.alternative(items, phrase))
            .collect::<Result<_, _>>()?;
        match &phrase.optional {
            Some(name) => self.with_optional(formats, name),
            None => Ok(formats),
        }
    }

    /// A format without an optional part and with it: two examples that differ in no more show where it stands.
    fn with_optional(&self, mut formats: Vec<Format>, name: &str) -> Formats {
        let unshown = || format!("the page does not show where the optional `{name}` stands");
        let Found::One(optional) = self.names.find(name) else { return Err(unshown()) };
        let read: Vec<_> = self.real().filter_map(|id| split(&formats, id)).collect();
        let longer = |short: &[(&str, &str)], long: &[(&str, &str)]| {
            let mut other = short.iter().zip(long).filter(|(short, long)| short != long);
            let ((part, short), (_, long)) = other.next().filter(|_| other.next().is_none())?;
            let added = long.strip_prefix(short)?;
            let mark = added.chars().next().filter(|mark| SEPARATORS.contains(mark))?;
            (!added[1..].contains(SEPARATORS)).then(|| ((*part).to_owned(), mark))
        };
        let found = read.iter().find_map(|(at, short)| {
            let found =
                read.iter().filter(|(other, _)| other == at).find_map(|(_, long)| longer(short, long))?;
            Some((*at, found))
        });
        let (at, (part, mark)) = found.ok_or_else(unshown)?;
        let mut whole = formats[at].clone();
        let behind =
            whole.iter().position(|segment| *segment == Segment::Part(part.clone())).ok_or_else(unshown)? + 1;
        whole
            .splice(behind..behind, [Segment::Literal(mark.to_string()), Segment::Part(optional.to_owned())]);
        formats.push(whole);
        Ok(formats)
    }

    fn alternative(&self, items: &[Item], phrase: &Phrase) -> Result<Format, String> {
        let example = self.real().next();
        if let [Item::Template(text)] = items {
            let format =
                template::marked(text, self.names).or_else(|| template::bare(text, example, self.names));
            return format.ok_or_else(|| format!("`{text}` is no format"));
        }
        let is_only = items.len() == 1;
        let mut pieces = Vec::new();
        for item in items {
            pieces.push(match item {
                Item::Fixed(text) => Segment::Literal(text.clone()),
                Item::Template(text) => return Err(format!("`{text}` stands among parts of the ID")),
                Item::Words(words) => Segment::Part(self.word(words, is_only)?),
                Item::Name { name, of } => Segment::Part(self.name(name, of, is_only)?),
            });
        }
        let mut depths = self.real().map(|id| id.contains('/'));
        let first = depths.next();
        if is_only && phrase.alternatives.len() == 1 && depths.any(|depth| Some(depth) != first) {
            return Err("the page speaks of one part, and its examples have several".to_owned());
        }
        if is_only && self.placeholders().iter().any(|format| format.len() > 1) {
            return Err("the page speaks of one part, and its placeholders are several".to_owned());
        }
        if is_only && let [Segment::Part(name)] = pieces.as_slice() {
            let is_named = matches!(items, [Item::Name { .. }]);
            if let Some(id) = self
                .real()
                .find(|id| !shape::is_whole(name, id, is_named) && !Self::is_of_another(id, phrase))
            {
                return Err(format!("`{id}` has more to it than the `{name}` that the page speaks of"));
            }
        }
        if pieces.iter().any(|piece| matches!(piece, Segment::Literal(_))) {
            return Ok(pieces);
        }
        let separator = if is_only { String::new() } else { self.separator(pieces.len(), phrase)? };
        let mut format = Format::new();
        for piece in pieces {
            if format.contains(&piece) {
                return Err("the page gives two of its parts the same name".to_owned());
            }
            if !format.is_empty() {
                format.push(Segment::Literal(separator.clone()));
            }
            format.push(piece);
        }
        Ok(format)
    }

    /// Whether an ID may be of another of several forms.
    fn is_of_another(id: &str, phrase: &Phrase) -> bool {
        phrase.alternatives.len() > 1
            && phrase.alternatives.iter().any(|items| match phrase.separator.as_deref() {
                Some(separator) => items.len() > 1 && id.split(separator).count() == items.len(),
                None => id.starts_with("arn:") || items.len() > 1,
            })
    }

    fn word(&self, words: &str, is_only: bool) -> Result<String, String> {
        let found = if is_only { self.names.find_whole(words) } else { self.names.find(words) };
        match found {
            Found::One(name) => Ok(name.to_owned()),
            Found::Several(names) => {
                let names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
                Err(format!("\"{words}\" could be {}", names.join(" or ")))
            }
            Found::None => {
                let kind = words.rsplit_once(' ').filter(|(_, head)| is_id(head)).map(|(kind, _)| kind);
                let is_own = is_only && words.split_whitespace().last().is_some_and(is_id);
                // "The table's identifier" may be its ARN: the example shows it.
                match kind.map(|kind| self.names.find(&format!("{kind} arn"))) {
                    Some(Found::One(name)) if !is_own => Ok(name.to_owned()),
                    _ if is_own && self.names.has("id") => Ok("id".to_owned()),
                    _ => Err(format!("\"{words}\" is no attribute")),
                }
            }
        }
    }

    fn name(&self, name: &str, of: &str, is_only: bool) -> Result<String, String> {
        let is_vague = ["id", "name", "arn"].contains(&name);
        if self.names.has(name) && (!is_vague || of.is_empty()) {
            return Ok(name.to_owned());
        }
        let whole = format!("{of} {name}");
        let found = if is_only { self.names.find_whole(whole.trim()) } else { self.names.find(whole.trim()) };
        match found {
            Found::One(found) if is_only || is_vague || found != "id" => return Ok(found.to_owned()),
            _ if is_only && self.names.has(name) => return Ok(name.to_owned()),
            _ => {}
        }
        match self.names.find(name) {
            // Its `id` may be the whole of what this is a part of.
            Found::One(found) if !is_vague && (is_only || found != "id") => Ok(found.to_owned()),
            // Parts need not be attributes, but the whole of an ID is one.
            _ if !is_only && (!is_vague || of.is_empty()) => Ok(snake_case(name)),
            _ => Err(format!("`{}` is no attribute", whole.trim())),
        }
    }

    /// What stands between so many parts.
    fn separator(&self, count: usize, phrase: &Phrase) -> Result<String, String> {
        if let Some(separator) = &phrase.separator {
            return Ok(separator.clone());
        }
        let fits = |separator: &&char| {
            let pieces = |id: &str| {
                id.split(**separator).count() == count && !id.split(**separator).any(str::is_empty)
            };
            let mut real = self.real().peekable();
            real.peek().is_some() && real.any(pieces)
        };
        let found: Vec<_> = SEPARATORS.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok(one.to_string()),
            [] => Err(format!("the page speaks of {count} parts, and its example does not have as many")),
            _ => Err("the page does not say which mark separates its parts".to_owned()),
        }
    }
}

fn is_id(word: &str) -> bool {
    words(word) == ["id"]
}
