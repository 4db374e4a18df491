//! Prints constructs for people, with secrets left out.

use std::fmt;

use crate::node::{Content, Node};
use crate::table::Table;
use crate::validate::SENSITIVE;

/// `Name { field: value, … }` with Terraform's names; what is unset is not shown.
pub(crate) fn debug(content: &Content<'_>, name: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut fields = formatter.debug_struct(name);
    for (name, shown) in shown(content) {
        fields.field(name, &shown);
    }
    fields.finish()
}

/// The fields that are set, as they may be shown.
fn shown<'a>(content: &'a Content<'a>) -> impl Iterator<Item = (&'static str, Shown<'a>)> {
    let facts = Table::parse(content.table).fields.into_iter();
    facts
        .zip(&content.fields)
        .filter(|(_, node)| !node.is_unset())
        .map(|(facts, node)| (facts.name, if facts.secret { Shown::Secret } else { Shown::Node(node) }))
}

enum Shown<'a> {
    Secret,
    Node(&'a Node<'a>),
}

struct ShownBody<'a>(&'a Content<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Node(node) = self else { return formatter.write_str(SENSITIVE) };
        match node {
            Node::Unset | Node::Null => formatter.write_str("null"),
            Node::Bool(bool) => fmt::Display::fmt(bool, formatter),
            Node::Number(number) => fmt::Display::fmt(number, formatter),
            Node::String(text) => fmt::Debug::fmt(text, formatter),
            Node::Expression(expression) => fmt::Debug::fmt(expression, formatter),
            Node::List(nodes) => formatter.debug_list().entries(nodes.iter().map(Shown::Node)).finish(),
            Node::Map(entries) => formatter
                .debug_map()
                .entries(entries.iter().map(|(key, node)| (key, Shown::Node(node))))
                .finish(),
            Node::Body(content) => ShownBody(content).fmt(formatter),
            Node::Blocks(blocks) => formatter.debug_list().entries(blocks.iter().map(ShownBody)).finish(),
            Node::Dynamic { known, dynamic } => {
                let dynamic = dynamic.iter().map(|blocks| &blocks.content);
                formatter.debug_list().entries(known.iter().chain(dynamic).map(ShownBody)).finish()
            }
            Node::BlockMap(blocks) => formatter
                .debug_map()
                .entries(blocks.iter().map(|(label, block)| (label, ShownBody(block))))
                .finish(),
        }
    }
}

impl fmt::Debug for ShownBody<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = formatter.debug_map();
        for (name, shown) in shown(self.0) {
            fields.entry(&format_args!("{name}"), &shown);
        }
        fields.finish()
    }
}
