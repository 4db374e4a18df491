//! The shapes of a construct: equal blocks are kept once.

use std::collections::HashMap;

use super::super::order::in_order;
use super::super::{
    Block, BlockId, BlockOrigin, Description, Field, FieldKind, Presence, Provenance, Rule, Said, Text,
};

/// What makes two blocks the same type: everything but what is said about them.
#[derive(PartialEq, Eq, Hash)]
struct Shape {
    origin: BlockOrigin,
    deprecated: Option<String>,
    fields: Vec<FieldShape>,
}

#[derive(PartialEq, Eq, Hash)]
struct FieldShape {
    name: String,
    kind: FieldKind,
    presence: Presence,
    sensitive: bool,
    write_only: bool,
    deprecated: Option<Said>,
    rules: Vec<Rule>,
}

/// Blocks by shape, children before parents.
#[derive(Default)]
pub(super) struct Shapes {
    blocks: Vec<Block>,
    uses: Vec<usize>,
    index: HashMap<Shape, BlockId>,
}

impl Shapes {
    /// The shape that equals `block`; the first use's path and descriptions stand for all.
    pub(super) fn intern(&mut self, block: Block) -> BlockId {
        let fields = block.fields.iter().map(FieldShape::of).collect();
        let shape = Shape { origin: block.origin, deprecated: block.deprecated.clone(), fields };
        if let Some(&id) = self.index.get(&shape) {
            self.uses[id.0] += 1;
            for (field, other) in self.blocks[id.0].fields.iter_mut().zip(block.fields) {
                merge_descriptions(&mut field.descriptions, other.descriptions);
            }
            return id;
        }
        let id = BlockId(self.blocks.len());
        self.blocks.push(block);
        self.uses.push(1);
        self.index.insert(shape, id);
        id
    }

    /// In how many places of the construct the shape stands.
    pub(super) fn uses(&self, id: BlockId) -> usize {
        self.uses[id.0]
    }

    pub(super) fn fields(&self, id: BlockId) -> &[Field] {
        &self.blocks[id.0].fields
    }

    pub(super) fn field_mut(&mut self, id: BlockId, field: usize) -> &mut Field {
        &mut self.blocks[id.0].fields[field]
    }

    /// The shapes as they were found, innermost first.
    pub(super) fn into_inner(self) -> Vec<Block> {
        self.blocks
    }

    /// The shapes in the order in which a reader meets them, `root` first.
    pub(super) fn into_blocks(self, root: BlockId) -> Vec<Block> {
        in_order(self.blocks, root)
    }
}

impl FieldShape {
    fn of(field: &Field) -> Self {
        Self {
            name: field.name.clone(),
            kind: field.kind.clone(),
            presence: field.presence,
            sensitive: field.sensitive,
            write_only: field.write_only,
            deprecated: field.deprecated.clone(),
            rules: field.rules.clone(),
        }
    }
}

fn merge_descriptions(known: &mut Vec<Description>, others: Vec<Description>) {
    for other in others {
        if !known.iter().any(|description| description.text == other.text) {
            known.push(other);
        }
    }
}

impl Description {
    /// What stands at `path`, if anything is said there.
    pub(super) fn at(path: &str, said: Option<(Text, Provenance)>) -> Vec<Self> {
        let said = said.map(|(text, provenance)| Self { path: path.to_owned(), text, provenance });
        said.into_iter().collect()
    }
}
