//! Which attribute a part of an import ID is.

use super::words::{ends_with, words};
use crate::schema::{AttributeType, Schema};

/// Words that say what an attribute holds, and nothing of what.
const GENERIC: &[&str] = &["id", "name", "arn", "uuid", "key"];

/// Words before a name that tell nothing apart.
const NOISE: &[&str] = &[
    "amazon",
    "argument",
    "attribute",
    "aws",
    "azure",
    "existing",
    "field",
    "full",
    "gcp",
    "github",
    "google",
    "its",
    "own",
    "parameter",
    "parent",
    "primary",
    "resource",
    "same",
    "that",
    "their",
    "unique",
    "value",
];

/// What parts of a construct's import ID can be called.
#[derive(Debug)]
pub struct Names {
    attributes: Vec<Attribute>,
    /// The words of the type's name, without the provider's.
    type_words: Vec<String>,
    /// What the provider says identifies the construct, those first that an import has to give.
    pub identity: Vec<(String, bool)>,
}

#[derive(Debug)]
struct Attribute {
    name: String,
    words: Vec<String>,
    is_required: bool,
    /// Whether only the identity has it.
    is_of_identity: bool,
}

/// Which attribute some words mean.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'n> {
    /// This one.
    One(&'n str),
    /// One of several.
    Several(Vec<&'n str>),
    /// None.
    None,
}

impl Names {
    /// The names of a construct.
    pub fn of(type_name: &str, schema: &Schema, identity: Vec<(String, bool)>) -> Self {
        let mut attributes: Vec<Attribute> = Vec::new();
        for (name, attribute) in schema.block.iter().flat_map(|block| block.attributes.iter()) {
            let is_value = matches!(
                attribute.r#type,
                Some(AttributeType::String | AttributeType::Number | AttributeType::Bool)
            );
            if is_value {
                attributes.push(Attribute {
                    name: name.to_owned(),
                    words: words(name),
                    is_required: attribute.required,
                    is_of_identity: false,
                });
            }
        }
        for (name, is_required) in &identity {
            if attributes.iter().all(|attribute| attribute.name != *name) {
                let (name, words) = (name.clone(), words(name));
                attributes.push(Attribute { name, words, is_required: *is_required, is_of_identity: true });
            }
        }
        let type_words = type_name.split_once('_').map_or(type_name, |(_, name)| name);
        Self { attributes, type_words: words(type_words), identity }
    }

    /// Whether there is an attribute of this name, or the identity has one.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.name == name)
    }

    /// Whether a program can say this name.
    pub fn has_attribute(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.name == name && !attribute.is_of_identity)
    }

    /// The words of the type's name, without the provider's.
    pub fn type_words(&self) -> &[String] {
        &self.type_words
    }

    /// The only attribute that a program has to set to an ID.
    pub fn only_required_id(&self) -> Option<&str> {
        let mut ids = self.attributes.iter().filter(|attribute| {
            attribute.is_required && !attribute.is_of_identity && attribute.name.ends_with("_id")
        });
        ids.next().filter(|_| ids.next().is_none()).map(|attribute| attribute.name.as_str())
    }

    /// The attribute that a phrase means: the one that most of its words speak of.
    pub fn find(&self, phrase: &str) -> Found<'_> {
        if let Some(exact) = self.attributes.iter().find(|attribute| attribute.name == phrase) {
            return Found::One(&exact.name);
        }
        let whole = words(phrase);
        let found = self.best(&whole, phrase);
        if found != Found::None {
            return found;
        }
        let telling: Vec<_> = whole.iter().filter(|word| !NOISE.contains(&word.as_str())).cloned().collect();
        if telling.len() < whole.len() { self.best(&telling, phrase) } else { Found::None }
    }

    /// The attribute that words mean which are all that is said of an ID: "the resource ID" is its `id`.
    pub fn find_whole(&self, phrase: &str) -> Found<'_> {
        let is_noise = |word: &String| NOISE.contains(&word.as_str());
        match words(phrase).as_slice() {
            [noise @ .., head] if noise.iter().all(is_noise) && self.has(head) => self.find(head),
            _ => self.find(phrase),
        }
    }

    fn best(&self, phrase: &[String], text: &str) -> Found<'_> {
        let [.., head] = phrase else { return Found::None };
        let scores = |is_of_identity: bool| -> Vec<(usize, &str)> {
            let attributes = self.attributes.iter().filter(|one| one.is_of_identity == is_of_identity);
            let scored = attributes.map(|one| (self.score(phrase, one, text), one.name.as_str()));
            scored.filter_map(|(score, name)| Some((score?, name))).collect()
        };
        let mut found = scores(false);
        if found.is_empty() {
            found = scores(true);
        }
        if found.is_empty() && phrase == ["name"] {
            // "The name" of what has no attribute called so.
            let is_kin =
                |attribute: &&Attribute| attribute.is_required && attribute.words.last() == Some(head);
            found =
                self.attributes.iter().filter(is_kin).map(|attribute| (1, attribute.name.as_str())).collect();
        }
        let best = found.iter().map(|(score, _)| *score).max();
        let names: Vec<_> =
            found.into_iter().filter(|(score, _)| Some(*score) == best).map(|(_, name)| name).collect();
        match names.as_slice() {
            [] => Found::None,
            [one] => Found::One(one),
            _ => Found::Several(names),
        }
    }

    /// How well an attribute fits a phrase. A word that both have is worth a hundred.
    fn score(&self, phrase: &[String], attribute: &Attribute, text: &str) -> Option<usize> {
        let own = &attribute.words;
        if phrase.concat() == own.concat() {
            // Synonyms are as good as the word, unless another attribute has the word itself.
            let is_verbatim = attribute.name.replace('_', " ").eq_ignore_ascii_case(text);
            return Some(100_000 + usize::from(is_verbatim));
        }
        let is_generic = matches!(own.as_slice(), [one] if GENERIC.contains(&one.as_str()));
        if own.len() == 1
            && let Some(score) = self.score_as_own(phrase, own)
        {
            return Some(score);
        }
        if is_generic {
            return None;
        }
        // "The AWS account ID" is `account_id`: what comes before only says which.
        if let Some(before) = ends_with(phrase, own).filter(|_| own.len() > 1) {
            return Some(100 * (phrase.len() - before) - before);
        }
        let [first, .., last] = phrase else {
            return Self::score_single(phrase.first()?, own);
        };
        // "The endpoint ID" is `vpn_endpoint_id`, "target subnet ID" is `target_vpc_subnet_id`.
        if let Some(before) = ends_with(own, phrase) {
            return Some(100 * phrase.len() - before);
        }
        let tells =
            phrase.iter().any(|word| !NOISE.contains(&word.as_str()) && !GENERIC.contains(&word.as_str()));
        let is_within = tells
            && own.len() == phrase.len() + 1
            && own.first() == Some(first)
            && is_subsequence(phrase, own);
        if is_within && own.last() == Some(last) {
            return Some(100 * phrase.len() - 5);
        }
        // "The VPC ID" is `vpc`.
        let modifiers = &phrase[..phrase.len() - 1];
        let is_headless = GENERIC.contains(&last.as_str()) && modifiers.concat() == own.concat();
        is_headless.then_some(100 * modifiers.len() - 10)
    }

    /// "The user's name" is the `name` of a user.
    fn score_as_own(&self, phrase: &[String], own: &[String]) -> Option<usize> {
        let whole: Vec<_> = self.type_words.iter().chain(own).cloned().collect();
        if phrase.len() > 1 && ends_with(&whole, phrase).is_some() {
            return Some(100 * phrase.len());
        }
        (1..=self.type_words.len()).find_map(|tail| {
            let kind: Vec<_> = whole[self.type_words.len() - tail..].to_vec();
            let before = ends_with(phrase, &kind)?;
            let only_noise = phrase[..before]
                .iter()
                .all(|word| NOISE.contains(&word.as_str()) || self.type_words.contains(word));
            only_noise.then_some(100 * kind.len() - before)
        })
    }

    /// "The index" is `index_id`; "the type" is `notification_type`.
    fn score_single(word: &String, own: &[String]) -> Option<usize> {
        if GENERIC.contains(&word.as_str()) {
            return None;
        }
        match own {
            [first, last] if first == word && GENERIC.contains(&last.as_str()) => Some(90),
            [.., last] if last == word => Some(90 - own.len()),
            _ => None,
        }
    }
}

fn is_subsequence(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}
