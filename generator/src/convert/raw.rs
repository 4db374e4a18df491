//! Blocks that no schema describes, as they stand in Terraform's JSON.

use hcl_edit::expr::Expression as Hcl;
use hcl_edit::structure::{Block, Body, Structure};

use super::Writer;
use super::scope::{Binding, Scope};
use crate::program::{Expression, Setting};

impl Writer<'_> {
    /// What is set in a block: a nested block is a list with a map, below its labels.
    pub(super) fn settings(&mut self, scope: Scope<'_>, body: &Body) -> Vec<Setting> {
        let entries = self.raw_entries(scope, body);
        entries.into_iter().map(|(name, value)| Setting { name, value }).collect()
    }

    pub(super) fn raw_entries(&mut self, scope: Scope<'_>, body: &Body) -> Vec<(String, Expression)> {
        let mut entries: Vec<(String, Expression)> = Vec::new();
        for structure in body {
            let name = match structure {
                Structure::Attribute(attribute) => attribute.key.as_str(),
                Structure::Block(block) => block.ident.as_str(),
            };
            let value = self.raw_structure(scope, structure);
            match entries.iter_mut().find(|(other, _)| other == name) {
                Some((_, before)) => merge(before, value),
                None => entries.push((name.to_owned(), value)),
            }
        }
        entries
    }

    /// An attribute's value, or a block as a list with a map.
    pub(super) fn raw_structure(&mut self, scope: Scope<'_>, structure: &Structure) -> Expression {
        match structure {
            Structure::Attribute(attribute) => match attribute.key.as_str() {
                // Addresses and keywords, which are no values.
                "from" | "to" | "provider" | "when" | "on_failure" | "iterator" => keyword(&attribute.value)
                    .map_or_else(|| self.expression(scope, &attribute.value), Expression::String),
                "ignore_changes" | "replace_triggered_by" | "depends_on" => {
                    addresses(&attribute.value).unwrap_or_else(|| self.expression(scope, &attribute.value))
                }
                _ => self.expression(scope, &attribute.value),
            },
            Structure::Block(block) => self.raw_block(scope, block),
        }
    }

    fn raw_block(&mut self, scope: Scope<'_>, block: &Block) -> Expression {
        let label = block.labels.first().map_or("", |label| label.as_str());
        let iterator = block.body.get_attribute("iterator").and_then(|iterator| keyword(&iterator.value));
        let iterator = iterator.unwrap_or_else(|| label.to_owned());
        let bound;
        let scope = if block.ident.as_str() == "dynamic" {
            bound = scope.bind(&iterator, Binding::For);
            scope.within(&bound)
        } else {
            scope
        };
        let content = Expression::List(vec![Expression::map(self.raw_entries(scope, &block.body))]);
        block
            .labels
            .iter()
            .rev()
            .fold(content, |content, label| Expression::map([(label.as_str().to_owned(), content)]))
    }
}

/// A further block of a name beside those before it.
fn merge(before: &mut Expression, value: Expression) {
    match (before, value) {
        (Expression::List(before), Expression::List(more)) => before.extend(more),
        (Expression::Map(before), Expression::Map(more)) => {
            for (key, value) in more {
                match before.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, before)) => merge(before, value),
                    None => before.push((key, value)),
                }
            }
        }
        (before, value) => *before = value,
    }
}

/// A word or address as it is written.
pub(super) fn keyword(value: &Hcl) -> Option<String> {
    match value {
        Hcl::String(text) => Some(text.as_str().to_owned()),
        Hcl::Variable(name) => Some(name.as_str().to_owned()),
        Hcl::Traversal(_) => Some(value.to_string().trim().to_owned()),
        _ => None,
    }
}

fn addresses(value: &Hcl) -> Option<Expression> {
    match value {
        Hcl::Array(elements) => {
            let elements: Option<Vec<_>> = elements.iter().map(keyword).collect();
            Some(Expression::List(elements?.into_iter().map(Expression::String).collect()))
        }
        other => keyword(other).map(Expression::String),
    }
}
