//! Literals of Python.

use std::fmt::Write;

use crate::program::is_invisible;

/// A string literal, with the quote that is given or else that which needs fewer escapes.
pub(in crate::program) fn string(text: &str, quote: Option<char>) -> String {
    let doubles = text.matches('"').count();
    let quote = quote.unwrap_or(if doubles > text.matches('\'').count() { '\'' } else { '"' });
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for char in text.chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if char == quote => out.extend(['\\', char]),
            _ if is_invisible(char) => {
                let code = u32::from(char);
                match code {
                    0..0x100 => write!(out, "\\x{code:02x}"),
                    0x100..0x1_0000 => write!(out, "\\u{code:04x}"),
                    _ => write!(out, "\\U{code:08x}"),
                }
                .expect("a string takes all that is written");
            }
            _ => out.push(char),
        }
    }
    out.push(quote);
    out
}
