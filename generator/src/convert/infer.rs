//! Providers that no schema describes, as far as a configuration shows what they have.
//!
//! What is found is written down as Terraform would print it, so that everything behind goes the same way.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hcl_edit::expr::{Expression, Traversal, TraversalOperator};
use hcl_edit::structure::{Block, Body, Structure};
use hcl_edit::visit::{Visit, visit_traversal};
use serde_json::{Map, Value, json};

use super::catalog::{Catalog, prefix};
use super::item::{Item, ItemKind, addressed, construct};
use super::meta;
use crate::model::{ConstructKind, Provider, ProviderAddress, build};
use crate::schema;

/// The providers that `items` imply beside those of the catalog, by address.
pub(super) fn providers(items: &[Item<'_>], known: &Catalog<'_>, sources: &Sources) -> Vec<Provider> {
    let mut finder = Finder { known, sources, found: BTreeMap::new() };
    for item in items {
        match item.kind {
            ItemKind::Block(block) => {
                finder.declared(block);
                finder.visit_block(block);
            }
            ItemKind::Local(attribute) => finder.visit_attr(attribute),
        }
    }
    if finder.found.is_empty() {
        return Vec::new();
    }
    let schemas: Map<String, Value> = finder
        .found
        .into_iter()
        .map(|(address, constructs)| (address.to_string(), schema(&constructs)))
        .collect();
    read(&json!({ "format_version": "1.0", "provider_schemas": schemas }).to_string())
}

/// The provider that is part of Terraform itself.
pub(super) fn builtin() -> Vec<Provider> {
    read(include_str!("builtin.json"))
}

fn read(printed: &str) -> Vec<Provider> {
    let (schemas, _) = schema::parse(printed.as_bytes()).expect("a schema of the form that Terraform prints");
    build(Path::new("the configuration"), &schemas, &[]).expect("a schema without mistakes")
}

/// Where providers come from, by local name, as `required_providers` says.
pub(super) type Sources = BTreeMap<String, ProviderAddress>;

/// The address of a provider.
pub(super) fn address(local_name: &str, sources: &Sources) -> ProviderAddress {
    let named = || local_name.parse().ok();
    sources.get(local_name).cloned().or_else(named).unwrap_or_else(|| ProviderAddress {
        host: "registry.terraform.io".to_owned(),
        namespace: "hashicorp".to_owned(),
        // What is no name is a mistake that Terraform tells; something has to stand for it.
        name: "unknown".to_owned(),
    })
}

/// What a construct has, as it is used: attributes with their types and nested blocks.
#[derive(Default)]
struct Shape {
    attributes: BTreeMap<String, Value>,
    blocks: BTreeMap<String, Shape>,
}

struct Finder<'a> {
    known: &'a Catalog<'a>,
    sources: &'a Sources,
    found: BTreeMap<ProviderAddress, BTreeMap<(ConstructKind, String), Shape>>,
}

impl Finder<'_> {
    /// The shape of a construct that no schema has.
    fn shape(&mut self, kind: ConstructKind, type_name: &str, local_name: &str) -> Option<&mut Shape> {
        if self.known.find(kind, type_name, local_name).is_some() {
            return None;
        }
        let address = address(local_name, self.sources);
        Some(self.found.entry(address).or_default().entry((kind, type_name.to_owned())).or_default())
    }

    fn declared(&mut self, block: &Block) {
        let label = block.labels.first().map_or("", |label| label.as_str());
        let kind = match block.ident.as_str() {
            "resource" => ConstructKind::Resource,
            "data" => ConstructKind::DataSource,
            "ephemeral" => ConstructKind::EphemeralResource,
            "provider" => ConstructKind::Provider,
            "import" => {
                let target = block.body.get_attribute("to").and_then(|to| to.value.as_traversal());
                if let Some((address, _)) = target.and_then(addressed) {
                    let type_name = address.split('.').next().unwrap_or_default().to_owned();
                    self.shape(ConstructKind::Resource, &type_name, prefix(&type_name));
                }
                return;
            }
            _ => return,
        };
        let local_name = if kind == ConstructKind::Provider { label } else { meta::local_name(block, label) };
        let local_name = local_name.to_owned();
        let address = address(&local_name, self.sources);
        if !address.is_builtin()
            && self.known.find(ConstructKind::Provider, &local_name, &local_name).is_none()
        {
            self.found.entry(address).or_default();
        }
        if let Some(shape) = self.shape(kind, label, &local_name) {
            shape.add(&block.body, &|name| {
                meta::NAMES.contains(&name) || (kind == ConstructKind::Provider && name == "version")
            });
        }
    }
}

impl Visit for Finder<'_> {
    /// A reference to what the configuration does not declare tells of attributes.
    fn visit_traversal(&mut self, traversal: &Traversal) {
        if let Some((address, length)) = addressed(traversal)
            && let Some((kind, type_name)) = construct(&address)
            && (kind != ConstructKind::Resource || is_type(&type_name))
            && let Some(shape) = self.shape(kind, &type_name, prefix(&type_name))
            && let Some(name) = traversal.operators[length..].iter().find_map(attribute)
        {
            shape.attributes.entry(name.to_owned()).or_insert(json!("dynamic"));
        }
        visit_traversal(self, traversal);
    }
}

fn attribute(operator: &hcl_edit::Decorated<TraversalOperator>) -> Option<&str> {
    match &**operator {
        TraversalOperator::GetAttr(name) => Some(name.as_str()),
        _ => None,
    }
}

/// Whether the first word of a reference is the type of a resource: others have words of their own, and variables of
/// `for` expressions and dynamic blocks seldom look like one.
fn is_type(word: &str) -> bool {
    word.contains('_')
}

impl Shape {
    fn add(&mut self, body: &Body, is_other: &dyn Fn(&str) -> bool) {
        for structure in body {
            match structure {
                Structure::Attribute(attribute) if is_other(attribute.key.as_str()) => {}
                Structure::Attribute(attribute) => {
                    self.attributes.insert(attribute.key.as_str().to_owned(), type_of(&attribute.value));
                }
                Structure::Block(block) if block.ident.as_str() == "dynamic" => {
                    let name = block.labels.first().map_or("", |label| label.as_str());
                    let shape = self.blocks.entry(name.to_owned()).or_default();
                    for content in block.body.get_blocks("content") {
                        shape.add(&content.body, &|_| false);
                    }
                }
                Structure::Block(block) if is_other(block.ident.as_str()) => {}
                Structure::Block(block) => {
                    self.blocks
                        .entry(block.ident.as_str().to_owned())
                        .or_default()
                        .add(&block.body, &|_| false);
                }
            }
        }
    }

    fn json(&self) -> Value {
        let attributes = self.attributes.iter().filter(|(name, _)| !self.blocks.contains_key(*name));
        let attributes: Map<_, _> = attributes
            .map(|(name, ty)| (name.clone(), json!({ "type": ty, "optional": true, "computed": true })))
            .collect();
        let blocks: Map<_, _> = self
            .blocks
            .iter()
            .map(|(name, shape)| (name.clone(), json!({ "nesting_mode": "list", "block": shape.json() })))
            .collect();
        json!({ "attributes": attributes, "block_types": blocks })
    }
}

/// The type of a literal; of all else nothing is known.
fn type_of(value: &Expression) -> Value {
    match value {
        Expression::String(_) | Expression::HeredocTemplate(_) => json!("string"),
        Expression::StringTemplate(template) if template.as_single_element().is_none() => json!("string"),
        Expression::Number(_) => json!("number"),
        Expression::Bool(_) => json!("bool"),
        Expression::Array(elements) => collection("list", elements.iter()),
        Expression::Object(entries) => collection("map", entries.iter().map(|(_, value)| value.expr())),
        _ => json!("dynamic"),
    }
}

/// The type of a collection of simple values of one type.
fn collection<'a>(kind: &str, elements: impl Iterator<Item = &'a Expression>) -> Value {
    let types: BTreeSet<String> = elements.map(|element| type_of(element).to_string()).collect();
    match types.first().map(String::as_str) {
        Some(only @ ("\"string\"" | "\"number\"" | "\"bool\"")) if types.len() == 1 => {
            json!([kind, only.trim_matches('"')])
        }
        _ => json!("dynamic"),
    }
}

fn schema(constructs: &BTreeMap<(ConstructKind, String), Shape>) -> Value {
    let of_kind = |kind: ConstructKind| {
        let found = constructs.iter().filter(|((other, _), _)| *other == kind);
        found
            .map(|((_, name), shape)| (name.clone(), json!({ "block": shape.json() })))
            .collect::<Map<_, _>>()
    };
    let mut schema = json!({
        "resource_schemas": of_kind(ConstructKind::Resource),
        "data_source_schemas": of_kind(ConstructKind::DataSource),
        "ephemeral_resource_schemas": of_kind(ConstructKind::EphemeralResource),
    });
    // Every provider has a configuration, be it empty.
    let provider = of_kind(ConstructKind::Provider).into_values().next();
    schema["provider"] = provider.unwrap_or_else(|| json!({ "block": {} }));
    schema
}
