//! The value when unset: "Defaults to `false`".

use super::condition::{is_conditional_when_unset, is_limited_when_unset, is_one_of};
use super::pattern::Pattern;
use super::token::{Text, Token, ends_sentence};
use super::unit;

/// What stands before a default.
const BEFORE: &[Pattern] = &[
    Pattern::new(
        "default|defaults value|setting|behavior|behaviour|option? for? this? argument|field|attribute|property? is|to|of|:|=|being set? to|of|:?",
    ),
    Pattern::new("assumed|assumes to? be"),
];

/// The same without a verb, at the beginning of a sentence.
const MARK: Pattern = Pattern::new("default|defaults value?");

/// What stands in brackets behind a value that is the default.
const ASIDE: Pattern = Pattern::new("the? default value?");

/// What is no default, but beside others.
const BESIDE: Pattern = Pattern::new("defaults of");

/// The default that the description of the argument `name` states; `None` where it does not, or states several.
pub fn default(name: &str, text: &Text) -> Option<String> {
    let times = unit::times(name, text);
    let mut found: Vec<String> = text.find(|before, rest| default_at(&times, before, rest));
    found.extend(text.asides.iter().filter_map(|(position, aside)| marked(&text.tokens[..*position], aside)));
    found.dedup();
    (found.len() == 1).then(|| found.swap_remove(0))
}

fn default_at(times: &[&str], before: &[Token], tokens: &[Token]) -> Option<(String, usize)> {
    // "no default", "added to the defaults of": of something else.
    if before.last().is_some_and(|token| is_one_of(token, &["no", "non"])) || BESIDE.matched(tokens).is_some()
    {
        return None;
    }
    let marked = || MARK.matched(tokens).filter(|_| matches!(before.last(), None | Some(Token::Mark(','))));
    let found = BEFORE.iter().find_map(|pattern| pattern.matched(tokens)).or_else(marked)?;
    let (value, after) = value(&tokens[found.end..])?;
    let is_one = !after.first().is_some_and(|token| is_one_of(token, &["and", "or", "to", "through"]));
    let is_stated = is_one
        && unit::is_in(times, after)
        && !is_conditional_when_unset(before)
        && !is_limited_when_unset(after);
    is_stated.then_some((value, tokens.len() - after.len()))
}

/// The value before an aside that says no more than that it is the default.
fn marked(before: &[Token], aside: &[Token]) -> Option<String> {
    let is_mark = ASIDE.matched(aside).is_some_and(|found| found.end == aside.len());
    if !is_mark {
        return None;
    }
    match before.last()? {
        Token::Code(text) | Token::Number(text) => Some(text.clone()),
        Token::Word(word) if is_constant(word) => Some(word.clone()),
        _ => None,
    }
}

/// A value, and what follows it.
fn value(tokens: &[Token]) -> Option<(String, &[Token])> {
    let (first, after) = tokens.split_first()?;
    let text = match first {
        Token::Code(text) | Token::Number(text) if !text.is_empty() => text,
        Token::Word(word) if is_constant(word) || (is_alone(after) && is_literal(word)) => word,
        _ => return None,
    };
    Some((text.clone(), after))
}

/// Whether a word is a value by the looks of it.
fn is_constant(word: &str) -> bool {
    let is_capital = |char: char| char.is_ascii_uppercase() || char.is_ascii_digit() || char == '_';
    ["true", "false"].contains(&word.to_lowercase().as_str())
        || word.starts_with(|first: char| first.is_ascii_digit())
        || (word.len() > 1 && word.chars().all(is_capital))
}

/// Whether a word may be a value where nothing follows it.
fn is_literal(word: &str) -> bool {
    !matches!(
        word.to_lowercase().as_str(),
        "automatic"
            | "automatically"
            | "none"
            | "this"
            | "it"
            | "empty"
            | "null"
            | "nothing"
            | "unlimited"
            | "required"
            | "disabled"
            | "enabled"
    )
}

fn is_alone(after: &[Token]) -> bool {
    after.first().is_none_or(ends_sentence)
}

#[cfg(test)]
mod tests {
    use super::{Text, default};

    fn stated(description: &str) -> String {
        default("delay_ms", &Text::of(description)).unwrap_or_default()
    }

    #[test]
    fn phrases_with_a_default() {
        let phrases = [
            "Whether it is on. Defaults to `false`.",
            "The default value is `30`.",
            "Default: `true`",
            "Valid values are `A` and `B`. Default is `A`. Only for C.",
            "If not specified, defaults to `global`.",
            "It defaults to `Basic` if not defined.",
            "Ranges from `60` to `86400` (default).",
            "Can be `a` (the default) or `b`.",
            "The default value is 80.",
            "Defaults to DELETE. When it is PREVENT, nothing is done.",
            "One of `x` (Default: `y`).",
            "Default `30`",
            "The default setting is true.",
            "Defaults to 'x'.",
            "Defaults to 1,200 if not set.",
        ];
        insta::assert_debug_snapshot!(phrases.map(stated), @r#"
        [
            "false",
            "30",
            "true",
            "A",
            "global",
            "Basic",
            "86400",
            "a",
            "80",
            "DELETE",
            "y",
            "30",
            "true",
            "x",
            "1200",
        ]
        "#);
    }

    #[test]
    fn phrases_without() {
        let phrases = [
            "Defaults to the provider's region.",
            "Defaults to `a` if `b` is `c`.",
            "When `x` is `y`, the default is `z`.",
            "Defaults to `a`. For the others, the default is `b`.",
            "The default action.",
            "Default is no minimum or maximum.",
            "The default `gateway` of the network.",
            "The default is 3 seconds.",
            "",
        ];
        assert_eq!(phrases.map(stated), ["", "", "", "a", "", "", "", "", ""]);
    }
}
