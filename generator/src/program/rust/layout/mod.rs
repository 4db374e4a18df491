//! Puts Rust on lines by the rules of rustfmt.
//!
//! These are rustfmt's own steps (`overflow.rs`, `chains.rs`, `closures.rs` and others of its sources), for the forms of
//! expression that programs have and the default configuration. An expression is written for a place: what is left of the
//! line, and the indentation of the lines that follow. Where it cannot be written there, another layout is tried; where no
//! layout is left, rustfmt leaves the statement as it finds it.

mod chain;
mod code;
mod list;
mod operator;
mod structure;

pub(super) use code::{Code, Entry, Rest};

/// The width of a line.
const WIDTH: usize = 100;
/// The width of one level of indentation.
const INDENT: usize = 4;
/// The greatest width of the arguments of a call, or the elements of an array, on one line.
const LIST_WIDTH: usize = 60;
/// The greatest width of a chain of calls on one line.
const CHAIN_WIDTH: usize = 60;
/// The greatest width of the fields of a struct literal on one line.
const STRUCT_WIDTH: usize = 18;
/// Literals of at most this width share lines in a list that takes several.
const SHORT_LITERAL: usize = 10;

/// Where an expression is written.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The columns that are left for its first line.
    width: usize,
    /// The indentation of the line that it begins on.
    indent: usize,
    /// The columns of that line, behind the indentation, that are taken already.
    offset: usize,
    /// How it is written.
    manner: Manner,
}

/// How an expression is written.
#[derive(Debug, Clone, Copy, Default)]
struct Manner {
    /// Whether lines may be too long, because there is no layout without.
    lenient: bool,
    /// Whether chains of calls stay on one line.
    flat_chains: bool,
    /// Whether it stands among the arguments of a macro.
    in_macro: bool,
}

impl Place {
    /// Lines of their own, with nothing on them yet.
    fn line(indent: usize, manner: Manner) -> Self {
        Self { width: WIDTH.saturating_sub(indent), indent, offset: 0, manner }
    }

    /// Lines of their own, `indent` columns deeper.
    fn nested(self, indent: usize) -> Self {
        Self::line(self.indent + indent, self.manner)
    }

    /// With less room at the end.
    fn before(self, columns: usize) -> Option<Self> {
        Some(Self { width: self.less(columns)?, ..self })
    }

    /// With columns taken before it.
    fn behind(self, columns: usize) -> Option<Self> {
        Some(Self { width: self.less(columns)?, offset: self.offset + columns, ..self })
    }

    fn less(self, columns: usize) -> Option<usize> {
        let width = self.width.checked_sub(columns);
        if self.manner.lenient { Some(width.unwrap_or(0)) } else { width }
    }

    fn used(self) -> usize {
        self.indent + self.offset
    }

    /// The columns at the end of the line that something else needs.
    fn overhead(self) -> usize {
        WIDTH.saturating_sub(self.used() + self.width)
    }

    /// The text, if it fits.
    fn fitting(self, text: String) -> Option<String> {
        (self.manner.lenient || self.fits(&text)).then_some(text)
    }

    fn fits(self, text: &str) -> bool {
        first_width(text) <= self.width
            && (is_flat(text)
                || text.lines().skip(1).all(|line| width(line) <= WIDTH)
                    && last_width(text) <= self.used() + self.width)
    }
}

/// The statement `let variable = …;`, or without a variable, in a function's body.
pub(super) fn statement(variable: Option<&str>, value: &Code) -> String {
    let [strict, lenient] = [false, true].map(|lenient| Manner { lenient, ..Manner::default() });
    let written = assign(variable, value, strict).or_else(|| assign(variable, value, lenient));
    format!("{}{};\n", " ".repeat(INDENT), written.expect("long lines always have a layout"))
}

fn assign(variable: Option<&str>, value: &Code, manner: Manner) -> Option<String> {
    let place = Place::line(INDENT, manner).before(1)?;
    let Some(variable) = variable else { return write(value, place) };
    let left = format!("let {variable} =");
    let beside_place = place.behind(width(&left) + 1);
    let beside = beside_place.and_then(|place| write(value, place));
    if let (Some(place), Some(beside)) = (beside_place, &beside)
        && is_flat(beside)
        && width(beside) <= place.width
    {
        return Some(format!("{left} {beside}"));
    }
    let below_place = Place::line(2 * INDENT, manner).before(1)?;
    let below = write(value, below_place);
    Some(match (beside, below) {
        (Some(beside), Some(below)) => {
            if below_place.fits(&below) && is_better_below(&beside, &below) {
                format!("{left}\n{}{below}", " ".repeat(2 * INDENT))
            } else {
                format!("{left} {beside}")
            }
        }
        (None, Some(below)) => format!("{left}\n{}{below}", " ".repeat(2 * INDENT)),
        (Some(beside), None) => format!("{left} {beside}"),
        (None, None) => return None,
    })
}

/// Whether the right side of an assignment is better off on a line of its own.
fn is_better_below(beside: &str, below: &str) -> bool {
    let opens = |text: &str, char| text.lines().next().is_some_and(|line| line.ends_with(char));
    let opens_only_beside = |char| opens(beside, char) && !opens(below, char);
    is_flat(below)
        || beside.matches('\n').count() > below.matches('\n').count() + 1
        || ['(', '{', '['].into_iter().any(opens_only_beside)
}

/// The head of a function that may fail.
pub(super) fn function(name: &str, parameters: &[(String, String)]) -> String {
    let returns = "-> Result<(), ferroform::Error> {\n";
    let parameters: Vec<_> = parameters.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    let flat = format!("fn {name}({}) {returns}", parameters.join(", "));
    if width(flat.trim_end()) <= WIDTH {
        return flat;
    }
    let margin = " ".repeat(INDENT);
    format!("fn {name}(\n{margin}{},\n) {returns}", parameters.join(&format!(",\n{margin}")))
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
    let lines = list::fill(names, Place::line(INDENT, Manner::default()).width - 1, INDENT);
    format!("use {path}::{{\n{}{lines}\n}};\n", " ".repeat(INDENT))
}

/// Lines of comment, each with a line break behind it.
pub(super) fn comments(lines: &[String], indent: usize) -> String {
    let margin = " ".repeat(indent);
    let line = |line: &String| format!("{}\n", format!("{margin}// {line}").trim_end());
    lines.iter().map(line).collect()
}

fn write(code: &Code, place: Place) -> Option<String> {
    match code {
        Code::Literal(text) | Code::Path(text) => Some(text.clone()),
        Code::Call(path, arguments) => list::write(path, ('(', ')'), arguments, place),
        Code::Macro(name, arguments) => {
            let manner = Manner { in_macro: true, ..place.manner };
            list::write(&format!("{name}!"), ('(', ')'), arguments, Place { manner, ..place })
        }
        Code::Tuple(elements) => list::write("", ('(', ')'), elements, place),
        Code::Array(elements) => list::write("", ('[', ']'), elements, place),
        Code::Object(entries) => Some(structure::object(entries, place.indent)),
        Code::Struct(name, fields, rest) => structure::literal(name, fields, rest.as_deref(), place),
        Code::Chain(first, links) => chain::write(first, links, place),
        Code::Closure(parameters, body) => closure(parameters, body, place),
        Code::Prefix(sign, operand) => Some(format!("{sign}{}", write(operand, place.behind(sign.len())?)?)),
        Code::Binary(left, sign, right) => operator::write(left, sign, right, place),
        Code::Parentheses(inner) => Some(format!("({})", write(inner, place.behind(1)?.before(1)?)?)),
    }
}

fn closure(parameters: &str, body: &Code, place: Place) -> Option<String> {
    let prefix = format!("|{parameters}|");
    place.before(4)?;
    let beside = write(body, place.behind(width(&prefix) + 1)?);
    let may_break = matches!(body, Code::Struct(..)) || place.manner.in_macro;
    if let Some(beside) = beside.filter(|beside| may_break || is_flat(beside)) {
        return Some(format!("{prefix} {beside}"));
    }
    let nested = place.nested(INDENT);
    let margin = " ".repeat(nested.indent);
    Some(format!("{prefix} {{\n{margin}{}\n{}}}", write(body, nested)?, " ".repeat(place.indent)))
}

fn is_flat(text: &str) -> bool {
    !text.contains('\n')
}

/// The number of columns that a text takes.
fn width(text: &str) -> usize {
    text.chars().count()
}

fn first_width(text: &str) -> usize {
    width(text.split('\n').next().unwrap_or_default())
}

fn last_width(text: &str) -> usize {
    width(text.rsplit('\n').next().unwrap_or_default())
}
