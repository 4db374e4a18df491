//! Operators and conditionals, as <https://developer.hashicorp.com/terraform/language/expressions/operators> has them.

use std::ops::{Add, Div, Mul, Neg, Not, Rem, Sub};

use crate::expression::{Expression, Run};
use crate::node::Field;
use crate::{List, Literal, Number, Value, hcl};

macro_rules! arithmetic {
    ($($trait:ident $method:ident $symbol:literal;)*) => {
        $(
            impl<R: Into<Value<Number>>> $trait<R> for Value<Number> {
                type Output = Self;

                fn $method(self, right: R) -> Self {
                    binary(&self, $symbol, &right.into())
                }
            }
        )*
    };
}

arithmetic! {
    Add add " + ";
    Sub sub " - ";
    Mul mul " * ";
    Div div " / ";
    Rem rem " % ";
}

impl Neg for Value<Number> {
    type Output = Self;

    fn neg(self) -> Self {
        unary("-", &self)
    }
}

impl Not for Value<bool> {
    type Output = Self;

    fn not(self) -> Self {
        unary("!", &self)
    }
}

impl Value<Number> {
    /// Whether this is less than the other.
    pub fn less_than(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " < ", &other.into())
    }

    /// Whether this is less than the other, or equal to it.
    pub fn at_most(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " <= ", &other.into())
    }

    /// Whether this is greater than the other.
    pub fn greater_than(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " > ", &other.into())
    }

    /// Whether this is greater than the other, or equal to it.
    pub fn at_least(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " >= ", &other.into())
    }
}

impl Value<bool> {
    /// Whether both hold.
    #[must_use]
    pub fn and(&self, other: impl Into<Self>) -> Self {
        binary(self, " && ", &other.into())
    }

    /// Whether at least one of both holds.
    #[must_use]
    pub fn or(&self, other: impl Into<Self>) -> Self {
        binary(self, " || ", &other.into())
    }
}

impl<T: Literal> Value<T> {
    /// Whether both are the same value when Terraform runs.
    pub fn equals(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " == ", &other.into())
    }

    /// Whether both differ when Terraform runs.
    pub fn not_equals(&self, other: impl Into<Self>) -> Value<bool> {
        binary(self, " != ", &other.into())
    }

    /// Whether the value is an element of the list when Terraform runs.
    pub fn is_one_of(&self, list: impl Into<Value<List<T>>>) -> Value<bool> {
        crate::functions::contains(list, self)
    }

    /// Whether the value is `null` when Terraform runs.
    #[must_use]
    pub fn is_null(&self) -> Value<bool> {
        binary(self, " == ", &Self::null())
    }
}

/// One value if the condition holds, else the other: `condition ? then : otherwise`.
pub fn conditional<T: Literal>(
    condition: impl Into<Value<bool>>,
    then: impl Into<Value<T>>,
    otherwise: impl Into<Value<T>>,
) -> Value<T> {
    let [condition, then, otherwise] =
        [operand(&condition.into()), operand(&then.into()), operand(&otherwise.into())];
    operation([(&condition).into(), " ? ".into(), (&then).into(), " : ".into(), (&otherwise).into()])
}

fn binary<T: Literal, R>(left: &Value<T>, symbol: &str, right: &Value<T>) -> Value<R> {
    let (left, right) = (operand(left), operand(right));
    operation([(&left).into(), symbol.into(), (&right).into()])
}

fn unary<T: Literal>(symbol: &str, value: &Value<T>) -> Value<T> {
    operation([symbol.into(), (&operand(value)).into()])
}

fn operand<T: Literal>(value: &Value<T>) -> Expression {
    hcl::expression(&value.node()).operand()
}

fn operation<'a, R>(runs: impl IntoIterator<Item = Run<'a>>) -> Value<R> {
    Value::Expression(Expression::operation(runs))
}
