//! Handles on what was declared.

use std::fmt;

use crate::expression::Expression;
use crate::for_expression::with_name;
use crate::node::Field as _;
use crate::{Body, List, Literal, Value, hcl};

/// Refers to something in a stack: a resource, a data source, or a part of one.
///
/// The derives put a type with one method per attribute around it, which dereferences to this.
#[derive(Clone, PartialEq, Eq)]
pub struct Reference(Expression);

impl Reference {
    pub(crate) fn new(expression: Expression) -> Self {
        Self(expression)
    }

    /// A reference in Terraform's own words, such as `aws_vpc.main`, to what no variable of the program stands for.
    pub fn expression(text: impl Into<String>) -> Self {
        Self(Expression::new(text).primary())
    }

    /// The address or expression in Terraform's own words, such as `aws_vpc.main`.
    #[must_use]
    pub fn address(&self) -> String {
        self.0.to_string()
    }

    /// An attribute by its Terraform name, with the type that the caller knows.
    #[must_use]
    pub fn attribute<T>(&self, name: &str) -> Value<T> {
        Value::Expression(self.0.then(&format!(".{name}")))
    }

    pub(crate) fn as_expression(&self) -> &Expression {
        &self.0
    }

    pub(crate) fn then(&self, suffix: &str) -> Self {
        Self(self.0.then(suffix))
    }

    /// One of the instances that `count` or `for_each` make.
    pub(crate) fn instance<T: Literal>(&self, index: &Value<T>) -> Self {
        let index = hcl::expression(&index.node());
        Self(Expression::join([(&self.0).into(), "[".into(), (&index).into(), "]".into()]))
    }

    /// What `each` makes of every instance: `[for item in all : …]` means the same for numbered and keyed ones, and inside
    /// `tolist(…)`.
    pub(crate) fn splat<T: Literal>(&self, each: impl FnOnce(Self) -> Value<T>) -> Value<List<T>> {
        with_name("item", |name| {
            let item = hcl::expression(&each(Self(Expression::name(name))).node());
            let runs = ["[for ".into(), name.into(), " in ".into(), (&self.0).into(), " : ".into()];
            Value::Expression(Expression::join(runs.into_iter().chain([(&item).into(), "]".into()])))
        })
    }
}

/// The address, such as `aws_vpc.main`.
impl fmt::Debug for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

/// The attribute `name`.
#[doc(hidden)]
#[must_use]
pub fn get<T>(reference: &Reference, name: &str) -> Value<T> {
    reference.attribute(name)
}

/// The one block or object `name`.
#[doc(hidden)]
#[must_use]
pub fn one<B: Body>(reference: &Reference, name: &str) -> B::Ref {
    B::reference(reference.then(&format!(".{name}")))
}

/// The block or object at `index` of the list `name`.
#[doc(hidden)]
#[must_use]
pub fn at<B: Body>(reference: &Reference, name: &str, index: usize) -> B::Ref {
    B::reference(reference.then(&format!(".{name}[{index}]")))
}

/// The block or object at `index` of the set `name`, in Terraform's own order.
#[doc(hidden)]
#[must_use]
pub fn at_set<B: Body>(reference: &Reference, name: &str, index: usize) -> B::Ref {
    let set = reference.then(&format!(".{name}"));
    B::reference(Reference(set.0.wrap("tolist(", &format!(")[{index}]"))))
}

/// The block or object under `key` of the map `name`.
#[doc(hidden)]
#[must_use]
pub fn under<B: Body>(reference: &Reference, name: &str, key: &str) -> B::Ref {
    B::reference(reference.then(&format!(".{name}[{}]", crate::quoting::quote(key))))
}
