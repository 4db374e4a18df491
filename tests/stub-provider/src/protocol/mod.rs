//! Messages of the plugin protocol, version 6: those that a stub answers, with the fields that it needs.
//!
//! Field numbers are the protocol's. Whatever else Terraform sends is skipped, as protocol buffers have it.

mod resource;
mod schema;
mod state;

pub use resource::*;
pub use schema::*;
pub use state::*;

/// A request or answer of which nothing is needed: it says "yes", or nothing is wrong with it.
#[derive(Clone, Copy, PartialEq, Eq, prost::Message)]
pub struct Empty {}

/// A value in `MessagePack`.
#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct DynamicValue {
    #[prost(bytes = "vec", tag = "1")]
    pub msgpack: Vec<u8>,
}

/// Something that a person should know.
#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct Diagnostic {
    #[prost(enumeration = "Severity", tag = "1")]
    pub severity: i32,
    #[prost(string, tag = "2")]
    pub summary: String,
    #[prost(string, tag = "3")]
    pub detail: String,
}

impl Diagnostic {
    /// Something that ends the operation.
    pub fn error(summary: &str, detail: String) -> Self {
        Self { severity: Severity::Error.into(), summary: summary.to_owned(), detail }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, prost::Enumeration)]
#[repr(i32)]
pub enum Severity {
    Invalid = 0,
    Error = 1,
    Warning = 2,
}

/// A request that is about a value of some type of resource: its configuration, or its current state.
#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct TypedRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "2")]
    pub value: Option<DynamicValue>,
}
