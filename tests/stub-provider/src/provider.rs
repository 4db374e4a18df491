//! What each call answers.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use tonic::Status;

use crate::plan::planned;
use crate::plausible::Plausible;
use crate::protocol::{
    ApplyResourceChangeRequest, ApplyResourceChangeResponse, CallFunctionRequest, CallFunctionResponse,
    FunctionsResponse, IdentityData, IdentitySchemasResponse, ImportResourceStateRequest,
    ImportResourceStateResponse, ImportedResource, MoveResourceStateRequest, MoveResourceStateResponse,
    OpenEphemeralResourceResponse, PlanResourceChangeRequest, PlanResourceChangeResponse,
    ProviderSchemaResponse, RawState, ReadDataSourceResponse, ReadResourceRequest, ReadResourceResponse,
    TypedRequest, UpgradeResourceIdentityRequest, UpgradeResourceIdentityResponse,
    UpgradeResourceStateRequest, UpgradeResourceStateResponse, ValidateResponse,
};
use crate::schema::{Block, ProviderSchema, Schema};
use crate::validate::problems;
use crate::values::{block_from_json, decode, encode, is_unknown};
use crate::{identity, translate};

/// A provider that has a schema and no memory: what it knows of a resource is what Terraform tells.
#[derive(Debug)]
pub struct Provider {
    schema: ProviderSchema,
}

/// What a call answers, or why it cannot.
type Answer<T> = Result<T, Status>;

impl Provider {
    pub fn new(schema: ProviderSchema) -> Self {
        Self { schema }
    }

    pub fn schema(&self) -> ProviderSchemaResponse {
        translate::provider(&self.schema)
    }

    pub fn functions(&self) -> FunctionsResponse {
        FunctionsResponse { functions: translate::functions(&self.schema) }
    }

    pub fn identity_schemas(&self) -> IdentitySchemasResponse {
        IdentitySchemasResponse { identity_schemas: translate::identities(&self.schema) }
    }

    pub fn validate_resource(&self, request: &TypedRequest) -> Answer<ValidateResponse> {
        validate(self.resource(&request.type_name)?, request)
    }

    pub fn validate_data_source(&self, request: &TypedRequest) -> Answer<ValidateResponse> {
        validate(self.data_source(&request.type_name)?, request)
    }

    pub fn validate_ephemeral(&self, request: &TypedRequest) -> Answer<ValidateResponse> {
        validate(self.ephemeral(&request.type_name)?, request)
    }

    pub fn upgrade_state(
        &self,
        request: &UpgradeResourceStateRequest,
    ) -> Answer<UpgradeResourceStateResponse> {
        let block = self.resource(&request.type_name)?;
        let state = block_from_json(&stored(request.raw_state.as_ref())?, block);
        Ok(UpgradeResourceStateResponse { upgraded_state: encode(&state) })
    }

    pub fn upgrade_identity(
        &self,
        request: &UpgradeResourceIdentityRequest,
    ) -> Answer<UpgradeResourceIdentityResponse> {
        let schema = self.schema.resource_identity_schemas.get(&request.type_name);
        let stored = stored(request.raw_identity.as_ref())?;
        let upgraded = schema.map(|schema| identity::from_stored(schema, &stored));
        Ok(UpgradeResourceIdentityResponse { upgraded_identity: upgraded })
    }

    pub fn read(&self, request: &ReadResourceRequest) -> Answer<ReadResourceResponse> {
        let state = decode(request.current_state.as_ref())?;
        let identity = request.current_identity.clone().or_else(|| self.identity(&request.type_name, &state));
        Ok(ReadResourceResponse { new_state: request.current_state.clone(), new_identity: identity })
    }

    pub fn plan(&self, request: &PlanResourceChangeRequest) -> Answer<PlanResourceChangeResponse> {
        let block = self.resource(&request.type_name)?;
        let prior = decode(request.prior_state.as_ref())?;
        let proposed = decode(request.proposed_new_state.as_ref())?;
        Ok(PlanResourceChangeResponse {
            planned_state: encode(&planned(block, &prior, proposed)),
            planned_identity: request.prior_identity.clone(),
        })
    }

    pub fn apply(&self, request: &ApplyResourceChangeRequest) -> Answer<ApplyResourceChangeResponse> {
        let block = self.resource(&request.type_name)?;
        let planned = decode(request.planned_state.as_ref())?;
        let state = Plausible::new(&request.type_name, &planned).applied(block, planned);
        let identity = request.planned_identity.clone().or_else(|| self.identity(&request.type_name, &state));
        Ok(ApplyResourceChangeResponse { new_state: encode(&state), new_identity: identity })
    }

    pub fn import(&self, request: &ImportResourceStateRequest) -> Answer<ImportResourceStateResponse> {
        let block = self.resource(&request.type_name)?;
        let given = decode(request.identity.as_ref().and_then(|given| given.identity_data.as_ref()))?;
        let seed = if request.id.is_empty() { given.clone() } else { request.id.as_str().into() };
        let mut state = Plausible::new(&request.type_name, &seed).found(block);
        identity::into_state(block, &mut state, &request.id, &given);
        let imported = ImportedResource {
            identity: self.identity(&request.type_name, &state),
            state: encode(&state),
            type_name: request.type_name.clone(),
        };
        Ok(ImportResourceStateResponse { imported_resources: vec![imported] })
    }

    pub fn move_state(&self, request: &MoveResourceStateRequest) -> Answer<MoveResourceStateResponse> {
        let block = self.resource(&request.target_type_name)?;
        let state = block_from_json(&stored(request.source_state.as_ref())?, block);
        let state = Plausible::new(&request.target_type_name, &state).read(block, state);
        Ok(MoveResourceStateResponse {
            target_identity: self.identity(&request.target_type_name, &state),
            target_state: encode(&state),
        })
    }

    pub fn read_data_source(&self, request: &TypedRequest) -> Answer<ReadDataSourceResponse> {
        let block = self.data_source(&request.type_name)?;
        let configuration = decode(request.value.as_ref())?;
        let state = Plausible::new(&request.type_name, &configuration).read(block, configuration);
        Ok(ReadDataSourceResponse { state: encode(&state) })
    }

    pub fn open_ephemeral(&self, request: &TypedRequest) -> Answer<OpenEphemeralResourceResponse> {
        let block = self.ephemeral(&request.type_name)?;
        let configuration = decode(request.value.as_ref())?;
        let result = Plausible::new(&request.type_name, &configuration).read(block, configuration);
        Ok(OpenEphemeralResourceResponse { result: encode(&result) })
    }

    /// A function gives back its first argument where the types allow it, so that programs see something known.
    pub fn call(&self, request: &CallFunctionRequest) -> Answer<CallFunctionResponse> {
        let name = &request.name;
        let function = self.schema.functions.get(name).ok_or_else(|| missing("function", name))?;
        let fits = function.parameters.first().is_some_and(|first| first.r#type == function.return_type);
        let argument = decode(request.arguments.first())?;
        let result = if fits && !argument.is_nil() && !is_unknown(&argument) {
            argument
        } else {
            Plausible::new(name, &argument).value(name, &function.return_type)
        };
        Ok(CallFunctionResponse { result: encode(&result) })
    }

    fn resource(&self, type_name: &str) -> Answer<&Block> {
        block(&self.schema.resource_schemas, "resource", type_name)
    }

    fn data_source(&self, type_name: &str) -> Answer<&Block> {
        block(&self.schema.data_source_schemas, "data source", type_name)
    }

    fn ephemeral(&self, type_name: &str) -> Answer<&Block> {
        block(&self.schema.ephemeral_resource_schemas, "ephemeral resource", type_name)
    }

    fn identity(&self, type_name: &str, state: &rmpv::Value) -> Option<IdentityData> {
        let schema = self.schema.resource_identity_schemas.get(type_name)?;
        state.is_map().then(|| identity::of_state(schema, state, &Plausible::new(type_name, state)))
    }
}

fn validate(block: &Block, request: &TypedRequest) -> Answer<ValidateResponse> {
    Ok(ValidateResponse { diagnostics: problems(block, decode(request.value.as_ref())?) })
}

fn block<'a>(schemas: &'a BTreeMap<String, Schema>, what: &str, type_name: &str) -> Answer<&'a Block> {
    schemas.get(type_name).map(|schema| &schema.block).ok_or_else(|| missing(what, type_name))
}

fn missing(what: &str, name: &str) -> Status {
    Status::not_found(format!("the schema has no {what} `{name}`"))
}

fn stored(raw: Option<&RawState>) -> Answer<Json> {
    serde_json::from_slice(raw.map(|raw| raw.json.as_slice()).unwrap_or_default())
        .map_err(|error| Status::invalid_argument(format!("a stored state is no JSON: {error}")))
}
