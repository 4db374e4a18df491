//! Terraform programs in Rust: typed constructs, checked before Terraform runs, written as its JSON configuration.
//!
//! A program takes the bindings of its providers, which [Ferroform](https://github.com/ferroform/ferroform) writes from
//! what `terraform providers schema -json` prints: as a crate (`ferroform generate --schema schema.json --rust-out crates/aws`, then
//! `cargo add --path crates/aws`), or in a [build script](#bindings-from-a-build-script). It declares constructs in stacks:
//!
//! ```no_run
//! use ferroform::{App, Error};
//! use ferroform_aws::{AwsProvider, Subnet, Vpc};
//!
//! fn main() -> Result<(), Error> {
//!     let app = App::new();
//!     let stack = app.stack("network");
//!     stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
//!     let vpc = stack.add("main", Vpc { cidr_block: "10.0.0.0/16".into(), ..Default::default() })?;
//!     // What is required goes to `new`. A reference is a value: it goes where a literal would.
//!     stack.add("a", Subnet { cidr_block: "10.0.1.0/24".into(), ..Subnet::new(vpc.id()) })?;
//!     app.synth()
//! }
//! # mod ferroform_aws {
//! #     use ferroform::Value;
//! #     #[derive(ferroform::Provider)]
//! #     #[tf(type = "aws", source = "hashicorp/aws")]
//! #     pub struct AwsProvider { pub region: Value<String> }
//! #     #[derive(ferroform::Resource)]
//! #     #[tf(type = "aws_vpc", computed(id: String))]
//! #     pub struct Vpc { pub cidr_block: Value<String> }
//! #     #[derive(ferroform::Resource)]
//! #     #[tf(type = "aws_subnet")]
//! #     pub struct Subnet { #[tf(required)] pub vpc_id: Value<String>, pub cidr_block: Value<String> }
//! # }
//! ```
//!
//! `cargo run` writes a folder for each stack, which Terraform (or OpenTofu) takes:
//!
//! ```text
//! cargo run
//! terraform -chdir=cdktf.out/stacks/network init
//! terraform -chdir=cdktf.out/stacks/network apply
//! ```
//!
//! With `{ "language": "rust", "app": "cargo run" }` in `cdktf.json`, `cdktn deploy network` does all of it.
//!
//! # Bindings from a build script
//!
//! With `ferroform-generator` among the build dependencies, nothing generated has to be kept:
//!
//! ```ignore
//! // build.rs
//! fn main() -> Result<(), ferroform_generator::Problems> {
//!     ferroform_generator::Config::new().schema("aws.json").only(["aws_vpc", "aws_subnet"]).generate()
//! }
//!
//! // src/main.rs
//! mod aws {
//!     ferroform::include!("aws");
//! }
//! ```
//!
//! # Values and expressions
//!
//! An attribute is a [`Value`]: unset, a literal, or what only Terraform knows. Literals become one with `into`, references are one.
//! Values have operators, comparisons ([`Value::equals`], [`Value::less_than`], …), `at`, `map`, `filter`, `to_map` and
//! `group_by`; [`conditional`] chooses, [`template!`] interpolates, [`object!`] is of no type, [`functions`] has all of Terraform's.
//! [`Value::expression`] is the way out: any [`Expression`] as Terraform writes it, with values in it [`expression!`]. A `${` in a literal is text.
//!
//! ```
//! use ferroform::functions::{cidrsubnet, length};
//! use ferroform::{App, List, Number, Value, Variable, conditional, object, template};
//!
//! let stack = App::with_outdir("out").stack("values");
//! let zones = stack.variable("zones", Variable::<List<String>>::new())?;
//! let size = stack.variable("size", Variable::<Number>::new().default(1))?;
//!
//! stack.output("names", zones.map(|zone| template!("subnet-{zone}")))?;
//! stack.output("range", cidrsubnet("10.0.0.0/16", 8, size * 2 + 1))?;
//! stack.output("kind", conditional::<String>(length(&zones).greater_than(1), "spread", "single"))?;
//! stack.output("tags", object! { "zones" => &zones, "owner" => "network" })?;
//! stack.output("literal", "costs ${money}")?;
//! stack.output("raw", Value::<String>::expression("terraform.workspace"))?;
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Meta-arguments
//!
//! They travel beside the struct, in a [`Meta`]: `count`, `for_each`, `depends_on`, `provider`, `lifecycle` and its conditions,
//! [`ActionTrigger`]s. What runs on the resource itself is added to what [`Resource::with`] returns, a [`With`]: a [`LocalExec`],
//! [`FileProvisioner`] or [`RemoteExec`], and how to connect. With `count` or `for_each`, [`Scope::add`] returns a [`Counted`] or
//! [`Keyed`], to be indexed or splatted. Blocks are repeated with [`Blocks::dynamic`].
//!
//! ```
//! use ferroform::{App, LocalExec, Meta, Resource as _, Value, each_key};
//!
//! # #[derive(ferroform::Resource)]
//! # #[tf(type = "store_bucket", computed(arn: String))]
//! # struct Bucket { name: Value<String> }
//! # let stack = App::with_outdir("out").stack("meta");
//! # stack.required_provider("store", "example/store", None)?;
//! let log = stack.add("log", Bucket { name: "log".into() }.with(Meta::new().prevent_destroy()))?;
//! let meta = Meta::new().for_each(["photos", "films"]).depends_on(&log).ignore_changes(["name"]);
//! let buckets = Bucket { name: each_key() }
//!     .with(meta)
//!     .provisioner(|this| LocalExec { environment: [("ARN", this.arn())].into(), ..LocalExec::new("./notify") });
//! let buckets = stack.add("buckets", buckets)?;
//! stack.output("photos", buckets.at("photos").arn())?;
//! stack.output("all", buckets.splat(|bucket| bucket.arn()))?;
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Variables, outputs, modules
//!
//! Beside [`Variable`], [`Output`] and [`Module`] a scope has [`Scope::local`], [`Scope::check`], [`Scope::moved`],
//! [`Scope::removed`], [`Scope::import`] (with all that a block can say: [`Import`]), [`Scope::action`], [`Scope::query`],
//! [`Stack::required_version`], [`Stack::required_provider`], [`Stack::backend`] (all of them in [`backend`]) and [`Stack::cloud`].
//! [`Scope::add_warning`] and its like tell people of the stack; [`Scope::scope`] opens a part with names of its own: what a component of yours takes is a `&Scope`.
//!
//! ```
//! use ferroform::{App, Module, Output, Value, Variable};
//!
//! let stack = App::with_outdir("out").stack("modules");
//! let name = Variable::<String>::new().description("What the network is called.").not_null();
//! let name = stack.variable("name", name.validation(|name| name.not_equals(""), "It needs a name."))?;
//! let vpc = Module::new("terraform-aws-modules/vpc/aws").version("~> 5.0").input("name", &name);
//! let vpc = stack.module("vpc", vpc)?;
//! let id: Value<String> = vpc.output("vpc_id");
//! stack.output("vpc", Output::new(id).description("The network.").sensitive())?;
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Data sources
//!
//! [`Scope::data`] reads what exists, [`Scope::ephemeral`] what is to be kept nowhere.
//!
//! ```
//! # use ferroform::{App, Value};
//! # #[derive(ferroform::DataSource)]
//! # #[tf(type = "store_region", computed(name: String))]
//! # struct DataStoreRegion {}
//! # #[derive(ferroform::EphemeralResource)]
//! # #[tf(type = "store_secret", computed(#[tf(sensitive)] text: String))]
//! # struct EphemeralStoreSecret { #[tf(required)] id: Value<String> }
//! # #[derive(ferroform::Provider)]
//! # #[tf(type = "store", source = "example/store")]
//! # struct StoreProvider { region: Value<String>, #[tf(sensitive)] key: Value<String> }
//! # let stack = App::with_outdir("out").stack("data");
//! # stack.required_provider("store", "example/store", None)?;
//! let region = stack.data("here", DataStoreRegion::default())?;
//! let secret = stack.ephemeral("key", EphemeralStoreSecret::new("keys/store"))?;
//! stack.provider(StoreProvider { region: region.name(), key: secret.text() })?;
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Several stacks
//!
//! A value of one stack may stand in another, which then reads it from the state of the first. What no program of this app
//! made is read with [`Scope::remote_state`], from a backend or a [`StoredState`].
//!
//! ```
//! use ferroform::{App, backend};
//! # use ferroform::Value;
//! # #[derive(ferroform::Resource)]
//! # #[tf(type = "store_bucket", computed(arn: String))]
//! # struct Bucket { name: Value<String> }
//!
//! let app = App::with_outdir("out");
//! let (storage, website) = (app.stack("storage"), app.stack("website"));
//! # storage.required_provider("store", "example/store", None)?;
//! storage.backend(backend::LocalBackend { path: "storage.tfstate".into(), ..Default::default() })?;
//! let bucket = storage.add("bucket", Bucket { name: "site".into() })?;
//! website.output("bucket", bucket.arn())?;
//!
//! let state = backend::LocalBackend { path: "other.tfstate".into(), ..Default::default() };
//! website.output("zone", website.remote_state("other", state)?.output::<String>("zone"))?;
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Tests
//!
//! [`Scope::add`] refuses what breaks a rule; [`Stack::violations`] tells the rest, [`Stack::to_json`] what would be written. Neither
//! touches a file.
//!
//! ```
//! use ferroform::{App, Severity, Value};
//! # #[derive(ferroform::Resource)]
//! # #[tf(type = "store_bucket")]
//! # struct Bucket { #[tf(one_of("HOT", "COLD", source = docs))] class: Value<String> }
//!
//! let stack = App::with_outdir("out").stack("photos");
//! # stack.required_provider("store", "example/store", None)?;
//! stack.add("bucket", Bucket { class: "WARM".into() })?;
//!
//! assert!(stack.to_json()?.contains(r#""class": "WARM""#));
//! let [(address, violation)] = &stack.violations()[..] else { panic!("one warning") };
//! assert_eq!((address.as_str(), violation.severity), ("store_bucket.bucket", Severity::Warning));
//! # Ok::<(), ferroform::Error>(())
//! ```
//!
//! # Structs of your own
//!
//! The derives that generated structs have make constructs of any struct:
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
//! [`derive@Resource`], [`derive@DataSource`], [`derive@EphemeralResource`], [`derive@Provider`], [`derive@Action`],
//! [`derive@ListResource`] and [`derive@Block`] bring `Clone`, `Default`, a `Debug` that leaves secrets out, `new` with what is required, and beside the
//! struct a type with a method for each attribute, which [`Scope::add`] returns. With the feature `partial-eq` they
//! bring `PartialEq`, with the feature `serde` also `Serialize`.
//!
//! A field is a [`Value`] of a string, [`Number`], `bool`, [`Any`], [`List`], [`Set`], [`Map`], tuple or struct; a nested block is
//! a [`struct@Block`], [`Blocks`] or [`BlockMap`]. What `#[tf(…)]` says on a field: `required`, `name = "…"`, `sensitive`,
//! `write_only`, `deprecated`, on blocks `list` or `set`, and rules:
//!
//! | rule | on |
//! |---|---|
//! | `one_of("a", "b")`, `one_of(1, 2)` | strings, numbers |
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
//! On the struct stand `type = "…"`, `import_id = "{a}/{b}"` (several times, best first; `{+b}` at the end may hold separators), `computed(…)` with what only
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
mod overriding;
mod path;
mod provider;
mod provisioner;
mod query;
mod quoting;
mod raw;
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
    pub use crate::raw::{Operand, raw};
    pub use crate::reference::{at, at_set, get, one, under};
    pub use crate::template::{Interpolate, template};
    pub use ferroform_macros::{expression as parse_expression, template as parse_template};

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
