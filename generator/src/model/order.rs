//! Blocks in the order in which a reader meets them.

use super::{Block, BlockId, Field, FieldKind, Type};

/// The blocks that `root` leads to, a block before those that only it leads to.
pub fn in_order(blocks: Vec<Block>, root: BlockId) -> Vec<Block> {
    let mut order = Vec::with_capacity(blocks.len());
    let mut position = vec![None; blocks.len()];
    visit(&blocks, root, &mut position, &mut order);
    let renumber = |id: BlockId| position[id.0].expect("what a block leads to was visited with it");
    let mut blocks: Vec<_> = blocks.into_iter().map(Some).collect();
    let take = |id: BlockId| blocks[id.0].take().expect("every block is visited once");
    let mut ordered: Vec<Block> = order.into_iter().map(take).collect();
    for field in ordered.iter_mut().flat_map(|block| &mut block.fields) {
        match &mut field.kind {
            FieldKind::Attribute(ty) => ty.renumber(&renumber),
            FieldKind::Block { block, .. } => *block = renumber(*block),
        }
    }
    ordered
}

fn visit(blocks: &[Block], id: BlockId, position: &mut [Option<BlockId>], order: &mut Vec<BlockId>) {
    if position[id.0].is_some() {
        return;
    }
    position[id.0] = Some(BlockId(order.len()));
    order.push(id);
    for inner in blocks[id.0].fields.iter().flat_map(Field::blocks) {
        visit(blocks, inner, position, order);
    }
}

impl Type {
    /// Gives the objects in the type other numbers.
    pub(super) fn renumber(&mut self, renumber: &dyn Fn(BlockId) -> BlockId) {
        match self {
            Self::Object(block) => *block = renumber(*block),
            Self::List(element) | Self::Set(element) | Self::Map(element) => element.renumber(renumber),
            Self::Tuple(elements) => elements.iter_mut().for_each(|element| element.renumber(renumber)),
            Self::String | Self::Number | Self::Bool | Self::Dynamic => {}
        }
    }
}
