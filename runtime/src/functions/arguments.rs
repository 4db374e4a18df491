//! Any number of arguments.

use std::marker::PhantomData;

use crate::expression::Expression;
use crate::functions::argument;
use crate::{List, Literal, Set, Value};

/// The arguments of a function that takes any number of them.
///
/// Made of an array, a vector, or a list or set that only Terraform knows, which it expands: `max(var.sizes...)`.
#[derive(Debug, Clone)]
pub struct Arguments<T> {
    pub(super) expressions: Vec<Expression>,
    of: PhantomData<fn() -> T>,
}

impl<T> Arguments<T> {
    /// The arguments as expressions.
    #[doc(hidden)]
    #[must_use]
    pub fn into_expressions(self) -> Vec<Expression> {
        self.expressions
    }
}

impl<T: Literal> Arguments<T> {
    fn new<U: Into<Value<T>>>(values: impl IntoIterator<Item = U>) -> Self {
        let expressions = values.into_iter().map(|value| argument(&value.into())).collect();
        Self { expressions, of: PhantomData }
    }
}

impl<T: Literal, U: Into<Value<T>>, const N: usize> From<[U; N]> for Arguments<T> {
    fn from(values: [U; N]) -> Self {
        Self::new(values)
    }
}

impl<T: Literal, U: Into<Value<T>>> From<Vec<U>> for Arguments<T> {
    fn from(values: Vec<U>) -> Self {
        Self::new(values)
    }
}

/// No argument.
impl<T> From<()> for Arguments<T> {
    fn from((): ()) -> Self {
        Self { expressions: Vec::new(), of: PhantomData }
    }
}

impl<T: Literal> From<Value<List<T>>> for Arguments<T> {
    fn from(list: Value<List<T>>) -> Self {
        match list {
            Value::Literal(list) => Self::new(list.iter().cloned()),
            list => Self { expressions: vec![argument(&list).wrap("", "...")], of: PhantomData },
        }
    }
}

impl<T: Literal> From<Value<Set<T>>> for Arguments<T> {
    fn from(set: Value<Set<T>>) -> Self {
        Value::<List<T>>::from(set).into()
    }
}
