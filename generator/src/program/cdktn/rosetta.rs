//! Code in Python, as `jsii-rosetta` makes it of TypeScript that prettier laid out: lines end where they ended there.

use std::collections::HashSet;
use std::ptr::from_ref;

use super::code::{Code, Field, Line};
use super::prettier::Place;
use super::python::string;

/// Writes Python.
pub(in crate::program) struct Layout {
    /// The code that begins a line in TypeScript.
    begins: HashSet<Place>,
    out: String,
    /// The depth of each level that something was written on a new line in.
    levels: Vec<usize>,
    /// A level that begins with the next line.
    pending: bool,
}

impl Layout {
    /// Writes from `depth` columns on.
    pub(in crate::program) fn new(begins: HashSet<Place>, depth: usize) -> Self {
        Self { begins, out: String::new(), levels: vec![depth], pending: false }
    }

    pub(in crate::program) fn finish(self) -> String {
        self.out
    }

    pub(in crate::program) fn line(&mut self, line: &Line) {
        for comment in &line.comments {
            for (index, text) in comment.iter().enumerate() {
                // The comment stands indented in TypeScript, of which only the first line knows.
                let indent = if index > 0 { "    " } else { "" };
                self.new_line();
                self.out.push_str(format!("# {indent}{text}").trim_end());
            }
        }
        self.new_line();
        if let Some(variable) = &line.variable {
            self.out.push_str(&variable.python);
            self.out.push_str(" = ");
        }
        self.begin(&line.value, false);
    }

    fn new_line(&mut self) {
        if self.pending {
            self.pending = false;
            self.levels.push(self.depth() + 4);
        }
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', self.depth()));
    }

    fn depth(&self) -> usize {
        self.levels.last().copied().unwrap_or(0)
    }

    /// Lines that begin in what is written are one level deeper.
    fn indented(&mut self, write: impl FnOnce(&mut Self)) {
        let levels = self.levels.len();
        self.pending = true;
        write(self);
        self.levels.truncate(levels);
        self.pending = false;
    }

    fn begins(&self, code: &Code) -> bool {
        self.begins.contains(&from_ref(code))
    }

    fn expression(&mut self, code: &Code) {
        self.begin(code, true);
    }

    /// An expression; where it `may` begin a line it does if it did.
    fn begin(&mut self, code: &Code, may: bool) {
        let is_call = matches!(code, Code::Call(..) | Code::New(..));
        let is_first = self.out.ends_with('\n') || self.out.trim_end_matches(' ').ends_with('\n');
        if may && is_call && self.begins(code) && !is_first {
            self.new_line();
        }
        match code {
            Code::Null => self.out.push_str("None"),
            Code::Bool(value) => self.out.push_str(if *value { "True" } else { "False" }),
            Code::Number(number) => self.out.push_str(number),
            Code::Text(text) => self.out.push_str(&string(text, Some('"'))),
            Code::This => self.out.push_str("self"),
            Code::Name(name) => self.out.push_str(&name.python),
            Code::Member(of, name) => {
                self.begin(of, false);
                self.out.extend([".", &name.python]);
            }
            Code::Call(callee, arguments) => {
                self.begin(callee, false);
                self.arguments(arguments);
            }
            Code::New(class, arguments) => {
                self.out.push_str(&class.python);
                self.arguments(arguments);
            }
            Code::List(elements) => {
                self.out.push('[');
                self.indented(|layout| {
                    for (index, element) in elements.iter().enumerate() {
                        if index > 0 {
                            layout.out.push_str(", ");
                        }
                        layout.expression(element);
                    }
                });
                if elements.first().is_some_and(|first| self.begins(first)) {
                    self.new_line();
                }
                self.out.push(']');
            }
            Code::Struct(class, fields) => {
                self.out.extend([&class.python, "("]);
                self.indented(|layout| layout.fields(fields));
                if !fields.is_empty() {
                    self.new_line();
                }
                self.out.push(')');
            }
            Code::Keywords(fields) => {
                self.indented(|layout| layout.fields(fields));
                self.new_line();
            }
            Code::Map(entries) => {
                self.out.push('{');
                self.indented(|layout| layout.entries(entries));
                if !entries.is_empty() {
                    self.new_line();
                }
                self.out.push('}');
            }
            Code::Concat(operands) => {
                for (index, operand) in operands.iter().enumerate() {
                    if index > 0 {
                        self.out.push_str(" + ");
                    }
                    if matches!(operand, Code::Concat(_)) {
                        self.out.push('(');
                        self.expression(operand);
                        self.out.push(')');
                    } else {
                        self.expression(operand);
                    }
                }
            }
        }
    }

    /// The fields of an object, each on a line.
    fn fields(&mut self, fields: &[Field]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.new_line();
            self.out.extend([&field.name.python, "="]);
            self.expression(&field.value);
        }
    }

    /// The entries of a map, each on a line.
    fn entries(&mut self, entries: &[(Code, Code)]) {
        for (index, (key, value)) in entries.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.new_line();
            self.expression(key);
            self.out.push_str(": ");
            self.expression(value);
        }
    }

    fn arguments(&mut self, arguments: &[Code]) {
        self.out.push('(');
        self.indented(|layout| {
            for (index, argument) in arguments.iter().enumerate() {
                match argument {
                    Code::Keywords(fields) if fields.is_empty() => continue,
                    Code::Keywords(_) => layout.out.push(','),
                    _ if index > 0 => layout.out.push_str(", "),
                    _ => {}
                }
                layout.expression(argument);
            }
        });
        self.out.push(')');
    }
}
