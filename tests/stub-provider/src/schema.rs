//! What `terraform providers schema -json` prints, as far as a provider has to know it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::types::Type;

/// A schema file.
#[derive(Debug, Deserialize)]
pub struct SchemaFile {
    /// The providers by source address.
    pub provider_schemas: BTreeMap<String, ProviderSchema>,
}

/// Everything that one provider has.
#[derive(Debug, Deserialize)]
pub struct ProviderSchema {
    /// The provider's own configuration.
    #[serde(default)]
    pub provider: Schema,
    #[serde(default)]
    pub resource_schemas: BTreeMap<String, Schema>,
    #[serde(default)]
    pub data_source_schemas: BTreeMap<String, Schema>,
    #[serde(default)]
    pub ephemeral_resource_schemas: BTreeMap<String, Schema>,
    #[serde(default)]
    pub functions: BTreeMap<String, Function>,
    /// By resource type, for those that have an identity.
    #[serde(default)]
    pub resource_identity_schemas: BTreeMap<String, IdentitySchema>,
}

/// The schema of a provider, resource, data source or ephemeral resource.
#[derive(Debug, Default, Deserialize)]
pub struct Schema {
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub block: Block,
}

/// What stands between two braces.
#[derive(Debug, Default, Deserialize)]
#[allow(clippy::struct_field_names, reason = "names are Terraform's")]
pub struct Block {
    #[serde(default)]
    pub attributes: BTreeMap<String, Attribute>,
    #[serde(default)]
    pub block_types: BTreeMap<String, NestedBlock>,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub description_kind: DescriptionKind,
    #[serde(default)]
    pub deprecated: bool,
}

/// An argument, an exported value, or both.
#[derive(Debug, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "these are Terraform's")]
pub struct Attribute {
    /// Missing where `nested_type` is there.
    pub r#type: Option<Type>,
    pub nested_type: Option<NestedType>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub computed: bool,
    #[serde(default)]
    pub sensitive: bool,
    #[serde(default)]
    pub write_only: bool,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub description_kind: DescriptionKind,
    #[serde(default)]
    pub deprecated: bool,
}

/// Attributes within an attribute.
#[derive(Debug, Deserialize)]
pub struct NestedType {
    #[serde(default)]
    pub attributes: BTreeMap<String, Attribute>,
    pub nesting_mode: NestingMode,
}

/// A block within a block.
#[derive(Debug, Deserialize)]
pub struct NestedBlock {
    pub nesting_mode: NestingMode,
    #[serde(default)]
    pub block: Block,
    #[serde(default)]
    pub min_items: i64,
    #[serde(default)]
    pub max_items: i64,
}

/// How many there may be of a nested block or type, and how they are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NestingMode {
    Single,
    /// Like `Single`, but there without being written.
    Group,
    List,
    Set,
    Map,
}

/// How a description is formatted.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DescriptionKind {
    #[default]
    Plain,
    Markdown,
}

/// A function of a provider.
#[derive(Debug, Deserialize)]
pub struct Function {
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub deprecation_message: String,
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    pub variadic_parameter: Option<Parameter>,
    pub return_type: Type,
}

/// A parameter of a function.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub is_nullable: bool,
    pub r#type: Type,
}

/// What identifies a resource.
#[derive(Debug, Deserialize)]
pub struct IdentitySchema {
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub attributes: BTreeMap<String, IdentityAttribute>,
}

/// A part of an identity.
#[derive(Debug, Deserialize)]
pub struct IdentityAttribute {
    pub r#type: Type,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub required_for_import: bool,
    #[serde(default)]
    pub optional_for_import: bool,
}
