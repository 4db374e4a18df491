//! Terraform's `any`: a value whose type is decided at run time.

use crate::node::{Field, Node};
use crate::{List, Literal, Map, Number, Set};

/// A literal of any type, for attributes that a schema calls `dynamic`.
#[derive(Debug, Clone, PartialEq)]
pub enum Any {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list, set or tuple.
    List(List<Any>),
    /// A map or an object.
    Map(Map<Any>),
}

impl Literal for Any {
    fn literal(&self) -> Node<'_> {
        match self {
            Self::Null => Node::Null,
            Self::Bool(bool) => Node::Bool(*bool),
            Self::Number(number) => Node::Number(*number),
            Self::String(text) => Node::String(text),
            Self::List(list) => Node::List(list.iter().map(Field::node).collect()),
            Self::Map(map) => {
                Node::Map(map.iter().map(|(key, value)| (key.as_str(), value.node())).collect())
            }
        }
    }
}

/// A literal type that [`Any`] can hold.
pub trait IntoAny {
    /// The same literal, of any type.
    #[doc(hidden)]
    fn to_any(&self) -> Any;
}

impl IntoAny for String {
    fn to_any(&self) -> Any {
        Any::String(self.clone())
    }
}

impl IntoAny for Number {
    fn to_any(&self) -> Any {
        Any::Number(*self)
    }
}

impl IntoAny for bool {
    fn to_any(&self) -> Any {
        Any::Bool(*self)
    }
}

impl<T: IntoAny> IntoAny for List<T> {
    fn to_any(&self) -> Any {
        Any::List(self.iter().cloned().map(Into::into).collect())
    }
}

impl<T: IntoAny> IntoAny for Set<T> {
    fn to_any(&self) -> Any {
        Any::List(self.0.iter().cloned().map(Into::into).collect())
    }
}

impl<T: IntoAny> IntoAny for Map<T> {
    fn to_any(&self) -> Any {
        Any::Map(self.iter().map(|(key, value)| (key.clone(), value.clone().into())).collect())
    }
}
