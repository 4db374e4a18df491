//! Output values.

use crate::json::Json;
use crate::node::Field;
use crate::terraform_version::Need;
use crate::{Any, Error, Reference, Scope, Value};

/// A value that a stack shows to people and to other stacks.
///
/// See <https://developer.hashicorp.com/terraform/language/block/output>.
#[derive(Debug, Clone)]
#[must_use = "nothing is declared until `Scope::output`"]
pub struct Output {
    value: Value<Any>,
    description: Option<String>,
    sensitive: bool,
    ephemeral: bool,
    depends_on: Vec<Reference>,
    preconditions: Vec<(Value<bool>, Value<String>)>,
}

impl Output {
    /// An output of a value.
    pub fn new(value: impl Into<Value<Any>>) -> Self {
        Self {
            value: value.into(),
            description: None,
            sensitive: false,
            ephemeral: false,
            depends_on: Vec::new(),
            preconditions: Vec::new(),
        }
    }

    /// What the value is.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Hides the value in what Terraform prints.
    pub fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// Keeps the value out of plans and state, which Terraform takes of modules that others call (Terraform 1.10).
    pub fn ephemeral(mut self) -> Self {
        self.ephemeral = true;
        self
    }

    /// Waits for `other`, though the value does not refer to it.
    pub fn depends_on(mut self, other: &Reference) -> Self {
        self.depends_on.push(other.clone());
        self
    }

    /// Stops Terraform with a message unless the condition holds.
    pub fn precondition(
        mut self,
        condition: impl Into<Value<bool>>,
        message: impl Into<Value<String>>,
    ) -> Self {
        self.preconditions.push((condition.into(), message.into()));
        self
    }
}

impl<V: Into<Value<Any>>> From<V> for Output {
    fn from(value: V) -> Self {
        Self::new(value)
    }
}

impl Scope {
    /// Declares an output: a value, or an [`Output`] that says more about it.
    ///
    /// # Errors
    ///
    /// A name that is taken or cannot be used, or an address in another stack.
    pub fn output(&self, name: &str, output: impl Into<Output>) -> Result<(), Error> {
        let output = output.into();
        let name = self.logical_id(name)?;
        let address = format!("output.{name}");
        self.admit_references(&address, &output.depends_on)?;
        self.reserve(&address)?;
        let mut block = vec![("value", self.value(&address, &output.value.node()))];
        block.extend(output.description.map(|text| ("description", Json::String(text))));
        if output.sensitive {
            block.push(("sensitive", Json::Bool(true)));
        }
        if output.ephemeral {
            self.need(&address, Need::new("an ephemeral output", 10));
            block.push(("ephemeral", Json::Bool(true)));
        }
        if !output.depends_on.is_empty() {
            block.push(("depends_on", Json::addresses(&output.depends_on)));
        }
        let preconditions = output.preconditions.iter();
        let preconditions: Vec<_> =
            preconditions.map(|(condition, message)| self.assertion(&address, condition, message)).collect();
        if !preconditions.is_empty() {
            block.push(("precondition", Json::Array(preconditions)));
        }
        self.configuration().insert(&["output", &name], Json::block(block));
        Ok(())
    }
}
