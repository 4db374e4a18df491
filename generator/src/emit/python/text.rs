//! Text that a schema brings, as Python writes it.

/// A string literal.
pub fn literal(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for char in value.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            _ => push_escaped(&mut out, char),
        }
    }
    out.push('"');
    out
}

/// A documentation string with its quotes; further lines, and the first if it is empty, are indented by `indent`.
pub fn docstring(text: &str, indent: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str("\"\"\"");
    let text = text.trim_end();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push('\n');
            if !line.trim().is_empty() {
                out.push_str(indent);
            }
        }
        for char in line.trim_end().chars() {
            push_escaped(&mut out, char);
        }
    }
    let is_long = text.contains('\n');
    if is_long {
        out.push('\n');
        out.push_str(indent);
    }
    // Three quotes would end the string, and so would one before the three at its end.
    let (start, body) = out.split_at(3);
    let mut body = body.replace("\"\"\"", "\\\"\\\"\\\"");
    if body.ends_with('"') && !body.ends_with("\\\"") {
        body.insert(body.len() - 1, '\\');
    }
    format!("{start}{body}\"\"\"")
}

/// Writes a character of a string so that every editor shows it as it is read.
fn push_escaped(out: &mut String, char: char) {
    match char {
        '\\' => out.push_str("\\\\"),
        '\t' => out.push(char),
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => out.push_str(&format!("\\x{:02x}", u32::from(char))),
        // Line separators, marks that change the direction of what follows, and the byte order mark.
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            out.push_str(&format!("\\u{:04x}", u32::from(char)));
        }
        _ => out.push(char),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_quotes() {
        assert_eq!(docstring("say \"\"\"hi\"\"\"", ""), r#""""say \"\"\"hi\"\"\"""""#);
        assert_eq!(docstring("a quote\"", ""), r#""""a quote\"""""#);
        assert_eq!(docstring("back\\", ""), r#""""back\\""""#);
        assert_eq!(literal("a\"b\\c\nd"), r#""a\"b\\c\nd""#);
    }

    #[test]
    fn a_text_hides_no_character() {
        assert_eq!(docstring("nul\0 sep\u{2028} bidi\u{202e}", ""), r#""""nul\x00 sep\u2028 bidi\u202e""""#);
        assert_eq!(literal("é🙂"), "\"é🙂\"");
    }

    #[test]
    fn further_lines_are_indented() {
        assert_eq!(docstring("One.\r\n\r\nTwo.\n", "    "), "\"\"\"One.\n\n    Two.\n    \"\"\"");
    }
}
