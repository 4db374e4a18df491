//! What constructs, nested classes and members are called in TypeScript.
//!
//! A program written for `cdktn get` (the peer) finds every name that it uses, so names are built as the peer builds
//! them, in the order in which it builds them. Where the peer writes one class per path, equal shapes share one class
//! here, and the names of the further paths become aliases of it.

mod constructs;
mod keywords;
mod loops;
mod members;
mod peer;
mod structs;
mod walk;

use std::collections::HashMap;

use super::case;
use crate::model::{BlockId, Construct, Field, Provider};
pub(crate) use constructs::beginning;
pub(super) use constructs::identifier;
pub(crate) use keywords::KEYWORDS;
pub(crate) use peer::untyped_paths;
pub use structs::{Nesting, StructKey};

/// The names of one construct and of everything in its module.
#[derive(Debug, Clone)]
pub struct ConstructNames {
    /// The construct's class, such as `Apigatewayv2Api`.
    pub class: String,
    /// The interface of its configuration, such as `Apigatewayv2ApiConfig`.
    pub config: String,
    /// The folder of its module, such as `apigatewayv2-api`.
    pub module: String,
    /// The name under which the provider's index exports the module, such as `apigatewayv2Api`.
    pub namespace: String,
    /// The members of each block, by [`BlockId`]. A provider's root block has one entry more than the model has fields:
    /// `alias`, which no schema names.
    pub members: Vec<Vec<MemberNames>>,
    /// The nested classes, inner ones before those that hold them.
    pub structs: Vec<Struct>,
    /// The construct, where the peer goes on with a recursion that the schema ends.
    closed: Option<Construct>,
    by_key: HashMap<StructKey, usize>,
    by_block: HashMap<BlockId, usize>,
}

/// The names that one field gives to members of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberNames {
    /// The property, such as `corsConfiguration`.
    pub property: String,
    /// The method that sets a nested block or object, such as `putCorsConfiguration`.
    pub put: String,
    /// The method that unsets an optional field, such as `resetCorsConfiguration`.
    pub reset: String,
    /// The getter of what was set, such as `corsConfigurationInput`.
    pub input: String,
}

/// A nested block or object of a module: its interface and classes.
#[derive(Debug, Clone)]
pub struct Struct {
    /// The name of the interface; those of the classes and functions are made of it.
    pub name: String,
    /// The further names that the peer has for it, at other paths.
    pub aliases: Vec<Alias>,
    /// The class that the peer uses in its place, because it takes this one for a level of a recursion.
    pub outer: Option<String>,
    /// The struct that declares the interface, where this one shares the shape and differs in how values are collected.
    pub shape_of: Option<usize>,
    /// What it is made of.
    pub key: StructKey,
}

/// A further name of a nested class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The class of what has the field where the name is used.
    pub owner: String,
    /// What Terraform calls that field.
    pub field: String,
}

/// Decides all names of a provider: of its resources, data sources, ephemeral resources and its own configuration, in the
/// order of [`Provider::constructs`]. The other kinds come after these there, and have no names yet.
#[must_use]
pub fn assign(provider: &Provider) -> Vec<ConstructNames> {
    let mut taken = constructs::Taken::default();
    let named = provider.constructs.iter().take_while(|construct| construct.kind.has_bindings());
    named.map(|construct| constructs::assign(provider, construct, &mut taken)).collect()
}

impl Struct {
    /// All names of the interface, the one that it is declared under first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.name.as_str()))
    }
}

impl ConstructNames {
    /// The construct as the peer takes it: where a schema ends a recursion with an empty block, it goes on with the outermost
    /// shape. The names are those of this one.
    #[must_use]
    pub fn seen<'a>(&'a self, construct: &'a Construct) -> &'a Construct {
        self.closed.as_ref().unwrap_or(construct)
    }

    /// The nested class of a field, by its index in [`Self::structs`].
    #[must_use]
    pub fn struct_of(&self, field: &Field) -> Option<usize> {
        self.by_key.get(&StructKey::of(field)?).copied()
    }

    /// The interface of a shape; the configuration's for the construct's own.
    ///
    /// # Panics
    ///
    /// If `block` is none of the construct's.
    #[must_use]
    pub fn interface(&self, block: BlockId) -> &str {
        if block == BlockId::ROOT { &self.config } else { &self.structs[self.by_block[&block]].name }
    }
}

/// Every name that a nested class, or its alias, called `name` exports: interface, functions, then classes.
#[must_use]
pub fn exports(nesting: &Nesting, name: &str, with_classes: bool) -> Vec<String> {
    let (to_terraform, to_hcl_terraform) = functions(name);
    let mut exports = vec![name.to_owned(), to_terraform, to_hcl_terraform];
    if with_classes {
        exports.extend(nesting.classes(name));
    }
    exports
}

/// The functions that turn a value of the interface `name` into what Terraform reads, as JSON and as HCL.
#[must_use]
pub fn functions(name: &str) -> (String, String) {
    let prefix = case::lower_first(name);
    (format!("{prefix}ToTerraform"), format!("{prefix}ToHclTerraform"))
}
