//! Nested blocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Body;
use crate::node::{Field, Node};

/// A nested block that occurs at most once.
#[derive(Debug, PartialEq)]
pub struct Block<T>(Option<Arc<T>>);

/// Nested blocks of one name, in order. Terraform ignores the order where the schema says so.
#[derive(Debug, PartialEq)]
pub struct Blocks<T>(Arc<Vec<T>>);

/// Nested blocks of one name, each with a label of its own.
#[derive(Debug, PartialEq)]
pub struct BlockMap<T>(Arc<BTreeMap<String, T>>);

impl<T> Block<T> {
    /// The block, if there is one.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.0.as_deref()
    }
}

impl<T> Blocks<T> {
    /// The blocks in order.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

impl<T: Clone> Blocks<T> {
    /// Adds a block at the end.
    pub fn push(&mut self, block: T) {
        Arc::make_mut(&mut self.0).push(block);
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
        self.0.as_ref().map_or(Node::Unset, |block| Node::Body(block.content()))
    }
}

impl<T: Body> Field for Blocks<T> {
    fn node(&self) -> Node<'_> {
        Node::Blocks(self.0.iter().map(Body::content).collect())
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
        Self(Some(Arc::new(block)))
    }
}

impl<T: Body> From<Option<T>> for Block<T> {
    fn from(block: Option<T>) -> Self {
        Self(block.map(Arc::new))
    }
}

impl<T: Body> From<T> for Blocks<T> {
    fn from(block: T) -> Self {
        vec![block].into()
    }
}

impl<T> From<Vec<T>> for Blocks<T> {
    fn from(blocks: Vec<T>) -> Self {
        Self(Arc::new(blocks))
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
