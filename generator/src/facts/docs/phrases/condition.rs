//! Whether a phrase always holds.

use super::pattern::Pattern;
use super::token::{Token, ends_sentence};

/// Words that make what follows them in a sentence hold only sometimes.
const CONDITIONS: &[&str] =
    &["if", "when", "unless", "whenever", "where", "normally", "usually", "typically", "often", "generally"];

/// Words that do so where a sentence begins: "For `x`, valid values are", but "The limit for requests must be".
const OPENINGS: &[&str] = &["for", "with", "in", "on", "by", "as"];

/// Conditions that only say what the value is when nobody sets it.
const UNSET: &[Pattern] = &[
    Pattern::new(
        "if|when not|left specified|set|provided|supplied|given|defined|present|configured|empty|blank|unset",
    ),
    Pattern::new(
        "if|when this|it|the? field|argument|attribute|value|parameter|property? is|was not|left? specified|set|provided|supplied|given|defined|present|unset|omitted|empty",
    ),
    Pattern::new("if|when none|nothing is specified|set|provided|given"),
    Pattern::new(
        "if|when|unless|where unset|unspecified|omitted|empty|absent|missing|undefined|null|specified|otherwise",
    ),
    Pattern::new("unless otherwise|explicitly? specified|set|overridden|provided"),
    Pattern::new("if|when no value is|was? specified|set|provided|given"),
    Pattern::new("if|when <code> is not|left specified|set|provided|given|defined|empty|unset"),
    Pattern::new("if|when you|we do|don't not? specify|set|provide"),
];

/// Whether what a sentence says before a phrase makes it hold only sometimes.
pub fn is_conditional(before: &[Token]) -> bool {
    before.iter().enumerate().any(|(at, token)| {
        let is_first = at == 0 || before[at - 1] == Token::Mark(':');
        let opens = is_first && is_one_of(token, OPENINGS);
        let limits = is_one_of(token, &["for"]) && matches!(before.get(at + 1), Some(Token::Code(_)));
        is_one_of(token, CONDITIONS) || ((opens || limits) && at + 1 < before.len())
    })
}

/// The same where the phrase is about a value that nobody has set.
pub fn is_conditional_when_unset(before: &[Token]) -> bool {
    let is_unset = |at: usize| UNSET.iter().any(|pattern| pattern.matched(&before[at..]).is_some());
    is_conditional(before) && !(0..before.len()).any(is_unset)
}

/// Whether what follows a phrase makes it hold only sometimes.
pub fn is_limited(after: &[Token]) -> bool {
    let word = after.iter().find(|token| !matches!(token, Token::Mark(',')));
    word.is_some_and(|token| is_one_of(token, CONDITIONS))
        || matches!(after, [token, Token::Code(_), ..] if is_one_of(token, OPENINGS))
}

/// Whether anything that follows in the sentence makes a phrase hold only sometimes.
pub fn is_limited_anywhere(after: &[Token]) -> bool {
    let sentence = after.iter().take_while(|token| !ends_sentence(token));
    is_limited(after) || sentence.into_iter().any(|token| is_one_of(token, CONDITIONS))
}

/// The same of a value that nobody has set.
pub fn is_limited_when_unset(after: &[Token]) -> bool {
    let after = if let [Token::Mark(','), rest @ ..] = after { rest } else { after };
    is_limited(after) && !UNSET.iter().any(|pattern| pattern.matched(after).is_some())
}

/// Whether a token is one of some words.
pub fn is_one_of(token: &Token, words: &[&str]) -> bool {
    matches!(token, Token::Word(word) if words.iter().any(|other| word.eq_ignore_ascii_case(other)))
}
