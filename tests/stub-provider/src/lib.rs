//! Stands in for providers: real Terraform validates, plans, applies and imports against any schema file,
//! with no download and no credentials.
//!
//! [`StubProviders::serve`] reads what `terraform providers schema -json` prints and answers the plugin
//! protocol, version 6, for every provider in it. Terraform finds them by the environment variable
//! [`REATTACH_VARIABLE`] and takes them instead of anything that `init` would install.
//!
//! It judges what the generator writes, so it shares no code with it: schema files are read here a second
//! time, from the same public description of the format.
//!
//! | file | decides |
//! |---|---|
//! | `schema` | what a schema file says |
//! | `types` | what a type constraint is |
//! | `values` | how values travel, and how a state's JSON becomes one |
//! | `walk` | where in a value a schema's attributes are |
//! | `validate` | what is wrong with a configuration |
//! | `plan` | what is planned |
//! | `plausible` | what a provider would have answered |
//! | `translate` | how a schema travels |
//! | `identity` | what identifies a resource |
//! | `provider` | what each call answers |
//! | `protocol` | how calls look on the wire |
//! | `server` | which call is which, and where it arrives |
//! | `reattach` | how Terraform finds the providers |

mod identity;
mod plan;
mod plausible;
mod protocol;
mod provider;
mod reattach;
mod schema;
mod server;
mod translate;
mod types;
mod validate;
mod values;
mod walk;

pub use reattach::{Error, REATTACH_VARIABLE, StubProviders};
