//! The macros of the `ferroform` crate, which re-exports and documents them.
//!
//! For a derive, what was written (`syntax`) is checked (`check`), which gives what it means (`model`), which is emitted as
//! tokens (`emit`).

mod check;
mod emit;
mod model;
mod syntax;
mod template;

use model::Kind;
use proc_macro::TokenStream;
use syn::{DeriveInput, Error, parse_macro_input};
use template::Template;

/// Makes a struct a managed resource.
#[proc_macro_derive(Resource, attributes(tf))]
pub fn resource(input: TokenStream) -> TokenStream {
    derive(Kind::Resource, input)
}

/// Makes a struct a data source.
#[proc_macro_derive(DataSource, attributes(tf))]
pub fn data_source(input: TokenStream) -> TokenStream {
    derive(Kind::DataSource, input)
}

/// Makes a struct an ephemeral resource.
#[proc_macro_derive(EphemeralResource, attributes(tf))]
pub fn ephemeral_resource(input: TokenStream) -> TokenStream {
    derive(Kind::EphemeralResource, input)
}

/// Makes a struct a provider's configuration.
#[proc_macro_derive(Provider, attributes(tf))]
pub fn provider(input: TokenStream) -> TokenStream {
    derive(Kind::Provider, input)
}

/// Makes a struct an action.
#[proc_macro_derive(Action, attributes(tf))]
pub fn action(input: TokenStream) -> TokenStream {
    derive(Kind::Action, input)
}

/// Makes a struct a list resource.
#[proc_macro_derive(ListResource, attributes(tf))]
pub fn list_resource(input: TokenStream) -> TokenStream {
    derive(Kind::ListResource, input)
}

/// Makes a struct a nested block, or an object of a nested attribute.
#[proc_macro_derive(Block, attributes(tf))]
pub fn block(input: TokenStream) -> TokenStream {
    derive(Kind::Block, input)
}

/// What the runtime's `template!` calls, with the runtime before the rest: `template!($crate; "{}/*", bucket.arn())`.
#[proc_macro]
pub fn template(input: TokenStream) -> TokenStream {
    let template = parse_macro_input!(input as Template);
    template::emit(template::Kind::String, template).unwrap_or_else(Error::into_compile_error).into()
}

/// What the runtime's `expression!` calls, with the runtime before the rest: `expression!($crate; "max({a}, {b})")`.
#[proc_macro]
pub fn expression(input: TokenStream) -> TokenStream {
    let template = parse_macro_input!(input as Template);
    template::emit(template::Kind::Expression, template).unwrap_or_else(Error::into_compile_error).into()
}

fn derive(kind: Kind, input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    match check::check(kind, input) {
        Ok(item) => emit::emit(&item).into(),
        Err(error) => Error::into_compile_error(error).into(),
    }
}
