//! States that were written by another version of a provider, or by another provider.

use super::{DynamicValue, IdentityData};

/// A state as it is stored.
#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct RawState {
    #[prost(bytes = "vec", tag = "1")]
    pub json: Vec<u8>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct UpgradeResourceStateRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "3")]
    pub raw_state: Option<RawState>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct UpgradeResourceStateResponse {
    #[prost(message, optional, tag = "1")]
    pub upgraded_state: Option<DynamicValue>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct UpgradeResourceIdentityRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "3")]
    pub raw_identity: Option<RawState>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct UpgradeResourceIdentityResponse {
    #[prost(message, optional, tag = "1")]
    pub upgraded_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct MoveResourceStateRequest {
    #[prost(message, optional, tag = "4")]
    pub source_state: Option<RawState>,
    #[prost(string, tag = "5")]
    pub target_type_name: String,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct MoveResourceStateResponse {
    #[prost(message, optional, tag = "1")]
    pub target_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "4")]
    pub target_identity: Option<IdentityData>,
}
