//! Functions that providers bring (Terraform 1.8).

use super::{Arguments, call};
use crate::terraform_version::Need;
use crate::{Any, Value};

/// What a provider's function returns, such as `provider::aws::arn_parse`.
///
/// The provider is named as in the stack's `required_providers`. The type of what comes back is the caller's to know.
///
/// See <https://developer.hashicorp.com/terraform/language/functions#provider-defined-functions>.
#[must_use]
pub fn provider_function<T>(provider: &str, name: &str, arguments: impl Into<Arguments<Any>>) -> Value<T> {
    let call = call(&format!("provider::{provider}::{name}"), &arguments.into().expressions);
    Value::Expression(call.since(Need::new("a provider-defined function", 8)))
}
