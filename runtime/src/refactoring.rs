//! What was there before: resources that moved, that Terraform should forget, and that it should take over.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::json::Json;
use crate::meta::{Arguments, ForEach, Meta};
use crate::node::Field;
use crate::terraform_version::Need;
use crate::{
    Any, Body, Error, Identity, Map, ProviderRef, Reference, Resource, Scope, Severity, Value, Violation,
};

/// Something that Terraform should forget (Terraform 1.7).
///
/// See <https://developer.hashicorp.com/terraform/language/block/removed>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::removed`"]
pub struct Removed {
    from: String,
    destroy: bool,
}

impl Removed {
    /// What was at an address, such as `aws_instance.old`, and is to be destroyed.
    pub fn new(from: impl Into<String>) -> Self {
        Self { from: from.into(), destroy: true }
    }

    /// Leaves the thing itself as it is.
    pub fn keep(mut self) -> Self {
        self.destroy = false;
        self
    }
}

/// Something that exists and that Terraform should take over (Terraform 1.5).
///
/// See <https://developer.hashicorp.com/terraform/language/block/import>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::import_block`"]
pub struct Import {
    to: Reference,
    id: Value<String>,
    identity: Value<Map<Any>>,
    /// What is wrong with the identity.
    violations: Vec<Violation>,
    meta: Arguments,
    is_repeated: bool,
}

impl Import {
    /// Imports into a resource, or one of its instances (`many.at("key")`), by its ID, which may be an expression.
    pub fn by_id(to: &Reference, id: impl Into<Value<String>>) -> Self {
        Self::new(to, id.into(), Value::Unset)
    }

    /// Imports into a resource by its identity (Terraform 1.12).
    pub fn by_identity(to: &Reference, identity: impl Into<Value<Map<Any>>>) -> Self {
        Self::new(to, Value::Unset, identity.into())
    }

    /// Imports into a resource by its identity, typed: the struct that generated crates have beside the resource's own, or one
    /// with `#[tf(identity_of = …)]` (Terraform 1.12).
    pub fn identified<I: Identity>(to: &<I::Resource as Body>::Ref, identity: &I) -> Self
    where
        <I::Resource as Body>::Ref: Deref<Target = Reference>,
    {
        Self::of(to, identity)
    }

    fn of(to: &Reference, identity: &impl Identity) -> Self {
        let content = identity.content();
        let violations = crate::validate::validate(&content);
        let violations = violations.into_iter().map(|violation| {
            let path = format!("identity.{}", violation.path);
            Violation { path, ..violation }
        });
        Self {
            violations: violations.collect(),
            ..Self::new(to, Value::Unset, Value::literal(crate::any::map(&content)))
        }
    }

    fn new(to: &Reference, id: Value<String>, identity: Value<Map<Any>>) -> Self {
        Self {
            to: to.clone(),
            id,
            identity,
            violations: Vec::new(),
            meta: Meta::new().arguments,
            is_repeated: false,
        }
    }

    /// Imports into each instance of a resource with `for_each` over the same keys (Terraform 1.7), or into the instances that
    /// `by_id` chooses: `Import::by_id(&many.at(each_key()), …)`.
    pub fn for_each(mut self, each: impl Into<ForEach>) -> Self {
        self.meta.for_each(each.into());
        self.is_repeated = true;
        self
    }

    /// Reads what exists with this configuration of the provider.
    pub fn provider(mut self, provider: &ProviderRef) -> Self {
        self.meta.provider(provider);
        self
    }
}

impl Scope {
    /// Brings something that exists under Terraform by its identity: as [`Scope::import`] does by its ID (Terraform 1.12).
    ///
    /// # Errors
    ///
    /// As for [`Scope::import`], and every rule of severity error that the identity breaks.
    #[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
    pub fn import_identity<I: Identity>(&self, name: &str, identity: I) -> Result<(), Error> {
        let address = format!("{}.{}", <I::Resource as Resource>::TYPE, self.logical_id(name)?);
        self.import_block(Import::of(&Reference::new(self.refer(&address)), &identity))
    }

    /// Says that what was at an address, such as `aws_instance.old`, is now elsewhere.
    ///
    /// See <https://developer.hashicorp.com/terraform/language/block/moved>.
    ///
    /// # Errors
    ///
    /// An address that moved already, or an address in another stack.
    pub fn moved(&self, from: &str, to: &Reference) -> Result<(), Error> {
        let address = format!("moved from {from}");
        self.admit_references(&address, [to])?;
        self.reserve(&address)?;
        let block = Json::block([("from", Json::from(from)), ("to", Json::String(to.address()))]);
        self.configuration().push(&["moved"], block);
        Ok(())
    }

    /// Makes Terraform forget something.
    ///
    /// # Errors
    ///
    /// An address that is removed already.
    pub fn removed(&self, removed: Removed) -> Result<(), Error> {
        let address = format!("removed {}", removed.from);
        self.reserve(&address)?;
        self.need(&address, Need::new("a `removed` block", 7));
        let lifecycle = Json::block([("destroy", Json::Bool(removed.destroy))]);
        let block = Json::block([("from", Json::String(removed.from)), ("lifecycle", lifecycle)]);
        self.configuration().push(&["removed"], block);
        Ok(())
    }

    /// Brings something that exists under Terraform, with all that an `import` block can say; [`Scope::import`] does for most.
    ///
    /// # Errors
    ///
    /// A resource that is imported already, or an address in another stack.
    pub fn import_block(&self, import: Import) -> Result<(), Error> {
        let to = match import.to.address() {
            // An instance that the program has chosen already, such as `at(each_value())`.
            to if to.ends_with(']') || !import.is_repeated => to,
            to => format!("{to}[each.key]"),
        };
        let address = format!("import of {to}");
        self.admit_references(&address, import.meta.references().chain([&import.to]))?;
        if import.violations.iter().any(|violation| violation.severity == Severity::Error) {
            return Err(Error::Invalid { address, violations: import.violations });
        }
        self.reserve(&address)?;
        let found = import.violations.iter().map(|violation| (address.clone(), violation.clone()));
        self.configuration().violations.extend(found);
        self.need(&address, Need::new("an `import` block", 5));
        if import.is_repeated {
            self.need(&address, Need::new("`for_each` in an `import` block", 7));
        }
        let mut block = BTreeMap::from([("to".to_owned(), Json::String(to))]);
        if !import.id.is_unset() {
            block.insert("id".to_owned(), self.value(&address, &import.id.node()));
        }
        if !import.identity.is_unset() {
            self.need(&address, Need::new("an import by identity", 12));
            block.insert("identity".to_owned(), self.value(&address, &import.identity.node()));
        }
        import.meta.write(self, &address, &mut block);
        self.configuration().push(&["import"], Json::Object(block));
        Ok(())
    }
}
