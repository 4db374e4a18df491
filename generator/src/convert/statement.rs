//! Items of a configuration, as statements of a program.

use hcl_edit::Span;
use hcl_edit::expr::Expression as Hcl;
use hcl_edit::structure::{Attribute, Block, Body};

use super::Writer;
use super::body::Place;
use super::item::{Item, ItemKind};
use super::meta::{self, as_bool};
use super::raw::keyword;
use super::scope::Scope;
use crate::model::{BlockId, ConstructKind};
use crate::program::{
    Backend, ConstructId, Declaration, Import, Local, Meta, Module, Moved, OtherBlock, Output,
    RequiredProvider, Requirements, Statement, StatementKind, Variable,
};

impl Writer<'_> {
    /// The statements that an item makes; the first is the one that others refer to.
    pub(super) fn statements(&mut self, item: &Item<'_>) -> Vec<Statement> {
        let scope = Scope::new(item.file, item.address.as_deref());
        let kinds = match item.kind {
            ItemKind::Local(attribute) => vec![StatementKind::Local(Local {
                label: attribute.key.as_str().to_owned(),
                value: self.expression(scope, &attribute.value),
            })],
            ItemKind::Block(block) => self.block(scope, block),
        };
        let mut comments = Some(item.comments.clone());
        let statement = |kind| Statement { comments: comments.take().unwrap_or_default(), kind };
        kinds.into_iter().map(statement).collect()
    }

    fn block(&mut self, scope: Scope<'_>, block: &Block) -> Vec<StatementKind> {
        let label = block.labels.first().map_or("", |label| label.as_str());
        let kind = match block.ident.as_str() {
            "resource" => self.construct(scope, ConstructKind::Resource, block),
            "data" => self.construct(scope, ConstructKind::DataSource, block),
            "ephemeral" => self.construct(scope, ConstructKind::EphemeralResource, block),
            "provider" => self.provider_configuration(scope, label, block),
            "variable" => Some(self.variable_block(scope, label, &block.body)),
            "output" => self.output(scope, label, block),
            "module" => self.module(scope, label, block),
            "import" => self.import(scope, block),
            "moved" => self.moved(block),
            "terraform" => return self.terraform(scope, &block.body),
            _ => Some(StatementKind::Block(OtherBlock {
                kind: block.ident.as_str().to_owned(),
                labels: block.labels.iter().map(|label| label.as_str().to_owned()).collect(),
                settings: self.settings(scope, &block.body),
            })),
        };
        kind.into_iter().collect()
    }

    fn construct(&mut self, scope: Scope<'_>, kind: ConstructKind, block: &Block) -> Option<StatementKind> {
        let [type_name, label] = block.labels.as_slice() else {
            let message = format!("a `{}` block has two labels: a type and a name", block.ident.as_str());
            self.problems.push(scope.file.problem(block.span(), message));
            return None;
        };
        let (type_name, label) = (type_name.as_str(), label.as_str());
        let construct = self.catalog.find(kind, type_name, meta::local_name(block, type_name))?;
        let mut declaration = self.declaration(scope, construct, label, &block.body, meta::NAMES);
        declaration.meta = self.meta(scope, &block.body);
        if let Some(address) = scope.own {
            declaration.meta.import_id = self.imported.get(address).cloned();
        }
        Some(StatementKind::Declare(Box::new(declaration)))
    }

    fn declaration(
        &mut self,
        scope: Scope<'_>,
        construct: ConstructId,
        label: &str,
        body: &Body,
        others: &[&str],
    ) -> Declaration {
        let mut unknown = Vec::new();
        let place = Place { construct: self.catalog.construct(construct), block: BlockId::ROOT, path: "" };
        let arguments = self.arguments(scope, place, body, &|name| others.contains(&name), &mut unknown);
        Declaration { construct, label: label.to_owned(), arguments, unknown, meta: Meta::default() }
    }

    fn provider_configuration(
        &mut self,
        scope: Scope<'_>,
        local_name: &str,
        block: &Block,
    ) -> Option<StatementKind> {
        let construct = self.catalog.find(ConstructKind::Provider, local_name, local_name)?;
        let mut declaration =
            self.declaration(scope, construct, local_name, &block.body, &["alias", "version"]);
        let alias = block.body.get_attribute("alias").and_then(|alias| alias.value.as_str());
        declaration.meta.alias = alias.map(str::to_owned);
        Some(StatementKind::Declare(Box::new(declaration)))
    }

    /// Configurations of the providers that items use and leave to their defaults: a stack names them all.
    pub(super) fn default_providers(&mut self, items: &[Item<'_>]) -> Vec<Statement> {
        let mut statements = Vec::new();
        for item in items {
            let ItemKind::Block(block) = item.kind else { continue };
            if !matches!(item.block_type(), "resource" | "data" | "ephemeral") {
                continue;
            }
            let local_name = meta::local_name(block, item.label(0));
            let is_declared =
                self.declared.contains(local_name) || self.statements_by_address.contains_key(local_name);
            let found = self.catalog.find(ConstructKind::Provider, local_name, local_name);
            if let (Some(construct), false) = (found, is_declared) {
                let scope = Scope::new(item.file, None);
                let declaration = self.declaration(scope, construct, local_name, &Body::new(), &[]);
                self.statements_by_address.insert(local_name.to_owned(), statements.len());
                statements.push(declaration.into());
            }
        }
        statements
    }

    fn variable_block(&mut self, scope: Scope<'_>, label: &str, body: &Body) -> StatementKind {
        let flag = |name: &str| body.get_attribute(name).and_then(|attribute| as_bool(&attribute.value));
        let default = body.get_attribute("default");
        StatementKind::Variable(Box::new(Variable {
            label: label.to_owned(),
            constraint: body.get_attribute("type").map(constraint),
            default: default.map(|default| self.expression(scope, &default.value)),
            description: text(body, "description"),
            sensitive: flag("sensitive"),
            nullable: flag("nullable"),
            ephemeral: flag("ephemeral"),
            validations: self.conditions(scope, body, "validation"),
        }))
    }

    fn output(&mut self, scope: Scope<'_>, label: &str, block: &Block) -> Option<StatementKind> {
        let body = &block.body;
        let Some(value) = body.get_attribute("value") else {
            self.problems.push(scope.file.problem(block.span(), "an output has a `value`"));
            return None;
        };
        let flag = |name: &str| body.get_attribute(name).and_then(|attribute| as_bool(&attribute.value));
        let depends_on = body.get_attribute("depends_on");
        Some(StatementKind::Output(Box::new(Output {
            label: label.to_owned(),
            value: self.expression(scope, &value.value),
            description: text(body, "description"),
            sensitive: flag("sensitive"),
            ephemeral: flag("ephemeral"),
            depends_on: depends_on.map(|list| self.references(scope, &list.value)).unwrap_or_default(),
            preconditions: self.conditions(scope, body, "precondition"),
        })))
    }

    fn module(&mut self, scope: Scope<'_>, label: &str, block: &Block) -> Option<StatementKind> {
        const OTHERS: &[&str] = &["source", "version", "providers", "count", "for_each", "depends_on"];
        let body = &block.body;
        let Some(source) = text(body, "source") else {
            self.problems.push(scope.file.problem(block.span(), "a module has a `source`, a string"));
            return None;
        };
        let inputs = self.settings(scope, body);
        let inputs = inputs.into_iter().filter(|input| !OTHERS.contains(&input.name.as_str())).collect();
        let mut providers = Vec::new();
        if let Some(Hcl::Object(entries)) = body.get_attribute("providers").map(|attribute| &attribute.value)
        {
            for (name, value) in entries {
                let name = match name {
                    hcl_edit::expr::ObjectKey::Ident(name) => Some(name.as_str().to_owned()),
                    hcl_edit::expr::ObjectKey::Expression(name) => keyword(name),
                };
                let provider = self.provider(scope, value.expr());
                providers.extend(name.zip(provider));
            }
        }
        Some(StatementKind::Module(Box::new(Module {
            label: label.to_owned(),
            source,
            version: text(body, "version"),
            inputs,
            providers,
            meta: self.meta(scope, body),
        })))
    }

    /// An import of what the configuration declares is a matter of the declaration; of all else the configuration is generated.
    fn import(&mut self, scope: Scope<'_>, block: &Block) -> Option<StatementKind> {
        let to = block.body.get_attribute("to").and_then(|to| keyword(&to.value)).unwrap_or_default();
        if self.imported.contains_key(to.as_str()) {
            return None;
        }
        let others = block.body.attributes().any(|attribute| !matches!(attribute.key.as_str(), "to" | "id"));
        let mut words = to.split('.');
        if let (Some(type_name), Some(label), None) = (words.next(), words.next(), words.next())
            && let Some(id) = text(&block.body, "id")
            && !others
            && !label.contains('[')
            && !self.statements_by_address.contains_key(to.as_str())
            && let Some(construct) =
                self.catalog.find(ConstructKind::Resource, type_name, super::catalog::prefix(type_name))
        {
            return Some(StatementKind::Import(Import { construct, label: label.to_owned(), id }));
        }
        Some(StatementKind::Block(OtherBlock {
            kind: "import".to_owned(),
            labels: Vec::new(),
            settings: self.settings(scope, &block.body),
        }))
    }

    fn moved(&mut self, block: &Block) -> Option<StatementKind> {
        let address = |name: &str| keyword(&block.body.get_attribute(name)?.value);
        let (from, to) = (address("from")?, address("to")?);
        let statement = self.statements_by_address.get(to.as_str()).copied();
        Some(StatementKind::Moved(Moved { from, to, statement }))
    }

    fn terraform(&mut self, scope: Scope<'_>, body: &Body) -> Vec<StatementKind> {
        const OWN: &[&str] = &["required_version", "required_providers", "backend", "cloud"];
        let mut requirements =
            Requirements { terraform: text(body, "required_version"), ..Requirements::default() };
        for block in body.get_blocks("required_providers") {
            requirements.providers.extend(block.body.attributes().map(required_provider));
        }
        let others = self.settings(scope, body);
        requirements.others =
            others.into_iter().filter(|other| !OWN.contains(&other.name.as_str())).collect();
        let mut kinds = Vec::new();
        if requirements != Requirements::default() {
            kinds.push(StatementKind::Requirements(requirements));
        }
        for block in body.blocks().filter(|block| matches!(block.ident.as_str(), "backend" | "cloud")) {
            let kind = block.labels.first().map_or("cloud", |label| label.as_str()).to_owned();
            kinds.push(StatementKind::Backend(Backend { kind, settings: self.settings(scope, &block.body) }));
        }
        kinds
    }
}

/// A provider of a `required_providers` block.
pub(super) fn required_provider(attribute: &Attribute) -> RequiredProvider {
    let name = attribute.key.as_str().to_owned();
    let mut provider = RequiredProvider { name, source: None, version: None, aliases: Vec::new() };
    match &attribute.value {
        Hcl::Object(entries) => {
            for (key, value) in entries {
                let key = match key {
                    hcl_edit::expr::ObjectKey::Ident(key) => key.as_str().to_owned(),
                    hcl_edit::expr::ObjectKey::Expression(key) => keyword(key).unwrap_or_default(),
                };
                let text = || value.expr().as_str().map(str::to_owned);
                match (key.as_str(), value.expr()) {
                    ("source", _) => provider.source = text(),
                    ("version", _) => provider.version = text(),
                    ("configuration_aliases", Hcl::Array(aliases)) => {
                        provider.aliases = aliases.iter().filter_map(keyword).collect();
                    }
                    _ => {}
                }
            }
        }
        other => provider.version = other.as_str().map(str::to_owned),
    }
    provider
}

/// A type constraint; old configurations have simple ones in quotes.
fn constraint(attribute: &Attribute) -> String {
    match &attribute.value {
        Hcl::String(old) => match old.as_str() {
            "list" => "list(any)".to_owned(),
            "map" => "map(any)".to_owned(),
            simple => simple.to_owned(),
        },
        other => other.to_string().trim().to_owned(),
    }
}

/// A literal string.
fn text(body: &Body, name: &str) -> Option<String> {
    match &body.get_attribute(name)?.value {
        Hcl::HeredocTemplate(heredoc) => Some(
            heredoc
                .template
                .iter()
                .filter_map(|element| element.as_literal())
                .map(|text| text.as_str())
                .collect(),
        ),
        other => other.as_str().map(str::to_owned),
    }
}

/// IDs of what `import` blocks bring to resources that the configuration declares, by address.
pub(super) fn imported(items: &[Item<'_>]) -> std::collections::BTreeMap<String, String> {
    let addresses = super::item::addresses(items);
    let import = |item: &Item<'_>| {
        let ItemKind::Block(block) = item.kind else { return None };
        let is_plain = block.body.attributes().all(|attribute| matches!(attribute.key.as_str(), "to" | "id"));
        let to = keyword(&block.body.get_attribute("to")?.value)?;
        let id = text(&block.body, "id")?;
        (is_plain && addresses.contains_key(to.as_str())).then_some((to, id))
    };
    items.iter().filter(|item| item.block_type() == "import").filter_map(import).collect()
}
