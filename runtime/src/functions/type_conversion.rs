//! Types, and what may fail.

use super::{Arguments, argument, call, functions};
use crate::terraform_version::Need;
use crate::{Any, List, Literal, Map, Number, Set, Value};

functions! {
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

/// Declares functions of one value of any type, which is taken as it is, so that its type stays known.
macro_rules! of_any_type {
    ($($(#[$doc:meta])* $name:ident -> $returns:ty $(, since($minor:literal))?;)*) => {
        $(
            $(#[$doc])*
            ///
            #[doc = concat!(
                "See [`", stringify!($name), "`](https://developer.hashicorp.com/terraform/language/functions/",
                stringify!($name), ")."
            )]
            #[must_use]
            pub fn $name<T: Literal>(value: &Value<T>) -> Value<$returns> {
                let call = call(stringify!($name), &[argument(value)]);
                $(let call = call.since(Need::new(concat!("the function `", stringify!($name), "`"), $minor));)?
                Value::Expression(call)
            }
        )*
    };
}

of_any_type! {
    /// Whether the value can be evaluated without an error.
    can -> bool;
    /// The value, or `null` where it is ephemeral (Terraform 1.10).
    ephemeralasnull -> T, since(10);
    /// Whether Terraform treats the value as sensitive (Terraform 1.8).
    issensitive -> bool, since(8);
    /// The value, which Terraform no longer hides.
    nonsensitive -> T;
    /// The value, which Terraform hides in what it prints.
    sensitive -> T;
}

/// The first of the expressions that can be evaluated without an error.
///
/// See [`try`](https://developer.hashicorp.com/terraform/language/functions/try).
#[must_use]
pub fn try_<T: Literal>(expressions: impl Into<Arguments<T>>) -> Value<T> {
    Value::Expression(call("try", &expressions.into().expressions))
}
