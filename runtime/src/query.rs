//! Queries for what exists and is not under Terraform yet (Terraform 1.14): `terraform query`.

use crate::json::Json;
use crate::meta::{Arguments, ForEach, Meta};
use crate::node::Field;
use crate::terraform_version::Need;
use crate::{Error, ListResource, Number, ProviderRef, Scope, Value};

/// A query: a list resource, and how much of what it finds is told.
///
/// See <https://developer.hashicorp.com/terraform/language/block/tfquery/list>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::query`"]
pub struct Query<L> {
    list: L,
    meta: Arguments,
    include_resource: Value<bool>,
    limit: Value<Number>,
}

impl<L: ListResource> Query<L> {
    /// At most 100 resources, by their identities.
    pub fn new(list: L) -> Self {
        Self { list, meta: Meta::new().arguments, include_resource: Value::Unset, limit: Value::Unset }
    }

    /// Tells the attributes of what is found, too.
    pub fn include_resource(mut self) -> Self {
        self.include_resource = true.into();
        self
    }

    /// Tells of at most so many resources.
    pub fn limit(mut self, limit: impl Into<Value<Number>>) -> Self {
        self.limit = limit.into();
        self
    }

    /// As many queries as `count`.
    pub fn count(mut self, count: impl Into<Value<Number>>) -> Self {
        self.meta.count(count.into());
        self
    }

    /// A query for each entry of a map or element of a set of strings.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Self {
        self.meta.for_each(each.into());
        self
    }

    /// Asks another configuration of the provider than the default one.
    pub fn provider(mut self, provider: &ProviderRef) -> Self {
        self.meta.provider(provider);
        self
    }
}

impl<L: ListResource> From<L> for Query<L> {
    fn from(list: L) -> Self {
        Self::new(list)
    }
}

impl Scope {
    /// Declares a query, which `terraform query` runs: it stands in a file of its own, `cdk.tfquery.json`, beside the stack.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    pub fn query<L: ListResource>(&self, name: &str, query: impl Into<Query<L>>) -> Result<(), Error> {
        let Query { list, meta, include_resource, limit } = query.into();
        let name = self.logical_id(name)?;
        let address = format!("list.{}.{name}", L::TYPE);
        let content = list.content();
        self.admit_references(&address, meta.references())?;
        self.admit_with(&address, &address, &content, &meta.violations(&content))?;
        self.need(&address, Need::new("a `list` block", 14));
        let mut block = self.body(&address, &content);
        block = if block.is_empty() { block } else { [("config".to_owned(), Json::Object(block))].into() };
        if !meta.has_provider() {
            let provider = self.configuration().use_provider_of(L::TYPE, &address);
            // Terraform wants it said.
            block.insert("provider".to_owned(), Json::String(provider));
        }
        for (key, node) in [("include_resource", include_resource.node()), ("limit", limit.node())] {
            if !node.is_unset() {
                block.insert(key.to_owned(), self.value(&address, &node));
            }
        }
        meta.write(self, &address, &mut block);
        self.configuration().query(&[L::TYPE, &name], Json::Object(block));
        Ok(())
    }
}
