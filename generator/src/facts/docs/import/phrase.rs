//! Sentences that say what an import ID is made of: "using the API identifier and the `name`, separated by a slash (`/`)".

use super::template::{SEPARATORS, is_name};
use super::token::Token;
use super::vocabulary::{ARTICLES, CAVEATS, ENDS, JOINTS, LEADS, LISTS, MARKS, POINTERS, STRONG_LEADS};

/// What a sentence says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The parts in turn, once for each form that the ID may have.
    pub alternatives: Vec<Vec<Item>>,
    /// What stands between them, where the page says so.
    pub separator: Option<String>,
    /// A part that may be left out, as the sentence names it at its end: "with an optional qualifier".
    pub optional: Option<String>,
    /// A word that says that there is more to it.
    pub caveat: Option<String>,
}

/// A piece of an ID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A part in words: "API identifier".
    Words(String),
    /// A part by its name, with the words around it: "the user's `name`".
    Name {
        /// The name.
        name: String,
        /// What it is of.
        of: String,
    },
    /// A whole template.
    Template(String),
    /// Text that every ID has, with the separators on its sides.
    Fixed(String),
}

impl Phrase {
    /// What the first sentence of a paragraph says that speaks of parts.
    pub fn of(paragraph: &[Token]) -> Option<Self> {
        let (sentence, rest) = sentences(paragraph).find_map(|sentence| {
            let rest = &sentence[lead(sentence)?..];
            let end = rest.iter().position(ends_list).unwrap_or(rest.len());
            let is_pointer = rest[..end].iter().any(|token| POINTERS.iter().any(|word| token.is(word)));
            (!is_pointer).then_some((sentence, rest))
        })?;
        Self::of_list(sentence, rest, paragraph)
    }

    /// What is said of an attribute that holds the ID: "The user's ID and name, separated by a comma (`,`)".
    pub fn of_description(description: &[Token]) -> Option<Self> {
        sentences(description).find_map(|sentence| {
            let lead = sentence.iter().position(|token| LISTS.iter().any(|word| token.is(word)));
            let is_list = lead.is_some() || separator(sentence).is_some() || is_all_code(sentence);
            let rest = &sentence[lead.map_or(0, |at| at + 1)..];
            Self::of_list(sentence, rest, description).filter(|_| is_list)
        })
    }

    /// What a list of parts says, which a sentence of a paragraph has.
    fn of_list(sentence: &[Token], list: &[Token], paragraph: &[Token]) -> Option<Self> {
        let (body, asides) = without_asides(list);
        let end = body.iter().position(ends_list).unwrap_or(body.len());
        let optional = optional(&body[end..]);
        let caveat =
            body[..if optional.is_some() { end } else { body.len() }].iter().find_map(|token| match token {
                Token::Word(word) if CAVEATS.contains(&word.to_lowercase().as_str()) => {
                    Some(word.to_lowercase())
                }
                _ => None,
            });
        let mut phrase = Self { caveat, optional, separator: separator(sentence), ..Self::default() };
        phrase.read(&body[..end]);
        // "The `id` and `name` separated by a colon, or the ARN".
        let is_joint = body.get(end).is_some_and(|token| JOINTS.iter().any(|joint| token.is(joint)));
        if let Some(or) = body[end..].iter().position(|token| token.is("or")).filter(|_| is_joint) {
            let other = &body[end + or + 1..];
            phrase.read(&other[..other.iter().position(ends_list).unwrap_or(other.len())]);
        }
        // "The `id` (environment ID and cluster name)": what it is made of.
        let is_id = matches!(phrase.alternatives.as_slice(), [one] if matches!(one.as_slice(),
            [Item::Name { name, of }] if name == "id" && of.is_empty()));
        if let Some(aside) = asides.iter().find(|aside| is_id && aside.iter().any(|token| token.is("and"))) {
            let end = aside.iter().position(ends_list).unwrap_or(aside.len());
            phrase.alternatives.clear();
            phrase.read(&aside[..end]);
        }
        phrase.separator = phrase.separator.or_else(|| separator(paragraph));
        (!phrase.alternatives.is_empty()).then_some(phrase)
    }

    fn read(&mut self, list: &[Token]) {
        for alternative in list.split(|token| token.is("or")) {
            let mut items = Vec::new();
            for (at, item) in pieces(alternative).into_iter().enumerate() {
                // "`user_pool_id`/`name`"
                if at > 0 && item.first() == Some(&Token::Mark('/')) {
                    self.separator.get_or_insert("/".to_owned());
                }
                let item: Vec<_> =
                    item.iter().filter(|token| !matches!(token, Token::Mark(_))).cloned().collect();
                match mark(&item) {
                    Some(mark) => drop(self.separator.get_or_insert(mark)),
                    None => items.extend(self::item(&item)),
                }
            }
            if !items.is_empty() {
                self.alternatives.push(items);
            }
        }
    }
}

/// What stands behind "with an optional".
fn optional(behind: &[Token]) -> Option<String> {
    let [with, article, word, Token::Word(name) | Token::Code(name)] = behind else { return None };
    let is_said = with.is("with") && article.is("an") && word.is("optional");
    is_said.then(|| name.clone())
}

/// Whether there is nothing but code, more than once.
fn is_all_code(sentence: &[Token]) -> bool {
    let is_listed = |token: &Token| matches!(token, Token::Code(_) | Token::Mark(',')) || is_article(token);
    sentence.iter().all(is_listed)
        && sentence.iter().filter(|token| matches!(token, Token::Code(_))).count() > 1
}

/// Sentences, and what colons part.
fn sentences(paragraph: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut depth = 0_usize;
    paragraph.split(move |token| {
        match token {
            Token::Mark('(') => depth += 1,
            Token::Mark(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(token, Token::Mark('.' | ':' | ';'))
    })
}

/// Where a list of parts begins.
fn lead(sentence: &[Token]) -> Option<usize> {
    let is_strong = |at: usize, lead: &&&[&str]| {
        lead.iter()
            .enumerate()
            .all(|(offset, word)| sentence.get(at + offset).is_some_and(|token| token.is(word)))
    };
    let strong = (0..sentence.len())
        .rev()
        .find_map(|at| Some(at + STRONG_LEADS.iter().find(|lead| is_strong(at, lead))?.len()));
    let imports = sentence
        .iter()
        .position(|token| matches!(token, Token::Word(word) if word.to_lowercase().starts_with("import")))?;
    let weak = || {
        sentence[imports..]
            .iter()
            .position(|token| LEADS.iter().any(|lead| token.is(lead)))
            .map(|at| imports + at + 1)
    };
    strong.or_else(weak).filter(|at| *at < sentence.len())
}

fn ends_list(token: &Token) -> bool {
    let Token::Word(word) = token else { return false };
    let word = word.to_lowercase();
    ENDS.contains(&word.as_str()) || word.rsplit_once('-').is_some_and(|(_, joint)| JOINTS.contains(&joint))
}

/// What is not in brackets, and what is.
fn without_asides(tokens: &[Token]) -> (Vec<Token>, Vec<Vec<Token>>) {
    let (mut kept, mut asides) = (Vec::new(), Vec::<Vec<Token>>::new());
    let mut depth = 0_usize;
    for token in tokens {
        match token {
            Token::Mark('(') => {
                depth += 1;
                asides.push(Vec::new());
            }
            Token::Mark(')') => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(token.clone()),
            _ => asides.iter_mut().last().into_iter().for_each(|aside| aside.push(token.clone())),
        }
    }
    // "Together with" is no more than "and".
    for at in 1..kept.len() {
        if kept[at - 1].is("together") && kept[at].is("with") {
            kept[at - 1] = Token::Word("and".to_owned());
            kept[at] = Token::Word("and".to_owned());
        }
    }
    (kept, asides)
}

/// The pieces of a list; one that begins with `/` is set apart by it.
fn pieces(list: &[Token]) -> Vec<&[Token]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, token) in list.iter().enumerate() {
        if matches!(token, Token::Mark(',' | '/')) || token.is("and") || token.is("plus") {
            pieces.push(&list[start..at]);
            start = if *token == Token::Mark('/') { at } else { at + 1 };
        }
    }
    pieces.push(&list[start..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The mark that a sentence says stands between parts.
fn separator(sentence: &[Token]) -> Option<String> {
    sentence.iter().enumerate().find_map(|(at, token)| {
        let Token::Word(word) = token else { return None };
        let word = word.to_lowercase();
        if let Some((mark, _)) = word.split_once('-').filter(|(_, joint)| JOINTS.contains(joint)) {
            return called(mark);
        }
        if !JOINTS.contains(&word.as_str()) {
            return None;
        }
        let after = sentence[at + 1..].iter().take(7).take_while(|token| **token != Token::Mark('.'));
        let marks: Vec<String> = after
            .filter_map(|token| match token {
                Token::Code(code) => is_mark(code).then(|| code.clone()),
                Token::Word(word) => called(&word.to_lowercase()),
                Token::Mark(mark @ ('/' | ':' | ';')) => Some(mark.to_string()),
                Token::Mark(_) => None,
            })
            .collect();
        // The mark itself says it best.
        marks.last().cloned()
    })
}

fn called(word: &str) -> Option<String> {
    MARKS.iter().find(|(name, _)| *name == word).map(|(_, mark)| (*mark).to_owned())
}

fn is_mark(code: &str) -> bool {
    !code.is_empty() && code.len() <= 3 && !code.contains(char::is_alphanumeric)
}

/// The mark that an item of a list is: "a hyphen".
fn mark(item: &[Token]) -> Option<String> {
    let telling: Vec<_> = item.iter().filter(|token| !is_article(token)).collect();
    match telling.as_slice() {
        [Token::Word(word)] => called(&word.to_lowercase()),
        [Token::Code(code)] => is_mark(code).then(|| code.clone()),
        _ => None,
    }
}

fn is_article(token: &Token) -> bool {
    matches!(token, Token::Word(word) if ARTICLES.contains(&word.to_lowercase().as_str()))
}

fn item(item: &[Token]) -> Option<Item> {
    let telling: Vec<_> = item.iter().filter(|token| !is_article(token)).collect();
    let code = telling.iter().position(|token| match token {
        Token::Code(_) => true,
        Token::Word(word) => {
            word.contains('_') || word.contains(SEPARATORS) || word.contains(['{', '<', '$'])
        }
        Token::Mark(_) => false,
    });
    let text = |tokens: &[&Token]| {
        let words = tokens.iter().filter_map(|token| match token {
            Token::Word(word) | Token::Code(word) => Some(word.as_str()),
            Token::Mark(_) => None,
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let Some(at) = code else {
        // "The ID of the group" is the group's ID.
        let turned = telling.iter().position(|token| token.is("of")).map_or_else(
            || text(&telling),
            |of| format!("{} {}", text(&telling[of + 1..]), text(&telling[..of])),
        );
        let turned = turned.trim();
        return (!turned.is_empty()).then(|| Item::Words(turned.to_owned()));
    };
    let (Token::Code(name) | Token::Word(name)) = telling[at] else { return None };
    let inner = name.trim_matches('/');
    if inner.len() < name.len() && inner.split('/').all(is_name) {
        return Some(Item::Fixed(name.clone()));
    }
    if !is_name(name) {
        return Some(Item::Template(name.clone()));
    }
    let around: Vec<_> = telling[..at].iter().chain(&telling[at + 1..]).copied().collect();
    let of: Vec<_> = around.into_iter().filter(|token| !token.is("of")).collect();
    Some(Item::Name { name: name.clone(), of: text(&of) })
}
