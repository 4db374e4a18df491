//! The shapes of a construct: equal blocks are kept once.

use std::collections::HashMap;

use super::super::{Block, BlockId, BlockOrigin, Description, Field, FieldKind, Presence, Rule, Text, Type};

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
    deprecated: Option<String>,
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

    pub(super) fn field(&self, id: BlockId, field: usize) -> &Field {
        &self.blocks[id.0].fields[field]
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
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut position = vec![None; self.blocks.len()];
        self.visit(root, &mut position, &mut order);
        let renumber = |id: BlockId| position[id.0].expect("every shape is reachable from the root");
        let mut blocks: Vec<_> = self.blocks.into_iter().map(Some).collect();
        let take = |id: BlockId| blocks[id.0].take().expect("every shape is visited once");
        let mut ordered: Vec<Block> = order.into_iter().map(take).collect();
        for field in ordered.iter_mut().flat_map(|block| &mut block.fields) {
            match &mut field.kind {
                FieldKind::Attribute(ty) => ty.renumber(&renumber),
                FieldKind::Block { block, .. } => *block = renumber(*block),
            }
        }
        ordered
    }

    fn visit(&self, id: BlockId, position: &mut [Option<BlockId>], order: &mut Vec<BlockId>) {
        if position[id.0].is_some() {
            return;
        }
        position[id.0] = Some(BlockId(order.len()));
        order.push(id);
        for field in &self.blocks[id.0].fields {
            match &field.kind {
                FieldKind::Attribute(ty) => {
                    ty.for_each_object(&mut |block| self.visit(block, position, order));
                }
                FieldKind::Block { block, .. } => self.visit(*block, position, order),
            }
        }
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

impl Type {
    pub(super) fn renumber(&mut self, renumber: &dyn Fn(BlockId) -> BlockId) {
        match self {
            Self::Object(block) => *block = renumber(*block),
            Self::List(element) | Self::Set(element) | Self::Map(element) => element.renumber(renumber),
            Self::Tuple(elements) => elements.iter_mut().for_each(|element| element.renumber(renumber)),
            Self::String | Self::Number | Self::Bool | Self::Dynamic => {}
        }
    }

    fn for_each_object(&self, visit: &mut dyn FnMut(BlockId)) {
        match self {
            Self::Object(block) => visit(*block),
            Self::List(element) | Self::Set(element) | Self::Map(element) => element.for_each_object(visit),
            Self::Tuple(elements) => elements.iter().for_each(|element| element.for_each_object(visit)),
            Self::String | Self::Number | Self::Bool | Self::Dynamic => {}
        }
    }
}

impl Description {
    /// What stands at `path`, if anything is said there.
    pub(super) fn at(path: &str, text: Option<Text>) -> Vec<Self> {
        text.map(|text| Self { path: path.to_owned(), text }).into_iter().collect()
    }
}
