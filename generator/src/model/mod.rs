//! The language-neutral picture of a provider.
//!
//! Nothing here knows of Terraform's JSON or of the languages that are written. Every nested block or
//! object of a construct is kept once per shape: [`Construct::blocks`] holds the shapes and
//! [`BlockId`] points into it, so the 9,834 blocks of `aws_wafv2_web_acl` are a few dozen entries.

mod address;
mod build;
mod constraint;
mod field;
mod import;
mod order;
mod rule;

pub use address::ProviderAddress;
pub use build::build;
pub use constraint::check_constraint;
pub use field::{Description, Field, FieldKind, Limits, Nesting, Presence, Said, Text, TextFormat, Type};
pub use import::{Import, ImportIds, split};
pub use rule::{Check, ImportId, Provenance, Rule, Segment, Severity};

/// One provider and everything it offers.
#[derive(Debug, Clone)]
pub struct Provider {
    /// Where the provider lives, such as `registry.terraform.io/hashicorp/aws`.
    pub address: ProviderAddress,
    /// The provider's version, where the schema file states it.
    pub version: Option<String>,
    /// The version constraint that bindings carry in their metadata, such as `~> 6.0`.
    pub constraint: Option<String>,
    /// Resources, data sources, ephemeral resources, the provider's own configuration, list resources,
    /// actions and state stores: in that order, each kind in the order of the schema.
    pub constructs: Vec<Construct>,
    /// Provider-defined functions, in the order of the schema.
    pub functions: Vec<Function>,
}

/// What a construct is to Terraform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConstructKind {
    /// A managed resource.
    Resource,
    /// A data source.
    DataSource,
    /// An ephemeral resource (Terraform 1.10).
    EphemeralResource,
    /// The provider's own configuration block.
    Provider,
    /// A list resource (Terraform 1.14), written in `.tfquery.hcl` files.
    ListResource,
    /// An action (Terraform 1.14).
    Action,
    /// A pluggable state store.
    StateStore,
}

impl ConstructKind {
    /// Whether bindings have classes for constructs of this kind.
    #[must_use]
    pub fn has_bindings(self) -> bool {
        matches!(self, Self::Resource | Self::DataSource | Self::EphemeralResource | Self::Provider)
    }
}

/// A thing that a configuration declares with a block of its own.
#[derive(Debug, Clone)]
pub struct Construct {
    /// Resource, data source, …
    pub kind: ConstructKind,
    /// The name in configuration: `aws_vpc`; for a provider's own configuration the provider's name.
    pub type_name: String,
    /// The version of the schema that the provider's state upgraders count.
    pub schema_version: u64,
    /// What the provider, or an override, says about the construct.
    pub description: Option<Text>,
    /// Why the construct should no longer be used; empty where the provider gives no reason.
    pub deprecated: Option<String>,
    /// Every shape of nested block or object, the construct's own at index 0; a block comes before the
    /// blocks that only it leads to.
    pub blocks: Vec<Block>,
    /// Rules on a field of a shape that is used in several places and ruled differently there, each with the
    /// field's full path from the construct's root. Rules that hold wherever the shape is used stand on the
    /// [`Field`].
    pub path_rules: Vec<(String, Rule)>,
    /// What `terraform import` takes.
    pub import: Import,
    /// The first program on the construct's documentation page, in Terraform's language.
    pub example: Option<String>,
    /// What that page says about importing, in Markdown.
    pub import_section: Option<String>,
    /// The resource identity (Terraform 1.12), where the provider declares one.
    pub identity: Option<Identity>,
}

/// Points at a [`Block`] of the same [`Construct`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub usize);

impl BlockId {
    /// The construct's own block.
    pub const ROOT: Self = Self(0);
}

/// The shape of a nested block or object, or of the construct itself.
#[derive(Debug, Clone)]
pub struct Block {
    /// Where shapes of this kind come from.
    pub origin: BlockOrigin,
    /// Attributes in the order of the schema, then nested blocks in the order of the schema.
    pub fields: Vec<Field>,
    /// The path of the shape's first use, in dots, such as `rule.statement`; empty for the root.
    pub first_path: String,
    /// What the schema says about the nested block itself.
    pub description: Option<Text>,
    /// Why the nested block should no longer be used.
    pub deprecated: Option<String>,
}

/// What in the schema a shape was written as; it decides how values are written in configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockOrigin {
    /// A block: the construct's own or a nested one.
    Block,
    /// The object of an attribute's `nested_type`: its fields say for themselves what is required.
    NestedAttribute,
    /// An `["object", {…}]` type: Terraform wants every key, and an unset one is `null`.
    ObjectType,
}

/// The identity of a resource, in the words of `resource_identity_schemas`.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Version of the identity schema.
    pub version: u64,
    /// The attributes that identify the resource, in the order of the schema.
    pub attributes: Vec<IdentityAttribute>,
}

/// One attribute of a resource identity.
#[derive(Debug, Clone)]
pub struct IdentityAttribute {
    /// The attribute's name.
    pub name: String,
    /// Its type: a primitive, or a list of one.
    pub ty: Type,
    /// Description, where the provider gives one.
    pub description: Option<String>,
    /// Whether an `import` block has to give it; the others are filled from the provider's configuration.
    pub required_for_import: bool,
}

/// A provider-defined function, called as `provider::<provider>::<name>(…)`.
#[derive(Debug, Clone)]
pub struct Function {
    /// The function's name.
    pub name: String,
    /// One line.
    pub summary: Option<String>,
    /// The whole description.
    pub description: Option<Text>,
    /// Why it should no longer be used.
    pub deprecated: Option<String>,
    /// Positional parameters.
    pub parameters: Vec<Parameter>,
    /// The parameter that takes all further arguments.
    pub variadic: Option<Parameter>,
    /// What the function returns. Object types point into [`Function::blocks`].
    pub returns: Type,
    /// The object shapes that parameters and result refer to.
    pub blocks: Vec<Block>,
}

/// A parameter of a [`Function`].
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The parameter's name.
    pub name: String,
    /// Description, where the provider gives one.
    pub description: Option<Text>,
    /// Its type.
    pub ty: Type,
    /// Whether `null` may be passed.
    pub nullable: bool,
}

impl Function {
    /// All parameters, the one that takes all further arguments last.
    pub fn all_parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().chain(&self.variadic)
    }

    /// The index of the first positional parameter that may be left out: it and all after it may be `null`.
    #[must_use]
    pub fn optional_from(&self) -> usize {
        if self.variadic.is_some() {
            return self.parameters.len();
        }
        self.parameters.iter().rposition(|parameter| !parameter.nullable).map_or(0, |last| last + 1)
    }
}

impl Construct {
    /// The construct's own block.
    #[must_use]
    pub fn root(&self) -> &Block {
        &self.blocks[BlockId::ROOT.0]
    }

    /// The address of the construct that is labelled so, such as `data.aws_vpc.example`; of a provider's
    /// configuration what the `provider` argument takes.
    #[must_use]
    pub fn address(&self, label: &str) -> String {
        let type_name = &self.type_name;
        match self.kind {
            ConstructKind::DataSource => format!("data.{type_name}.{label}"),
            ConstructKind::EphemeralResource => format!("ephemeral.{type_name}.{label}"),
            ConstructKind::Provider if label == type_name => label.to_owned(),
            ConstructKind::Resource
            | ConstructKind::Provider
            | ConstructKind::ListResource
            | ConstructKind::Action
            | ConstructKind::StateStore => format!("{type_name}.{label}"),
        }
    }

    /// Lets a field take any value: blocks and objects that it alone leads to are gone.
    ///
    /// # Panics
    ///
    /// If the block or the field is none of the construct's.
    pub(crate) fn remove_type(&mut self, block: BlockId, field: usize) {
        self.blocks[block.0].fields[field].kind = FieldKind::Attribute(Type::Dynamic);
        self.blocks = order::in_order(std::mem::take(&mut self.blocks), BlockId::ROOT);
    }

    /// The shape that `id` points at.
    #[must_use]
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0]
    }
}
