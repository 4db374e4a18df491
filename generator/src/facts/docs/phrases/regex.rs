//! Regular expressions that texts have to match.

use super::condition::{is_conditional, is_limited};
use super::pattern::Pattern;
use super::token::Text;

/// What stands before a regular expression.
const BEFORE: &[Pattern] = &[
    Pattern::new(
        "must|should|to|and|it|which|that match|matches|follow|satisfy|conform|comply to|with? the|a|this? following? regular|regex|regexp|pattern|format? expression|expressions|pattern|format? of|is|:|,? <code>",
    ),
    Pattern::new(
        "matching|matched the|a|this? following? regular|regex|regexp|pattern? expression|pattern? of|:? <code>",
    ),
    Pattern::new("regular expression|expressions pattern? of|is|:|=|,? <code>"),
    Pattern::new("regex|regexp|pattern pattern|expression? of|is|:|=|must? be? match? <code>"),
];

/// Characters that no plain value of the kind has: what has none of them is an example.
const MARKS: &[char] = &['[', '^', '\\', '$', '+', '{'];

/// The regular expression that a description wants matched, in the syntax of `regex-lite`; `None` where it names none or several.
pub fn pattern(text: &Text) -> Option<String> {
    let mut found = text.find(|before, rest| {
        let found = BEFORE.iter().find_map(|phrase| phrase.matched(rest))?;
        let code = found.get("code")?.trim_matches('/');
        let is_stated = !is_conditional(before) && !is_limited(&rest[found.end..]);
        let is_pattern = code.contains(MARKS) && regex_lite::Regex::new(code).is_ok();
        (is_stated && is_pattern).then(|| (code.to_owned(), found.end))
    });
    found.dedup();
    (found.len() == 1).then(|| found.swap_remove(0))
}

#[cfg(test)]
mod tests {
    use super::{Text, pattern};

    #[test]
    fn what_a_text_must_match() {
        let phrases = [
            "Must match the regular expression `^[a-z]+$`.",
            "The name must be 1-63 characters long and match the regular expression '^[a-z]([-a-z0-9]{0,61})?$' to comply.",
            "It must match the pattern: `[A-Z]\\d+`",
            "Regex: `^a{1,2}$`.",
        ];
        let found = phrases.map(|phrase| pattern(&Text::of(phrase)).unwrap_or_default());
        insta::assert_debug_snapshot!(found, @r#"
        [
            "^[a-z]+$",
            "^[a-z]([-a-z0-9]{0,61})?$",
            "[A-Z]\\d+",
            "^a{1,2}$",
        ]
        "#);
    }

    #[test]
    fn what_is_no_pattern() {
        let phrases = [
            "Must match the `name` of the other.",
            "Must match the regular expression `[a-`.",
            "If given, must match the regular expression `^a$`.",
            "A pattern such as `^a$`.",
        ];
        assert!(phrases.iter().all(|phrase| pattern(&Text::of(phrase)).is_none()));
    }
}
