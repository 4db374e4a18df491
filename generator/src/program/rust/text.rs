//! String literals.

use std::fmt::Write;

use super::super::is_invisible;

/// A string literal: raw where the text has several lines, or many quotes, and nothing that wants an escape.
pub(super) fn string(text: &str) -> String {
    let has_lines = text.trim_end_matches('\n').contains('\n');
    let is_quoting = text.matches(['"', '\\']).count() > 2 && !text.contains('\n');
    if (has_lines || is_quoting) && is_readable(text) { raw(text) } else { escaped(text) }
}

/// The literal of an expression of Terraform's, which has quotes more often than not.
pub(super) fn expression(text: &str) -> String {
    if text.contains(['"', '\\']) && is_readable(text) { raw(text) } else { string(text) }
}

/// Whether the text can stand in a raw literal: formatters drop spaces at the end of a line.
fn is_readable(text: &str) -> bool {
    text.chars().all(|char| char == '\n' || !is_invisible(char))
        && !text.lines().any(|line| line.ends_with(' '))
}

fn raw(text: &str) -> String {
    let mut marks = String::new();
    while text.contains(&format!("\"{marks}")) {
        marks.push('#');
    }
    format!("r{marks}\"{text}\"{marks}")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            _ if is_invisible(char) => {
                write!(out, "\\u{{{:x}}}", u32::from(char)).expect("a string takes all that is written");
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}
