//! Paths below a body, as rules name them: Terraform's names with dots between them, without indices.

use crate::node::{Content, Node};
use crate::table::Table;

/// Whether something is set at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Presence {
    Absent,
    /// Only Terraform knows.
    Unknown,
    Present,
}

/// Whether something is set at `path`; among several blocks or elements, at one of them.
pub(crate) fn presence(path: &str, content: &Content<'_>) -> Presence {
    let (name, below) = path.split_once('.').unwrap_or((path, ""));
    let position = Table::parse(content.table).fields.iter().position(|field| field.name == name);
    position.map_or(Presence::Absent, |index| presence_in(&content.fields[index], below))
}

fn presence_in(node: &Node<'_>, below: &str) -> Presence {
    let greatest = |found: &mut dyn Iterator<Item = Presence>| found.max().unwrap_or(Presence::Absent);
    match node {
        _ if node.is_nothing() => Presence::Absent,
        Node::Expression(_) => Presence::Unknown,
        Node::Dynamic { known, dynamic } => {
            let of = |content: &Content<'_>| {
                if below.is_empty() { Presence::Present } else { presence(below, content) }
            };
            // Terraform may make no block at all.
            let made = dynamic.iter().map(|blocks| of(&blocks.content).min(Presence::Unknown));
            greatest(&mut known.iter().map(of).chain(made))
        }
        _ if below.is_empty() => Presence::Present,
        Node::Body(content) => presence(below, content),
        Node::List(nodes) => greatest(&mut nodes.iter().map(|node| presence_in(node, below))),
        Node::Map(entries) => greatest(&mut entries.iter().map(|(_, node)| presence_in(node, below))),
        Node::Blocks(blocks) => greatest(&mut blocks.iter().map(|content| presence(below, content))),
        Node::BlockMap(blocks) => greatest(&mut blocks.iter().map(|(_, content)| presence(below, content))),
        Node::Unset | Node::Null | Node::Bool(_) | Node::Number(_) | Node::String(_) => Presence::Absent,
    }
}

/// Where a path leaves the fields that there are: the last field that exists, and the names of those in it.
///
/// A derive sees one struct, so a name further down is looked for here, in the bodies that are set.
pub(crate) fn dead_end(path: &str, content: &Content<'_>) -> Option<(String, Vec<&'static str>)> {
    fn search(passed: &str, rest: &str, content: &Content<'_>) -> Option<(String, Vec<&'static str>)> {
        let (name, below) = rest.split_once('.').unwrap_or((rest, ""));
        let fields = Table::parse(content.table).fields;
        let Some(index) = fields.iter().position(|field| field.name == name) else {
            return Some((passed.to_owned(), fields.iter().map(|field| field.name).collect()));
        };
        if below.is_empty() {
            return None;
        }
        let passed = if passed.is_empty() { name.to_owned() } else { format!("{passed}.{name}") };
        let mut found = None;
        content.fields[index].bodies(&mut |body| {
            found = found.take().or_else(|| search(&passed, below, body));
        });
        found
    }
    search("", path, content)
}
