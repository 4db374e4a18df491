//! What a stack takes in: addresses that are free, references that lead somewhere, values that keep the rules. What is refused
//! leaves no trace; so whoever declares something first checks it, then reserves its address, and writes it last.

use std::collections::BTreeMap;

use crate::annotation::{Annotation, Level};
use crate::cross_stack::Read;
use crate::expression::Expression;
use crate::json::{self, Json};
use crate::meta::Arguments;
use crate::node::{Content, Node};
use crate::terraform_version::Need;
use crate::{Error, Reference, Scope, Severity};

impl Scope {
    /// A value as it stands in this stack. Notes what it reads from other stacks, and which Terraform it needs.
    pub(crate) fn value(&self, address: &str, node: &Node<'_>) -> Json {
        node.expressions(&mut |expression| self.note(address, expression));
        json::value(node, Some(self.identity()))
    }

    /// The same for the content of a block.
    pub(crate) fn body(&self, address: &str, content: &Content<'_>) -> BTreeMap<String, Json> {
        content.expressions(&mut |expression| self.note(address, expression));
        json::body(content, Some(self.identity()))
    }

    /// The same for what is an expression wherever it stands, though it may be known.
    pub(crate) fn expression(&self, address: &str, node: &Node<'_>) -> Json {
        let expression = crate::hcl::expression(node);
        self.note(address, &expression);
        Json::expression(&expression, Some(self.identity()))
    }

    fn note(&self, address: &str, expression: &Expression) {
        let mut configuration = self.configuration();
        expression.foreign(self.identity(), &mut |stack, path| {
            configuration.read(Read {
                stack: stack.clone(),
                path: path.to_owned(),
                address: address.to_owned(),
            });
        });
        if let Some(need) = expression.need() {
            configuration.need(address, need);
        }
    }

    /// Checks that references are to something in this stack: Terraform knows no others as addresses.
    pub(crate) fn admit_references<'a>(
        &self,
        address: &str,
        references: impl IntoIterator<Item = &'a Reference>,
    ) -> Result<(), Error> {
        let mut found = None;
        for reference in references {
            reference.expression().foreign(self.identity(), &mut |other, path| {
                found.get_or_insert_with(|| (other.name().to_owned(), path.to_owned()));
            });
        }
        found.map_or(Ok(()), |(other, reference)| {
            let (address, stack) = (address.to_owned(), self.identity().name().to_owned());
            Err(Error::OtherStack { address, stack, other, reference })
        })
    }

    /// Checks the rules of what stands at an address, and reserves a key that nothing else may have. Rules of severity
    /// warning that are broken are kept for synthesis.
    pub(crate) fn admit(&self, address: &str, key: &str, content: &Content<'_>) -> Result<(), Error> {
        let violations = crate::validate::validate(content);
        if violations.iter().any(|violation| violation.severity == Severity::Error) {
            return Err(Error::Invalid { address: address.to_owned(), violations });
        }
        self.reserve(key)?;
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

    /// Reserves an address.
    pub(crate) fn reserve(&self, address: &str) -> Result<(), Error> {
        if self.configuration().take(address.to_owned()) {
            return Ok(());
        }
        Err(Error::Duplicate { stack: self.identity().name().to_owned(), address: address.to_owned() })
    }

    /// Writes meta-arguments beside the construct's own.
    pub(crate) fn write_meta(&self, address: &str, meta: &Arguments, body: &mut BTreeMap<String, Json>) {
        meta.write(body, &|node| self.value(address, node), &|node| self.expression(address, node));
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
