//! What is said in Terraform's own words: a string that it interpolates.

use super::Lowering;
use crate::program::{Expression, Part, Raw, Root, StatementKind, hcl, literal_template};

impl Lowering<'_> {
    /// An expression as a string for Terraform to evaluate.
    pub(super) fn raw_string(&self, expression: &Expression) -> String {
        match expression {
            Expression::String(text) => literal_template(text),
            Expression::Template(parts) => {
                let part = |(index, part): (usize, &Part)| match part {
                    Part::Text(text) if matches!(parts.get(index + 1), Some(Part::Value(_))) => {
                        hcl::before_interpolation(text)
                    }
                    Part::Text(text) => literal_template(text),
                    Part::Value(value) => format!("${{{}}}", self.raw(value)),
                    Part::Directive(raw) => raw
                        .iter()
                        .map(|raw| match raw {
                            Raw::Text(text) => text.clone(),
                            Raw::Value(value) => self.raw(value),
                        })
                        .collect(),
                };
                parts.iter().enumerate().map(part).collect()
            }
            other => format!("${{{}}}", self.raw(other)),
        }
    }

    /// An expression in Terraform's language.
    pub(super) fn raw(&self, expression: &Expression) -> String {
        hcl::expression(expression, &|root| self.raw_root(root))
    }

    /// Where a reference begins.
    pub(super) fn raw_root(&self, root: &Root) -> String {
        match root {
            // On pages a local value is a constant of the program, which Terraform does not know.
            Root::Statement(index) => match &self.program.statements[*index].kind {
                StatementKind::Local(local) if self.is_page() => format!("({})", self.raw(&local.value)),
                _ => self.program.address(self.providers, root).unwrap_or_default(),
            },
            // A dynamic block that the library writes calls its iterator so.
            Root::IteratorKey(name) if self.iterator(name).is_some() => "each.key".to_owned(),
            Root::IteratorValue(name) if self.iterator(name).is_some() => "each.value".to_owned(),
            Root::Parameter(index) => format!("var.{}", self.program.parameters[*index].name),
            root => self.program.address(self.providers, root).unwrap_or_default(),
        }
    }
}
