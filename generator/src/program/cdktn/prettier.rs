//! Code in TypeScript, as prettier leaves it.

use std::cell::Cell;
use std::fmt::Write;
use std::ptr::from_ref;

use super::code::{Code, Field, Line};
use super::doc::Doc as AnyDoc;
use crate::program::is_invisible;

/// Where a piece of code is, so that another layout can ask whether it begins a line here.
pub(in crate::program) type Place = *const Code;

pub(in crate::program) type Doc = AnyDoc<Place>;

/// The rules of a release of prettier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::program) enum Release {
    /// Version 2 with its parser of JavaScript, which the pages of providers went through.
    Two,
    /// Version 3.
    Three,
}

/// Lays code out.
pub(in crate::program) struct Layout {
    release: Release,
    groups: Cell<usize>,
}

impl Layout {
    pub(in crate::program) fn new(release: Release) -> Self {
        Self { release, groups: Cell::new(0) }
    }

    /// A statement with its comments.
    pub(in crate::program) fn line(&self, line: &Line) -> Doc {
        let mut pieces = Vec::new();
        for comment in &line.comments {
            pieces.extend(self.comment(comment));
        }
        let value = match &line.variable {
            Some(name) => self.assignment(format!("const {}", name.typescript), " =", false, &line.value),
            None => self.expression(&line.value),
        };
        pieces.extend([value, Doc::text(";")]);
        Doc::Concat(pieces)
    }

    fn comment(&self, lines: &[String]) -> Vec<Doc> {
        if self.release == Release::Three {
            return lines.iter().flat_map(|line| [Doc::text(line_comment(line)), Doc::HardLine]).collect();
        }
        let lines: Vec<Doc> = lines.iter().map(|line| Doc::text(line.replace("*/", "* /"))).collect();
        vec![Doc::text("/*"), Doc::join(lines, &[Doc::HardLine]), Doc::text("*/"), Doc::HardLine]
    }

    pub(in crate::program) fn expression(&self, code: &Code) -> Doc {
        let doc = match code {
            Code::Null => Doc::text("null"),
            Code::Bool(value) => Doc::text(value.to_string()),
            Code::Number(number) => Doc::text(number),
            Code::Text(text) => Doc::Text(string(text)),
            Code::This => Doc::text("this"),
            Code::Name(name) => Doc::text(&name.typescript),
            Code::Member(of, name) => {
                Doc::Concat(vec![self.expression(of), Doc::Text(format!(".{}", name.typescript))])
            }
            Code::Call(callee, arguments) => {
                Doc::group(vec![self.expression(callee), self.arguments(arguments)])
            }
            Code::New(class, arguments) => {
                Doc::Concat(vec![Doc::Text(format!("new {}", class.typescript)), self.arguments(arguments)])
            }
            Code::List(elements) => self.list(elements),
            Code::Struct(_, fields) | Code::Keywords(fields) => {
                braces(fields.iter().map(|field| self.field(field)).collect())
            }
            Code::Map(entries) => braces(entries.iter().map(|(key, value)| self.entry(key, value)).collect()),
            Code::Concat(operands) => {
                let mut operands = self.operands(operands).into_iter();
                let first = operands.next().unwrap_or(Doc::text(""));
                Doc::group(vec![first, Doc::indent(operands.collect())])
            }
        };
        Doc::Concat(vec![Doc::Mark(from_ref(code)), doc])
    }

    fn field(&self, field: &Field) -> Doc {
        let mut pieces = Vec::new();
        if self.release == Release::Three {
            let comments = field.comments.iter();
            pieces.extend(comments.flat_map(|line| [Doc::text(line_comment(line)), Doc::HardLine]));
        }
        pieces.push(self.property(&self.key(&field.name.typescript), &field.value));
        Doc::Concat(pieces)
    }

    fn entry(&self, key: &Code, value: &Code) -> Doc {
        match key {
            Code::Text(key) => self.property(&self.key(key), value),
            key => Doc::Concat(vec![
                Doc::text("["),
                self.expression(key),
                Doc::text("]: "),
                self.expression(value),
            ]),
        }
    }

    fn property(&self, key: &str, value: &Code) -> Doc {
        self.assignment(key.to_owned(), ":", key.chars().count() <= 4, value)
    }

    /// What stands on the left, `:` or `=`, and a value that moves to a line of its own where that helps.
    fn assignment(&self, left: String, operator: &str, has_short_key: bool, value: &Code) -> Doc {
        let left = Doc::Text(left + operator);
        match value {
            Code::Concat(operands) => {
                let operands = Doc::group(self.operands(operands));
                let right = Doc::indent(vec![Doc::Line, Doc::Mark(from_ref(value)), operands]);
                return Doc::group(vec![left, Doc::group(vec![right])]);
            }
            Code::Text(_) | Code::Member(..) if has_short_key => {}
            Code::Text(_) | Code::Member(..) => {
                let right = Doc::indent(vec![Doc::Line, self.expression(value)]);
                return Doc::group(vec![left, Doc::group(vec![right])]);
            }
            Code::Call(..) if is_poorly_breakable(value) => {
                let right = Doc::indent(vec![Doc::Line, self.expression(value)]);
                return Doc::group(vec![left, Doc::group(vec![right])]);
            }
            _ => {}
        }
        if has_short_key || matches!(value, Code::Bool(_) | Code::Number(_)) {
            return Doc::group(vec![left, Doc::text(" "), self.expression(value)]);
        }
        let id = self.groups.get();
        self.groups.set(id + 1);
        let line =
            Doc::Group { content: Box::new(Doc::indent(vec![Doc::Line])), broken: false, id: Some(id) };
        Doc::group(vec![left, line, Doc::IndentIfBroken(Box::new(self.expression(value)), id)])
    }

    /// The operands of `+`, each but the first behind a line.
    fn operands(&self, operands: &[Code]) -> Vec<Doc> {
        let last = operands.len() - 1;
        let operand = |(index, operand): (usize, &Code)| {
            let nested = matches!(operand, Code::Concat(_));
            let mut pieces = vec![if nested {
                Doc::Concat(vec![Doc::text("("), self.expression(operand), Doc::text(")")])
            } else {
                self.expression(operand)
            }];
            if index > 0 && operands.len() == 2 && !nested {
                pieces.insert(0, Doc::Line);
                pieces.insert(0, Doc::text("+"));
                return Doc::Concat(vec![Doc::text(" "), Doc::group(pieces)]);
            }
            if index > 0 {
                pieces.insert(0, Doc::Line);
            }
            if index < last && (operands.len() > 2 || matches!(operands[1], Code::Concat(_))) {
                pieces.push(Doc::text(" +"));
            }
            Doc::Concat(pieces)
        };
        operands.iter().enumerate().map(operand).collect()
    }

    fn arguments(&self, arguments: &[Code]) -> Doc {
        let Some((last, before)) = arguments.split_last() else { return Doc::text("()") };
        let printed: Vec<Doc> = arguments.iter().map(|argument| self.expression(argument)).collect();
        let comma = if self.release == Release::Three { "," } else { "" };
        let separator = [Doc::text(","), Doc::Line];
        let expanded = || {
            let content = vec![
                Doc::text("("),
                Doc::indent(vec![Doc::Line, Doc::join(printed.clone(), &separator), Doc::IfBroken(comma)]),
                Doc::Line,
                Doc::text(")"),
            ];
            Doc::broken_group(content)
        };
        let will_break = printed.iter().any(Doc::will_break);
        if hugs(last, before) {
            let hugging = |broken: bool| {
                let mut pieces = vec![Doc::text("(")];
                let mut parts = printed.clone();
                let last = parts.pop().into_iter().collect();
                for part in parts {
                    pieces.extend([part, Doc::text(", ")]);
                }
                pieces.push(if broken { Doc::broken_group(last) } else { Doc::Concat(last) });
                pieces.push(Doc::text(")"));
                Doc::Concat(pieces)
            };
            let choice = Doc::Choice(vec![hugging(false), hugging(true), expanded()]);
            let force = if will_break { Doc::BreakParent } else { Doc::text("") };
            return Doc::Concat(vec![force, choice]);
        }
        let content = vec![
            Doc::text("("),
            Doc::indent(vec![Doc::SoftLine, Doc::join(printed, &separator), Doc::IfBroken(comma)]),
            Doc::SoftLine,
            Doc::text(")"),
        ];
        if will_break { Doc::broken_group(content) } else { Doc::group(content) }
    }

    fn list(&self, elements: &[Code]) -> Doc {
        if elements.is_empty() {
            return Doc::text("[]");
        }
        let last = elements.len() - 1;
        if is_concise(elements) {
            let mut items = Vec::new();
            for (index, element) in elements.iter().enumerate() {
                let element = self.expression(element);
                if index < last {
                    items.extend([Doc::Concat(vec![element, Doc::text(",")]), Doc::Line]);
                } else {
                    items.push(element);
                }
            }
            return Doc::group(vec![
                Doc::text("["),
                Doc::indent(vec![Doc::SoftLine, Doc::Fill(items), Doc::IfBroken(",")]),
                Doc::SoftLine,
                Doc::text("]"),
            ]);
        }
        let items = elements.iter().map(|element| Doc::group(vec![self.expression(element)])).collect();
        let content = vec![
            Doc::text("["),
            Doc::indent(vec![
                Doc::SoftLine,
                Doc::join(items, &[Doc::text(","), Doc::Line]),
                Doc::IfBroken(","),
            ]),
            Doc::SoftLine,
            Doc::text("]"),
        ];
        let is_table = elements.len() > 1
            && elements.iter().all(|element| matches!(element, Code::List(inner) if inner.len() > 1));
        if is_table { Doc::broken_group(content) } else { Doc::group(content) }
    }

    /// The name of a property in an object literal, quoted where it must be.
    fn key(&self, name: &str) -> String {
        let plain = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
        if name == "__proto__" {
            // Only a computed name makes a property of it.
            return "[\"__proto__\"]".to_owned();
        }
        let is_number = self.release == Release::Two
            && name.parse::<u32>().is_ok_and(|number| number.to_string() == name);
        let is_name = !name.is_empty()
            && name.chars().all(plain)
            && !name.starts_with(|first: char| first.is_ascii_digit());
        if is_name || is_number { name.to_owned() } else { string(name) }
    }
}

fn line_comment(line: &str) -> String {
    if line.is_empty() { "//".to_owned() } else { format!("// {line}") }
}

/// An object literal; prettier leaves it one property a line where it finds it so.
fn braces(properties: Vec<Doc>) -> Doc {
    if properties.is_empty() {
        return Doc::text("{}");
    }
    let properties = Doc::join(properties, &[Doc::text(","), Doc::Line]);
    Doc::broken_group(vec![
        Doc::text("{"),
        Doc::indent(vec![Doc::Line, properties, Doc::IfBroken(",")]),
        Doc::Line,
        Doc::text("}"),
    ])
}

/// Whether the last argument may open on the line of those before it.
fn hugs(last: &Code, before: &[Code]) -> bool {
    match last {
        Code::Struct(_, fields) | Code::Keywords(fields) => {
            !fields.is_empty() && !matches!(before.last(), Some(Code::Struct(..) | Code::Map(_)))
        }
        Code::Map(entries) => {
            !entries.is_empty() && !matches!(before.last(), Some(Code::Struct(..) | Code::Map(_)))
        }
        Code::List(elements) => {
            !elements.is_empty()
                && !matches!(before.last(), Some(Code::List(_)))
                && (before.is_empty() || !is_concise(elements))
        }
        _ => false,
    }
}

/// Whether prettier fills lines with the elements.
fn is_concise(elements: &[Code]) -> bool {
    elements.len() > 1 && elements.iter().all(|element| matches!(element, Code::Number(_)))
}

/// Whether breaking a call within its parentheses would win little.
fn is_poorly_breakable(code: &Code) -> bool {
    match code {
        Code::Call(callee, arguments) => {
            let short = match &arguments[..] {
                [Code::Name(name)] => name.typescript.len() <= 20,
                [Code::Text(text)] => string(text).chars().count() <= 20,
                [] | [Code::This | Code::Null | Code::Bool(_) | Code::Number(_)] => true,
                _ => false,
            };
            short && is_poorly_breakable(callee)
        }
        Code::Member(of, _) => is_poorly_breakable(of),
        Code::Name(_) | Code::This => true,
        _ => false,
    }
}

/// A string literal with the quotes that need fewer escapes.
pub(in crate::program) fn string(text: &str) -> String {
    let doubles = text.matches('"').count();
    let quote = if doubles > text.matches('\'').count() { '\'' } else { '"' };
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
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    write!(out, "\\u{unit:04x}").expect("a string takes all that is written");
                }
            }
            _ => out.push(char),
        }
    }
    out.push(quote);
    out
}
