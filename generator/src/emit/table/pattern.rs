//! Regular expressions that JavaScript understands as the Rust runtime does.

use std::iter::Peekable;
use std::str::Chars;

/// The pattern for JavaScript's `RegExp` with the flag `u`; none where that would be another pattern.
///
/// Patterns are in the syntax of the crate `regex-lite`. What is rare there and said otherwise in JavaScript, such as flags within
/// a pattern, is left out: no check is better than a wrong one.
pub fn javascript(pattern: &str) -> Option<String> {
    regex_lite::Regex::new(pattern).ok()?;
    let mut chars = pattern.chars().peekable();
    let mut out = String::with_capacity(pattern.len());
    // JavaScript repeats neither a position nor what is repeated already.
    let mut can_repeat = false;
    while let Some(char) = chars.next() {
        let is_repetition = matches!(char, '*' | '+' | '?' | '{');
        if is_repetition && !can_repeat {
            return None;
        }
        can_repeat = !is_repetition && !matches!(char, '^' | '$' | '|' | '(');
        match char {
            '\\' => {
                can_repeat = !matches!(chars.peek(), Some('A' | 'z' | 'b' | 'B'));
                escape(&mut chars, &mut out, false)?;
            }
            '[' => class(&mut chars, &mut out)?,
            // JavaScript's leaves out further line breaks.
            '.' => out.push_str("[^\\n]"),
            ']' | '}' => out.extend(['\\', char]),
            '(' if chars.peek() == Some(&'?') => out.push_str(group(&mut chars)?),
            '{' => count(&mut chars, &mut out)?,
            char => out.push(char),
        }
        if is_repetition {
            out.extend(chars.next_if_eq(&'?'));
        }
    }
    Some(out)
}

/// The beginning of a group that has a name or is none to refer to.
fn group(chars: &mut Peekable<Chars>) -> Option<&'static str> {
    chars.next();
    match chars.next()? {
        ':' => Some("(?:"),
        '<' => Some("(?<"),
        'P' if chars.next() == Some('<') => Some("(?<"),
        _ => None,
    }
}

/// `2}`, `2,}` or `2,5}`.
fn count(chars: &mut Peekable<Chars>, out: &mut String) -> Option<()> {
    let bounds: String = chars.by_ref().take_while(|char| *char != '}').collect();
    let is_plain = bounds.starts_with(|char: char| char.is_ascii_digit())
        && bounds.chars().all(|char| char.is_ascii_digit() || char == ',');
    out.extend(is_plain.then(|| format!("{{{bounds}}}")));
    is_plain.then_some(())
}

/// What stands in brackets.
fn class(chars: &mut Peekable<Chars>, out: &mut String) -> Option<()> {
    out.push('[');
    out.extend(chars.next_if_eq(&'^'));
    // The first one closes nothing.
    out.extend(chars.next_if_eq(&']').map(|_| "\\]"));
    loop {
        match chars.next()? {
            '\\' => escape(chars, out, true)?,
            ']' => break,
            // A named class.
            '[' => return None,
            char => out.push(char),
        }
    }
    out.push(']');
    Some(())
}

/// What stands after a backslash.
fn escape(chars: &mut Peekable<Chars>, out: &mut String, in_class: bool) -> Option<()> {
    const SPACE: &str = "\\t\\n\\v\\f\\r ";
    match chars.next()? {
        's' if in_class => out.push_str(SPACE),
        's' => out.extend(["[", SPACE, "]"]),
        'S' if !in_class => out.extend(["[^", SPACE, "]"]),
        'A' => out.push('^'),
        'z' => out.push('$'),
        'b' | 'B' if chars.peek() == Some(&'{') => return None,
        char @ ('d' | 'D' | 'w' | 'W' | 'f' | 'n' | 'r' | 't' | 'v' | 'b' | 'B') => out.extend(['\\', char]),
        char if r"^$\.*+?()[]{}|/".contains(char) => out.extend(['\\', char]),
        '-' if in_class => out.push_str("\\-"),
        char if char.is_ascii_punctuation() && !matches!(char, '<' | '>') => out.push(char),
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_the_same_in_javascript() {
        let same =
            ["^[a-z][a-z0-9-]{0,62}$", r"^\d+(\.\d+)*$", "(?:a|b)+?", "^(a{2}|b{1,}|c{1,3})$", r"\bx\B"];
        for pattern in same {
            assert_eq!(javascript(pattern).as_deref(), Some(pattern));
        }
        let otherwise = [
            (r"\Aa.c\z", "^a[^\\n]c$"),
            (r"^[\w\-\_+=,.@]+$", r"^[\w\-_+=,.@]+$"),
            (r"a\-b\_c\:", "a-b_c:"),
            (r"\s[^\s]\S", r"[\t\n\v\f\r ][^\t\n\v\f\r ][^\t\n\v\f\r ]"),
            ("(?P<first>[]a])(?<second>b)", r"(?<first>[\]a])(?<second>b)"),
            ("a]", r"a\]"),
        ];
        for (pattern, expected) in otherwise {
            assert_eq!(javascript(pattern).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn what_javascript_would_read_otherwise_is_left_out() {
        let refused =
            ["(?i)a", "[[:alpha:]]", r"\x41", r"[\S]", "^*", "a{2}{3}", r"\<a", "(", "a{ 2 }", r"\b{start}"];
        for pattern in refused {
            assert_eq!(javascript(pattern), None, "{pattern}");
        }
    }
}
