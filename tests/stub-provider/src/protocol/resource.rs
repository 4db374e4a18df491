//! What happens to resources, data sources and ephemeral resources; calls of functions.

use super::{Diagnostic, DynamicValue};

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ValidateResponse {
    #[prost(message, repeated, tag = "1")]
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct IdentityData {
    #[prost(message, optional, tag = "1")]
    pub identity_data: Option<DynamicValue>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ReadResourceRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "2")]
    pub current_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "6")]
    pub current_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ReadResourceResponse {
    #[prost(message, optional, tag = "1")]
    pub new_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "5")]
    pub new_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct PlanResourceChangeRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "2")]
    pub prior_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "3")]
    pub proposed_new_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "8")]
    pub prior_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct PlanResourceChangeResponse {
    #[prost(message, optional, tag = "1")]
    pub planned_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "7")]
    pub planned_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ApplyResourceChangeRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "3")]
    pub planned_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "7")]
    pub planned_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ApplyResourceChangeResponse {
    #[prost(message, optional, tag = "1")]
    pub new_state: Option<DynamicValue>,
    #[prost(message, optional, tag = "5")]
    pub new_identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ImportResourceStateRequest {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(string, tag = "2")]
    pub id: String,
    #[prost(message, optional, tag = "4")]
    pub identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ImportResourceStateResponse {
    #[prost(message, repeated, tag = "1")]
    pub imported_resources: Vec<ImportedResource>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ImportedResource {
    #[prost(string, tag = "1")]
    pub type_name: String,
    #[prost(message, optional, tag = "2")]
    pub state: Option<DynamicValue>,
    #[prost(message, optional, tag = "4")]
    pub identity: Option<IdentityData>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct ReadDataSourceResponse {
    #[prost(message, optional, tag = "1")]
    pub state: Option<DynamicValue>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct OpenEphemeralResourceResponse {
    #[prost(message, optional, tag = "3")]
    pub result: Option<DynamicValue>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct CallFunctionRequest {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(message, repeated, tag = "2")]
    pub arguments: Vec<DynamicValue>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub struct CallFunctionResponse {
    #[prost(message, optional, tag = "1")]
    pub result: Option<DynamicValue>,
}
