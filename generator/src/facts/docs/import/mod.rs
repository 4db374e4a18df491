//! Import IDs: what a page says of their parts, tried on the IDs that it shows.

mod names;
mod path;
mod phrase;
mod section;
mod shape;
mod template;
#[cfg(test)]
mod tests;
mod token;
mod words;

use crate::model::{Import, ImportId, Provenance, Segment, split};
use names::Found;
use phrase::{Item, Phrase};
use template::SEPARATORS;
use token::Token;
use words::snake_case;

pub use names::Names;
pub use section::{Import as ImportSection, import as section};

/// A format: literal text and parts in turn.
type Format = Vec<Segment>;

/// Formats, or why none is known.
type Formats = Result<Vec<Format>, String>;

/// What a page says of the import ID of one of its constructs.
pub fn read(section: &ImportSection, type_name: &str, names: &Names) -> Import {
    let own: Vec<_> = section.examples.iter().filter(|example| example.type_name == type_name).collect();
    let all = || section.examples.iter().collect();
    let examples = if own.is_empty() { all() } else { own };
    let examples = examples.into_iter().map(|example| example.id.clone()).collect();
    Reader { section, names, examples }.read()
}

struct Reader<'a> {
    section: &'a ImportSection,
    names: &'a Names,
    examples: Vec<String>,
}

impl Reader<'_> {
    fn read(self) -> Import {
        // By how far each is to be trusted.
        let ways: [fn(&Self) -> Option<Formats>; 7] = [
            Self::identity,
            Self::templates,
            Self::phrase,
            Self::stray_templates,
            Self::names_as_example,
            Self::paths,
            Self::placeholder,
        ];
        let mut opaque = None;
        let is_path = self.real().next().is_some_and(|id| id.starts_with('/'));
        for formats in ways.iter().filter_map(|way| way(&self)) {
            match formats.and_then(|formats| self.tried(formats)) {
                Ok(formats) => {
                    let formats = formats.into_iter();
                    let formats = formats.map(|segments| ImportId { segments, provenance: Provenance::Docs });
                    return Import { formats: formats.collect(), examples: self.shown(), opaque: None };
                }
                // What is known of paths says it best.
                Err(why) => opaque = opaque.filter(|_| !is_path).or(Some(why)),
            }
        }
        let unsaid = || "the page does not say what it is made of".to_owned();
        let opaque = (!self.examples.is_empty()).then(|| opaque.unwrap_or_else(unsaid));
        Import { formats: Vec::new(), examples: self.shown(), opaque }
    }

    /// The IDs on the page that are none of its placeholders.
    fn shown(&self) -> Vec<String> {
        self.real().map(str::to_owned).collect()
    }

    fn real(&self) -> impl Iterator<Item = &str> {
        let is_real = |id: &&str| template::marked(id, self.names).is_none() && !id.contains(['{', '<', '$']);
        self.examples.iter().map(String::as_str).filter(is_real)
    }

    /// The one attribute that the schema says identifies the resource.
    fn identity(&self) -> Option<Formats> {
        let mut required = self.names.identity.iter().filter(|(_, is_required)| *is_required);
        let (name, _) = required.next()?;
        let is_only = required.next().is_none() && self.real().next().is_some();
        let fits = is_only && self.real().all(|id| shape::is_whole(name, id, false));
        fits.then(|| Ok(vec![vec![Segment::Part(name.clone())]]))
    }

    /// Forms with marked placeholders: those of lists, of sentences, of the examples.
    fn templates(&self) -> Option<Formats> {
        let mut formats: Vec<Format> = Vec::new();
        let mut add = |format: Format| {
            if !formats.contains(&format) {
                formats.push(format);
            }
        };
        let written = |tokens: &Vec<Token>| {
            let marked = tokens.iter().filter_map(|token| match token {
                Token::Code(text) | Token::Word(text) => template::marked(text, self.names),
                Token::Mark(_) => None,
            });
            marked.collect::<Vec<_>>()
        };
        // "Where `{name}` is …" explains a form.
        let begins = |item: &&Vec<Token>| !item.first().is_some_and(|token| token.is("where"));
        self.section.items.iter().filter(begins).flat_map(written).for_each(&mut add);
        self.section.paragraphs.iter().flat_map(written).for_each(&mut add);
        let listed = formats;
        let shown: Vec<_> = self.examples.iter().filter_map(|id| template::marked(id, self.names)).collect();
        let mut formats: Vec<Format> = Vec::new();
        // "The resource in question can take any of these forms", and the role stands behind each.
        let behind = shown.iter().find_map(|format| {
            let before =
                listed.iter().find(|before| format.len() > before.len() && format.starts_with(before))?;
            shape::sampled(&format[before.len()..], self.names)
        });
        let listed: Vec<_> = listed
            .into_iter()
            .map(|mut format| {
                format.extend(behind.iter().flatten().cloned());
                format
            })
            .collect();
        let is_listed = !listed.is_empty();
        for format in listed.into_iter().chain(shown.into_iter().filter(|_| !is_listed)) {
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        // What no ID on the page looks like is no format of it.
        if self.real().next().is_some() {
            formats.retain(|format| self.real().any(|id| split(std::slice::from_ref(format), id).is_some()));
        }
        let is_said = formats.iter().any(|format| format.len() > 1) || !self.section.items.is_empty();
        (is_said && !formats.is_empty()).then(|| Ok(shape::told_apart(formats)))
    }

    /// What sentences say.
    fn phrase(&self) -> Option<Formats> {
        let mut paragraphs = self.section.paragraphs.iter().chain(&self.section.items);
        let phrase = paragraphs.find_map(|paragraph| Phrase::of(paragraph))?;
        if let Some(caveat) = &phrase.caveat {
            return Some(Err(format!("what the page says with \"{caveat}\" is not understood")));
        }
        let formats = phrase.alternatives.iter().map(|items| self.alternative(items, &phrase));
        Some(formats.collect())
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
            Found::One(found) => return Ok(found.to_owned()),
            _ if is_only && self.names.has(name) => return Ok(name.to_owned()),
            _ => {}
        }
        match self.names.find(name) {
            Found::One(found) if !is_vague => Ok(found.to_owned()),
            // Parts need not be attributes, but the whole of an ID is one.
            _ if !is_only && !is_vague => Ok(snake_case(name)),
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

    /// Forms that stand in code somewhere in the section, such as `IDENTITY|TYPE`.
    fn stray_templates(&self) -> Option<Formats> {
        let example = self.real().next()?;
        let codes = self.section.paragraphs.iter().flatten().filter_map(|token| match token {
            Token::Code(code) | Token::Word(code) if code.contains(SEPARATORS) && code != example => {
                Some(code)
            }
            _ => None,
        });
        let mut formats = codes.filter_map(|code| template::bare(code, Some(example), self.names));
        let format =
            formats.find(|format| self.real().all(|id| split(std::slice::from_ref(format), id).is_some()))?;
        Some(Ok(vec![format]))
    }

    /// An example that is made of attributes' names: `group_id,principal_id`.
    fn names_as_example(&self) -> Option<Formats> {
        let is_named = |id: &str| id.split(SEPARATORS).all(|piece| self.names.has(piece));
        let named: Vec<_> = self.real().filter(|id| is_named(id)).collect();
        let [id] = named.as_slice() else { return None };
        if self.names.has(id) {
            return Some(Ok(vec![vec![Segment::Part((*id).to_owned())]]));
        }
        template::bare(id, None, self.names).map(|format| Ok(vec![format]))
    }

    /// Paths of fixed words and values.
    fn paths(&self) -> Option<Formats> {
        let mut formats: Vec<Format> = Vec::new();
        for id in self.real() {
            match path::path(id, self.names)? {
                Ok(format) if formats.contains(&format) => {}
                Ok(format) => formats.push(format),
                Err(why) => return Some(Err(why)),
            }
        }
        (!formats.is_empty()).then_some(Ok(formats))
    }

    /// An example that is a placeholder.
    fn placeholder(&self) -> Option<Formats> {
        let formats: Vec<_> =
            self.examples.iter().filter_map(|id| template::marked(id, self.names)).collect();
        (!formats.is_empty() && self.phrase().is_none_or(|said| said.is_ok())).then_some(Ok(formats))
    }

    /// The formats, if they take apart every ID that the page shows.
    fn tried(&self, formats: Vec<Format>) -> Formats {
        for format in &formats {
            for (at, name) in parts(format).enumerate() {
                if !shape::is_part_name(name) || parts(format).skip(at + 1).any(|other| other == name) {
                    return Err(format!("`{name}` can be no part's name"));
                }
            }
        }
        let mut used = vec![false; formats.len()];
        for id in self.real() {
            let Some((at, read)) = split(&formats, id) else {
                return Err(format!(
                    "`{id}` is not made as the page says, or a part of it contains a separator"
                ));
            };
            used[at] = true;
            let is_single = read.len() == 1;
            if let Some((name, part)) =
                read.iter().find(|(name, part)| !is_single && !shape::is_plausible(name, part))
            {
                return Err(format!(
                    "`{part}` in `{id}` has more to it than the `{name}` that the page speaks of"
                ));
            }
            if let Some(name) = shape::exchanged(&read, self.names.type_words()) {
                return Err(format!(
                    "the parts of `{id}` stand in another order than the page says: it has `{name}` elsewhere"
                ));
            }
        }
        Ok(formats)
    }
}

/// The names of the parts of a format.
fn parts(format: &[Segment]) -> impl Iterator<Item = &str> {
    format.iter().filter_map(|segment| match segment {
        Segment::Part(name) => Some(name.as_str()),
        Segment::Literal(_) => None,
    })
}

fn is_id(word: &str) -> bool {
    words::words(word) == ["id"]
}
