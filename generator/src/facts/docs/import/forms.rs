//! Forms that a page writes out: in lists, in sentences, as its examples.

use std::slice;

use super::template::{self, SEPARATORS};
use super::token::Token;
use super::{Format, Formats, Reader, shape};
use crate::model::{Segment, split};

impl Reader<'_> {
    /// Forms with marked placeholders: those of lists, of sentences, of the examples.
    pub fn templates(&self) -> Option<Formats> {
        // "Where `{name}` is …" explains a form.
        let items = self.section.items.iter();
        let items = items.filter(|item| !item.first().is_some_and(|token| token.is("where")));
        let listed = self.written(items);
        if listed.is_empty() && self.lists_samples() {
            return Some(Err("the page lists forms of it only by examples".to_owned()));
        }
        let shown: Result<Vec<_>, _> =
            self.placeholders().into_iter().map(|format| shape::with_samples(format, self.names)).collect();
        let shown = match shown {
            Ok(shown) => shown,
            Err(sample) => return Some(Err(format!("the page does not say what `{sample}` in it is"))),
        };
        let mut formats = listed.clone();
        // What sentences have is a form where it looks like an example.
        formats.extend(self.written(self.section.paragraphs.iter()).into_iter().filter(|format| {
            shown.is_empty() || shown.iter().any(|(front, _)| shape::is_alike(front, format))
        }));
        if let Some((front, _)) = shown.first() {
            shape::rename(&mut formats, front, self.names);
        }
        if let Some((front, behind)) = shown.iter().find(|(_, behind)| !behind.is_empty()) {
            // "The resource in question can take any of these forms", and the role stands behind each.
            if !formats.iter().any(|format| shape::is_alike(format, front)) {
                formats = vec![front.clone()];
            }
            for format in &mut formats {
                format.extend(behind.iter().cloned());
            }
        } else if listed.is_empty() {
            // Lists are whole, and examples carelessly written.
            formats.extend(shown.iter().map(|(front, _)| front.clone()));
        }
        // What no ID on the page looks like is no format of it.
        if self.real().next().is_some() {
            formats.retain(|format| self.real().any(|id| split(slice::from_ref(format), id).is_some()));
        }
        let is_said = formats.iter().any(|format| format.len() > 1) || !self.section.items.is_empty();
        (is_said && !formats.is_empty()).then(|| Ok(shape::told_apart(formats)))
    }

    /// The forms that stand in paragraphs or items.
    fn written<'t>(&self, texts: impl Iterator<Item = &'t Vec<Token>>) -> Vec<Format> {
        let marked = texts.flatten().filter_map(|token| match token {
            Token::Code(text) | Token::Word(text) => template::marked(text.trim_matches('"'), self.names),
            Token::Mark(_) => None,
        });
        // Those with samples in them are of one construct only, and the page shows them as examples.
        marked.filter(|format| !shape::has_samples(format)).collect()
    }

    /// Whether there is a list of samples, such as `user/user_id`: it has more than the examples.
    fn lists_samples(&self) -> bool {
        self.section.items.iter().any(|item| {
            matches!(item.first(), Some(Token::Code(code))
                if code.contains(SEPARATORS) && template::marked(code, self.names).is_none())
        })
    }

    /// The forms of the examples that are none.
    pub fn placeholders(&self) -> Vec<Format> {
        self.examples.iter().filter_map(|id| template::marked(id, self.names)).collect()
    }

    /// Forms that stand in code somewhere in the section, such as `IDENTITY|TYPE`.
    pub fn stray_templates(&self) -> Option<Formats> {
        let example = self.real().next()?;
        let tokens = self.section.paragraphs.iter().flatten().chain(&self.section.of_id);
        let codes = tokens.filter_map(|token| match token {
            Token::Code(code) | Token::Word(code) if code.contains(SEPARATORS) && code != example => {
                Some(code)
            }
            _ => None,
        });
        let mut formats = codes.filter_map(|code| template::bare(code, Some(example), self.names));
        let format =
            formats.find(|format| self.real().all(|id| split(slice::from_ref(format), id).is_some()))?;
        Some(Ok(vec![format]))
    }

    /// An example that is made of attributes' names: `group_id,principal_id`.
    pub fn names_as_example(&self) -> Option<Formats> {
        let is_named = |id: &str| id.split(SEPARATORS).all(|piece| self.names.has(piece));
        let named: Vec<_> = self.real().filter(|id| is_named(id)).collect();
        let [id] = named.as_slice() else { return None };
        if self.names.has(id) {
            return Some(Ok(vec![vec![Segment::Part((*id).to_owned())]]));
        }
        template::bare(id, None, self.names).map(|format| Ok(vec![format]))
    }

    /// Attributes that stand in code in what is said of the attribute `id`, where every ID on the page has as many parts.
    pub fn names_in_description(&self) -> Option<Formats> {
        let names = self.section.of_id.iter().filter_map(|token| match token {
            Token::Code(code) if self.names.has(code) => Some(Segment::Part(code.clone())),
            _ => None,
        });
        let names: Vec<_> = names.collect();
        let fits = |format: &Format| self.real().all(|id| split(slice::from_ref(format), id).is_some());
        let is_shown = names.len() > 1 && self.real().next().is_some();
        let formats = SEPARATORS.iter().map(|mark| joined(&names, *mark));
        formats.into_iter().find(|format| is_shown && fits(format)).map(|format| Ok(vec![format]))
    }

    /// An example that is a placeholder.
    pub fn placeholder(&self) -> Option<Formats> {
        let is_limited =
            self.lists_samples() || self.sentence().is_some_and(|phrase| phrase.caveat.is_some());
        let formats = self.placeholders();
        (!formats.is_empty() && !is_limited).then_some(Ok(formats))
    }
}

/// Parts with a mark between them.
fn joined(parts: &[Segment], mark: char) -> Format {
    let between = || Segment::Literal(mark.to_string());
    parts
        .iter()
        .enumerate()
        .flat_map(|(at, part)| (at > 0).then(between).into_iter().chain([part.clone()]))
        .collect()
}
