//! Where the peer takes a schema for recursive.
//!
//! Terraform writes recursion out to some depth. The peer looks for it: a nested block or object of the same name, with
//! members of the same names and types, as one that it lies in. There it drops the inner one and uses the class of the outer.

use std::collections::HashMap;

use crate::model::{Block, BlockId, Construct, Field, FieldKind, Nesting, Type};

/// Finds where loops close.
pub struct Loops<'a> {
    pub construct: &'a Construct,
    /// What the peer compares, for the blocks that it was asked for.
    members: HashMap<BlockId, Vec<String>>,
}

impl<'a> Loops<'a> {
    pub fn new(construct: &'a Construct) -> Self {
        Self { construct, members: HashMap::new() }
    }

    /// The position of the first field that the last one looks like.
    pub fn closed_by(&mut self, path: &[(&str, BlockId)]) -> Option<usize> {
        let ((name, block), outer) = path.split_last()?;
        outer.iter().position(|(other, other_block)| other == name && self.are_alike(*other_block, *block))
    }

    fn are_alike(&mut self, a: BlockId, b: BlockId) -> bool {
        for block in [a, b] {
            let construct = self.construct;
            self.members.entry(block).or_insert_with(|| members(construct, construct.block(block)));
        }
        self.members[&a] == self.members[&b]
    }
}

/// The members of a block with their types, sorted; of nested ones only the names of the members.
fn members(construct: &Construct, block: &Block) -> Vec<String> {
    let member = |field: &Field| {
        let ty = match (&field.kind, field.block()) {
            (FieldKind::Attribute(ty), None) => storage(ty),
            (kind, Some(block)) => {
                let mut names: Vec<&str> =
                    construct.block(block).fields.iter().map(|field| field.name.as_str()).collect();
                names.sort_unstable();
                format!("{{{}}} {}", names.join(","), collection(kind))
            }
            (FieldKind::Block { .. }, None) => String::new(),
        };
        format!("{}: {ty}", field.name)
    };
    let mut members: Vec<String> = block.fields.iter().map(member).collect();
    members.sort_unstable();
    members
}

fn collection(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Block { nesting: Nesting::List, .. } | FieldKind::Attribute(Type::List(_)) => "list",
        FieldKind::Block { nesting: Nesting::Set, .. } | FieldKind::Attribute(Type::Set(_)) => "set",
        FieldKind::Block { nesting: Nesting::Map, .. } | FieldKind::Attribute(Type::Map(_)) => "map",
        _ => "single",
    }
}

/// How the peer tells types without objects apart: not lists from sets.
fn storage(ty: &Type) -> String {
    match ty {
        Type::String => "string".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Bool => "boolean".to_owned(),
        Type::Dynamic => "any map".to_owned(),
        Type::List(element) | Type::Set(element) => storage(element) + " list",
        Type::Map(element) => storage(element) + " map",
        Type::Tuple(elements) => elements.iter().map(storage).collect::<Vec<_>>().join(" then "),
        Type::Object(_) => "object".to_owned(),
    }
}
