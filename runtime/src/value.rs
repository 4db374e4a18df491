//! The value of an attribute.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::node::{Field, Node};
use crate::{Any, Body, Expression, IntoAny, Number, Reference};

/// The value of an attribute: unset, a literal, or an expression that only Terraform can evaluate.
///
/// `From` makes the usual ones: `"text".into()`, `5.into()`, `["a", "b"].into()`, `other.id()`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<T> {
    /// The configuration says nothing.
    Unset,
    /// A value that the program knows. Shared, so that a clone costs nothing.
    Literal(Arc<T>),
    /// A value that is known when Terraform runs.
    Expression(Expression),
}

/// The literal of a list attribute: `Value<List<String>>`.
pub type List<T> = Vec<Value<T>>;

/// The literal of a map attribute: `Value<Map<String>>`.
pub type Map<T> = BTreeMap<String, Value<T>>;

/// The literal of a set attribute: `Value<Set<String>>`. Terraform drops repeated elements.
#[derive(Debug, Clone, PartialEq)]
pub struct Set<T>(pub Vec<Value<T>>);

/// What a [`Value`] can hold literally.
pub trait Literal {
    /// The literal as a tree.
    #[doc(hidden)]
    fn literal(&self) -> Node<'_>;
}

impl<T> Value<T> {
    /// A value that the program knows.
    pub fn literal(value: T) -> Self {
        Self::Literal(Arc::new(value))
    }

    /// An expression in Terraform's own words, without `${` and `}`: `Value::expression("var.region")`.
    pub fn expression(text: impl Into<String>) -> Self {
        Self::Expression(Expression::new(text))
    }

    /// Terraform's `null`: the same as unset, except where every key of an object has to be given.
    #[must_use]
    pub fn null() -> Self {
        Self::Expression(Expression::null())
    }

    /// Whether the configuration says nothing.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        matches!(self, Self::Unset)
    }

    /// The literal, if the value is one.
    #[must_use]
    pub fn as_literal(&self) -> Option<&T> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Unset | Self::Expression(_) => None,
        }
    }

    /// The value as one of another type, which Terraform converts to when it runs.
    fn convert<U>(&self, literal: impl FnOnce(&T) -> U) -> Value<U> {
        match self {
            Self::Unset => Value::Unset,
            Self::Literal(value) => Value::literal(literal(value)),
            Self::Expression(expression) => Value::Expression(expression.clone()),
        }
    }
}

impl<T: Body> Value<T> {
    /// The attributes of an object, such as the element that a `for` is about.
    #[must_use]
    pub fn attributes(&self) -> T::Ref {
        T::reference(Reference::new(crate::hcl::expression(&self.node())))
    }
}

impl<T: Literal> Value<List<T>> {
    /// The element at an index, which may be an expression; of a literal list that is shorter, unset.
    #[must_use]
    pub fn at(&self, index: impl Into<Value<Number>>) -> Value<T> {
        let index = index.into();
        match (self, index.as_literal()) {
            (Self::Unset, _) => Value::Unset,
            (Self::Literal(list), Some(Number::Int(at))) => {
                usize::try_from(*at).ok().and_then(|at| list.get(at)).cloned().unwrap_or_default()
            }
            _ => element(&self.node(), &index.node()),
        }
    }
}

impl<T: Literal> Value<Set<T>> {
    /// The element at an index in Terraform's own order of the set.
    #[must_use]
    pub fn at(&self, index: impl Into<Value<Number>>) -> Value<T> {
        let list = Value::<List<T>>::from(self.clone());
        match list {
            Value::Expression(set) => {
                element(&Node::Expression(&set.wrap("tolist(", ")")), &index.into().node())
            }
            known => known.at(index),
        }
    }
}

impl<T: Literal> Value<Map<T>> {
    /// The element under a key, which may be an expression; of a literal map that lacks it, unset.
    #[must_use]
    pub fn at(&self, key: impl Into<Value<String>>) -> Value<T> {
        let key = key.into();
        match (self, key.as_literal()) {
            (Self::Unset, _) => Value::Unset,
            (Self::Literal(map), Some(key)) => map.get(key).cloned().unwrap_or_default(),
            _ => element(&self.node(), &key.node()),
        }
    }
}

/// What stands at an index of a collection, or under a key.
fn element<T>(collection: &Node<'_>, index: &Node<'_>) -> Value<T> {
    let [of, at] = [collection, index].map(crate::hcl::expression);
    Value::Expression(match index {
        Node::Expression(_) => Expression::join([(&of).into(), "[".into(), (&at).into(), "]".into()]),
        _ => of.then(&format!("[{at}]")),
    })
}

/// Unset.
impl<T> Default for Value<T> {
    fn default() -> Self {
        Self::Unset
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Unset => Self::Unset,
            Self::Literal(literal) => Self::Literal(Arc::clone(literal)),
            Self::Expression(expression) => Self::Expression(expression.clone()),
        }
    }
}

impl<T: Literal> Field for Value<T> {
    fn node(&self) -> Node<'_> {
        match self {
            Self::Unset => Node::Unset,
            Self::Literal(literal) => literal.literal(),
            Self::Expression(expression) => Node::Expression(expression),
        }
    }
}

impl Literal for String {
    fn literal(&self) -> Node<'_> {
        Node::String(self)
    }
}

impl Literal for bool {
    fn literal(&self) -> Node<'_> {
        Node::Bool(*self)
    }
}

impl Literal for Number {
    fn literal(&self) -> Node<'_> {
        Node::Number(*self)
    }
}

impl<T: Literal> Literal for List<T> {
    fn literal(&self) -> Node<'_> {
        Node::List(self.iter().map(Field::node).collect())
    }
}

impl<T: Literal> Literal for Set<T> {
    fn literal(&self) -> Node<'_> {
        Node::List(self.0.iter().map(Field::node).collect())
    }
}

impl<T: Literal> Literal for Map<T> {
    fn literal(&self) -> Node<'_> {
        Node::Map(self.iter().map(|(key, value)| (key.as_str(), value.node())).collect())
    }
}

impl<T: Body> Literal for T {
    fn literal(&self) -> Node<'_> {
        Node::Body(self.content())
    }
}

macro_rules! tuples {
    ($($($name:ident)+,)*) => {
        $(
            impl<$($name: Literal),+> Literal for ($(Value<$name>,)+) {
                #[expect(non_snake_case, reason = "a variable is called like the type parameter it belongs to")]
                fn literal(&self) -> Node<'_> {
                    let ($($name,)+) = self;
                    Node::List(vec![$($name.node()),+])
                }
            }
        )*
    };
}

tuples! {
    A, A B, A B C, A B C D, A B C D E, A B C D E F, A B C D E F G, A B C D E F G H, A B C D E F G H I,
    A B C D E F G H I J, A B C D E F G H I J K, A B C D E F G H I J K L,
}

/// The same value, which the program keeps.
impl<T> From<&Self> for Value<T> {
    fn from(value: &Self) -> Self {
        value.clone()
    }
}

impl<T: IntoAny> From<&Value<T>> for Value<Any> {
    fn from(value: &Value<T>) -> Self {
        value.convert(IntoAny::to_any)
    }
}

/// What Terraform converts when it runs, of values that a program gives away or keeps.
macro_rules! conversions {
    ($($(#[$doc:meta])* [$($parameter:ident)?] $from:ty => $to:ty, $convert:expr;)*) => {
        $(
            $(#[$doc])*
            impl<$($parameter)?> From<Value<$from>> for Value<$to> {
                fn from(value: Value<$from>) -> Self {
                    value.convert($convert)
                }
            }

            $(#[$doc])*
            impl<$($parameter)?> From<&Value<$from>> for Value<$to> {
                fn from(value: &Value<$from>) -> Self {
                    value.convert($convert)
                }
            }
        )*
    };
}

conversions! {
    [T] List<T> => Set<T>, |list| Set(list.clone());
    [T] Set<T> => List<T>, |set| set.0.clone();
    /// Terraform writes a number as a string where one is wanted.
    [] Number => String, Number::to_string;
    /// Terraform writes `true` and `false` as strings where one is wanted.
    [] bool => String, bool::to_string;
}

impl<T: IntoAny> From<Value<T>> for Value<Any> {
    fn from(value: Value<T>) -> Self {
        value.convert(IntoAny::to_any)
    }
}
