//! The tokens of the model.
//!
//! The size of what is emitted decides how long users wait: a provider is thousands of structs. So facts are packed into one
//! literal, bodies are single calls into the runtime, and every function is `#[inline]`, which keeps LLVM from
//! compiling what a program does not use.

mod body;
mod construct;
mod import_id;
mod reference;
mod runtime;
mod table;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

use crate::model::Item;

/// Everything that is emitted beside the struct.
pub fn emit(item: &Item) -> TokenStream {
    let body = body::emit(item);
    let construct = construct::emit(item);
    let reference = if item.kind.has_attributes() { reference::emit(item) } else { TokenStream::new() };
    let tokens = quote! { #body #construct #reference };
    match &item.runtime {
        None => tokens,
        Some(path) => runtime::at(path, tokens),
    }
}

/// The name with the macro's own span: what is emitted may use what the struct's author has deprecated.
fn own(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::call_site());
    ident
}
