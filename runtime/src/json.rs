//! Terraform's JSON configuration syntax.
//!
//! See <https://developer.hashicorp.com/terraform/language/syntax/json>.

use std::collections::BTreeMap;
use std::fmt;

use crate::expression::{StackIdentity, TemplatePart};
use crate::node::{Content, DynamicNode, Node};
use crate::table::Table;
use crate::{Expression, Number, Reference};

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
    /// A template is a string as it is; any other expression, one that is nothing but an interpolation.
    pub(crate) fn expression(expression: &Expression, home: Option<&StackIdentity>) -> Self {
        let interpolation = |expression: &Expression| format!("${{{}}}", expression.read_in(home));
        let Some(parts) = expression.as_template() else { return Self::String(interpolation(expression)) };
        let part = |part: &TemplatePart| match part {
            TemplatePart::Text(text) => crate::quoting::template(text),
            TemplatePart::Interpolation(expression) => interpolation(expression),
        };
        Self::String(parts.iter().map(part).collect())
    }

    /// What stands in a block.
    pub(crate) fn block<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)))
    }

    /// Addresses, which Terraform reads as they are.
    pub(crate) fn addresses(references: &[Reference]) -> Self {
        Self::Array(references.iter().map(|reference| Self::String(reference.address())).collect())
    }

    /// The same where Terraform evaluates strings.
    pub(crate) fn escaped(&self) -> Self {
        match self {
            Self::String(text) => Self::String(crate::quoting::template(text)),
            Self::Array(elements) => Self::Array(elements.iter().map(Self::escaped).collect()),
            Self::Object(entries) => Self::object(
                entries.iter().map(|(key, value)| (crate::quoting::template(key), value.escaped())),
            ),
            Self::Null | Self::Bool(_) | Self::Number(_) => self.clone(),
        }
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

/// How values are written.
#[derive(Clone, Copy)]
struct Form<'a> {
    text: fn(&str) -> String,
    /// The stack that they are written in, which reads references into others from their states.
    home: Option<&'a StackIdentity>,
}

/// The content of a block.
pub(crate) fn body(content: &Content<'_>, home: Option<&StackIdentity>) -> BTreeMap<String, Json> {
    entries(content, Form { text: crate::quoting::template, home })
}

/// A value of any kind, where Terraform evaluates expressions.
pub(crate) fn value(node: &Node<'_>, home: Option<&StackIdentity>) -> Json {
    tree(node, Form { text: crate::quoting::template, home })
}

/// A value of any kind, where Terraform takes every string as it is.
pub(crate) fn literal(node: &Node<'_>) -> Json {
    tree(node, Form { text: str::to_owned, home: None })
}

fn entries(content: &Content<'_>, form: Form<'_>) -> BTreeMap<String, Json> {
    let table = Table::parse(content.table);
    let (mut object, mut dynamic_blocks) = (BTreeMap::new(), BTreeMap::new());
    for (facts, node) in table.fields.iter().zip(&content.fields) {
        // Names within a value are templates, too; Terraform lets them be any text in an object type only.
        let name = if table.object { (form.text)(facts.name) } else { facts.name.to_owned() };
        if let Node::Dynamic { known, dynamic } = node {
            if !known.is_empty() {
                let known = known.iter().map(|content| Json::Object(entries(content, form))).collect();
                object.insert(name.clone(), Json::Array(known));
            }
            let dynamic = dynamic.iter().map(|blocks| self::dynamic(blocks, form)).collect();
            dynamic_blocks.insert(name, Json::Array(dynamic));
        } else if !node.is_unset() {
            object.insert(name, tree(node, form));
        } else if table.object {
            object.insert(name, Json::Null);
        }
    }
    if !dynamic_blocks.is_empty() {
        object.insert("dynamic".to_owned(), Json::Object(dynamic_blocks));
    }
    object
}

fn dynamic(blocks: &DynamicNode<'_>, form: Form<'_>) -> Json {
    Json::block([
        ("for_each", tree(&blocks.for_each, form)),
        ("iterator", Json::from(blocks.iterator)),
        ("content", Json::Object(entries(&blocks.content, form))),
    ])
}

fn tree(node: &Node<'_>, form: Form<'_>) -> Json {
    let block = |content: &Content<'_>| Json::Object(entries(content, form));
    match node {
        // Dynamic blocks are written with the block that they are in.
        Node::Unset | Node::Null | Node::Dynamic { .. } => Json::Null,
        Node::Bool(bool) => Json::Bool(*bool),
        Node::Number(number) => Json::Number(*number),
        Node::String(string) => Json::String((form.text)(string)),
        Node::Expression(expression) if expression.is_null() => Json::Null,
        Node::Expression(expression) => Json::expression(expression, form.home),
        Node::List(nodes) => Json::Array(nodes.iter().map(|node| tree(node, form)).collect()),
        // The keys of an object expression are templates, too; labels of blocks are not.
        Node::Map(entries) => {
            Json::object(entries.iter().map(|(key, node)| ((form.text)(key), tree(node, form))))
        }
        Node::Body(content) => block(content),
        Node::Blocks(blocks) => Json::Array(blocks.iter().map(block).collect()),
        Node::BlockMap(blocks) => {
            Json::object(blocks.iter().map(|(label, content)| ((*label).to_owned(), block(content))))
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
