//! A lossless mirror of what `terraform providers schema -json` and `tofu providers schema -json` print.
//!
//! The names are those of Terraform's JSON, described in
//! <https://developer.hashicorp.com/terraform/cli/commands/providers/schema>. Nothing is interpreted here: a
//! nesting mode or a type that nobody knows is kept as it was found, for `model` to report with all other
//! mistakes of the file.

mod attribute_type;
mod index;
mod json_path;
mod map;
mod read;

use serde::Deserialize;

pub use attribute_type::AttributeType;
pub use index::Index;
pub use json_path::JsonPath;
pub use map::Map;
pub(crate) use read::parse;
pub use read::{Source, UnknownKey, read};
pub(crate) use read::{explain, json_object};

/// Everything that one call of `providers schema -json` prints.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "an object with `format_version` and `provider_schemas`")]
pub struct ProviderSchemas {
    /// Version of the JSON format, such as `1.0`.
    pub format_version: String,
    /// Provider address to schema. Absent when the configuration uses no provider.
    #[serde(default)]
    pub provider_schemas: Map<ProviderSchema>,
    /// Provider address to version, as the CDK tools add it to what Terraform prints.
    #[serde(default)]
    pub provider_versions: Map<String>,
}

/// The schema of one provider.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "the schema of a provider, an object")]
pub struct ProviderSchema {
    /// The provider's own configuration.
    pub provider: Option<Schema>,
    /// Managed resources.
    #[serde(default)]
    pub resource_schemas: Map<Schema>,
    /// Data sources.
    #[serde(default)]
    pub data_source_schemas: Map<Schema>,
    /// Ephemeral resources.
    #[serde(default)]
    pub ephemeral_resource_schemas: Map<Schema>,
    /// List resources.
    #[serde(default)]
    pub list_resource_schemas: Map<Schema>,
    /// Actions.
    #[serde(default)]
    pub action_schemas: Map<Schema>,
    /// State stores.
    #[serde(default)]
    pub state_store_schemas: Map<Schema>,
    /// Functions.
    #[serde(default)]
    pub functions: Map<Function>,
    /// Identities of managed resources, by resource type.
    #[serde(default)]
    pub resource_identity_schemas: Map<IdentitySchema>,
}

/// A versioned block: the schema of a resource, a data source, a provider, …
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "a schema, an object with `block`")]
pub struct Schema {
    /// Schema version. Actions have none.
    #[serde(default)]
    pub version: u64,
    /// The block. The builtin provider has none.
    pub block: Option<Block>,
}

/// A block: attributes and nested blocks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(expecting = "a block, an object with `attributes` and `block_types`")]
pub struct Block {
    /// Attributes, in the order of the file.
    #[serde(default)]
    pub attributes: Map<Attribute>,
    /// Nested blocks, in the order of the file.
    #[serde(default)]
    pub block_types: Map<BlockType>,
    /// Description.
    pub description: Option<String>,
    /// `plain` or `markdown`.
    pub description_kind: Option<String>,
    /// Whether the block is deprecated.
    #[serde(default)]
    pub deprecated: bool,
    /// Why it is.
    pub deprecation_message: Option<String>,
}

/// A nested block.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a nested block, an object with `nesting_mode` and `block`")]
pub struct BlockType {
    /// `single`, `group`, `list`, `set` or `map`.
    pub nesting_mode: String,
    /// What the block contains; absent where it is empty.
    #[serde(default)]
    pub block: Block,
    /// The least number of blocks.
    #[serde(default)]
    pub min_items: u64,
    /// The greatest number of blocks.
    pub max_items: Option<u64>,
}

/// An attribute.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "an attribute, an object with `type`")]
#[allow(clippy::struct_excessive_bools)] // as Terraform prints it
pub struct Attribute {
    /// The type, unless there is a `nested_type`.
    pub r#type: Option<AttributeType>,
    /// The type of an attribute that has attributes of its own.
    pub nested_type: Option<NestedType>,
    /// Description.
    pub description: Option<String>,
    /// `plain` or `markdown`.
    pub description_kind: Option<String>,
    /// Whether the attribute is deprecated.
    #[serde(default)]
    pub deprecated: bool,
    /// Why it is.
    pub deprecation_message: Option<String>,
    /// Whether a configuration must set it.
    #[serde(default)]
    pub required: bool,
    /// Whether a configuration may set it.
    #[serde(default)]
    pub optional: bool,
    /// Whether the provider may set it.
    #[serde(default)]
    pub computed: bool,
    /// Whether Terraform hides its value.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether its value is kept in no state.
    #[serde(default)]
    pub write_only: bool,
}

/// The type of an attribute that has attributes of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a nested type, an object with `nesting_mode` and `attributes`")]
pub struct NestedType {
    /// The attributes; absent where there are none.
    #[serde(default)]
    pub attributes: Map<Attribute>,
    /// `single`, `list`, `set` or `map`.
    pub nesting_mode: String,
    /// The least number of items. Printed by Terraform before 1.2.
    #[serde(default)]
    pub min_items: u64,
    /// The greatest number of items. Printed by Terraform before 1.2.
    pub max_items: Option<u64>,
}

/// A provider-defined function.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a function, an object")]
pub struct Function {
    /// Description.
    pub description: Option<String>,
    /// `plain` or `markdown`.
    pub description_kind: Option<String>,
    /// One line.
    pub summary: Option<String>,
    /// Why the function should no longer be used.
    pub deprecation_message: Option<String>,
    /// What it returns.
    pub return_type: AttributeType,
    /// Positional parameters.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// The parameter that takes all further arguments.
    pub variadic_parameter: Option<Parameter>,
}

/// A parameter of a function.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "a parameter, an object with `name` and `type`")]
pub struct Parameter {
    /// Name.
    pub name: String,
    /// Description.
    pub description: Option<String>,
    /// `plain` or `markdown`.
    pub description_kind: Option<String>,
    /// Whether `null` may be passed.
    #[serde(default)]
    pub is_nullable: bool,
    /// Type.
    pub r#type: AttributeType,
}

/// What identifies a resource.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "an identity, an object with `attributes`")]
pub struct IdentitySchema {
    /// Version of the identity schema.
    #[serde(default)]
    pub version: u64,
    /// The identifying attributes.
    #[serde(default)]
    pub attributes: Map<IdentityAttribute>,
}

/// An attribute of an identity.
#[derive(Debug, Clone, Deserialize)]
#[serde(expecting = "an identity attribute, an object with `type`")]
pub struct IdentityAttribute {
    /// Type: a primitive or a list of one.
    pub r#type: AttributeType,
    /// Description.
    pub description: Option<String>,
    /// Whether an import has to give it.
    #[serde(default)]
    pub required_for_import: bool,
    /// Whether an import may give it.
    #[serde(default)]
    pub optional_for_import: bool,
}
