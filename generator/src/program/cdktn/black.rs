//! Code in Python, as [black] leaves it: on one line where it fits, else one item a line, each with a comma.
//!
//! [black]: https://black.readthedocs.io/en/stable/the_black_code_style/current_style.html

use super::code::{Code, Field, Line};
use super::python::string;

/// The width of a line.
pub(in crate::program) const WIDTH: usize = 88;

/// Writes Python.
pub(in crate::program) struct Layout {
    out: String,
    line_start: usize,
    depth: usize,
}

impl Layout {
    /// Writes from `depth` columns on.
    pub(in crate::program) fn new(depth: usize) -> Self {
        Self { out: String::new(), line_start: 0, depth }
    }

    pub(in crate::program) fn finish(self) -> String {
        self.out
    }

    /// A statement with its comments.
    pub(in crate::program) fn line(&mut self, line: &Line) {
        line.comments.iter().for_each(|comment| self.comment(comment));
        self.start();
        if let Some(variable) = &line.variable {
            self.out.extend([&variable.python, " = "]);
        }
        match &line.value {
            Code::Concat(operands) if !self.fits(&line.value, 0) => {
                self.out.push('(');
                self.depth += 4;
                self.end();
                self.start();
                self.operands(operands, 0);
                self.depth -= 4;
                self.end();
                self.start();
                self.out.push(')');
            }
            value => self.expression(value, 0),
        }
        self.end();
    }

    /// Items between delimiters, one a line.
    pub(in crate::program) fn items(&mut self, open: &str, items: &[String], close: &str) {
        self.start();
        self.out.push_str(open);
        self.depth += 4;
        self.end();
        for item in items {
            self.start();
            self.out.extend([item, ","]);
            self.end();
        }
        self.depth -= 4;
        self.start();
        self.out.push_str(close);
        self.end();
    }

    fn comment(&mut self, lines: &[String]) {
        for line in lines {
            self.start();
            self.out.push_str(format!("# {line}").trim_end());
            self.end();
        }
    }

    fn start(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.depth));
    }

    fn end(&mut self) {
        self.out.push('\n');
        self.line_start = self.out.len();
    }

    /// Whether code fits on the line with `after` columns behind it.
    fn fits(&self, code: &Code, after: usize) -> bool {
        let column = self.out[self.line_start..].chars().count();
        flat(code).is_some_and(|flat| column + flat.chars().count() + after <= WIDTH)
    }

    fn expression(&mut self, code: &Code, after: usize) {
        if self.fits(code, after) {
            self.out.extend(flat(code));
            return;
        }
        match code {
            Code::Call(callee, arguments) => {
                self.expression(callee, 1);
                self.broken("(", arguments.iter().map(Item::Value).collect(), ")");
            }
            Code::New(class, arguments) => {
                self.out.push_str(&class.python);
                self.broken("(", arguments.iter().map(Item::Value).collect(), ")");
            }
            Code::Struct(class, fields) => {
                self.out.push_str(&class.python);
                self.broken("(", fields.iter().map(Item::Field).collect(), ")");
            }
            Code::List(elements) => self.broken("[", elements.iter().map(Item::Value).collect(), "]"),
            Code::Map(entries) => {
                self.broken("{", entries.iter().map(|(key, value)| Item::Entry(key, value)).collect(), "}");
            }
            Code::Concat(operands) => self.operands(operands, after),
            Code::Member(of, name) => {
                self.expression(of, name.python.len() + 1 + after);
                self.out.extend([".", &name.python]);
            }
            _ => self.out.extend(flat(code)),
        }
    }

    /// The operands of `+`, each but the first on a line that begins with it.
    fn operands(&mut self, operands: &[Code], after: usize) {
        for (index, operand) in operands.iter().enumerate() {
            if index > 0 {
                self.end();
                self.start();
                self.out.push_str("+ ");
            }
            if let Code::Concat(nested) = operand {
                self.out.push('(');
                self.depth += 4;
                self.end();
                self.start();
                self.operands(nested, 0);
                self.depth -= 4;
                self.end();
                self.start();
                self.out.push(')');
            } else {
                self.expression(operand, after);
            }
        }
    }

    fn broken(&mut self, open: &str, items: Vec<Item<'_>>, close: &str) {
        self.out.push_str(open);
        if items.is_empty() {
            self.out.push_str(close);
            return;
        }
        self.depth += 4;
        self.end();
        for item in items {
            match item {
                Item::Value(Code::Keywords(fields)) => {
                    for field in fields {
                        self.item(Item::Field(field));
                    }
                }
                item => self.item(item),
            }
        }
        self.depth -= 4;
        self.start();
        self.out.push_str(close);
    }

    fn item(&mut self, item: Item<'_>) {
        let value = match item {
            Item::Value(value) => {
                self.start();
                value
            }
            Item::Field(field) => {
                self.comment(&field.comments);
                self.start();
                self.out.extend([&field.name.python, "="]);
                &field.value
            }
            Item::Entry(key, value) => {
                self.start();
                self.expression(key, 2);
                self.out.push_str(": ");
                value
            }
        };
        self.expression(value, 1);
        self.out.push(',');
        self.end();
    }
}

#[derive(Clone, Copy)]
enum Item<'a> {
    Value(&'a Code),
    Field(&'a Field),
    Entry(&'a Code, &'a Code),
}

/// Code on one line; none where a comment ends the line.
fn flat(code: &Code) -> Option<String> {
    let fields = |fields: &[Field]| -> Option<String> {
        let fields = fields.iter().map(|field| {
            let plain = field.comments.is_empty();
            plain.then(|| Some(format!("{}={}", field.name.python, flat(&field.value)?)))?
        });
        Some(fields.collect::<Option<Vec<_>>>()?.join(", "))
    };
    let list = |codes: &[Code]| -> Option<String> {
        let codes = codes.iter().filter(|code| !matches!(code, Code::Keywords(fields) if fields.is_empty()));
        Some(codes.map(flat).collect::<Option<Vec<_>>>()?.join(", "))
    };
    Some(match code {
        Code::Null => "None".to_owned(),
        Code::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Code::Number(number) => number.clone(),
        Code::Text(text) => string(text, None),
        Code::This => "self".to_owned(),
        Code::Name(name) => name.python.clone(),
        Code::Member(of, name) => format!("{}.{}", flat(of)?, name.python),
        Code::Call(callee, arguments) => format!("{}({})", flat(callee)?, list(arguments)?),
        Code::New(class, arguments) => format!("{}({})", class.python, list(arguments)?),
        Code::Keywords(keywords) => fields(keywords)?,
        Code::List(elements) => format!("[{}]", list(elements)?),
        Code::Struct(class, of) => format!("{}({})", class.python, fields(of)?),
        Code::Map(entries) => {
            let entry = |(key, value): &(Code, Code)| Some(format!("{}: {}", flat(key)?, flat(value)?));
            format!("{{{}}}", entries.iter().map(entry).collect::<Option<Vec<_>>>()?.join(", "))
        }
        Code::Concat(operands) => {
            let operand = |operand: &Code| {
                let text = flat(operand)?;
                Some(if matches!(operand, Code::Concat(_)) { format!("({text})") } else { text })
            };
            operands.iter().map(operand).collect::<Option<Vec<_>>>()?.join(" + ")
        }
    })
}
