//! Input variables.

use std::fmt;

use crate::expression::Expression;
use crate::json::Json;
use crate::node::Field;
use crate::terraform_version::Need;
use crate::{Any, Error, Literal, Scope, TypeConstraint, Value};

type Condition<T> = Box<dyn FnOnce(Value<T>) -> Value<bool>>;

/// What module blocks have besides the variables of the module.
///
/// See "name" in <https://developer.hashicorp.com/terraform/language/block/variable>.
const RESERVED: &[&str] =
    &["source", "version", "provider", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/// An input variable of a stack, which `terraform apply -var name=…` and `TF_VAR_name` set.
///
/// See <https://developer.hashicorp.com/terraform/language/block/variable>.
#[must_use = "nothing is declared until `Scope::variable`"]
pub struct Variable<T> {
    of: String,
    default: Value<T>,
    description: Option<String>,
    flags: Vec<(&'static str, bool)>,
    validations: Vec<(Condition<T>, Value<String>)>,
}

impl<T: TypeConstraint> Variable<T> {
    /// A variable of the type that `T` is, required until it has a default.
    pub fn new() -> Self {
        Self::typed(T::constraint())
    }
}

impl Variable<Any> {
    /// A variable of a type in Terraform's own words, such as `object({ name = string, size = optional(number, 1) })`.
    pub fn of(constraint: impl Into<String>) -> Self {
        Self::typed(constraint.into())
    }
}

impl<T: TypeConstraint> Default for Variable<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Variable<T> {
    /// A variable of a type in Terraform's own words that the program knows as `T`, such as a struct of its own:
    /// `Variable::<Map<Subnet>>::typed("map(object({ zone = string, public = optional(bool) }))")`.
    pub fn typed(constraint: impl Into<String>) -> Self {
        let of = constraint.into();
        Self { of, default: Value::Unset, description: None, flags: Vec::new(), validations: Vec::new() }
    }

    /// What the variable is when nobody sets it. Has to be known: Terraform evaluates no expression here.
    pub fn default(mut self, value: impl Into<Value<T>>) -> Self {
        self.default = value.into();
        self
    }

    /// What the variable is for.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Hides the value in what Terraform prints.
    pub fn sensitive(self) -> Self {
        self.flag("sensitive", true)
    }

    /// Keeps the value out of plans and state (Terraform 1.10).
    pub fn ephemeral(self) -> Self {
        self.flag("ephemeral", true)
    }

    /// Takes the default where the value is `null`.
    pub fn not_null(self) -> Self {
        self.flag("nullable", false)
    }

    /// Refuses values for which the condition does not hold, with a message.
    pub fn validation(
        mut self,
        condition: impl FnOnce(Value<T>) -> Value<bool> + 'static,
        message: impl Into<Value<String>>,
    ) -> Self {
        self.validations.push((Box::new(condition), message.into()));
        self
    }

    fn flag(mut self, name: &'static str, value: bool) -> Self {
        self.flags.push((name, value));
        self
    }
}

impl<T> fmt::Debug for Variable<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Variable").field("of", &self.of).finish_non_exhaustive()
    }
}

impl Scope {
    /// Declares an input variable and returns its value.
    ///
    /// # Errors
    ///
    /// A name that is taken or cannot be used, or a default that only Terraform knows.
    pub fn variable<T: Literal>(&self, name: &str, variable: Variable<T>) -> Result<Value<T>, Error> {
        let name = self.logical_id(name)?;
        if RESERVED.contains(&name.as_str()) {
            let reason =
                "Terraform reserves it for the arguments of module blocks, so no variable can be called so";
            return Err(Error::Name { name, reason: reason.to_owned() });
        }
        let address = format!("var.{name}");
        let value = Value::Expression(self.refer(&address));
        let default = variable.default;
        let default = if default.is_unset() {
            None
        } else {
            Some(Self::known(&address, "the default", &default.node())?)
        };
        self.reserve(&address)?;
        let mut block = vec![("type", Json::String(variable.of))];
        block.extend(default.map(|default| ("default", default)));
        block.extend(variable.description.map(|text| ("description", Json::String(text))));
        for (flag, is_set) in variable.flags {
            if flag == "ephemeral" {
                self.need(&address, Need::new("an ephemeral variable", 10));
            }
            block.push((flag, Json::Bool(is_set)));
        }
        let validations = variable.validations.into_iter();
        let validations: Vec<_> = validations
            .map(|(condition, message)| self.assertion(&address, &condition(value.clone()), &message))
            .collect();
        if !validations.is_empty() {
            block.push(("validation", Json::Array(validations)));
        }
        self.configuration().insert(&["variable", &name], Json::block(block));
        Ok(value)
    }

    /// An expression for something in this stack.
    pub(crate) fn refer(&self, path: &str) -> Expression {
        Expression::reference(self.identity().clone(), path.to_owned())
    }
}
