//! Handles on what `count` and `for_each` make: there is no attribute before one instance, or all, are chosen.

use std::fmt;
use std::marker::PhantomData;

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
        B::reference(self.reference.instance(&index.into()))
    }

    /// One attribute of all instances, as a list: `servers.splat(|server| server.id())`.
    pub fn splat<T: Literal>(&self, attribute: impl FnOnce(B::Ref) -> Value<T>) -> Value<List<T>> {
        self.reference.splat(|item| attribute(B::reference(item)))
    }
}

impl<B: Body> Keyed<B> {
    pub(crate) fn new(reference: Reference) -> Self {
        Self { reference, body: PhantomData }
    }

    /// The instance under this key; an expression will do.
    pub fn at(&self, key: impl Into<Value<String>>) -> B::Ref {
        B::reference(self.reference.instance(&key.into()))
    }

    /// One attribute of all instances, as a list in the order of their keys.
    pub fn splat<T: Literal>(&self, attribute: impl FnOnce(B::Ref) -> Value<T>) -> Value<List<T>> {
        self.reference.splat(|item| attribute(B::reference(item)))
    }
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
