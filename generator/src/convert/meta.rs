//! What Terraform itself takes beside a construct's arguments.

use hcl_edit::expr::Expression as Hcl;
use hcl_edit::structure::{Block, Body};

use super::Writer;
use super::catalog::prefix;
use super::raw::keyword;
use super::scope::Scope;
use crate::model::ConstructKind;
use crate::program::{
    Condition, IgnoreChanges, Lifecycle, Meta, Provisioner, Reference, Root, Setting, Subject,
};

/// The names that are no arguments of a construct.
pub(super) const NAMES: &[&str] =
    &["count", "for_each", "provider", "depends_on", "lifecycle", "connection", "provisioner"];

/// The local name of the provider that a resource or data source belongs to.
pub(super) fn local_name<'a>(block: &'a Block, type_name: &'a str) -> &'a str {
    let named = block.body.get_attribute("provider").map(|provider| &provider.value);
    match named {
        Some(Hcl::Variable(name)) => name.as_str(),
        Some(Hcl::Traversal(traversal)) => match &traversal.expr {
            Hcl::Variable(name) => name.as_str(),
            _ => prefix(type_name),
        },
        Some(Hcl::String(name)) => name.split('.').next().unwrap_or_default(),
        _ => prefix(type_name),
    }
}

impl Writer<'_> {
    /// The meta-arguments of a block.
    pub(super) fn meta(&mut self, scope: Scope<'_>, body: &Body) -> Meta {
        let attribute = |name: &str| body.get_attribute(name).map(|attribute| &attribute.value);
        Meta {
            alias: None,
            count: attribute("count").map(|value| self.expression(scope, value)),
            for_each: attribute("for_each").map(|value| self.expression(scope, value)),
            depends_on: attribute("depends_on")
                .map(|value| self.references(scope, value))
                .unwrap_or_default(),
            provider: attribute("provider").and_then(|value| self.provider(scope, value)),
            lifecycle: body.get_blocks("lifecycle").next().map(|block| self.lifecycle(scope, &block.body)),
            connection: body.get_blocks("connection").next().map(|block| self.settings(scope, &block.body)),
            provisioners: body
                .get_blocks("provisioner")
                .map(|block| Provisioner {
                    kind: block.labels.first().map_or("", |label| label.as_str()).to_owned(),
                    settings: self.single_settings(scope, &block.body),
                })
                .collect(),
            import_id: None,
        }
    }

    /// The settings of a block in which there can be only one nested block of a name.
    fn single_settings(&mut self, scope: Scope<'_>, body: &Body) -> Vec<Setting> {
        use crate::program::Expression;
        let settings = self.settings(scope, body);
        let single = |setting: Setting| match (setting.name.as_str(), setting.value) {
            ("connection", Expression::List(mut blocks)) if blocks.len() == 1 => {
                Setting { name: setting.name, value: blocks.remove(0) }
            }
            (_, value) => Setting { name: setting.name, value },
        };
        settings.into_iter().map(single).collect()
    }

    /// References in a list.
    pub(super) fn references(&mut self, scope: Scope<'_>, value: &Hcl) -> Vec<Reference> {
        match value {
            Hcl::Array(elements) => {
                elements.iter().filter_map(|element| self.address(scope, element)).collect()
            }
            other => self.address(scope, other).into_iter().collect(),
        }
    }

    /// A reference, also where it is written as a string.
    fn address(&mut self, scope: Scope<'_>, value: &Hcl) -> Option<Reference> {
        match value {
            Hcl::Traversal(traversal) => Some(self.reference(scope, traversal)),
            Hcl::String(text) => match text.parse::<Hcl>() {
                Ok(Hcl::Traversal(traversal)) => Some(self.reference(scope, &traversal)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The configuration of a provider, such as `aws.east`.
    pub(super) fn provider(&mut self, scope: Scope<'_>, value: &Hcl) -> Option<Reference> {
        let Some(address) = keyword(value) else {
            let problem = scope.file.problem(hcl_edit::Span::span(value), "is no provider configuration");
            self.problems
                .push(problem.help("write the provider's local name and its alias, such as aws.east"));
            return None;
        };
        let (local_name, alias) = address.split_once('.').unwrap_or((&address, &address));
        let root = match self.statements_by_address.get(address.as_str()) {
            Some(&statement) => Root::Statement(statement),
            None => match self.catalog.find(ConstructKind::Provider, local_name, local_name) {
                Some(construct) => self.undeclared(Subject::Construct(construct), alias),
                None => Root::Named(address.clone()),
            },
        };
        Some(Reference { root, steps: Vec::new() })
    }

    fn lifecycle(&mut self, scope: Scope<'_>, body: &Body) -> Lifecycle {
        let flag = |name: &str| body.get_attribute(name).and_then(|attribute| as_bool(&attribute.value));
        let ignore_changes = body.get_attribute("ignore_changes").map(|attribute| match &attribute.value {
            Hcl::Array(elements) => {
                let paths: Vec<_> = elements.iter().filter_map(keyword).collect();
                if paths == ["*"] { IgnoreChanges::All } else { IgnoreChanges::Of(paths) }
            }
            _ => IgnoreChanges::All,
        });
        let triggers = body.get_attribute("replace_triggered_by");
        Lifecycle {
            create_before_destroy: flag("create_before_destroy"),
            prevent_destroy: flag("prevent_destroy"),
            ignore_changes,
            replace_triggered_by: triggers
                .map(|attribute| self.references(scope, &attribute.value))
                .unwrap_or_default(),
            preconditions: self.conditions(scope, body, "precondition"),
            postconditions: self.conditions(scope, body, "postcondition"),
        }
    }

    /// The conditions in blocks of a type.
    pub(super) fn conditions(&mut self, scope: Scope<'_>, body: &Body, block_type: &str) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for block in body.get_blocks(block_type) {
            let attribute = |name: &str| block.body.get_attribute(name);
            match (attribute("condition"), attribute("error_message")) {
                (Some(condition), Some(message)) => conditions.push(Condition {
                    condition: self.expression(scope, &condition.value),
                    message: self.expression(scope, &message.value),
                }),
                (condition, _) => {
                    let missing = if condition.is_none() { "condition" } else { "error_message" };
                    let span = hcl_edit::Span::span(block);
                    self.problems.push(scope.file.problem(span, format!("has no `{missing}`")));
                }
            }
        }
        conditions
    }
}

/// A truth value, also where it is written as a string.
pub(super) fn as_bool(value: &Hcl) -> Option<bool> {
    value.as_bool().or_else(|| value.as_str()?.parse().ok())
}
