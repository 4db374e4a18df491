//! Functions that providers bring (Terraform 1.8).

use super::{Arguments, call};
use crate::expression::Expression;
use crate::{Any, Body, Literal, Reference, Value};

/// A value as an argument.
#[doc(hidden)]
#[must_use]
pub fn argument<T: Literal>(value: &Value<T>) -> Expression {
    super::argument(value)
}

/// What a provider's function returns, such as `provider::aws::arn_parse`.
///
/// The provider is named as in the stack's `required_providers`. The type of what comes back is the caller's to know;
/// [`provider_functions!`](crate::provider_functions) declares functions whose types are known.
///
/// See <https://developer.hashicorp.com/terraform/language/functions#provider-defined-functions>.
#[must_use]
pub fn provider_function<T>(provider: &str, name: &str, arguments: impl Into<Arguments<Any>>) -> Value<T> {
    value(provider, name, &arguments.into().expressions)
}

/// What a provider's function returns, where that is a value.
#[doc(hidden)]
#[must_use]
pub fn value<T>(provider: &str, name: &str, arguments: &[Expression]) -> Value<T> {
    Value::Expression(call(&Expression::provider_function(provider, name), arguments))
}

/// What a provider's function returns, where that is an object.
#[doc(hidden)]
#[must_use]
pub fn object<B: Body>(provider: &str, name: &str, arguments: &[Expression]) -> B::Ref {
    B::reference(Reference::new(call(&Expression::provider_function(provider, name), arguments)))
}

/// Declares the functions of a provider, typed: `ferroform generate` writes it from a provider's schema.
///
/// Each has its name in Terraform, then a signature: parameters, after a semicolon one that takes any number of arguments,
/// and behind `->` what comes back, or behind `=>` the struct of the object that does.
///
/// The stack has to configure or require the provider under the name that is given, and Terraform has to be 1.8 or newer.
///
/// ```
/// use ferroform::{Block, List, Value};
///
/// ferroform::provider_functions! { "store";
///     /// Takes an ARN apart.
///     "arn-parse" => fn arn_parse(arn: String) => Arn;
///     /// Joins the names of buckets.
///     "join" => fn join(separator: String; names: String) -> String;
/// }
///
/// /// The parts of an ARN.
/// #[derive(ferroform::Block)]
/// #[tf(object, computed(account: String))]
/// pub struct Arn {}
///
/// let account: Value<String> = arn_parse("arn:store:7:photos").account();
/// let names = join(account, ["photos", "copies"]);
/// assert_eq!(
///     format!("{names:?}"),
///     "Expression(${provider::store::join(provider::store::arn-parse(\"arn:store:7:photos\").account, \
///      \"photos\", \"copies\")})"
/// );
/// ```
#[macro_export]
macro_rules! provider_functions {
    ($provider:literal; $(
        $(#[$attribute:meta])*
        $terraform:literal => fn $name:ident($($argument:ident: $of:ty),* $(; $rest:ident: $each:ty)?)
        $(-> $returns:ty)? $(=> $body:ty)?;
    )*) => {$(
        $(#[$attribute])*
        #[must_use]
        pub fn $name(
            $($argument: impl ::core::convert::Into<$crate::Value<$of>>,)*
            $($rest: impl ::core::convert::Into<$crate::functions::Arguments<$each>>,)?
        ) -> $($crate::Value<$returns>)? $(<$body as $crate::Body>::Ref)? {
            #[allow(unused_mut, reason = "not every function takes any number of arguments")]
            let mut arguments: ::std::vec::Vec<$crate::Expression> =
                ::std::vec![$($crate::derive::argument(&$argument.into())),*];
            $(arguments.extend($rest.into().into_expressions());)?
            $($crate::derive::value::<$returns>($provider, $terraform, &arguments))?
            $($crate::derive::object::<$body>($provider, $terraform, &arguments))?
        }
    )*};
}
