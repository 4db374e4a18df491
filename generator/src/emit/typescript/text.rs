//! Strings and comments that hold whatever a schema says.

use std::fmt::Write;

/// A string literal.
pub fn string(value: &str) -> String {
    // JSON is JavaScript, since ECMAScript 2019 with U+2028 and U+2029 too.
    serde_json::to_string(value).expect("a string is JSON")
}

/// A documentation comment of these paragraphs, with the indentation, or nothing where there is nothing to say.
pub fn comment(indent: &str, paragraphs: &[String]) -> String {
    let mut out = String::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if out.is_empty() {
            let _ = writeln!(out, "{indent}/**");
        } else if !paragraph.starts_with('@') {
            let _ = writeln!(out, "{indent} *");
        }
        for line in paragraph.lines() {
            let line = line.trim_end();
            let _ = if line.is_empty() {
                writeln!(out, "{indent} *")
            } else {
                writeln!(out, "{indent} * {line}")
            };
        }
    }
    if !out.is_empty() {
        let _ = writeln!(out, "{indent} */");
    }
    out
}

/// Text that someone else wrote, safe within a documentation comment: it cannot end the comment, start a tag, or show an
/// editor something other than it is.
pub fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.trim().lines() {
        if !out.is_empty() {
            out.push('\n');
        }
        let start = line.len() - line.trim_start().len();
        if line[start..].starts_with('@') {
            out.push_str(&line[..start]);
            out.push('\\');
            push_safe(&mut out, &line[start..]);
        } else {
            push_safe(&mut out, line);
        }
    }
    out
}

fn push_safe(out: &mut String, line: &str) {
    let mut before = ' ';
    for c in line.chars() {
        match c {
            '/' if before == '*' => out.push_str("\\/"),
            // Line separators, and marks that turn the direction of the text after them.
            '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' => {}
            '\t' => out.push(c),
            _ if c.is_control() => out.push('\u{fffd}'),
            _ => out.push(c),
        }
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_cannot_leave_its_comment() {
        let text = prose("ends */ here\n  @deprecated not really\nnul \0, \u{202e}turned\u{2028}line");
        assert_eq!(text, "ends *\\/ here\n  \\@deprecated not really\nnul \u{fffd}, turned line");
        assert_eq!(
            comment("  ", &[text, String::new(), "@default 1".to_owned()]),
            "  /**\n   * ends *\\/ here\n   *   \\@deprecated not really\n   * nul \u{fffd}, turned line\n   * @default 1\n   */\n"
        );
        assert_eq!(comment("", &[String::new()]), "");
    }
}
