//! Types, and what may fail.

use super::{Arguments, call, functions};
use crate::{Any, List, Literal, Map, Number, Set, Value};

functions! {
    /// Whether the expression can be evaluated without an error.
    can<T>(expression: T) -> bool;
    /// The value, or `null` where it is ephemeral (Terraform 1.10).
    ephemeralasnull<T>(value: T) -> T, since(10);
    /// Whether Terraform treats the value as sensitive (Terraform 1.8).
    issensitive<T>(value: T) -> bool, since(8);
    /// The value, which Terraform no longer hides.
    nonsensitive<T>(value: T) -> T;
    /// The value, which Terraform hides in what it prints.
    sensitive<T>(value: T) -> T;
    /// The text `true` or `false` as a boolean.
    tobool(value: Any) -> bool;
    /// The set, or tuple, as a list.
    tolist<T>(value: Set<T>) -> List<T>;
    /// The object as a map.
    tomap<T>(value: Map<T>) -> Map<T>;
    /// The text as a number.
    tonumber(value: Any) -> Number;
    /// The list as a set.
    toset<T>(value: List<T>) -> Set<T>;
    /// The number or boolean as a text.
    tostring(value: Any) -> String;
}

/// The first of the expressions that can be evaluated without an error.
///
/// See [`try`](https://developer.hashicorp.com/terraform/language/functions/try).
#[must_use]
pub fn try_<T: Literal>(expressions: impl Into<Arguments<T>>) -> Value<T> {
    Value::Expression(call("try", &expressions.into().expressions))
}
