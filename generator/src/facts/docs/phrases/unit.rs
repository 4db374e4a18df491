//! Units of time, which are an argument's or another one's.

use super::token::{Text, Token};

/// The units, by which an argument may be called.
const TIMES: &[&str] = &["millisecond", "second", "minute", "hour", "day", "week", "month", "year"];

/// What arguments are called by besides.
const SHORT: &[(&str, &str)] =
    &[("ms", "millisecond"), ("msec", "millisecond"), ("sec", "second"), ("min", "minute")];

/// The units of time that the argument is in: as it is called, or as it is said, "in seconds". Where several are spoken of and none is
/// the argument's, these are returned: no number is sure.
pub fn times(name: &str, text: &Text) -> Vec<&'static str> {
    let mut times: Vec<_> = name.split('_').filter_map(short_or_time).collect();
    times.extend(text.tokens.windows(2).filter_map(|pair| match pair {
        [Token::Word(word), Token::Word(unit)] if word.eq_ignore_ascii_case("in") => time(unit),
        _ => None,
    }));
    if times.is_empty() {
        let named = |token: &Token| if let Token::Word(word) = token { time(word) } else { None };
        let mut spoken: Vec<_> = text.tokens.iter().filter_map(named).collect();
        spoken.sort_unstable();
        spoken.dedup();
        if spoken.len() > 1 {
            return spoken;
        }
    }
    times
}

/// The unit that a word is.
pub fn time(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let word = word.strip_suffix('s').unwrap_or(&word);
    TIMES.iter().find(|time| **time == word).copied()
}

fn short_or_time(word: &str) -> Option<&'static str> {
    time(word).or_else(|| SHORT.iter().find(|(short, _)| *short == word).map(|(_, time)| *time))
}

/// Whether the words behind a number leave it in the units of the argument.
pub fn is_in(times: &[&str], after: &[Token]) -> bool {
    let unit = after.first().and_then(|token| if let Token::Word(word) = token { time(word) } else { None });
    unit.is_none_or(|unit| times.iter().all(|time| *time == unit))
}
