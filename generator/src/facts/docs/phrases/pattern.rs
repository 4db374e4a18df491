//! Phrases written as patterns: words in turn, `a|b` for one of several, `?` after what may be missing, `<name>` for what is asked.

use super::list::joins;
use super::token::Token;

/// A pattern, with what it can begin with: most are tried in vain, at every word of all pages.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    text: &'static str,
    begins: u32,
}

/// Beginnings that are no letters: marks, and what is asked for.
const MARK: u32 = 1 << 26;
const ASKED: u32 = 1 << 27;

impl Pattern {
    /// Reads a pattern.
    pub const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let (mut begins, mut at, mut is_first) = (0, 0, true);
        while at < bytes.len() {
            if is_first {
                begins |= beginning(bytes[at]);
            }
            is_first = bytes[at] == b'|';
            if bytes[at] == b' ' {
                if bytes[at - 1] != b'?' {
                    break;
                }
                is_first = true;
            }
            at += 1;
        }
        Self { text, begins }
    }

    /// Whether there is nothing to match.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Matches the pattern at the beginning of some tokens.
    pub fn matched<'t>(&self, tokens: &'t [Token]) -> Option<Match<'t>> {
        let begins = match tokens.first()? {
            Token::Word(word) => word.bytes().next().map_or(0, beginning),
            Token::Mark(_) => MARK,
            Token::Number(_) | Token::Code(_) => ASKED,
            Token::Bullet => 0,
        };
        if begins & self.begins == 0 { None } else { matched(self.text, tokens) }
    }

    /// How many tokens the pattern takes at the beginning of a list; none where it is empty and no list is going on already.
    pub fn begin(&self, before: &[Token], tokens: &[Token]) -> Option<usize> {
        if self.is_empty() {
            let goes_on = before.last().is_some_and(|token| joins(token) || matches!(token, Token::Code(_)));
            return (!goes_on).then_some(0);
        }
        self.matched(tokens).map(|found| found.end)
    }
}

const fn beginning(byte: u8) -> u32 {
    match byte {
        b'<' => ASKED,
        letter if letter.is_ascii_alphabetic() => 1 << (letter.to_ascii_lowercase() - b'a'),
        _ => MARK,
    }
}

/// What a pattern matched.
#[derive(Debug, PartialEq, Eq)]
pub struct Match<'t> {
    /// How many tokens it took.
    pub end: usize,
    /// What stands at each `<name>`, in turn: a number as text, or code.
    pub asked: Vec<(&'static str, &'t str)>,
}

/// Matches a pattern at the beginning of some tokens.
///
/// Marks are written as they are; case makes no difference. `<code>` stands for code, `<span>` for two numbers in one piece of code
/// with a dash between them, any other name for a number, in code or not.
fn matched<'t>(pattern: &'static str, tokens: &'t [Token]) -> Option<Match<'t>> {
    let mut found = Match { end: 0, asked: Vec::new() };
    for slot in pattern.split(' ') {
        let (words, is_optional) = slot.strip_suffix('?').map_or((slot, false), |words| (words, true));
        let token = tokens.get(found.end);
        if let Some(name) = words.strip_prefix('<').and_then(|name| name.strip_suffix('>')) {
            found.asked.push((name, asked(name, token?)?));
            found.end += 1;
        } else if token.is_some_and(|token| words.split('|').any(|word| is(token, word))) {
            found.end += 1;
        } else if !is_optional {
            return None;
        }
    }
    Some(found)
}

impl<'t> Match<'t> {
    /// What stands at `<name>`.
    pub fn get(&self, name: &str) -> Option<&'t str> {
        self.asked.iter().find(|(asked, _)| *asked == name).map(|(_, text)| *text)
    }
}

fn asked<'t>(name: &str, token: &'t Token) -> Option<&'t str> {
    match token {
        Token::Code(code) => {
            let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
            let fits = match name {
                "code" => true,
                "span" => code.split_once('-').is_some_and(|(min, max)| is_number(min) && is_number(max)),
                _ => is_number(code),
            };
            fits.then_some(code)
        }
        Token::Number(text) if !["code", "span"].contains(&name) => Some(text),
        _ => None,
    }
}

fn is(token: &Token, word: &str) -> bool {
    match token {
        Token::Word(text) => text.eq_ignore_ascii_case(word),
        Token::Mark(mark) => word.strip_prefix(*mark).is_some_and(str::is_empty),
        Token::Code(_) | Token::Number(_) | Token::Bullet => false,
    }
}
