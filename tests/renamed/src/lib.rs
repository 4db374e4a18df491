//! Structs of a crate that knows the runtime under another name.

use terraform_runtime::{Block, Blocks, List, Map, Number, Value};

/// The runtime under its own name, as a crate re-exports it for the macros of its users.
pub mod reexport {
    pub use terraform_runtime as ferroform;
}

/// Answers requests.
#[derive(terraform_runtime::Resource)]
#[tf(crate = terraform_runtime, type = "store_gate", import_id = "{region}/{name}", import_id = "{name}")]
#[tf(deprecated = "use store_door", rule(path = "guest.name", length(1, 5)))]
#[tf(computed(arn: String, visits: List<Number>, guest_by_name: Map<Guest>))]
pub struct Gate {
    /// The name.
    #[tf(required)]
    pub name: Value<String>,
    /// Who comes in.
    pub guest: Blocks<Guest>,
    /// Who owns the gate.
    pub owner: Block<Guest>,
}

/// Who comes in. A path in a type that looks like the runtime's own stays what it is.
#[derive(terraform_runtime::Block)]
#[tf(crate = crate::reexport::ferroform)]
pub struct Guest {
    /// The name.
    #[tf(required)]
    pub name: crate::reexport::ferroform::Value<String>,
}

/// A gate that exists.
#[derive(terraform_runtime::DataSource)]
#[tf(crate = ::terraform_runtime, type = "store_gate")]
pub struct DataStoreGate {
    /// The name.
    pub name: Value<String>,
}

/// A ticket that is kept in no state.
#[derive(terraform_runtime::EphemeralResource)]
#[tf(crate = terraform_runtime, type = "store_ticket", computed(#[tf(sensitive)] code: String))]
pub struct EphemeralStoreTicket {}

/// The provider.
#[derive(terraform_runtime::Provider)]
#[tf(crate = terraform_runtime, type = "store", source = "example/store")]
pub struct StoreProvider {
    /// The region.
    pub region: Value<String>,
}
