//! What a stack takes in: expressions that belong to it, and values that are known where Terraform wants them known.

use crate::expression::Expression;
use crate::json::{self, Json};
use crate::meta::Arguments;
use crate::node::Node;
use crate::terraform_version::Need;
use crate::{Error, Reference, Scope};

impl Scope {
    /// Checks that expressions refer to nothing in another stack, and notes which Terraform they need.
    pub(crate) fn admit_expressions(&self, address: &str, expressions: &[&Expression]) -> Result<(), Error> {
        for expression in expressions {
            if let Some((other, reference)) = expression.foreign(self.identity()) {
                return Err(Error::OtherStack {
                    address: address.to_owned(),
                    stack: self.identity().name().to_owned(),
                    other: other.to_owned(),
                    reference: reference.to_owned(),
                });
            }
            if let Some(need) = expression.need() {
                self.need(address, need);
            }
        }
        Ok(())
    }

    /// The same for everything in some values.
    pub(crate) fn admit(&self, address: &str, nodes: &[&Node<'_>]) -> Result<(), Error> {
        let mut expressions = Vec::new();
        for node in nodes {
            node.expressions(&mut |expression| expressions.push(expression));
        }
        self.admit_expressions(address, &expressions)
    }

    /// The same for references.
    pub(crate) fn admit_references(&self, address: &str, references: &[Reference]) -> Result<(), Error> {
        self.admit_expressions(address, &references.iter().map(Reference::expression).collect::<Vec<_>>())
    }

    /// The same for meta-arguments.
    pub(crate) fn admit_meta(&self, address: &str, meta: &Arguments) -> Result<(), Error> {
        let mut expressions = Vec::new();
        meta.expressions(&mut |expression| expressions.push(expression));
        self.admit_expressions(address, &expressions)
    }

    /// A value in JSON where Terraform evaluates nothing.
    pub(crate) fn known(address: &str, what: &'static str, node: &Node<'_>) -> Result<Json, Error> {
        let mut found = None;
        node.expressions(&mut |expression| {
            found.get_or_insert(expression);
        });
        match found {
            None => Ok(json::literal(node)),
            Some(expression) => Err(Error::Unknown {
                address: address.to_owned(),
                what: what.to_owned(),
                expression: expression.to_string(),
            }),
        }
    }

    /// Notes that what stands at an address needs a certain Terraform.
    pub(crate) fn need(&self, address: &str, need: Need) {
        self.configuration().need(address, need);
    }
}
