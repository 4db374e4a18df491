//! The values that a description allows: "Valid values are `A` and `B`".

use super::pattern::matched;
use super::token::{Token, tokens};

/// A phrase that allows values.
struct Phrase {
    /// What stands before the values.
    before: &'static str,
    /// What stands after them; anything where this is empty.
    after: &'static str,
    /// How many values there are at least.
    least: usize,
}

/// The phrases, the longer of those that begin alike first.
const PHRASES: &[Phrase] = &[
    Phrase {
        before: "the? only? valid|possible|allowed|supported|accepted|acceptable|available|permitted|legal value|values|option|options|choice|choices|type|types|mode|modes for? this? argument|field|attribute|property? are|is|include|includes? :? either|any|only? one? of? the? following? value|values? :?",
        after: "",
        least: 1,
    },
    Phrase {
        before: "must|can|may|should|has|needs to? only? be set? to? either|any? one of the? following? value|values? :?",
        after: "",
        least: 2,
    },
    Phrase { before: "must|can|may|should be set? to? either? :?", after: "", least: 2 },
    Phrase { before: "must be", after: ".|;", least: 1 },
    Phrase { before: "only", after: "is|are currently? supported|allowed|accepted|valid|possible", least: 1 },
    Phrase {
        before: "currently ,?",
        after: "is the only valid|possible|allowed|supported value|option",
        least: 1,
    },
    Phrase { before: "either :?", after: "", least: 2 },
    Phrase { before: "one of :? the? following? value|values? :?", after: "", least: 2 },
];

/// Words before a phrase that make it hold only sometimes, or for something else.
const CONDITIONS: &[&str] =
    &["if", "when", "for", "unless", "with", "exactly", "least", "only", "see", "both", "neither"];

/// Words after values that make them something else than all that are allowed: "One of `a` or `b` must be set", "`1` to `10`".
const OTHERWISE: &[&str] = &[
    "are",
    "argument",
    "arguments",
    "attribute",
    "block",
    "blocks",
    "can",
    "etc",
    "has",
    "have",
    "is",
    "may",
    "must",
    "should",
    "through",
    "to",
    "when",
    "if",
];

/// All values that a description allows; `None` where it does not say, or says different things.
pub fn allowed_values(description: &str) -> Option<Vec<String>> {
    let tokens = tokens(description);
    let mut found: Option<Vec<String>> = None;
    let mut sentence = 0;
    for at in 0..tokens.len() {
        if at > 0 && ends_sentence(&tokens[at - 1]) {
            sentence = at;
        }
        let Some(values) = values_at(&tokens[sentence..at], &tokens[at..]) else { continue };
        match &found {
            None => found = Some(values),
            Some(known)
                if known.len() >= values.len() && values.iter().all(|value| known.contains(value)) => {}
            Some(_) => return None,
        }
    }
    found
}

fn ends_sentence(token: &Token) -> bool {
    matches!(token, Token::Mark('.' | ';') | Token::Bullet)
}

/// The values of a phrase that begins here; `before` is what the sentence says before it.
fn values_at(before: &[Token], tokens: &[Token]) -> Option<Vec<String>> {
    let is_conditional = |token: &Token| match token {
        Token::Word(word) => CONDITIONS.iter().any(|condition| word.eq_ignore_ascii_case(condition)),
        _ => false,
    };
    if before.iter().any(is_conditional) {
        return None;
    }
    PHRASES.iter().find_map(|phrase| {
        let list = &tokens[matched(phrase.before, tokens)?..];
        let (values, after) = listed(list).or_else(|| bulleted(list))?;
        let fits = match phrase.after {
            "" => !goes_on(after),
            pattern => after.is_empty() || matched(pattern, after).is_some(),
        };
        (fits && values.len() >= phrase.least && values.iter().all(|value| is_value(value))).then_some(values)
    })
}

/// Whether what follows values makes them something else than all that are allowed.
fn goes_on(after: &[Token]) -> bool {
    match after.first() {
        Some(Token::Word(word)) => OTHERWISE.iter().any(|other| word.eq_ignore_ascii_case(other)),
        Some(Token::Mark(mark)) => matches!(mark, '-' | '–' | '…'),
        _ => false,
    }
}

fn is_value(value: &str) -> bool {
    !value.contains(['<', '{', '$']) && value.len() <= 100
}

/// Values in running text, `a`, `b` or `c`, and what follows them. A list that ends in something else than a value is none.
fn listed(tokens: &[Token]) -> Option<(Vec<String>, &[Token])> {
    let mut values = vec![value(tokens.first()?)?];
    let mut at = 1;
    loop {
        let comma = tokens.get(at..).map_or(0, |rest| {
            rest.iter().take_while(|token| matches!(token, Token::Mark(',' | '/' | '|'))).count()
        });
        let word = usize::from(
            matches!(tokens.get(at + comma), Some(Token::Word(word)) if ["and", "or"].contains(&word.as_str())),
        );
        match tokens.get(at + comma + word).and_then(value) {
            Some(value) => {
                if !values.contains(&value) {
                    values.push(value);
                }
                at += comma + word + 1;
            }
            None if word == 1 => return None,
            None => return Some((values, &tokens[at..])),
        }
    }
}

/// The first values of list items.
fn bulleted(tokens: &[Token]) -> Option<(Vec<String>, &[Token])> {
    if tokens.first() != Some(&Token::Bullet) {
        return None;
    }
    let firsts = tokens.windows(2).filter(|pair| pair[0] == Token::Bullet).map(|pair| value(&pair[1]));
    Some((firsts.collect::<Option<_>>()?, &[]))
}

/// A value is code, or a word in capitals.
fn value(token: &Token) -> Option<String> {
    match token {
        Token::Code(code) if !code.is_empty() => Some(code.clone()),
        Token::Word(word)
            if word.len() > 1
                && word
                    .chars()
                    .all(|char| char.is_ascii_uppercase() || char.is_ascii_digit() || char == '_')
                && word.starts_with(|char: char| char.is_ascii_uppercase()) =>
        {
            Some(word.clone())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::allowed_values;

    #[test]
    fn phrases_that_allow() {
        let phrases = [
            "How it is read. Valid values are `A`, `B` and `C`. Defaults to `A`.",
            "Valid values: `A` | `B`",
            "Possible values include: `A` (the usual one), `B`, or `C`.",
            "The mode. Must be one of `A` or `B`.",
            "Can be `A` or `B`. Changing it is slow.",
            "One of `A`, `B`.",
            "Valid values:\n* `A` - One.\n* `B` - Two, not `C`.",
            "Allowed values are ENABLED and DISABLED.",
            "Valid value is `A`.",
            "Valid values for this argument are \"A\" and \"B\".",
            "The kind; currently only `A` is supported.",
            "Must be `A`.",
            "Currently A1 is the only valid value.",
            "The only valid values are `A` and `B`.",
        ];
        let values = phrases.map(|phrase| allowed_values(phrase).unwrap_or_default().join(" "));
        insta::assert_debug_snapshot!(values, @r#"
        [
            "A B C",
            "A B",
            "A B C",
            "A B",
            "A B",
            "A B",
            "A B",
            "ENABLED DISABLED",
            "A",
            "A B",
            "A",
            "A",
            "A1",
            "A B",
        ]
        "#);
    }

    #[test]
    fn phrases_that_do_not() {
        let phrases = [
            "Valid values are between `60` and `1440`.",
            "Valid values are `1` to `10`.",
            "One of `a` or `b` must be set.",
            "Exactly one of `a` and `b`.",
            "Valid values are `A`, `B`, or any ARN.",
            "If `type` is `x`, valid values are `A` and `B`.",
            "Valid values are `A`. Possible values are `B`.",
            "Can be `null`.",
            "Must be `true` if there is one.",
            "Only `a` may be set.",
            "Only one of `a` or `b`.",
            "Such as `A` or `B`.",
            "Valid values include, but are not limited to, `A` and `B`.",
            "",
        ];
        for phrase in phrases {
            assert_eq!(allowed_values(phrase), None, "{phrase}");
        }
    }
}
