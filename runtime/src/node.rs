//! A construct's content as a tree without type parameters.
//!
//! Checking, writing and printing work on this tree, so that they are compiled once and not for each type.

use crate::table::Table;
use crate::{Expression, Number};

/// What a struct with a derive holds: its packed facts (see the module `table`) and the values of its fields.
#[derive(Debug, PartialEq)]
pub struct Content<'a> {
    pub(crate) table: &'static str,
    pub(crate) fields: Vec<Node<'a>>,
}

/// A value, or what stands in its place.
#[derive(Debug, PartialEq)]
pub enum Node<'a> {
    /// Nothing was set.
    Unset,
    /// `null`, said aloud.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string that means itself.
    String(&'a str),
    /// What only Terraform knows.
    Expression(&'a Expression),
    /// The elements of a list, set or tuple.
    List(Vec<Node<'a>>),
    /// The entries of a map.
    Map(Vec<(&'a str, Node<'a>)>),
    /// The one block of its name, or an object.
    Body(Content<'a>),
    /// Nested blocks, in order.
    Blocks(Vec<Content<'a>>),
    /// Nested blocks of which Terraform makes some, or all.
    Dynamic {
        /// Those that the program knows.
        known: Vec<Content<'a>>,
        /// Those that Terraform makes.
        dynamic: Vec<DynamicNode<'a>>,
    },
    /// Nested blocks under their labels.
    BlockMap(Vec<(&'a str, Content<'a>)>),
}

/// Blocks that Terraform makes of a collection.
#[derive(Debug, PartialEq)]
pub struct DynamicNode<'a> {
    /// What the element is called in the content.
    pub(crate) iterator: &'a str,
    /// The collection.
    pub(crate) for_each: Node<'a>,
    /// What each block holds.
    pub(crate) content: Content<'a>,
}

/// What a field of a construct can be: [`crate::Value`], [`struct@crate::Block`], [`crate::Blocks`] or
/// [`crate::BlockMap`].
pub trait Field {
    /// The field's value as a tree.
    fn node(&self) -> Node<'_>;
}

impl<'a> Node<'a> {
    /// Whether the configuration says nothing here.
    pub(crate) fn is_unset(&self) -> bool {
        match self {
            Self::Unset => true,
            Self::Blocks(blocks) => blocks.is_empty(),
            Self::BlockMap(blocks) => blocks.is_empty(),
            _ => false,
        }
    }

    /// Whether Terraform takes it for nothing: it is unset, or `null`.
    pub(crate) fn is_nothing(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Expression(expression) => expression.is_null(),
            _ => self.is_unset(),
        }
    }

    /// Calls `visit` with the nearest bodies: those of blocks, of an object, or of the objects of a collection.
    pub(crate) fn bodies(&self, visit: &mut dyn FnMut(&Content<'a>)) {
        match self {
            Self::Body(content) => visit(content),
            Self::List(nodes) => nodes.iter().for_each(|node| node.bodies(visit)),
            Self::Map(entries) => entries.iter().for_each(|(_, node)| node.bodies(visit)),
            Self::Blocks(blocks) => blocks.iter().for_each(visit),
            Self::BlockMap(blocks) => blocks.iter().for_each(|(_, content)| visit(content)),
            Self::Dynamic { known, dynamic } => {
                known.iter().chain(dynamic.iter().map(|blocks| &blocks.content)).for_each(visit);
            }
            _ => {}
        }
    }

    /// Calls `visit` with every expression below.
    pub(crate) fn expressions(&self, visit: &mut dyn FnMut(&'a Expression)) {
        match self {
            Self::Expression(expression) => visit(expression),
            Self::List(nodes) => nodes.iter().for_each(|node| node.expressions(visit)),
            Self::Map(entries) => entries.iter().for_each(|(_, node)| node.expressions(visit)),
            Self::Body(content) => content.expressions(visit),
            Self::Blocks(blocks) => blocks.iter().for_each(|block| block.expressions(visit)),
            Self::BlockMap(blocks) => blocks.iter().for_each(|(_, block)| block.expressions(visit)),
            Self::Dynamic { known, dynamic } => {
                for block in known {
                    block.expressions(visit);
                }
                for blocks in dynamic {
                    blocks.for_each.expressions(visit);
                    blocks.content.expressions(visit);
                }
            }
            Self::Unset | Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => {}
        }
    }
}

impl Node<'_> {
    fn write_only(&self, path: &str, visit: &mut dyn FnMut(&str)) {
        match self {
            Self::Body(content) => content.write_only(path, visit),
            Self::List(nodes) => nodes.iter().for_each(|node| node.write_only(path, visit)),
            Self::Map(entries) => entries.iter().for_each(|(_, node)| node.write_only(path, visit)),
            Self::Blocks(blocks) => blocks.iter().for_each(|block| block.write_only(path, visit)),
            Self::BlockMap(blocks) => blocks.iter().for_each(|(_, block)| block.write_only(path, visit)),
            Self::Dynamic { known, dynamic } => {
                let dynamic = dynamic.iter().map(|blocks| &blocks.content);
                known.iter().chain(dynamic).for_each(|block| block.write_only(path, visit));
            }
            _ => {}
        }
    }
}

impl<'a> Content<'a> {
    pub(crate) fn expressions(&self, visit: &mut dyn FnMut(&'a Expression)) {
        self.fields.iter().for_each(|node| node.expressions(visit));
    }

    /// Calls `visit` with the path of every write-only value that is set.
    pub(crate) fn write_only(&self, place: &str, visit: &mut dyn FnMut(&str)) {
        for (facts, node) in Table::parse(self.table).fields.iter().zip(&self.fields) {
            let path =
                if place.is_empty() { facts.name.to_owned() } else { format!("{place}.{}", facts.name) };
            if facts.write_only && !node.is_unset() {
                visit(&path);
            }
            node.write_only(&path, visit);
        }
    }
}
