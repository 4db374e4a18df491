//! What a derive's author meant, once it is known to be allowed.

use proc_macro2::Ident;
use syn::{Attribute, LitStr, Path, Type, Visibility};

/// A struct with one of the derives.
pub struct Item {
    /// Resource, data source, …
    pub kind: Kind,
    /// The struct's name.
    pub ident: Ident,
    /// Who sees the struct, and what is emitted beside it.
    pub visibility: Visibility,
    /// The Terraform type; of a provider, its local name. Empty for a block.
    pub type_name: String,
    /// Where Terraform finds the provider.
    pub source: Option<String>,
    /// The provider's version constraint.
    pub version: Option<String>,
    /// Whether unset fields are written as `null`.
    pub object: bool,
    /// The resource that the block identifies.
    pub identity_of: Option<Path>,
    /// Why the construct should no longer be used.
    pub deprecated: Option<String>,
    /// Where the runtime is, if not at `::ferroform`.
    pub runtime: Option<Path>,
    /// Formats of the import ID, best first.
    pub import_formats: Vec<ImportFormat>,
    /// Rules on one path below the construct.
    pub path_rules: Vec<PathRules>,
    /// The name of the type that refers to the struct's attributes.
    pub reference: Ident,
    /// What a program sets.
    pub fields: Vec<Field>,
    /// What only Terraform sets.
    pub computed: Vec<Computed>,
}

/// Which derive it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `#[derive(Resource)]`.
    Resource,
    /// `#[derive(DataSource)]`.
    DataSource,
    /// `#[derive(EphemeralResource)]`.
    EphemeralResource,
    /// `#[derive(Provider)]`.
    Provider,
    /// `#[derive(Action)]`.
    Action,
    /// `#[derive(ListResource)]`.
    ListResource,
    /// `#[derive(Block)]`.
    Block,
}

impl Kind {
    /// Whether other constructs can refer to its attributes.
    pub fn has_attributes(self) -> bool {
        !matches!(self, Self::Provider | Self::Action | Self::ListResource)
    }
}

/// A field of the struct.
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub struct Field {
    /// The name in Rust.
    pub ident: Ident,
    /// The name in Terraform.
    pub name: String,
    /// The type, such as `Value<String>`.
    pub ty: Type,
    /// Whether the type is `Value<…>`.
    pub attribute: bool,
    /// Whether `new` takes it.
    pub required: bool,
    /// Whether the value must not be shown.
    pub secret: bool,
    /// Whether Terraform keeps the value nowhere.
    pub write_only: bool,
    /// Whether Terraform counts the one block: `cors_configuration[0]`.
    pub listed: bool,
    /// Why it should no longer be set.
    pub deprecated: Option<String>,
    /// What references make of it; `None` for write-only attributes, which cannot be read.
    pub access: Option<Access>,
    /// The rules on its value.
    pub rules: Vec<Rule>,
}

/// An attribute that only Terraform sets.
pub struct Computed {
    /// The name in Rust.
    pub ident: Ident,
    /// The name in Terraform.
    pub name: String,
    /// Its documentation and deprecation.
    pub attributes: Vec<Attribute>,
    /// Its type as it was written.
    pub ty: Type,
    /// What references make of it.
    pub access: Access,
}

/// How a reference reaches an attribute or a nested block.
pub enum Access {
    /// A value of this type.
    Value(Type),
    /// The attributes of the one body of this type.
    One(Type),
    /// The attributes of a body in a list.
    At(Type),
    /// The attributes of a body in a set.
    AtSet(Type),
    /// The attributes of a body in a map.
    Under(Type),
}

/// A format of an import ID.
pub struct ImportFormat {
    /// The format as it was written.
    pub text: String,
    /// The names of its parts, in order.
    pub parts: Vec<String>,
}

/// Rules on one path below a construct.
pub struct PathRules {
    /// Terraform names with dots between them.
    pub path: String,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// A rule on a value.
pub struct Rule {
    /// What is checked.
    pub check: Check,
    /// Whether a violation is only a warning.
    pub warning: bool,
    /// Where the rule comes from.
    pub source: Source,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `source = schema`.
    Schema,
    /// `source = docs`.
    Docs,
    /// `source = override`.
    Override,
    /// No source is given.
    Declared,
}

/// What a rule checks.
pub enum Check {
    /// One of these strings, or of these numbers.
    OneOf(Vec<String>),
    /// A number within bounds.
    Range(Bounds),
    /// A string of so many characters.
    Length(Bounds),
    /// A string that the expression matches.
    Pattern(String),
    /// At least so many items.
    MinItems(u64),
    /// At most so many items.
    MaxItems(u64),
    /// Nothing at these paths beside it.
    ConflictsWith(Vec<LitStr>),
    /// It, or something at one of these paths, and no more.
    ExactlyOneOf(Vec<LitStr>),
    /// It, or something at one of these paths.
    AtLeastOneOf(Vec<LitStr>),
    /// Something at each of these paths beside it.
    RequiredWith(Vec<LitStr>),
}

/// Inclusive bounds as they were written.
pub struct Bounds {
    /// The least value.
    pub min: Option<String>,
    /// The greatest value.
    pub max: Option<String>,
}
