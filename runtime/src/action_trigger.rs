//! What invokes actions in the life of a resource (Terraform 1.14).

use crate::json::Json;
use crate::node::Field as _;
use crate::terraform_version::Need;
use crate::{Number, Reference, Scope, Value};

/// An action that was declared: what an [`ActionTrigger`] takes, or with `count` or `for_each` one of its instances.
#[derive(Debug, Clone)]
pub struct ActionRef(Reference);

impl ActionRef {
    pub(crate) fn new(reference: Reference) -> Self {
        Self(reference)
    }

    /// The instance with this number, from 0, of an action with [`Invocable::count`](crate::Invocable::count).
    #[must_use]
    pub fn at(&self, index: impl Into<Value<Number>>) -> Self {
        Self(self.0.instance(&index.into()))
    }

    /// The instance under this key of an action with [`Invocable::for_each`](crate::Invocable::for_each).
    #[must_use]
    pub fn at_key(&self, key: impl Into<Value<String>>) -> Self {
        Self(self.0.instance(&key.into()))
    }

    /// The address, such as `action.aws_lambda_invoke.warm`: what `terraform apply -invoke` takes.
    #[must_use]
    pub fn address(&self) -> String {
        self.0.address()
    }
}

/// When in the life of a resource actions are invoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Before it is made.
    BeforeCreate,
    /// After it was made.
    AfterCreate,
    /// Before it is changed.
    BeforeUpdate,
    /// After it was changed.
    AfterUpdate,
}

impl Event {
    fn name(self) -> &'static str {
        match self {
            Self::BeforeCreate => "before_create",
            Self::AfterCreate => "after_create",
            Self::BeforeUpdate => "before_update",
            Self::AfterUpdate => "after_update",
        }
    }
}

/// Actions that are invoked when something happens to a resource: [`Meta::action_trigger`](crate::Meta::action_trigger).
///
/// See <https://developer.hashicorp.com/terraform/language/block/resource#action_trigger>.
#[derive(Debug, Clone)]
#[must_use = "nothing is triggered until a resource has it"]
pub struct ActionTrigger {
    pub(crate) events: Vec<Event>,
    condition: Value<bool>,
    pub(crate) actions: Vec<Reference>,
}

impl ActionTrigger {
    /// Invokes the actions, in their order, when one of the events happens.
    pub fn new<'a>(
        events: impl IntoIterator<Item = Event>,
        actions: impl IntoIterator<Item = &'a ActionRef>,
    ) -> Self {
        Self {
            events: events.into_iter().collect(),
            condition: Value::Unset,
            actions: actions.into_iter().map(|action| action.0.clone()).collect(),
        }
    }

    /// Invokes them only where this holds.
    pub fn condition(mut self, condition: impl Into<Value<bool>>) -> Self {
        self.condition = condition.into();
        self
    }

    /// The block.
    pub(crate) fn write(&self, scope: &Scope, address: &str) -> Json {
        scope.need(address, Need::new("an `action_trigger`", 14));
        let events = self.events.iter().map(|event| Json::from(event.name())).collect();
        let mut block = vec![("events", Json::Array(events)), ("actions", Json::addresses(&self.actions))];
        if !self.condition.is_unset() {
            block.push(("condition", scope.expression(address, &self.condition.node())));
        }
        Json::block(block)
    }
}
