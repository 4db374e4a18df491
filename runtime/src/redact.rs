//! Prints constructs for people, with secrets left out.

use std::fmt;

use crate::node::{Content, Node};
use crate::table::Table;
use crate::validate::SENSITIVE;

/// `Name { field: value, … }` with Terraform's names; what is unset is not shown.
pub(crate) fn debug(content: &Content<'_>, name: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let table = Table::parse(content.table);
    let mut fields = formatter.debug_struct(name);
    for (facts, node) in table.fields.iter().zip(&content.fields) {
        if node.is_unset() {
            continue;
        }
        if facts.secret {
            fields.field(facts.name, &format_args!("{SENSITIVE}"));
        } else {
            fields.field(facts.name, &Shown(node));
        }
    }
    fields.finish()
}

struct Shown<'a>(&'a Node<'a>);

struct ShownBody<'a>(&'a Content<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Node::Unset | Node::Null => formatter.write_str("null"),
            Node::Bool(bool) => fmt::Display::fmt(bool, formatter),
            Node::Number(number) => fmt::Display::fmt(number, formatter),
            Node::String(text) => fmt::Debug::fmt(text, formatter),
            Node::Expression(expression) => fmt::Debug::fmt(expression, formatter),
            Node::List(nodes) => formatter.debug_list().entries(nodes.iter().map(Shown)).finish(),
            Node::Map(entries) => {
                formatter.debug_map().entries(entries.iter().map(|(key, node)| (key, Shown(node)))).finish()
            }
            Node::Body(content) => ShownBody(content).fmt(formatter),
            Node::Blocks(blocks) => formatter.debug_list().entries(blocks.iter().map(ShownBody)).finish(),
            Node::BlockMap(blocks) => formatter
                .debug_map()
                .entries(blocks.iter().map(|(label, block)| (label, ShownBody(block))))
                .finish(),
        }
    }
}

impl fmt::Debug for ShownBody<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(self.0, "", formatter)
    }
}
