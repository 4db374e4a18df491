//! What a stack takes in: addresses that are free, references that lead somewhere, values that keep the rules. What is refused
//! leaves no trace; so whoever declares something first checks it, then reserves its address, and writes it last.

use std::collections::BTreeMap;

use crate::annotation::{Annotation, Level};
use crate::cross_stack::Read;
use crate::expression::Expression;
use crate::json::{self, Json};
use crate::node::{Content, Field as _, Node};
use crate::terraform_version::Need;
use crate::{Error, Reference, Scope, Severity, Value, Violation};

impl Scope {
    /// A value as it stands in this stack. Notes what it reads from other stacks, and which Terraform it needs.
    pub(crate) fn value(&self, address: &str, node: &Node<'_>) -> Json {
        node.expressions(&mut |expression| self.note_plain(address, expression));
        json::value(node, Some(self.identity()))
    }

    /// The same for the content of a block.
    pub(crate) fn body(&self, address: &str, content: &Content<'_>) -> BTreeMap<String, Json> {
        content.expressions(&mut |expression| self.note_plain(address, expression));
        json::body(content, Some(self.identity()))
    }

    /// The same for what is an expression wherever it stands, though it may be known.
    pub(crate) fn expression(&self, address: &str, node: &Node<'_>) -> Json {
        let expression = crate::hcl::expression(node);
        self.note_plain(address, &expression);
        Json::expression(&expression, Some(self.identity()))
    }

    /// A block with a condition and a message for those who break it.
    pub(crate) fn assertion(&self, address: &str, condition: &Value<bool>, message: &Value<String>) -> Json {
        self.note_condition(address, condition);
        let condition = self.expression(address, &condition.node());
        Json::block([("condition", condition), ("error_message", self.value(address, &message.node()))])
    }

    /// The same in a construct's own block, where `self` is the construct.
    pub(crate) fn own_assertion(
        &self,
        address: &str,
        condition: &Value<bool>,
        message: &Value<String>,
    ) -> Json {
        self.note_condition(address, condition);
        let (condition, message) = (crate::hcl::expression(&condition.node()), message.node());
        self.note(address, &condition);
        message.expressions(&mut |expression| self.note(address, expression));
        Json::block([
            ("condition", Json::expression(&condition, Some(self.identity()))),
            ("error_message", json::value(&message, Some(self.identity()))),
        ])
    }

    /// The content of a block in which `self` is the construct.
    pub(crate) fn own_body(&self, address: &str, content: &Content<'_>) -> BTreeMap<String, Json> {
        content.expressions(&mut |expression| self.note(address, expression));
        json::body(content, Some(self.identity()))
    }

    /// Terraform knows `self` in few places. The closures that get it are called there, but may give it away.
    fn note_plain(&self, address: &str, expression: &Expression) {
        if expression.speaks_of_itself() {
            self.refuse_later(
                address,
                "an expression speaks of `self` where Terraform knows none; it does in a resource's own provisioners, \
                 connections and postconditions",
            );
        }
        self.note(address, expression);
    }

    /// Terraform refuses conditions that cannot come out otherwise.
    fn note_condition(&self, address: &str, condition: &Value<bool>) {
        if !matches!(condition, Value::Expression(_)) {
            self.refuse_later(
                address,
                "a condition is known to the program; Terraform wants one that refers to something, and what a program \
                 knows it can check itself",
            );
        }
    }

    /// Makes synthesis fail.
    fn refuse_later(&self, address: &str, message: &str) {
        let (path, message) = (address.to_owned(), message.to_owned());
        self.configuration().annotations.push(Annotation { level: Level::Error, path, message });
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
        expression.called_providers(&mut |provider| configuration.use_provider(provider, address));
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
            reference.as_expression().foreign(self.identity(), &mut |other, path| {
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
        self.admit_with(address, key, content, &[])
    }

    /// The same, with what the construct's meta-arguments break.
    pub(crate) fn admit_with(
        &self,
        address: &str,
        key: &str,
        content: &Content<'_>,
        others: &[Violation],
    ) -> Result<(), Error> {
        let mut violations = crate::validate::validate(content);
        violations.extend_from_slice(others);
        if violations.iter().any(|violation| violation.severity == Severity::Error) {
            return Err(Error::Invalid { address: address.to_owned(), violations });
        }
        self.reserve(key)?;
        content.write_only("", &mut |path| {
            self.need(&format!("{address}.{path}"), Need::new("a write-only value", 11));
        });
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

    /// A value in JSON where Terraform evaluates nothing.
    pub(crate) fn known(address: &str, what: &'static str, node: &Node<'_>) -> Result<Json, Error> {
        let mut found = None;
        node.expressions(&mut |expression| {
            if !expression.is_null() {
                found.get_or_insert(expression);
            }
        });
        match found {
            None => Ok(json::literal(node)),
            Some(expression) => Err(Error::Unknown {
                address: address.to_owned(),
                what: what.to_owned(),
                expression: expression.subject().to_owned(),
            }),
        }
    }

    /// Notes that what stands at an address needs a certain Terraform.
    pub(crate) fn need(&self, address: &str, need: Need) {
        self.configuration().need(address, need);
    }
}
