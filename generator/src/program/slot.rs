//! What values are written into.

use super::Expression;
use crate::model::{BlockId, Field, FieldKind, Nesting, Type};

/// What a value is written into: it decides how the same expression looks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot<'a> {
    /// An attribute's value, or a part of it.
    Value(&'a Type),
    /// One nested block.
    Block(BlockId),
    /// Nested blocks of one name; `single` where there can be but one, which is then written without a list.
    Blocks { block: BlockId, single: bool },
    /// Nested blocks by their label.
    Labelled(BlockId),
}

impl<'a> Slot<'a> {
    pub(crate) fn of(field: &'a Field) -> Self {
        match &field.kind {
            FieldKind::Attribute(ty) => Self::Value(ty),
            FieldKind::Block { block, nesting, limits } => match nesting {
                Nesting::Single | Nesting::Group => Self::Block(*block),
                Nesting::List | Nesting::Set => Self::Blocks { block: *block, single: limits.max == Some(1) },
                Nesting::Map => Self::Labelled(*block),
            },
        }
    }

    /// Where there can be but one nested block, that block in place of a list of it.
    pub(crate) fn unwrap_single(self, expression: &Expression) -> (Self, &Expression) {
        match (self, expression) {
            (Self::Blocks { block, single: true }, Expression::List(elements)) if elements.len() == 1 => {
                (Self::Block(block), &elements[0])
            }
            _ => (self, expression),
        }
    }

    /// The slot of the elements.
    pub(crate) fn element(self, index: usize) -> Self {
        match self {
            Self::Value(Type::List(element) | Type::Set(element) | Type::Map(element)) => {
                Self::Value(element)
            }
            Self::Value(Type::Tuple(elements)) => elements.get(index).map_or(self, Self::Value),
            Self::Value(_) | Self::Block(_) => self,
            Self::Blocks { block, .. } | Self::Labelled(block) => Self::Block(block),
        }
    }

    /// The shape of an object written here.
    pub(crate) fn shape(self) -> Option<BlockId> {
        match self {
            Self::Value(ty) => ty.object(),
            Self::Block(block) | Self::Blocks { block, .. } | Self::Labelled(block) => Some(block),
        }
    }
}
