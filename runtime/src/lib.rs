//! What Terraform programs in Rust stand on: values, constructs, stacks, synthesis.
//!
//! A program declares constructs in stacks and writes them as Terraform's JSON configuration. Constructs are structs:
//! `ferroform generate` writes them from a provider's schema, and the derives make them from structs of your own.
//!
//! ```
//! use ferroform::{App, Block, Blocks, Map, Meta, Number, Resource as _, Value};
//!
//! /// Holds objects.
//! #[derive(ferroform::Resource)]
//! #[tf(type = "store_bucket", import_id = "{region}/{name}")]
//! #[tf(computed(
//!     /// The bucket's ARN.
//!     arn: String,
//! ))]
//! pub struct Bucket {
//!     #[tf(required, length(3, 63))]
//!     pub name: Value<String>,
//!     #[tf(range(1, 5000))]
//!     pub quota: Value<Number>,
//!     pub labels: Value<Map<String>>,
//!     pub rule: Blocks<Rule>,
//! }
//!
//! /// What happens to objects.
//! #[derive(ferroform::Block)]
//! pub struct Rule {
//!     #[tf(one_of("DELETE", "ARCHIVE"))]
//!     pub action: Value<String>,
//! }
//!
//! # let folder = std::env::temp_dir().join(format!("ferroform-doc-{}", std::process::id()));
//! # let app = App::with_outdir(&folder);
//! # /*
//! let app = App::new();
//! # */
//! let stack = app.stack("photos");
//! stack.required_provider("store", "example/store", None)?;
//! let bucket = stack.add("bucket", Bucket {
//!     quota: 50.into(),
//!     rule: Rule { action: "ARCHIVE".into() }.into(),
//!     ..Bucket::new("photos")
//! })?;
//! // A reference is a value: what Terraform only knows later goes where a literal would.
//! let copies = Bucket { labels: [("of", bucket.arn())].into(), ..Bucket::new("copies") };
//! stack.add("copies", copies.with(Meta::new().depends_on(&bucket)))?;
//! stack.import::<Bucket>("legacy", "eu-west-1/old-photos".parse()?)?;
//! app.synth()?;
//!
//! // Rules are checked when a construct is declared.
//! let error = stack.add("wrong", Bucket { quota: 0.into(), ..Bucket::new("photos") }).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "store_bucket.wrong has 1 violation:\n  error: quota: found 0, allowed: 1 to 5000 (from the struct)"
//! );
//! # std::fs::remove_dir_all(folder).unwrap();
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Derives
//!
//! [`derive@Resource`], [`derive@DataSource`], [`derive@EphemeralResource`], [`derive@Provider`] and
//! [`derive@Block`] bring `Clone`, `Default`, a `Debug` that leaves secrets out, `new` with what is required, and beside the
//! struct a type with a method for each attribute, which [`Scope::add`] returns. With the feature `partial-eq` they
//! bring `PartialEq`, with the feature `serde` also `Serialize`.
//!
//! A field is a [`Value`] of a string, [`Number`], `bool`, [`Any`], [`List`], [`Set`], [`Map`], tuple or struct; a nested block is
//! a [`struct@Block`], [`Blocks`] or [`BlockMap`]. What `#[tf(…)]` says on a field: `required`, `name = "…"`, `sensitive`,
//! `write_only`, `deprecated`, on blocks `list` or `set`, and rules:
//!
//! | rule | on |
//! |---|---|
//! | `one_of("a", "b")` | strings |
//! | `range(1, 10)`, `range(min = 1)`, `range(max = 10)` | numbers |
//! | `length(1, 64)`, `length(min = 1)`, `length(max = 64)` | strings, in characters |
//! | `pattern("^[a-z]+$")` | strings; the syntax is `regex-lite`'s |
//! | `min_items(1)`, `max_items(5)` | collections and blocks |
//! | `conflicts_with("b")`, `required_with("b", "c.d")` | fields, and what lies in them |
//! | `exactly_one_of("b")`, `at_least_one_of("b", "c.d")` | fields, together with the one that carries the rule |
//!
//! What a rule names is a field of the same struct, or a path of Terraform's names with dots between them: in `rule.action`
//! any of the `rule` blocks counts. The derive checks the first name of a path, `validate` the ones below it, in what is set.
//!
//! A rule takes `source = schema`, `docs` or `override`, and `severity = error` or `warning`; rules from documentation are warnings.
//! On the struct stand `type = "…"`, `import_id = "{a}/{b}"` (several times, best first), `computed(…)` with what only
//! Terraform sets, `deprecated = "…"`, `rule(path = "a.b", …)` with rules on one place below, on a block `object` where
//! Terraform wants every key, on a provider `source = "…"` and `version = "…"`, and `crate = some::path` where this crate has
//! another name or is re-exported.

extern crate self as ferroform;

mod action;
mod action_trigger;
mod admission;
mod annotation;
mod any;
mod app;
pub mod backend;
mod block;
mod body;
mod check_block;
mod configuration;
mod connection;
mod convert;
mod cross_stack;
mod cross_stack_name;
mod declare;
mod dynamic_block;
mod error;
mod escaping;
mod expression;
mod for_expression;
pub mod functions;
mod handle;
mod hcl;
mod import_id;
mod include;
mod json;
mod kind;
mod local;
mod logical_id;
mod md5;
mod meta;
mod meta_rules;
mod module;
mod nearest;
mod node;
mod number;
mod operators;
mod output;
mod path;
mod provider;
mod provisioner;
mod query;
mod quoting;
mod redact;
mod refactoring;
mod reference;
mod relation;
mod remote_state;
mod rule;
mod scope;
#[cfg(feature = "serde")]
mod serialize;
mod settings;
mod synthesis;
mod table;
mod template;
mod terraform_version;
mod type_constraint;
mod validate;
mod value;
mod variable;
mod with;

pub use ferroform_macros::{Action, Block, DataSource, EphemeralResource, ListResource, Provider, Resource};

pub use action::Invocable;
pub use action_trigger::{ActionRef, ActionTrigger, Event};
pub use any::{Any, IntoAny};
pub use app::App;
pub use block::{Block, BlockMap, Blocks};
pub use body::{Action, Body, DataSource, EphemeralResource, Identity, ListResource, Provider, Resource};
pub use check_block::Check;
pub use connection::{Connection, SshConnection, WinrmConnection};
pub use declare::Declaration;
pub use dynamic_block::Collection;
pub use error::Error;
pub use expression::Expression;
pub use handle::{Counted, Keyed};
pub use import_id::{ImportId, ImportIdError, ImportIdText, ImportParts, PlainImportId};
pub use kind::{Data, Ephemeral, Kind, Managed};
pub use meta::{
    ByCount, ByKey, Everything, ForEach, Meta, MetaFor, Multiplicity, One, count_index, each_key, each_value,
};
pub use module::{Module, ModuleRef};
pub use number::Number;
pub use operators::conditional;
pub use output::Output;
pub use provider::{Aliased, Configures, ProviderRef};
pub use provisioner::{FileProvisioner, LocalExec, Provisioner, RemoteExec};
pub use query::Query;
pub use refactoring::{Import, Removed};
pub use reference::Reference;
pub use remote_state::{RemoteState, StoredState};
pub use rule::{Severity, Source, Violation};
pub use scope::{Scope, Stack};
pub use type_constraint::TypeConstraint;
pub use value::{List, Literal, Map, Set, Value};
pub use variable::Variable;
pub use with::With;

#[doc(hidden)]
pub mod derive {
    //! What the output of the derive macros calls; no part of the API that programs use.

    pub use crate::body::debug;
    #[cfg(feature = "partial-eq")]
    pub use crate::body::same;
    pub use crate::functions::provider::{argument, object, value};
    pub use crate::node::{Content, Field, Node};
    pub use crate::reference::{at, at_set, get, one, under};
    pub use crate::template::{Interpolate, template};
    pub use ferroform_macros::template as parse_template;

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
