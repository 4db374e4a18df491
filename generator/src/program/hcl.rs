//! The blocks of Terraform's own language that stand beside programs, as `terraform fmt` leaves them.

use std::fmt::Write;

use super::{Expression, is_invisible, literal_template};

/// An `import` block with an ID (Terraform 1.5).
#[must_use]
pub fn import_by_id(type_name: &str, label: &str, id: &str) -> String {
    format!("import {{\n  to = {type_name}.{label}\n  id = {}\n}}\n", string(id))
}

/// An `import` block with a resource identity (Terraform 1.12).
#[must_use]
pub fn import_by_identity(type_name: &str, label: &str, identity: &[(&str, Expression)]) -> String {
    let width = identity.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut block = format!("import {{\n  to = {type_name}.{label}\n  identity = {{\n");
    for (name, value) in identity {
        let value = expression(value);
        writeln!(block, "    {name:width$} = {value}").expect("a string takes all that is written");
    }
    block.push_str("  }\n}\n");
    block
}

/// The command that imports a resource by its ID, behind the prompt of a shell.
#[must_use]
pub fn import_command(type_name: &str, label: &str, id: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-_./:@=,+%".contains(char);
    let quoted = if !id.is_empty() && id.chars().all(is_plain) {
        id.to_owned()
    } else {
        format!("'{}'", id.replace('\'', "'\\''"))
    };
    format!("% terraform import {type_name}.{label} {quoted}")
}

/// A literal, or a list of literals.
fn expression(expression: &Expression) -> String {
    match expression {
        Expression::String(text) => string(text),
        Expression::Integer(number) => number.to_string(),
        Expression::Float(number) => number.to_string(),
        Expression::Bool(value) => value.to_string(),
        Expression::List(elements) => {
            format!("[{}]", elements.iter().map(self::expression).collect::<Vec<_>>().join(", "))
        }
        Expression::Map(_) | Expression::Object(_) | Expression::Attribute { .. } => {
            unreachable!("an identity holds literals and lists of them")
        }
    }
}

fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for char in literal_template(text).chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '"' | '\\' => out.extend(['\\', char]),
            _ if is_invisible(char) => {
                let code = u32::from(char);
                if code < 0x1_0000 { write!(out, "\\u{code:04x}") } else { write!(out, "\\U{code:08x}") }
                    .expect("a string takes all that is written");
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}
