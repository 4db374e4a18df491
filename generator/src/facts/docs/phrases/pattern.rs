//! Phrases written as patterns: words in turn, `a|b` for one of several, `?` after what may be missing.

use super::token::Token;

/// How many tokens a pattern matches at the beginning of some.
///
/// Marks are written as they are; case makes no difference.
pub fn matched(pattern: &str, tokens: &[Token]) -> Option<usize> {
    let mut at = 0;
    for slot in pattern.split(' ') {
        let (words, is_optional) = slot.strip_suffix('?').map_or((slot, false), |words| (words, true));
        if tokens.get(at).is_some_and(|token| words.split('|').any(|word| is(token, word))) {
            at += 1;
        } else if !is_optional {
            return None;
        }
    }
    Some(at)
}

fn is(token: &Token, word: &str) -> bool {
    match token {
        Token::Word(text) => text.eq_ignore_ascii_case(word),
        Token::Mark(mark) => word.strip_prefix(*mark).is_some_and(str::is_empty),
        Token::Code(_) | Token::Bullet => false,
    }
}
