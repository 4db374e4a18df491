//! What Terraform programs in Rust stand on: values, constructs, stacks, synthesis.

extern crate self as ferroform;

mod any;
mod app;
mod block;
mod body;
mod convert;
mod declare;
mod error;
mod expression;
mod handle;
mod hcl;
mod import_id;
mod json;
mod logical_id;
mod md5;
mod meta;
mod node;
mod number;
mod provider;
mod redact;
mod reference;
mod rule;
mod scope;
#[cfg(feature = "serde")]
mod serialize;
mod table;
mod validate;
mod value;

pub use ferroform_macros::{Block, DataSource, EphemeralResource, Provider, Resource};

pub use any::{Any, IntoAny};
pub use app::App;
pub use block::{Block, BlockMap, Blocks};
pub use body::{Body, DataSource, EphemeralResource, Provider, Resource};
pub use declare::{Data, Declaration, Ephemeral, Kind, Managed};
pub use error::Error;
pub use expression::Expression;
pub use handle::{Counted, Keyed};
pub use import_id::{ImportId, ImportIdError, ImportIdText, ImportParts, PlainImportId};
pub use meta::{ByCount, ByKey, ForEach, Meta, Multiplicity, One, With, count_index, each_key, each_value};
pub use number::Number;
pub use provider::{Aliased, Configures, ProviderRef};
pub use reference::Reference;
pub use rule::{Severity, Source, Violation};
pub use scope::{Scope, Stack};
pub use value::{List, Literal, Map, Set, Value};

#[doc(hidden)]
pub mod derive {
    //! What the output of the derive macros calls; no part of the API that programs use.

    pub use crate::body::debug;
    #[cfg(feature = "partial-eq")]
    pub use crate::body::same;
    pub use crate::node::{Content, Field, Node};
    pub use crate::reference::{at, at_set, get, one, under};

    #[cfg(feature = "serde")]
    pub use crate::serialize::serialize;
    #[cfg(feature = "serde")]
    pub use serde;

    /// A struct's packed facts and the values of its fields.
    #[must_use]
    pub fn content<'a>(table: &'static str, fields: &[&'a dyn Field]) -> Content<'a> {
        Content { table, fields: fields.iter().map(|field| field.node()).collect() }
    }
}
