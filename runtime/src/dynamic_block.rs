//! Dynamic blocks: as many as a collection has elements when Terraform runs.
//!
//! See <https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks>.

use crate::expression::Expression;
use crate::for_expression::with_name;
use crate::node::{DynamicNode, Field};
use crate::{Any, Block, Blocks, Body, IntoAny, List, Map, Set, Value};

/// One block for each element of a collection.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dynamic<T> {
    for_each: Value<Any>,
    iterator: String,
    content: T,
}

/// A collection that dynamic blocks are made of: a list, set or map whose elements are of type `V`.
#[derive(Debug, Clone)]
pub struct Collection<V> {
    elements: Value<Any>,
    of: std::marker::PhantomData<fn() -> V>,
}

macro_rules! collections {
    ($($type:ident)*) => {
        $(
            impl<V> From<Value<$type<V>>> for Collection<V>
            where
                $type<V>: IntoAny,
            {
                fn from(elements: Value<$type<V>>) -> Self {
                    Self { elements: elements.into(), of: std::marker::PhantomData }
                }
            }

            impl<V> From<&Value<$type<V>>> for Collection<V>
            where
                $type<V>: IntoAny,
            {
                fn from(elements: &Value<$type<V>>) -> Self {
                    elements.clone().into()
                }
            }
        )*
    };
}

collections! { List Set Map }

impl<T: Body> Dynamic<T> {
    fn new<V>(collection: Collection<V>, content: impl FnOnce(Value<String>, Value<V>) -> T) -> Self {
        with_name("item", |iterator| {
            let part = |part: &str| Expression::name(&format!("{iterator}.{part}"));
            let content = content(Value::Expression(part("key")), Value::Expression(part("value")));
            Self { for_each: collection.elements, iterator: iterator.to_owned(), content }
        })
    }

    pub(crate) fn node(&self) -> DynamicNode<'_> {
        DynamicNode {
            iterator: &self.iterator,
            for_each: self.for_each.node(),
            content: self.content.content(),
        }
    }
}

impl<T: Body> Blocks<T> {
    /// A block for each element of a collection: `content` makes it of the element's key (in a list its index) and value.
    pub fn dynamic<V>(
        collection: impl Into<Collection<V>>,
        content: impl FnOnce(Value<String>, Value<V>) -> T,
    ) -> Self {
        Self::of(Dynamic::new(collection.into(), content))
    }
}

impl<T: Body> Block<T> {
    /// A block if the collection has an element: `content` makes it of the element's key (in a list its index) and value.
    pub fn dynamic<V>(
        collection: impl Into<Collection<V>>,
        content: impl FnOnce(Value<String>, Value<V>) -> T,
    ) -> Self {
        Self::of(Dynamic::new(collection.into(), content))
    }
}
