//! Outputs of other stacks, read from where Terraform keeps their states.

use std::collections::BTreeMap;

use crate::backend::Backend;
use crate::json::Json;
use crate::node::{Field, Node};
use crate::{Any, Error, Reference, Scope, Value};

/// A state that a backend keeps.
///
/// See <https://developer.hashicorp.com/terraform/language/state/remote-state-data>.
#[derive(Debug, Clone)]
#[must_use = "nothing is read until `Scope::remote_state`"]
pub struct StoredState<B> {
    backend: B,
    workspace: Value<String>,
    defaults: BTreeMap<String, Value<Any>>,
}

impl<B: Backend> StoredState<B> {
    /// The state of the default workspace.
    pub fn new(backend: B) -> Self {
        Self { backend, workspace: Value::Unset, defaults: BTreeMap::new() }
    }

    /// Reads the state of another workspace.
    pub fn workspace(mut self, name: impl Into<Value<String>>) -> Self {
        self.workspace = name.into();
        self
    }

    /// The value of an output that the state does not have.
    pub fn default(mut self, output: impl Into<String>, value: impl Into<Value<Any>>) -> Self {
        self.defaults.insert(output.into(), value.into());
        self
    }
}

impl<B: Backend> From<B> for StoredState<B> {
    fn from(backend: B) -> Self {
        Self::new(backend)
    }
}

/// Refers to the outputs of another stack.
#[derive(Debug, Clone)]
pub struct RemoteState(Reference);

impl RemoteState {
    /// An output of the stack's root module. Its type is the caller's to know.
    #[must_use]
    pub fn output<T>(&self, name: &str) -> Value<T> {
        self.0.then(".outputs").attribute(name)
    }
}

impl std::ops::Deref for RemoteState {
    type Target = Reference;

    fn deref(&self) -> &Reference {
        &self.0
    }
}

impl Scope {
    /// Reads the state that a backend keeps, or a [`StoredState`] that says which, and returns what refers to its outputs.
    ///
    /// Terraform evaluates what the backend's struct holds here, so it may hold expressions.
    ///
    /// # Errors
    ///
    /// Every rule of severity error that the backend breaks, or a name that is taken or cannot be used.
    pub fn remote_state<B: Backend>(
        &self,
        name: &str,
        state: impl Into<StoredState<B>>,
    ) -> Result<RemoteState, Error> {
        let StoredState { backend, workspace, defaults } = state.into();
        let name = self.logical_id(name)?;
        let address = format!("data.terraform_remote_state.{name}");
        let content = backend.content();
        self.admit(&address, &address, &content)?;
        let config = Node::Body(content);
        let defaults =
            Node::Map(defaults.iter().map(|(name, value)| (name.as_str(), value.node())).collect());

        let mut block = vec![("backend", Json::from(B::TYPE)), ("config", self.value(&address, &config))];
        if !workspace.is_unset() {
            block.push(("workspace", self.value(&address, &workspace.node())));
        }
        if !matches!(&defaults, Node::Map(entries) if entries.is_empty()) {
            block.push(("defaults", self.value(&address, &defaults)));
        }
        self.configuration().insert(&["data", "terraform_remote_state", &name], Json::block(block));
        self.need_backend(&address, &backend);
        Ok(RemoteState(Reference::new(self.refer(&address))))
    }
}
