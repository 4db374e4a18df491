//! Nested blocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Body;
use crate::dynamic_block::Dynamic;
use crate::node::{Field, Node};

/// A nested block that occurs at most once.
#[derive(Debug, PartialEq)]
pub struct Block<T>(Option<Arc<Entry<T>>>);

/// Nested blocks of one name, in order. Terraform ignores the order where the schema says so.
#[derive(Debug, PartialEq)]
pub struct Blocks<T>(Arc<Vec<Entry<T>>>);

/// A block that the program knows, or as many as Terraform makes of a collection.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entry<T> {
    Known(T),
    Dynamic(Dynamic<T>),
}

/// Nested blocks of one name, each with a label of its own.
#[derive(Debug, PartialEq)]
pub struct BlockMap<T>(Arc<BTreeMap<String, T>>);

impl<T> Block<T> {
    /// The block, if there is one that the program knows.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.0.as_deref().and_then(Entry::known)
    }

    pub(crate) fn of(dynamic: Dynamic<T>) -> Self {
        Self(Some(Arc::new(Entry::Dynamic(dynamic))))
    }
}

impl<T> Entry<T> {
    fn known(&self) -> Option<&T> {
        match self {
            Self::Known(block) => Some(block),
            Self::Dynamic(_) => None,
        }
    }
}

impl<T> Blocks<T> {
    /// The blocks that the program knows, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(Entry::known)
    }

    pub(crate) fn of(dynamic: Dynamic<T>) -> Self {
        Self(Arc::new(vec![Entry::Dynamic(dynamic)]))
    }
}

impl<T: Clone> Blocks<T> {
    /// Adds a block at the end.
    pub fn push(&mut self, block: T) {
        Arc::make_mut(&mut self.0).push(Entry::Known(block));
    }

    /// The blocks with others behind them, dynamic ones too.
    #[must_use]
    pub fn and(mut self, others: impl Into<Self>) -> Self {
        Arc::make_mut(&mut self.0).extend(others.into().0.iter().cloned());
        self
    }
}

impl<T> BlockMap<T> {
    /// The blocks under their labels.
    #[must_use]
    pub fn as_map(&self) -> &BTreeMap<String, T> {
        &self.0
    }
}

impl<T: Clone> BlockMap<T> {
    /// Adds the block with this label, in place of an earlier one.
    pub fn insert(&mut self, label: impl Into<String>, block: T) {
        Arc::make_mut(&mut self.0).insert(label.into(), block);
    }
}

impl<T: Body> Field for Block<T> {
    fn node(&self) -> Node<'_> {
        match self.0.as_deref() {
            None => Node::Unset,
            Some(Entry::Known(block)) => Node::Body(block.content()),
            Some(Entry::Dynamic(dynamic)) => {
                Node::Dynamic { known: Vec::new(), dynamic: vec![dynamic.node()] }
            }
        }
    }
}

impl<T: Body> Field for Blocks<T> {
    fn node(&self) -> Node<'_> {
        let known = self.iter().map(Body::content).collect();
        let dynamic: Vec<_> = self
            .0
            .iter()
            .filter_map(|entry| match entry {
                Entry::Known(_) => None,
                Entry::Dynamic(dynamic) => Some(dynamic.node()),
            })
            .collect();
        if dynamic.is_empty() { Node::Blocks(known) } else { Node::Dynamic { known, dynamic } }
    }
}

impl<T: Body> Field for BlockMap<T> {
    fn node(&self) -> Node<'_> {
        Node::BlockMap(self.0.iter().map(|(label, block)| (label.as_str(), block.content())).collect())
    }
}

impl<T> Default for Block<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Default for Blocks<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Default for BlockMap<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Clone for Block<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Clone for Blocks<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Clone for BlockMap<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Body> From<T> for Block<T> {
    fn from(block: T) -> Self {
        Self(Some(Arc::new(Entry::Known(block))))
    }
}

impl<T: Body> From<Option<T>> for Block<T> {
    fn from(block: Option<T>) -> Self {
        Self(block.map(|block| Arc::new(Entry::Known(block))))
    }
}

impl<T: Body> From<T> for Blocks<T> {
    fn from(block: T) -> Self {
        vec![block].into()
    }
}

impl<T> From<Vec<T>> for Blocks<T> {
    fn from(blocks: Vec<T>) -> Self {
        Self(Arc::new(blocks.into_iter().map(Entry::Known).collect()))
    }
}

impl<T, const N: usize> From<[T; N]> for Blocks<T> {
    fn from(blocks: [T; N]) -> Self {
        Vec::from(blocks).into()
    }
}

impl<T> FromIterator<T> for Blocks<T> {
    fn from_iter<I: IntoIterator<Item = T>>(blocks: I) -> Self {
        blocks.into_iter().collect::<Vec<_>>().into()
    }
}

impl<T, K: Into<String>, const N: usize> From<[(K, T); N]> for BlockMap<T> {
    fn from(blocks: [(K, T); N]) -> Self {
        blocks.into_iter().collect()
    }
}

impl<T, K: Into<String>> From<BTreeMap<K, T>> for BlockMap<T> {
    fn from(blocks: BTreeMap<K, T>) -> Self {
        blocks.into_iter().collect()
    }
}

impl<T, K: Into<String>> FromIterator<(K, T)> for BlockMap<T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(blocks: I) -> Self {
        Self(Arc::new(blocks.into_iter().map(|(label, block)| (label.into(), block)).collect()))
    }
}
