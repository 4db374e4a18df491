//! Handles on what `count` and `for_each` make: there is no attribute before one instance, or all, are chosen.

use std::fmt;
use std::marker::PhantomData;

use crate::expression::Expression;
use crate::for_expression::with_name;
use crate::hcl;
use crate::node::Field;
use crate::{Body, List, Literal, Number, Reference, Value};

/// Instances that are numbered, from `count`.
pub struct Counted<B> {
    reference: Reference,
    body: PhantomData<fn() -> B>,
}

/// Instances that have keys, from `for_each`.
pub struct Keyed<B> {
    reference: Reference,
    body: PhantomData<fn() -> B>,
}

impl<B: Body> Counted<B> {
    pub(crate) fn new(reference: Reference) -> Self {
        Self { reference, body: PhantomData }
    }

    /// The instance with this number, from 0; an expression will do.
    pub fn at(&self, index: impl Into<Value<Number>>) -> B::Ref {
        let index = hcl::expression(&index.into().node());
        B::reference(instance(&self.reference, &index))
    }

    /// One attribute of all instances, as a list: `servers.splat(|server| server.id())`.
    pub fn splat<T: Literal>(&self, attribute: impl FnOnce(B::Ref) -> Value<T>) -> Value<List<T>> {
        splat::<B, T>(&self.reference, attribute)
    }
}

impl<B: Body> Keyed<B> {
    pub(crate) fn new(reference: Reference) -> Self {
        Self { reference, body: PhantomData }
    }

    /// The instance under this key; an expression will do.
    pub fn at(&self, key: impl Into<Value<String>>) -> B::Ref {
        let key = hcl::expression(&key.into().node());
        B::reference(instance(&self.reference, &key))
    }

    /// One attribute of all instances, as a list in the order of their keys.
    pub fn splat<T: Literal>(&self, attribute: impl FnOnce(B::Ref) -> Value<T>) -> Value<List<T>> {
        splat::<B, T>(&self.reference, attribute)
    }
}

fn instance(all: &Reference, index: &Expression) -> Reference {
    Reference::new(Expression::join([all.expression().into(), "[".into(), index.into(), "]".into()]))
}

/// `[for item in all : item.attribute]` means the same for numbered and keyed instances, and inside `tolist(…)`.
fn splat<B: Body, T: Literal>(all: &Reference, attribute: impl FnOnce(B::Ref) -> Value<T>) -> Value<List<T>> {
    with_name("item", |name| {
        let item = hcl::expression(&attribute(B::reference(Reference::new(Expression::name(name)))).node());
        Value::Expression(Expression::join([
            "[for ".into(),
            name.into(),
            " in ".into(),
            all.expression().into(),
            " : ".into(),
            (&item).into(),
            "]".into(),
        ]))
    })
}

macro_rules! handles {
    ($($handle:ident)*) => {
        $(
            /// The handle on all instances, for [`crate::Meta::depends_on`].
            impl<B> std::ops::Deref for $handle<B> {
                type Target = Reference;

                fn deref(&self) -> &Reference {
                    &self.reference
                }
            }

            impl<B> Clone for $handle<B> {
                fn clone(&self) -> Self {
                    Self { reference: self.reference.clone(), body: PhantomData }
                }
            }

            impl<B> fmt::Debug for $handle<B> {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.reference.fmt(formatter)
                }
            }
        )*
    };
}

handles!(Counted Keyed);
