//! Terraform's JSON configuration syntax.
//!
//! See <https://developer.hashicorp.com/terraform/language/syntax/json>.

use std::collections::BTreeMap;
use std::fmt;

use crate::node::{Content, Node};
use crate::table::Table;
use crate::{Expression, Number};

/// A JSON value. Keys are sorted, as the peer's are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

impl Json {
    /// An expression is a string that is nothing but one interpolation.
    pub(crate) fn expression(expression: &Expression) -> Self {
        Self::String(format!("${{{expression}}}"))
    }

    pub(crate) fn object(entries: impl IntoIterator<Item = (String, Self)>) -> Self {
        Self::Object(entries.into_iter().collect())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

/// The content of a block.
pub(crate) fn body(content: &Content<'_>) -> BTreeMap<String, Json> {
    let table = Table::parse(content.table);
    let mut object = BTreeMap::new();
    for (facts, node) in table.fields.iter().zip(&content.fields) {
        if !node.is_unset() {
            object.insert(facts.name.to_owned(), value(node));
        } else if table.object {
            object.insert(facts.name.to_owned(), Json::Null);
        }
    }
    object
}

/// A value of any kind.
pub(crate) fn value(node: &Node<'_>) -> Json {
    match node {
        Node::Unset | Node::Null => Json::Null,
        Node::Bool(bool) => Json::Bool(*bool),
        Node::Number(number) => Json::Number(*number),
        Node::String(text) => Json::String(crate::hcl::escape(text)),
        Node::Expression(expression) => Json::expression(expression),
        Node::List(nodes) => Json::Array(nodes.iter().map(value).collect()),
        // The keys of an object expression are templates, too; labels of blocks are not.
        Node::Map(entries) => {
            Json::object(entries.iter().map(|(key, node)| (crate::hcl::escape(key), value(node))))
        }
        Node::Body(content) => Json::Object(body(content)),
        Node::Blocks(blocks) => Json::Array(blocks.iter().map(|block| Json::Object(body(block))).collect()),
        Node::BlockMap(blocks) => {
            Json::object(blocks.iter().map(|(label, block)| ((*label).to_owned(), Json::Object(body(block)))))
        }
    }
}

/// Two spaces per level; empty arrays and objects on one line.
impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, 0, formatter)
    }
}

fn write(json: &Json, depth: usize, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    match json {
        Json::Null => formatter.write_str("null"),
        Json::Bool(bool) => write!(formatter, "{bool}"),
        // `add` refuses what is not finite; `null` keeps the file whole whatever happens.
        Json::Number(number) if !number.is_finite() => formatter.write_str("null"),
        Json::Number(number) => write!(formatter, "{number}"),
        Json::String(text) => string(text, formatter),
        Json::Array(elements) => lines(formatter, depth, ('[', ']'), elements, |element, formatter| {
            write(element, depth + 1, formatter)
        }),
        Json::Object(entries) => lines(formatter, depth, ('{', '}'), entries, |(key, value), formatter| {
            string(key, formatter)?;
            formatter.write_str(": ")?;
            write(value, depth + 1, formatter)
        }),
    }
}

fn lines<T>(
    formatter: &mut fmt::Formatter<'_>,
    depth: usize,
    (open, close): (char, char),
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    write!(formatter, "{open}")?;
    let mut empty = true;
    for item in items {
        write!(formatter, "{}\n{:indent$}", if empty { "" } else { "," }, "", indent = 2 * (depth + 1))?;
        each(item, formatter)?;
        empty = false;
    }
    if !empty {
        write!(formatter, "\n{:indent$}", "", indent = 2 * depth)?;
    }
    write!(formatter, "{close}")
}

fn string(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write as _;
    formatter.write_char('"')?;
    for char in text.chars() {
        match char {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            control if control < ' ' => write!(formatter, "\\u{:04x}", u32::from(control))?,
            other => formatter.write_char(other)?,
        }
    }
    formatter.write_char('"')
}
