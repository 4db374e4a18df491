//! Terraform's own functions, called when Terraform runs.
//!
//! One Rust function for each, with the types that <https://developer.hashicorp.com/terraform/language/functions> states.
//! A value of a known type goes in and comes out; where a function takes any number of arguments, it takes an array, a
//! vector, or a list that only Terraform knows.
//!
//! ```
//! use ferroform::functions::{cidrsubnet, join, upper};
//! use ferroform::{List, Number, Value};
//!
//! let range = Value::<String>::expression("var.range");
//! let subnet = cidrsubnet(range, 8, Value::<Number>::expression("count.index"));
//! let name: Value<String> = upper(join("-", [["a", "b"]]));
//! assert_eq!(format!("{subnet:?}"), "Expression(${cidrsubnet(var.range, 8, count.index)})");
//! # let _: (Value<String>, Option<List<String>>) = (name, None);
//! ```

mod arguments;
mod collection;
mod date_and_time;
mod encoding;
mod filesystem;
mod hash_and_crypto;
mod ip_network;
mod numeric;
pub(crate) mod provider;
mod string;
mod type_conversion;

pub use arguments::Arguments;
pub use collection::*;
pub use date_and_time::*;
pub use encoding::*;
pub use filesystem::*;
pub use hash_and_crypto::*;
pub use ip_network::*;
pub use numeric::*;
pub use provider::provider_function;
pub use string::*;
pub use type_conversion::*;

use crate::expression::{Expression, Run};
use crate::node::Field;
use crate::{Literal, Value, hcl};

/// Declares functions under the names that Terraform has for them.
macro_rules! functions {
    ($(
        $(#[$doc:meta])*
        $name:ident $(<$($type:ident),+>)? ($($argument:ident: $of:ty),* $(; $rest:ident: $each:ty)?) -> $returns:ty
        $(, since($minor:literal))?;
    )*) => {
        $(
            $(#[$doc])*
            ///
            #[doc = concat!(
                "See [`", stringify!($name), "`](https://developer.hashicorp.com/terraform/language/functions/",
                stringify!($name), ")."
            )]
            #[must_use]
            pub fn $name $(<$($type: $crate::Literal),+>)? (
                $($argument: impl Into<$crate::Value<$of>>,)*
                $($rest: impl Into<$crate::functions::Arguments<$each>>,)?
            ) -> $crate::Value<$returns> {
                #[allow(unused_mut, reason = "not every function takes any number of arguments")]
                let mut arguments = vec![$($crate::functions::argument(&$argument.into())),*];
                $(arguments.extend($rest.into().expressions);)?
                let call = $crate::functions::call(stringify!($name), &arguments);
                $(let call = call.since($crate::terraform_version::Need::new(
                    concat!("the function `", stringify!($name), "`"),
                    $minor,
                ));)?
                $crate::Value::Expression(call)
            }
        )*
    };
}

use functions;

/// A value as an argument.
fn argument<T: Literal>(value: &Value<T>) -> Expression {
    hcl::expression(&value.node())
}

/// The call of a function.
fn call<'a>(function: impl Into<Run<'a>>, arguments: &'a [Expression]) -> Expression {
    let mut runs = vec![function.into(), "(".into()];
    for (index, argument) in arguments.iter().enumerate() {
        runs.extend([Run::from(if index == 0 { "" } else { ", " }), argument.into()]);
    }
    runs.push(")".into());
    Expression::join(runs)
}
