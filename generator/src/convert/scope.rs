//! What the words at the beginning of references mean at a place.

use super::file::File;

/// A place in a configuration and the variables that are known there.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    /// The file.
    pub file: &'s File,
    /// The address of what is being declared: it cannot be referred to by its name in a program.
    pub own: Option<&'s str>,
    inner: Option<&'s Bound<'s>>,
}

/// A variable that something around the place binds.
pub(super) struct Bound<'s> {
    name: &'s str,
    kind: Binding,
    outer: Option<&'s Bound<'s>>,
}

/// What binds a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Binding {
    /// A `for` expression or directive.
    For,
    /// A dynamic block.
    Dynamic,
}

impl<'s> Scope<'s> {
    pub fn new(file: &'s File, own: Option<&'s str>) -> Self {
        Self { file, own, inner: None }
    }

    /// The binding of a variable, to be used with [`Self::within`].
    pub fn bind(self, name: &'s str, kind: Binding) -> Bound<'s> {
        Bound { name, kind, outer: self.inner }
    }

    /// The place where one more variable is known.
    pub fn within<'t>(self, bound: &'t Bound<'t>) -> Scope<'t>
    where
        's: 't,
    {
        Scope { file: self.file, own: self.own, inner: Some(bound) }
    }

    /// What binds a name, the innermost first.
    pub fn binding(self, name: &str) -> Option<Binding> {
        let mut inner = self.inner;
        while let Some(bound) = inner {
            if bound.name == name {
                return Some(bound.kind);
            }
            inner = bound.outer;
        }
        None
    }
}
