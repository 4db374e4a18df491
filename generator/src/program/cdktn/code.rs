//! Programs against `cdktn` or `cdktf` in a form that TypeScript and Python share.

use crate::names::case::to_snake_case;

/// What something is called in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::program) struct Name {
    pub typescript: String,
    pub python: String,
}

/// An expression.
#[derive(Debug, Clone)]
pub(in crate::program) enum Code {
    /// No value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// The stack.
    This,
    /// Something by its name.
    Name(Name),
    /// A member of a value.
    Member(Box<Code>, Name),
    /// A function or method and what it is called with.
    Call(Box<Code>, Vec<Code>),
    /// A new object of a class.
    New(Name, Vec<Code>),
    /// The last argument of a call: an object in TypeScript, keyword arguments in Python.
    Keywords(Vec<Field>),
    /// A list.
    List(Vec<Code>),
    /// An object with known fields, in Python one of the class.
    Struct(Name, Vec<Field>),
    /// A map.
    Map(Vec<(Code, Code)>),
    /// Strings one behind the other.
    Concat(Vec<Code>),
}

/// A field of an object.
#[derive(Debug, Clone)]
pub(in crate::program) struct Field {
    /// Lines of comment above it.
    pub comments: Vec<String>,
    pub name: Name,
    pub value: Code,
}

/// A statement.
#[derive(Debug, Clone)]
pub(in crate::program) struct Line {
    /// Comments above it, each of one or more lines.
    pub comments: Vec<Vec<String>>,
    /// The constant that holds the value.
    pub variable: Option<Name>,
    pub value: Code,
}

impl Name {
    /// A name of the library: in TypeScript `asString`, in Python `as_string`.
    pub(in crate::program) fn library(name: &str) -> Self {
        let python =
            if name.starts_with(char::is_uppercase) { name.to_owned() } else { escape(to_snake_case(name)) };
        Self { typescript: name.to_owned(), python }
    }

    /// A name that is the same in both languages.
    pub(in crate::program) fn same(name: &str) -> Self {
        Self { typescript: name.to_owned(), python: name.to_owned() }
    }
}

impl Field {
    pub(in crate::program) fn new(name: Name, value: Code) -> Self {
        Self { comments: Vec::new(), name, value }
    }

    /// A field of one of the library's structs.
    pub(in crate::program) fn library(name: &str, value: Code) -> Self {
        Self::new(Name::library(name), value)
    }
}

impl Code {
    pub(in crate::program) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(in crate::program) fn member(self, name: Name) -> Self {
        Self::Member(Box::new(self), name)
    }

    /// A call of a method of the value.
    pub(in crate::program) fn method(self, name: &str, arguments: Vec<Self>) -> Self {
        Self::Call(Box::new(self.member(Name::library(name))), arguments)
    }

    /// Strings one behind the other, neighbouring literals joined.
    pub(in crate::program) fn concat(pieces: impl IntoIterator<Item = Self>) -> Self {
        let mut joined: Vec<Self> = Vec::new();
        for piece in pieces {
            match (joined.last_mut(), piece) {
                (_, Self::Text(text)) if text.is_empty() => {}
                (Some(Self::Text(before)), Self::Text(text)) => before.push_str(&text),
                (_, piece) => joined.push(piece),
            }
        }
        match joined.len() {
            0 => Self::text(""),
            1 if matches!(joined[0], Self::Text(_)) => joined.remove(0),
            _ => Self::Concat(joined),
        }
    }
}

/// A name that Python's grammar leaves free.
pub(in crate::program) fn escape(mut name: String) -> String {
    if PYTHON_KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// Python's keywords.
const PYTHON_KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
