//! Ranges, lengths and numbers of items: "Must be between `1` and `64` characters".

use super::condition::{is_conditional, is_limited, is_one_of};
use super::pattern::Pattern;
use super::token::{Text, Token, ends_sentence};
use super::unit;

/// What bounds are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A number.
    Value,
    /// The characters of a text.
    Characters,
    /// The items of a collection.
    Items,
}

/// Inclusive bounds, as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// What they are about.
    pub measure: Measure,
    /// The least.
    pub min: Option<String>,
    /// The greatest.
    pub max: Option<String>,
}

/// A phrase with bounds.
struct Phrase {
    text: Pattern,
    /// What it is about, where the phrase says so; else the words around it do.
    measure: Option<Measure>,
    /// Whether it is about a number where nothing else is said.
    is_of_values: bool,
}

const fn value(text: &'static str) -> Phrase {
    Phrase { text: Pattern::new(text), measure: None, is_of_values: true }
}

const fn counted(text: &'static str) -> Phrase {
    Phrase { text: Pattern::new(text), measure: None, is_of_values: false }
}

const fn characters(text: &'static str) -> Phrase {
    Phrase { text: Pattern::new(text), measure: Some(Measure::Characters), is_of_values: false }
}

const fn items(text: &'static str) -> Phrase {
    Phrase { text: Pattern::new(text), measure: Some(Measure::Items), is_of_values: false }
}

/// The phrases, the longer of those that begin alike first.
const PHRASES: &[Phrase] = &[
    characters("length must|should|can? be|is|:|= between|from? <min> and|to|- <max>"),
    characters("length constraints|constraint : minimum length of <min> . maximum length of <max>"),
    characters("minimum|min length of|is|:|=|? <min> and|,|. a|the? maximum|max length? of|is|:|=|? <max>"),
    characters("minimum|min|shortest length of|is|:|=|must? be? <min>"),
    characters("maximum|max|longest allowed|permitted? length of|is|:|=|must? be? <max>"),
    characters("length must|should|can|may? not|cannot exceed|surpass <max>"),
    characters("length of? up to <max>"),
    items("minimum|min number of items|elements|entries|values of|is|:|=|? <min>"),
    items("maximum|max number of items|elements|entries|values of|is|:|=|? <max>"),
    value(
        "between|within <min> minute|minutes|second|seconds|hour|hours|day|days|milliseconds|ms|gb|gib|mb|mib? and|to|-|up to? <max>",
    ),
    value("between|within <span>"),
    value("minimum|min is|: <min>"),
    value("maximum|max is|: <max>"),
    value("in|within the? range of|from|between|:? <min> to|and|-|,|through <max>"),
    value("in|within the? range of|:? <span>"),
    value(
        "range|ranges is|are|of|from|between|:|? from|between? <min> seconds|minutes? up? to|and|-|through <max>",
    ),
    value("from <min> to|through <max>"),
    value(
        "must|should|can|may be an|any|a? integer|number|value|values? of|in|from|between? <min> to|-|through <max>",
    ),
    value(
        "valid|possible|allowed|supported|accepted|acceptable|available value|values|range|ranges are|is|of|:|include|range? integers|numbers|any|an? integer|number? from|between|in|ranging? from|between? <min> to|and|-|through <max>",
    ),
    value(
        "valid|possible|allowed|supported|accepted|acceptable|available value|values|range|ranges are|is|of|:|include? <span>",
    ),
    value(
        "minimum|min|lowest|smallest value? is|of|:|=|? <min> and|,|. the|a? maximum|max|highest|largest value? is|of|:|=|? <max>",
    ),
    value(
        "minimum|min|lowest|smallest allowed|valid|possible|supported|accepted? value of|is|:|=|must? be? <min>",
    ),
    value(
        "maximum|max|highest|largest allowed|valid|possible|supported|accepted? value of|is|:|=|must? be? <max>",
    ),
    value("must|should|can be at least|minimum <min> and at most|maximum <max>"),
    value("must|should|can|value|values be|is|are|to at least <min>"),
    value("must|should|can|value|values be|is|are|to at most <max>"),
    value(
        "must|should|value|values be|is|are an|a? integer|number? greater|higher|larger than or equal to <min> and less|lower|smaller than or equal to <max>",
    ),
    value(
        "must|should|value|values be|is|are an|a? integer|number? greater|higher|larger than or|and equal to <min>",
    ),
    value(
        "must|should|value|values be|is|are an|a? integer|number? less|lower|smaller than or|and equal to <max>",
    ),
    value(
        "must|should|value|values be|is|are an|a? integer|number? equal to|or or? greater|higher|larger than <min>",
    ),
    value(
        "must|should|value|values be|is|are an|a? integer|number? equal to|or or? less|lower|smaller than <max>",
    ),
    value("must|should|value|values be|is|are > = <min>"),
    value("must|should|value|values be|is|are < = <max>"),
    value("value|values cannot|can't|must|should|may not? be? less|lower|smaller than <min>"),
    value("must|should|cannot|can't|may not? exceed <max>"),
    counted("be|is|are|of|length|:|, <min> to|- <max>"),
    counted("<span>"),
    counted("less|fewer than or equal to <max>"),
    counted("more|greater than or equal to <min>"),
    counted("between? <min> and|or <max>"),
    counted("up to a? maximum|max? of? <max>"),
    counted("at least <min>"),
    counted("at most <max>"),
    counted("as many as <max>"),
    value("must|should|can be in|within <min> , <max>"),
    counted("a? maximum|max of|is|:|=? <max>"),
    counted("a? minimum|min of|is|:|=? <min>"),
    counted("no|not more|longer|greater than <max>"),
    counted("no|not less|fewer|shorter than <min>"),
    counted("exceed <max>"),
    counted("limited to a? maximum? of? <max>"),
    counted("<max> or fewer|less"),
    counted("<min> or more"),
];

/// Words behind bounds that say what is counted.
const CHARACTERS: &[&str] =
    &["character", "characters", "chars", "letters", "unicode", "alphanumeric", "ascii", "utf-8"];
const ITEMS: &[&str] = &["item", "items", "element", "elements", "entries"];

/// Words behind bounds that make the number another one: "10 percent of requests".
const OTHERWISE: &[&str] =
    &["bytes", "byte", "kb", "kib", "mb", "mib", "gb", "gib", "tb", "times", "percent", "x"];

/// The bounds that the description of the argument `name` states; none of a measure where it states different ones.
pub fn bounds(name: &str, text: &Text) -> Vec<Bounds> {
    let mut all: Vec<Bounds> = Vec::new();
    let mut doubtful = Vec::new();
    let times = unit::times(name, text);
    for found in text.find(|before, rest| bounds_at(&times, name, before, rest)) {
        let Some(known) = all.iter_mut().find(|known| known.measure == found.measure) else {
            all.push(found);
            continue;
        };
        let agrees = |known: &Option<String>, found: &Option<String>| {
            known.is_none() || found.is_none() || known == found
        };
        if agrees(&known.min, &found.min) && agrees(&known.max, &found.max) {
            known.min = known.min.take().or(found.min);
            known.max = known.max.take().or(found.max);
        } else {
            doubtful.push(found.measure);
        }
    }
    let number = |bound: &Option<String>| bound.as_ref().and_then(|text| text.parse::<f64>().ok());
    let is_sound = |bounds: &Bounds| match (number(&bounds.min), number(&bounds.max)) {
        (Some(min), Some(max)) => min <= max,
        _ => true,
    };
    all.retain(|bounds| !doubtful.contains(&bounds.measure) && is_sound(bounds));
    all
}

/// The bounds of a phrase that begins here; `before` is what the sentence says before it.
fn bounds_at(times: &[&str], own: &str, before: &[Token], tokens: &[Token]) -> Option<(Bounds, usize)> {
    PHRASES.iter().find_map(|phrase| {
        let found = phrase.text.matched(tokens)?;
        let after = &tokens[found.end..];
        if is_conditional(before) || is_part(before) || is_limited(after) || goes_on(after) {
            return None;
        }
        // What an argument is called by is what it holds: "up to 5 security groups".
        let own = if phrase.is_of_values { "" } else { own };
        let measure = match (phrase.measure, counted_by(own, after)) {
            (Some(measure), _) | (None, Some(measure)) => measure,
            (None, None) if phrase.is_of_values && unit::is_in(times, after) && !is_otherwise(after) => {
                Measure::Value
            }
            (None, None) => return None,
        };
        let bound = |name: &str| found.get(name).map(str::to_owned);
        let span = found.get("span").and_then(|span| span.split_once('-'));
        let (min, max) = span.map_or_else(
            || (bound("min"), bound("max")),
            |(min, max)| (Some(min.to_owned()), Some(max.to_owned())),
        );
        Some((Bounds { measure, min, max }, found.end))
    })
}

/// Whether what stands before bounds makes them a part of what is said: "a letter followed by up to 62 characters", "0 or 5 to 10".
fn is_part(before: &[Token]) -> bool {
    let ends_list = match before {
        [.., number, word] => {
            is_one_of(word, &["and", "or"])
                && matches!(number, Token::Number(_) | Token::Code(_) | Token::Mark(','))
        }
        _ => false,
    };
    ends_list
        || before.iter().any(|token| is_one_of(token, &["followed", "additional", "other", "example", "sum"]))
        || is_of_another(before)
}

/// "The `name` argument is limited to": the argument that says so is none of code.
fn is_of_another(before: &[Token]) -> bool {
    before.windows(2).any(|pair| {
        matches!(pair[0], Token::Code(_))
            && is_one_of(&pair[1], &["argument", "attribute", "field", "property"])
    })
}

/// Whether the word behind bounds makes the number another one.
fn is_otherwise(after: &[Token]) -> bool {
    after.first().is_some_and(|token| is_one_of(token, OTHERWISE))
}

/// Whether what follows bounds makes them part of a list.
fn goes_on(after: &[Token]) -> bool {
    let is_number = |token: &Token| matches!(token, Token::Number(_) | Token::Code(_));
    let sentence = after.iter().position(ends_sentence).unwrap_or(after.len());
    let has_more =
        after[..sentence].windows(2).any(|pair| is_one_of(&pair[0], &["or"]) && is_number(&pair[1]));
    has_more
        || match after {
            [Token::Mark(',' | '-' | '/' | ':'), next, ..] => is_number(next),
            [word, next, ..] => is_one_of(word, &["and"]) && is_number(next),
            _ => false,
        }
}

/// What the words behind bounds say that is counted.
fn counted_by(own: &str, after: &[Token]) -> Option<Measure> {
    let words = after.iter().take(3).map_while(|token| match token {
        Token::Word(word) => Some((token, word.to_lowercase())),
        _ => None,
    });
    words.into_iter().find_map(|(token, word)| {
        let is_own = is_called(own, &word) && unit::time(&word).is_none();
        if is_one_of(token, CHARACTERS) {
            Some(Measure::Characters)
        } else {
            (is_own || is_one_of(token, ITEMS)).then_some(Measure::Items)
        }
    })
}

/// Whether a word is the last of a name, or all of it: `key_configs` are "configs" and "keyConfigs".
fn is_called(name: &str, word: &str) -> bool {
    let last = name.rsplit('_').next().unwrap_or(name);
    !last.is_empty() && (singular(last) == singular(word) || name.replace('_', "") == word)
}

/// A word without the `s` of its plural.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{Text, bounds};

    fn stated(description: &str) -> String {
        let said = bounds("timeout_seconds", &Text::of(description));
        let bound = |bound: &Option<String>| bound.clone().unwrap_or_default();
        let written = |of: &super::Bounds| format!("{:?} {}..{}", of.measure, bound(&of.min), bound(&of.max));
        said.iter().map(written).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn phrases_with_bounds() {
        let phrases = [
            "Valid values are between `60` and `1440`.",
            "Must be between 1 and 255 characters in length.",
            "The range is between 1 second up to 900 seconds.",
            "Ranges from `60` to `86400` (default).",
            "Size, must be 1-63 characters long.",
            "The description (max of 1024 characters).",
            "Possible values are in the range `0` - `100`.",
            "Supports values between 10 and 2,147,483,647.",
            "Minimum length of 1. Maximum length of 64.",
            "Has a maximum length of 37 characters.",
            "Valid value is equal or higher than `30`.",
            "Minimum value of `0`, maximum value of `10`.",
            "Limited to 10 items.",
            "Must be from -1 to 59.",
            "Time in seconds. Valid range is `1-60`.",
            "The minimum value is 5. The maximum value is 50.",
        ];
        insta::assert_debug_snapshot!(phrases.map(stated), @r#"
        [
            "Value 60..1440",
            "Characters 1..255",
            "Value 1..900",
            "Value 60..86400",
            "Characters 1..63",
            "Characters ..1024",
            "Value 0..100",
            "Value 10..2147483647",
            "Characters 1..64",
            "Characters ..37",
            "Value 30..",
            "Value 0..10",
            "Items ..10",
            "Value -1..59",
            "Value 1..60",
            "Value 5..50",
        ]
        "#);
    }

    #[test]
    fn what_an_argument_is_called_by_is_counted() {
        let said = bounds("security_groups", &Text::of("Up to 5 security groups."));
        assert_eq!((said[0].measure, said[0].max.as_deref()), (super::Measure::Items, Some("5")));
    }

    #[test]
    fn phrases_without() {
        let phrases = [
            "Valid values are 1, 5 and 10.",
            "Waits up to 10 minutes.",
            "Must be between 1 and 24 hours.",
            "If `type` is `x`, must be between 1 and 5.",
            "Must be between 1 and 5 when `type` is `x`.",
            "Must be between 1 and 5. Must be between 2 and 6.",
            "The operation transfers between 4 KB and 16 KB.",
            "Must be from 1 to 31, or 0 where there is none.",
            "The name of a prefix 38 - 54 characters long.",
            "At least one backup.",
            "See RFC 1035, from version 5 of 2020.",
            "A letter followed by up to 62 characters.",
            "Valid values are -1 and between 1 and 5.",
            "Should normally be from 1 to 5.",
        ];
        assert_eq!(phrases.map(stated), [""; 14]);
    }
}
