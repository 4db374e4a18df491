//! What a stack takes in: expressions that belong to it, and values that are known where Terraform wants them known.

use crate::annotation::{Annotation, Level};
use crate::expression::Expression;
use crate::json::{self, Json};
use crate::meta::Arguments;
use crate::node::{Content, Node};
use crate::terraform_version::Need;
use crate::{Error, Reference, Scope, Severity};

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

    /// Checks the rules of what a struct says; broken ones of severity warning are kept for synthesis.
    pub(crate) fn check_rules(&self, address: &str, content: &Content<'_>) -> Result<(), Error> {
        let violations = crate::validate::validate(content);
        if violations.iter().any(|violation| violation.severity == Severity::Error) {
            return Err(Error::Invalid { address: address.to_owned(), violations });
        }
        let mut configuration = self.configuration();
        if let Some(why) = crate::table::Table::parse(content.table).deprecated {
            let why = if why.is_empty() { String::new() } else { format!(": {why}") };
            let (path, message) = (address.to_owned(), format!("is deprecated{why}"));
            configuration.annotations.push(Annotation { level: Level::Warning, path, message });
        }
        let found = violations.into_iter().map(|violation| (address.to_owned(), violation));
        configuration.violations.extend(found);
        Ok(())
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
