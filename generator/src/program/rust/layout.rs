//! Puts Rust on lines by the rules of rustfmt.
//!
//! These are rustfmt's own steps (`overflow.rs` and `chains.rs` of its sources), for the few forms of expression that
//! programs have and the default configuration. An expression is written for a place: what is left of the
//! line, and the indentation of the lines that follow.

/// The width of a line.
const WIDTH: usize = 100;
/// The width of one level of indentation.
const INDENT: usize = 4;
/// The greatest width of the arguments of a call, or the elements of an array, on one line.
const LIST_WIDTH: usize = 60;
/// The greatest width of the fields of a struct literal on one line.
const STRUCT_WIDTH: usize = 18;
/// Literals of at most this width share lines in a list that takes several.
const SHORT_LITERAL: usize = 10;

/// An expression.
#[derive(Debug, Clone)]
pub(super) enum Code {
    /// A literal.
    Literal(String),
    /// A path, or a call without arguments: what is never broken.
    Path(String),
    /// A call such as `Struct::new(…)`; the text is what stands before the parenthesis.
    Call(String, Vec<Code>),
    /// A tuple.
    Tuple(Vec<Code>),
    /// An array.
    Array(Vec<Code>),
    /// A struct literal: its name, its fields, and what the others are taken from.
    Struct(String, Vec<(String, Code)>, Box<Code>),
    /// A value and a method without arguments that is called on it.
    Method(Box<Code>, &'static str),
}

/// Where an expression is written.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The columns that are left for its first line.
    width: usize,
    /// The indentation of the line that it begins on.
    indent: usize,
}

impl Place {
    /// Lines of their own, one level deeper, with room for a comma.
    fn nested(self) -> Self {
        let indent = self.indent + INDENT;
        Self { width: WIDTH.saturating_sub(indent + 1), indent }
    }

    fn behind(self, columns: usize) -> Self {
        Self { width: self.width.saturating_sub(columns), ..self }
    }
}

/// The statement `let variable = stack.method(…)?;`, or without a variable, in a function's body.
pub(super) fn statement(variable: Option<&str>, call: &Code) -> String {
    let place = Place { width: WIDTH - INDENT, indent: INDENT };
    let margin = " ".repeat(INDENT);
    let binding = variable.map(|variable| format!("let {variable} = ")).unwrap_or_default();
    // A `?` counts twice when rustfmt measures what stands beside the receiver.
    let beside = write(call, place.behind(width(&binding) + width("stack?;") + 2));
    let fits =
        is_flat(&beside) && width(&margin) + width(&binding) + width("stack?;") + width(&beside) <= WIDTH - 2;
    if !fits {
        let below = write(call, Place { width: WIDTH, indent: 2 * INDENT });
        let receiver = if variable.is_some() { width("stack") } else { 0 };
        if is_flat(&below) && 2 * INDENT + receiver + width(&below) + width("?;") < WIDTH {
            let (first, second) =
                if binding.is_empty() { ("stack", "") } else { (binding.trim_end(), "stack") };
            return format!("{margin}{first}\n{margin}{margin}{second}{below}?;\n");
        }
    }
    format!("{margin}{binding}stack{beside}?;\n")
}

/// The declaration `use path::{…};`.
pub(super) fn declaration(path: &str, names: &[String]) -> String {
    if let [name] = names {
        return format!("use {path}::{name};\n");
    }
    let flat = format!("use {path}::{{{}}};\n", names.join(", "));
    if width(flat.trim_end()) <= WIDTH - 2 {
        return flat;
    }
    let place = Place { width: WIDTH - INDENT - 1, indent: INDENT };
    format!("use {path}::{{\n{}}};\n", fill(names, place))
}

fn write(code: &Code, place: Place) -> String {
    match code {
        Code::Literal(text) | Code::Path(text) => text.clone(),
        Code::Call(path, arguments) => list(path, ('(', ')'), arguments, place),
        Code::Tuple(elements) => list("", ('(', ')'), elements, place),
        Code::Array(elements) => list("", ('[', ']'), elements, place),
        Code::Struct(name, fields, rest) => structure(name, fields, rest, place),
        Code::Method(receiver, method) => {
            let receiver = write(receiver, place);
            let indent = " ".repeat(place.indent);
            if !is_flat(&receiver) {
                format!("{receiver}\n{indent}{method}")
            } else if width(&receiver) + width(method) > place.width {
                format!("{receiver}\n{indent}{}{method}", " ".repeat(INDENT))
            } else {
                receiver + method
            }
        }
    }
}

fn list(path: &str, (open, close): (char, char), items: &[Code], place: Place) -> String {
    if items.is_empty() {
        return format!("{path}{open}{close}");
    }
    let nested = place.nested();
    let inside = place.behind(width(path) + 2);
    let mut written: Vec<String> = items.iter().map(|item| write(item, nested)).collect();
    if let [item] = items {
        if let Some(overflowing) = overflow(item, &written[0], inside) {
            written[0] = overflowing;
            return format!("{path}{open}{}{close}", written[0]);
        }
    } else if fits(&written, inside.width.min(LIST_WIDTH)) {
        return format!("{path}{open}{}{close}", written.join(", "));
    }
    let is_short = |item: &Code| matches!(item, Code::Literal(text) if width(text) <= SHORT_LITERAL);
    let lines = if items.iter().all(is_short) {
        fill(&written, nested)
    } else {
        let margin = " ".repeat(nested.indent);
        format!("{margin}{},\n", written.join(&format!(",\n{margin}")))
    };
    format!("{path}{open}\n{lines}{}{close}", " ".repeat(place.indent))
}

/// A single item beside the delimiter before it, if it stands there well.
fn overflow(item: &Code, below: &str, inside: Place) -> Option<String> {
    // A call in a call has only the width of a list, so that calls do not open deep in a line.
    let budget = match item {
        Code::Call(..) => Place { width: inside.width.min(LIST_WIDTH), ..inside },
        _ => inside,
    };
    let beside = write(item, budget);
    let first_line = beside.lines().next().unwrap_or_default();
    let opens = match item {
        Code::Literal(_) | Code::Path(_) => false,
        _ => width(first_line) <= inside.width.min(LIST_WIDTH),
    };
    if opens {
        return Some(beside);
    }
    (is_flat(below) && width(below) <= inside.width).then(|| below.to_owned())
}

fn structure(name: &str, fields: &[(String, Code)], rest: &Code, place: Place) -> String {
    let nested = place.nested();
    let values: Vec<String> = fields
        .iter()
        .map(|(field, value)| format!("{field}: {}", write(value, nested.behind(width(field) + 2))))
        .chain([format!("..{}", write(rest, nested.behind(2)))])
        .collect();
    if fits(&values, STRUCT_WIDTH) {
        return format!("{name} {{ {} }}", values.join(", "));
    }
    let margin = " ".repeat(nested.indent);
    let lines = values.join(&format!(",\n{margin}"));
    format!("{name} {{\n{margin}{lines}\n{}}}", " ".repeat(place.indent))
}

/// As many items on each line as fit.
fn fill(items: &[String], place: Place) -> String {
    let margin = " ".repeat(place.indent);
    let mut lines = String::new();
    let mut column = 0;
    for (index, item) in items.iter().enumerate() {
        // There is always room for the last comma.
        let comma = usize::from(index + 1 < items.len());
        if column == 0 {
            lines.push_str(&margin);
        } else if column + 1 + width(item) + comma > place.width {
            lines.push('\n');
            lines.push_str(&margin);
            column = 0;
        } else {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(item);
        lines.push(',');
        column += width(item) + 1;
    }
    lines + "\n"
}

/// Whether the items fit on a line with commas between them.
fn fits(items: &[String], columns: usize) -> bool {
    let total: usize = items.iter().map(|item| width(item)).sum();
    items.iter().all(|item| is_flat(item)) && total + 2 * (items.len() - 1) <= columns
}

fn is_flat(text: &str) -> bool {
    !text.contains('\n')
}

/// The number of columns that a text takes.
fn width(text: &str) -> usize {
    text.chars().count()
}
