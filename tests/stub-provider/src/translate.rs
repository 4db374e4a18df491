//! Schemas, from what a file says to what travels.

use std::collections::BTreeMap;

use crate::protocol as wire;
use crate::schema::{
    Attribute, Block, DescriptionKind, Function, IdentitySchema, NestedBlock, NestedType, NestingMode,
    Parameter, ProviderSchema, Schema,
};

/// Everything that a provider has.
pub fn provider(provider: &ProviderSchema) -> wire::ProviderSchemaResponse {
    wire::ProviderSchemaResponse {
        provider: Some(schema(&provider.provider)),
        resource_schemas: schemas(&provider.resource_schemas),
        data_source_schemas: schemas(&provider.data_source_schemas),
        server_capabilities: Some(wire::ServerCapabilities {
            get_provider_schema_optional: true,
            move_resource_state: true,
        }),
        functions: functions(provider),
        ephemeral_resource_schemas: schemas(&provider.ephemeral_resource_schemas),
    }
}

/// The functions of a provider.
pub fn functions(provider: &ProviderSchema) -> BTreeMap<String, wire::Function> {
    provider.functions.iter().map(|(name, of)| (name.clone(), function(of))).collect()
}

/// What identifies resources.
pub fn identities(provider: &ProviderSchema) -> BTreeMap<String, wire::IdentitySchema> {
    provider.resource_identity_schemas.iter().map(|(name, of)| (name.clone(), identity(of))).collect()
}

fn schemas(schemas: &BTreeMap<String, Schema>) -> BTreeMap<String, wire::Schema> {
    schemas.iter().map(|(name, of)| (name.clone(), schema(of))).collect()
}

fn schema(schema: &Schema) -> wire::Schema {
    wire::Schema { version: schema.version, block: Some(block(&schema.block)) }
}

fn block(block: &Block) -> wire::Block {
    wire::Block {
        attributes: attributes(&block.attributes),
        block_types: block.block_types.iter().map(|(name, nested)| nested_block(name, nested)).collect(),
        description: block.description.clone(),
        description_kind: description_kind(block.description_kind),
        deprecated: block.deprecated,
    }
}

fn attributes(attributes: &BTreeMap<String, Attribute>) -> Vec<wire::Attribute> {
    attributes.iter().map(|(name, of)| attribute(name, of)).collect()
}

fn attribute(name: &str, attribute: &Attribute) -> wire::Attribute {
    wire::Attribute {
        name: name.to_owned(),
        r#type: attribute.r#type.as_ref().map(crate::types::Type::to_bytes).unwrap_or_default(),
        description: attribute.description.clone(),
        required: attribute.required,
        optional: attribute.optional,
        computed: attribute.computed,
        sensitive: attribute.sensitive,
        description_kind: description_kind(attribute.description_kind),
        deprecated: attribute.deprecated,
        nested_type: attribute.nested_type.as_ref().map(nested_type),
        write_only: attribute.write_only,
    }
}

fn nested_type(nested: &NestedType) -> wire::Object {
    wire::Object { attributes: attributes(&nested.attributes), nesting: nesting(nested.nesting_mode) }
}

fn nested_block(name: &str, nested: &NestedBlock) -> wire::NestedBlock {
    wire::NestedBlock {
        type_name: name.to_owned(),
        block: Some(block(&nested.block)),
        nesting: nesting(nested.nesting_mode),
        min_items: nested.min_items,
        max_items: nested.max_items,
    }
}

fn nesting(mode: NestingMode) -> i32 {
    let mode = match mode {
        NestingMode::Single => wire::NestingMode::Single,
        NestingMode::Group => wire::NestingMode::Group,
        NestingMode::List => wire::NestingMode::List,
        NestingMode::Set => wire::NestingMode::Set,
        NestingMode::Map => wire::NestingMode::Map,
    };
    mode.into()
}

fn description_kind(kind: DescriptionKind) -> i32 {
    let kind = match kind {
        DescriptionKind::Plain => wire::StringKind::Plain,
        DescriptionKind::Markdown => wire::StringKind::Markdown,
    };
    kind.into()
}

fn function(function: &Function) -> wire::Function {
    wire::Function {
        parameters: function.parameters.iter().map(parameter).collect(),
        variadic_parameter: function.variadic_parameter.as_ref().map(parameter),
        r#return: Some(wire::Return { r#type: function.return_type.to_bytes() }),
        summary: function.summary.clone(),
        description: function.description.clone(),
        deprecation_message: function.deprecation_message.clone(),
    }
}

fn parameter(parameter: &Parameter) -> wire::Parameter {
    wire::Parameter {
        name: parameter.name.clone(),
        r#type: parameter.r#type.to_bytes(),
        allow_null_value: parameter.is_nullable,
        description: parameter.description.clone(),
    }
}

fn identity(identity: &IdentitySchema) -> wire::IdentitySchema {
    let attributes = identity.attributes.iter().map(|(name, attribute)| wire::IdentityAttribute {
        name: name.clone(),
        r#type: attribute.r#type.to_bytes(),
        required_for_import: attribute.required_for_import,
        optional_for_import: attribute.optional_for_import,
        description: attribute.description.clone(),
    });
    wire::IdentitySchema { version: identity.version, identity_attributes: attributes.collect() }
}
