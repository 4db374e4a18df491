//! The values that a description allows: "Valid values are `A` and `B`".

use super::condition::{is_conditional, is_limited, is_one_of};
use super::list::{bulleted, listed};
use super::pattern::Pattern;
use super::token::{Text, Token, ends_sentence};

/// A phrase that allows values.
struct Phrase {
    /// What stands before the values; nothing where this is empty.
    before: Pattern,
    /// What stands after them; anything where this is empty.
    after: Pattern,
    /// How many values there are at least.
    least: usize,
}

/// The phrases, the longer of those that begin alike first.
const PHRASES: &[Phrase] = &[
    Phrase {
        before: Pattern::new(
            "the? only? valid|possible|allowed|supported|accepted|acceptable|available|permitted|legal value|values|option|options for this|the argument|field|attribute|property|parameter? are|is|include|includes|: :? either|any|only? one? of? the? following? value|values? :?",
        ),
        after: Pattern::new(""),
        least: 1,
    },
    Phrase {
        before: Pattern::new(
            "the? only? valid|possible|allowed|supported|accepted|acceptable|available|permitted|legal value|values|option|options|choice|choices|type|types|mode|modes are|is|include|includes? :? either|any|only? one? of? the? following? value|values? :?",
        ),
        after: Pattern::new(""),
        least: 1,
    },
    Phrase {
        before: Pattern::new(
            "must|can|may|should|has|needs to? only? be set? to? either|any? one of the? following? value|values? :?",
        ),
        after: Pattern::new(""),
        least: 2,
    },
    Phrase {
        before: Pattern::new("must|can|may|should be set? to? either? :?"),
        after: Pattern::new(""),
        least: 2,
    },
    Phrase { before: Pattern::new("must be"), after: Pattern::new(".|;"), least: 1 },
    Phrase {
        before: Pattern::new("only"),
        after: Pattern::new("is|are currently? supported|allowed|accepted|valid|possible"),
        least: 1,
    },
    Phrase {
        before: Pattern::new("currently ,?"),
        after: Pattern::new("is the only valid|possible|allowed|supported value|option"),
        least: 1,
    },
    Phrase {
        before: Pattern::new(""),
        after: Pattern::new(
            "are|is the? only? valid|possible|allowed|supported|accepted|acceptable|available value|values|option|options",
        ),
        least: 1,
    },
    Phrase { before: Pattern::new("either :?"), after: Pattern::new(""), least: 2 },
    Phrase {
        before: Pattern::new("one of :? the? following? value|values? :?"),
        after: Pattern::new(""),
        least: 2,
    },
];

/// Words before a phrase that make it one about something else.
const NOT_VALUES: &[&str] = &["other", "exactly", "least", "only", "see", "both", "neither"];

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
];

/// All values that a description allows; `None` where it does not say, or says different things. Of numbers where `of_numbers`.
pub fn allowed_values(text: &Text, of_numbers: bool) -> Option<Vec<String>> {
    let item: &dyn Fn(&Token) -> Option<String> = if of_numbers { &number } else { &word };
    if !text
        .tokens
        .iter()
        .chain(text.asides.iter().flat_map(|(_, aside)| aside))
        .any(|token| item(token).is_some())
    {
        return None;
    }
    let mut found: Option<Vec<String>> = None;
    let values = |before: &[Token], rest: &[Token]| {
        let (values, taken) = values_at(item, before, rest)?;
        // "`60` seconds or `600` seconds", "the greatest value is 5": no list of numbers.
        let is_list = !of_numbers || (values.len() > 1 && !has(&number, &rest[taken..]));
        is_list.then_some((values, taken))
    };
    for values in text.find(values) {
        match &found {
            None => found = Some(values),
            Some(known)
                if known.len() >= values.len() && values.iter().all(|value| known.contains(value)) => {}
            Some(_) => return None,
        }
    }
    found
}

/// The values of a phrase that begins here; `before` is what the sentence says before it.
fn values_at(
    item: &dyn Fn(&Token) -> Option<String>,
    before: &[Token],
    tokens: &[Token],
) -> Option<(Vec<String>, usize)> {
    if is_conditional(before) || before.iter().any(|token| is_one_of(token, NOT_VALUES)) {
        return None;
    }
    PHRASES.iter().find_map(|phrase| {
        let list = &tokens[phrase.before.begin(before, tokens)?..];
        let (values, after) = listed(list, item).or_else(|| bulleted(list, item))?;
        // "AWS account IDs": a word among words is no value.
        let end = tokens.len() - after.len();
        let is_of_words = phrase.after.is_empty()
            && matches!((&tokens[end - 1], after.first()), (Token::Word(_), Some(Token::Word(_))));
        let fits = if phrase.after.is_empty() {
            !goes_on(after)
        } else {
            (after.is_empty() && !phrase.before.is_empty()) || phrase.after.matched(after).is_some()
        };
        // "`a` for the first, `b` for the second"
        let is_part = values.len() == 1 && phrase.after.is_empty() && has(item, after);
        let is_sound = !is_part
            && !is_of_words
            && values.len() >= phrase.least
            && values.iter().all(|value| is_value(value));
        (fits && is_sound).then_some((values, end))
    })
}

/// Whether what follows values makes them something else than all that are allowed.
fn goes_on(after: &[Token]) -> bool {
    match after.first() {
        Some(token @ Token::Word(_)) => is_one_of(token, OTHERWISE) || is_limited(after),
        Some(Token::Mark(mark)) => matches!(mark, '-' | '–' | '…'),
        _ => false,
    }
}

fn is_value(value: &str) -> bool {
    // `custom-*` and `2XX` stand for values.
    !value.contains(['<', '{', '$', '*']) && !value.ends_with("XX") && value.len() <= 100
}

/// A value is code, or a word in capitals.
fn word(token: &Token) -> Option<String> {
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

/// Whether a sentence has another value.
fn has(item: &dyn Fn(&Token) -> Option<String>, after: &[Token]) -> bool {
    after.iter().take_while(|token| !ends_sentence(token)).any(|token| item(token).is_some())
}

fn number(token: &Token) -> Option<String> {
    match token {
        Token::Code(text) | Token::Number(text) => {
            text.parse::<f64>().is_ok_and(f64::is_finite).then(|| text.clone())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, allowed_values};

    fn allowed(description: &str) -> Option<Vec<String>> {
        allowed_values(&Text::of(description), false)
    }

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
            "`A` or `B` are valid values.",
            "Valid values are `[\"A\"]` and `[\"B\"]`.",
            "Possible values are: * A1 * B1.\nPossible values are: `A`, `B`.",
        ];
        let values = phrases.map(|phrase| allowed(phrase).unwrap_or_default().join(" "));
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
            "A B",
            "A B",
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
            "The ARN",
            "Acceptable values for the `a` field are those of the service.",
            "Valid values include, but are not limited to, `A` and `B`.",
            "Allowed options are `a` for the first, `b` for the second.",
            "",
        ];
        for phrase in phrases {
            assert_eq!(allowed(phrase), None, "{phrase}");
        }
    }

    #[test]
    fn numbers_for_numbers() {
        let of_numbers =
            |description| allowed_values(&Text::of(description), true).unwrap_or_default().join(" ");
        assert_eq!(of_numbers("Valid values are 1, 5 and `10`."), "1 5 10");
        assert_eq!(of_numbers("Valid values are 1 to 5."), "");
        assert_eq!(allowed("Valid values are 1, 5 and 10."), None);
    }
}
