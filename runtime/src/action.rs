//! Actions: what providers do besides changing resources (Terraform 1.14).

use std::collections::BTreeMap;

use crate::action_trigger::ActionRef;
use crate::json::Json;
use crate::meta::{Arguments, ForEach, Meta};
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

impl Scope {
    /// Declares an action, which `terraform apply -invoke` or an [`ActionTrigger`](crate::ActionTrigger) invokes.
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
        Ok(ActionRef::new(Reference::new(self.refer(&address))))
    }
}
