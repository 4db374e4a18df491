//! Import IDs: what a page says of their parts, tried on the IDs that it shows.

mod forms;
mod names;
mod path;
mod phrase;
mod said;
mod section;
mod shape;
mod template;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;
mod words;

use std::slice;

use crate::model::{Import, ImportId, Provenance, Segment, split};
use template::SEPARATORS;

pub use names::Names;
pub use section::{Import as ImportSection, import as section};

/// A format: literal text and parts in turn.
type Format = Vec<Segment>;

/// Formats, or why none is known.
type Formats = Result<Vec<Format>, String>;

/// What a page says of the import ID of a construct; `is_alone` where the page is on no other.
pub fn read(section: &ImportSection, type_name: &str, is_alone: bool, names: &Names) -> Import {
    let own: Vec<_> = section.examples.iter().filter(|example| example.type_name == type_name).collect();
    if own.is_empty() && !is_alone {
        return Import::default();
    }
    // An example of another type is a slip where there is one only.
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
        let ways: [fn(&Self) -> Option<Formats>; 9] = [
            Self::identity,
            Self::templates,
            Self::phrase,
            Self::stray_templates,
            Self::names_as_example,
            Self::paths,
            Self::description,
            Self::names_in_description,
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

    /// The IDs on the page that are samples: neither placeholders nor names of attributes.
    fn shown(&self) -> Vec<String> {
        self.real()
            .filter(|id| !id.split(SEPARATORS).all(|piece| self.names.has(piece)))
            .map(str::to_owned)
            .collect()
    }

    /// The IDs on the page that have no placeholders.
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

    /// Where the last part of an ID on the page has what separates the parts before it, it may: an ARN, a path.
    fn let_rest_hold_separators(&self, format: &mut Format) {
        let is_whole = self.real().all(|id| split(slice::from_ref(format), id).is_some());
        if let ([_, .., Segment::Part(name)], false) = (format.as_slice(), is_whole) {
            let rest = Segment::Rest(name.clone());
            format.pop();
            format.push(rest);
        }
    }

    /// The formats, if they take apart every ID that the page shows.
    fn tried(&self, found: Vec<Format>) -> Formats {
        let mut formats: Vec<Format> = Vec::new();
        for format in found {
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        if let Some(format) = formats.iter().find(|format| shape::has_samples(format)) {
            let format = ImportId { segments: format.clone(), provenance: Provenance::Docs };
            return Err(format!("the page does not say what all of `{}` is", format.template()));
        }
        if formats.iter().any(|format| parts(format).next().is_none()) {
            return Err("it is the same for all".to_owned());
        }
        for format in &formats {
            for (at, name) in parts(format).enumerate() {
                if !shape::is_part_name(name) || parts(format).skip(at + 1).any(|other| other == name) {
                    return Err(format!("`{name}` can be no part's name"));
                }
            }
        }
        if let [only] = formats.as_mut_slice() {
            self.let_rest_hold_separators(only);
        }
        for id in self.real() {
            let Some((_, read)) = split(&formats, id) else {
                return Err(format!(
                    "`{id}` is not made as the page says, or a part of it contains a separator"
                ));
            };
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
        Segment::Part(name) | Segment::Rest(name) => Some(name.as_str()),
        Segment::Literal(_) => None,
    })
}
