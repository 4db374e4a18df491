//! What constructs, nested blocks and fields are called in Rust.
//!
//! A construct's struct is called as its class is in the other languages. Everything else follows Rust's own
//! customs: a module per construct, short names for the nested blocks within it, fields in snake case.

mod aliases;
mod fields;
pub mod functions;
pub(crate) mod identifier;
mod nested;
pub(crate) mod timeouts;

use std::collections::{BTreeMap, HashSet};

use super::typescript;
use crate::model::{ConstructKind, Provider};
pub use functions::{FunctionNames, FunctionsNames};

/// The names of one construct and of everything in its module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConstructNames {
    /// The construct's struct, such as `Apigatewayv2Api`.
    pub class: String,
    /// Its module, such as `apigatewayv2_api`; raw (`r#type`) where the name is a keyword.
    pub module: String,
    /// By [`BlockId`](crate::model::BlockId), the construct's own block first.
    pub blocks: Vec<BlockNames>,
    /// The resource's identity, where it has one, such as `Apigatewayv2ApiIdentity`.
    pub identity: Option<BlockNames>,
}

/// The names of a block or object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockNames {
    /// The struct, such as `CorsConfiguration`.
    pub name: String,
    /// Further names of the struct, by the Terraform names of the fields that say them.
    pub aliases: BTreeMap<String, String>,
    /// The type of references to it, where that is not the struct's name with `Ref`.
    pub reference: Option<String>,
    /// The struct of the crate's module `timeouts` that is used in its place.
    pub shared: Option<String>,
    /// The fields in the order of the model; raw where a name is a keyword.
    pub fields: Vec<String>,
}

/// Decides the names of resources, data sources, ephemeral resources and the provider's own configuration, which have names in
/// TypeScript, and of list resources and actions.
#[must_use]
pub fn assign(provider: &Provider, typescript: &[typescript::ConstructNames]) -> Vec<ConstructNames> {
    let mut modules = HashSet::new();
    let constructs = provider.constructs.iter().zip(typescript);
    let names = constructs.map(|(construct, typescript)| {
        let class = identifier::escape_type(&typescript.class);
        let module = identifier::module(&typescript.module, &class, &mut modules);
        let identity = construct.identity.as_ref().map(|identity| {
            let attributes: Vec<_> =
                identity.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
            let fields = fields::distinct(&attributes);
            BlockNames { fields, ..BlockNames::new(format!("{class}Identity")) }
        });
        ConstructNames { blocks: nested::assign(construct, &class), class, module, identity }
    });
    let mut names: Vec<_> = names.collect();
    // Other languages have none of these. Their type may be a resource's, too.
    for construct in provider.constructs.iter().skip(typescript.len()) {
        let kind = match construct.kind {
            ConstructKind::ListResource => "list",
            ConstructKind::Action => "action",
            _ => break,
        };
        let base = format!("{kind}_{}", construct.type_name);
        let mut class = identifier::escape_type(&identifier::pascal(&base));
        while names.iter().any(|other| other.class == class) {
            class.push('_');
        }
        let module = identifier::module(&base, &class, &mut modules);
        let mut blocks = nested::assign(construct, &class);
        // Nothing refers to it.
        blocks[0].reference = None;
        names.push(ConstructNames { class, module, blocks, identity: None });
    }
    names
}

impl BlockNames {
    /// The names of a block with nothing in it.
    #[must_use]
    pub fn new(name: String) -> Self {
        Self { name, aliases: BTreeMap::new(), reference: None, shared: None, fields: Vec::new() }
    }

    /// What a field that holds it calls the struct: an alias of its own, if it has one.
    #[must_use]
    pub fn held_by(&self, field: &str) -> &str {
        self.aliases.get(field).unwrap_or(&self.name)
    }

    /// The type of references to the struct.
    #[must_use]
    pub fn reference(&self) -> String {
        self.reference.clone().unwrap_or_else(|| format!("{}Ref", self.name))
    }
}

/// The file of a module, without its extension.
#[must_use]
pub fn file(module: &str) -> &str {
    identifier::plain(module)
}
