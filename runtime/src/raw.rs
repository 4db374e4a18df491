//! Expressions in Terraform's own words, with the program's values in them.

use std::ops::Deref;

use crate::expression::{Expression, Run};
use crate::node::Field as _;
use crate::{Literal, Reference, Value, hcl};

/// What [`crate::expression!`] can put into an expression: values, and references to what was declared.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in an expression",
    note = "values and references to what was declared can; what else Terraform should read is written in the text"
)]
pub trait Operand {
    /// It as Terraform writes it, so that `.name` and operators can follow.
    fn operand(&self) -> Expression;
}

impl<T: Literal> Operand for Value<T> {
    fn operand(&self) -> Expression {
        hcl::expression(&self.node()).operand()
    }
}

impl Operand for Reference {
    fn operand(&self) -> Expression {
        self.as_expression().clone()
    }
}

/// References to constructs.
impl<R: Deref<Target = Reference>> Operand for R {
    fn operand(&self) -> Expression {
        self.as_expression().clone()
    }
}

/// Makes the expression that [`crate::expression!`] describes: texts with an operand after each, and the text at the end.
#[doc(hidden)]
#[must_use]
pub fn raw(parts: &[(&str, Expression)], end: &str) -> Expression {
    let runs = parts.iter().flat_map(|(text, operand)| [Run::from(*text), operand.into()]);
    Expression::operation(runs.chain([end.into()]))
}

/// An [`Expression`](crate::Expression) in Terraform's own words with values in it: `expression!("one({subnets}[*].id)")`.
///
/// As in [`format!`], `{}` stands for the values after the text in turn, `{name}` for a variable, and `{{` and `}}` for
/// braces. [`Value::Expression`] makes a value of it, of the type that the program knows it to have.
///
/// ```
/// use ferroform::{List, Value, expression};
///
/// let names = Value::<List<String>>::expression("var.names");
/// let longest = Value::<String>::Expression(expression!("reverse(sort({names}))[0]"));
/// assert_eq!(format!("{longest:?}"), "Expression(${reverse(sort((var.names)))[0]})");
/// ```
#[macro_export]
macro_rules! expression {
    ($($content:tt)*) => { $crate::derive::parse_expression!($crate; $($content)*) };
}
