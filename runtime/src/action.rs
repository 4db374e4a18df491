//! Actions: what providers do besides changing resources, and what triggers it (Terraform 1.14).

use std::collections::BTreeMap;

use crate::json::Json;
use crate::meta::{Arguments, ForEach, Meta};
use crate::node::Field;
use crate::terraform_version::Need;
use crate::{Action, Error, Number, ProviderRef, Reference, Scope, Value};

/// A declaration of an action: the action, and how many there are of it.
///
/// See <https://developer.hashicorp.com/terraform/language/block/action>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::action`"]
pub struct Invocable<A> {
    action: A,
    meta: Arguments,
}

impl<A: Action> Invocable<A> {
    /// One of it.
    pub fn new(action: A) -> Self {
        Self { action, meta: Meta::new().arguments }
    }

    /// As many as `count`; [`ActionRef::at`] chooses one.
    pub fn count(mut self, count: impl Into<Value<Number>>) -> Self {
        self.meta.count(count.into());
        self
    }

    /// One for each entry of a map or element of a set of strings; [`ActionRef::at_key`] chooses one.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Self {
        self.meta.for_each(each.into());
        self
    }

    /// Uses another configuration of the provider than the default one.
    pub fn provider(mut self, provider: &ProviderRef) -> Self {
        self.meta.provider(provider);
        self
    }
}

impl<A: Action> From<A> for Invocable<A> {
    fn from(action: A) -> Self {
        Self::new(action)
    }
}

/// An action that was declared: what an [`ActionTrigger`] takes, or with `count` or `for_each` one of its instances.
#[derive(Debug, Clone)]
pub struct ActionRef(Reference);

impl ActionRef {
    /// The instance with this number, from 0, of an action with [`Invocable::count`].
    #[must_use]
    pub fn at(&self, index: impl Into<Value<Number>>) -> Self {
        Self(self.0.instance(&index.into()))
    }

    /// The instance under this key of an action with [`Invocable::for_each`].
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

/// Actions that are invoked when something happens to a resource: [`Meta::action_trigger`].
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

impl Scope {
    /// Declares an action, which `terraform apply -invoke` or an [`ActionTrigger`] invokes.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn action<A: Action>(&self, name: &str, action: impl Into<Invocable<A>>) -> Result<ActionRef, Error> {
        let Invocable { action, meta } = action.into();
        let name = self.logical_id(name)?;
        let address = format!("action.{}.{name}", A::TYPE);
        let content = action.content();
        self.admit_references(&address, meta.references())?;
        self.admit_with(&address, &address, &content, &meta.violations(&content))?;
        self.need(&address, Need::new("an action", 14));
        if !meta.has_provider() {
            self.configuration().use_provider_of(A::TYPE, &address);
        }
        let mut block = BTreeMap::new();
        let config = self.body(&address, &content);
        if !config.is_empty() {
            block.insert("config".to_owned(), Json::Object(config));
        }
        meta.write(self, &address, &mut block);
        self.configuration().insert(&["action", A::TYPE, &name], Json::Object(block));
        Ok(ActionRef(Reference::new(self.refer(&address))))
    }
}
