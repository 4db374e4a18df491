//! Types as Terraform writes them.

use crate::{Any, List, Map, Number, Set, Value};

/// A type that Terraform has a name for: what a [`crate::Variable`] can be of.
///
/// See <https://developer.hashicorp.com/terraform/language/expressions/type-constraints>.
pub trait TypeConstraint {
    /// The type in Terraform's own words, such as `list(string)`.
    fn constraint() -> String;
}

macro_rules! constraints {
    ($($type:ty => $name:literal;)*) => {
        $(impl TypeConstraint for $type {
            fn constraint() -> String {
                $name.to_owned()
            }
        })*
    };
}

constraints! {
    String => "string";
    Number => "number";
    bool => "bool";
    Any => "any";
}

macro_rules! collections {
    ($($type:ident => $name:literal;)*) => {
        $(impl<T: TypeConstraint> TypeConstraint for $type<T> {
            fn constraint() -> String {
                format!("{}({})", $name, T::constraint())
            }
        })*
    };
}

collections! {
    List => "list";
    Set => "set";
    Map => "map";
}

macro_rules! tuples {
    ($($($name:ident)+,)*) => {
        $(impl<$($name: TypeConstraint),+> TypeConstraint for ($(Value<$name>,)+) {
            fn constraint() -> String {
                format!("tuple([{}])", [$($name::constraint()),+].join(", "))
            }
        })*
    };
}

tuples! { A, A B, A B C, A B C D, A B C D E, A B C D E F, }
