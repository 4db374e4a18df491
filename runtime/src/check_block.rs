//! Checks: assertions that warn and stop nothing (Terraform 1.5).

use crate::declare::Declaration;
use crate::kind::Data;
use crate::terraform_version::Need;
use crate::{Error, Scope, Value};

/// A check, open for assertions and for a data source of its own.
///
/// See <https://developer.hashicorp.com/terraform/language/block/check>.
#[derive(Debug, Clone)]
pub struct Check {
    scope: Scope,
    name: String,
}

impl Scope {
    /// Opens a check, which needs at least one assertion.
    ///
    /// # Errors
    ///
    /// A name that is taken or cannot be used.
    pub fn check(&self, name: &str) -> Result<Check, Error> {
        let name = self.logical_id(name)?;
        let address = format!("check.{name}");
        self.reserve(&address)?;
        self.need(&address, Need::new("a `check` block", 5));
        self.configuration().checks.push(name.clone());
        Ok(Check { scope: self.clone(), name })
    }
}

impl Check {
    /// Warns with a message unless the condition holds.
    pub fn assert(&self, condition: impl Into<Value<bool>>, message: impl Into<Value<String>>) -> &Self {
        let address = format!("check.{}", self.name);
        let assertion = self.scope.assertion(&address, &condition.into(), &message.into());
        self.scope.configuration().push(&["check", &self.name, "assert"], assertion);
        self
    }

    /// Declares a data source that only this check reads; where it fails, the check warns.
    ///
    /// # Errors
    ///
    /// As for [`Scope::add`].
    #[expect(clippy::needless_pass_by_value, reason = "programs give away what they declare")]
    pub fn data<D: Declaration<Data>>(&self, name: &str, data: D) -> Result<D::Handle, Error> {
        self.scope.declare(&["check", &self.name], name, &data)
    }
}
