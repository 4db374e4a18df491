//! The blocks of Terraform's own language that stand beside programs, as `terraform fmt` leaves them.

use std::fmt::Write;

use super::{
    Binary, Expression, For, Key, Part, Raw, Reference, Root, Step, Unary, is_invisible, literal_template,
};

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
        let value = expression(value, &|_| unreachable!("an identity refers to nothing"));
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

/// An expression; `root` writes where references begin.
#[must_use]
pub fn expression(value: &Expression, root: &dyn Fn(&Root) -> String) -> String {
    let inner = |value: &Expression| expression(value, root);
    match value {
        Expression::Null => "null".to_owned(),
        Expression::String(text) => string(text),
        Expression::Integer(number) => number.to_string(),
        Expression::Float(number) => number.to_string(),
        Expression::Bool(value) => value.to_string(),
        Expression::List(elements) => {
            format!("[{}]", elements.iter().map(inner).collect::<Vec<_>>().join(", "))
        }
        Expression::Map(entries) => {
            let entry = |(name, value): &(Key, Expression)| format!("{} = {}", key(name, root), inner(value));
            let entries: Vec<_> = entries.iter().map(entry).collect();
            if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
        }
        Expression::Object(_) | Expression::Dynamic(_) => {
            unreachable!("nested blocks are no part of an expression in Terraform's language")
        }
        Expression::Template(parts) => template(parts, root),
        Expression::Reference(reference) => self::reference(reference, root),
        Expression::Call(call) => {
            let arguments: Vec<_> = call.arguments.iter().map(inner).collect();
            let expand = if call.expand { "..." } else { "" };
            format!("{}({}{expand})", call.function, arguments.join(", "))
        }
        Expression::Unary(operator, operand) => format!("{}{}", operator.sign(), operand_text(operand, root)),
        Expression::Binary(operator, operands) => {
            let [left, right] = &**operands;
            format!("{} {} {}", operand_text(left, root), operator.sign(), operand_text(right, root))
        }
        Expression::Conditional(parts) => {
            let [condition, yes, no] = &**parts;
            let condition = operand_text(condition, root);
            format!("{condition} ? {} : {}", operand_text(yes, root), operand_text(no, root))
        }
        Expression::For(each) => for_expression(each, root),
    }
}

/// What is put into `${ … }` of a string.
#[must_use]
pub fn reference(reference: &Reference, root: &dyn Fn(&Root) -> String) -> String {
    let mut text = match &reference.root {
        Root::Value(value) => format!("({})", expression(value, root)),
        other => root(other),
    };
    for step in &reference.steps {
        match step {
            Step::Attribute(name) => text.extend([".", name]),
            Step::Index(index) => text.extend(["[", &expression(index, root), "]"]),
            Step::Splat => text.push_str("[*]"),
            Step::AttributeSplat => text.push_str(".*"),
        }
    }
    text
}

/// An operand, in parentheses where it has an operator of its own.
fn operand_text(operand: &Expression, root: &dyn Fn(&Root) -> String) -> String {
    let text = expression(operand, root);
    match operand {
        Expression::Unary(..) | Expression::Binary(..) | Expression::Conditional(_) => format!("({text})"),
        _ => text,
    }
}

fn key(key: &Key, root: &dyn Fn(&Root) -> String) -> String {
    match key {
        Key::Name(name) => string(name),
        Key::Computed(value) => format!("({})", expression(value, root)),
    }
}

fn template(parts: &[Part], root: &dyn Fn(&Root) -> String) -> String {
    let mut text = String::from("\"");
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Text(literal) if matches!(parts.get(index + 1), Some(Part::Value(_))) => {
                match literal.char_indices().next_back() {
                    Some((end, sign @ ('$' | '%'))) => {
                        escape(&literal[..end], &mut text);
                        text.extend(["${\"", &sign.to_string(), "\"}"]);
                    }
                    _ => escape(literal, &mut text),
                }
            }
            Part::Text(literal) => escape(literal, &mut text),
            Part::Value(value) => text.extend(["${", &expression(value, root), "}"]),
            Part::Directive(pieces) => {
                for piece in pieces {
                    match piece {
                        Raw::Text(raw) => escape_characters(raw, &mut text),
                        Raw::Value(value) => text.push_str(&expression(value, root)),
                    }
                }
            }
        }
    }
    text.push('"');
    text
}

/// Literal text in front of `${`: a dollar sign at its end would escape that.
pub(super) fn before_interpolation(text: &str) -> String {
    match text.char_indices().next_back() {
        Some((end, sign @ ('$' | '%'))) => format!("{}${{\"{sign}\"}}", literal_template(&text[..end])),
        _ => literal_template(text),
    }
}

fn for_expression(each: &For, root: &dyn Fn(&Root) -> String) -> String {
    let variables = match &each.key_variable {
        Some(key) => format!("{key}, {}", each.value_variable),
        None => each.value_variable.clone(),
    };
    let collection = operand_text(&each.collection, root);
    let value = expression(&each.value, root);
    let condition = each.condition.as_ref();
    let condition =
        condition.map(|condition| format!(" if {}", expression(condition, root))).unwrap_or_default();
    match &each.key {
        Some(key) => {
            let grouped = if each.grouped { "..." } else { "" };
            let key = expression(key, root);
            format!("{{for {variables} in {collection} : {key} => {value}{grouped}{condition}}}")
        }
        None => format!("[for {variables} in {collection} : {value}{condition}]"),
    }
}

impl Unary {
    fn sign(self) -> &'static str {
        match self {
            Self::Not => "!",
            Self::Negate => "-",
        }
    }
}

impl Binary {
    fn sign(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Modulo => "%",
        }
    }
}

fn string(text: &str) -> String {
    let mut out = String::from("\"");
    escape(text, &mut out);
    out.push('"');
    out
}

/// Text that means itself between quotes.
fn escape(text: &str, out: &mut String) {
    escape_characters(&literal_template(text), out);
}

fn escape_characters(text: &str, out: &mut String) {
    for char in text.chars() {
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
}
