//! `new`, and the trait that tells resource, data source, ephemeral resource and provider apart.

use proc_macro2::TokenStream;
use quote::quote;

use super::{import_id, own};
use crate::model::{Item, Kind};

pub fn emit(item: &Item) -> TokenStream {
    let ident = own(&item.ident);
    let type_name = &item.type_name;
    let new = new(item);
    let optional = |text: &Option<String>| {
        let some = text.iter().map(|text| quote! { ::core::option::Option::Some(#text) }).next();
        some.unwrap_or_else(|| quote! { ::core::option::Option::None })
    };
    let ty = quote! { const TYPE: &'static str = #type_name; };
    let implementation = match item.kind {
        Kind::Block => {
            let resource = item.identity_of.iter();
            quote! { #(impl ::ferroform::Identity for #ident { type Resource = #resource; })* }
        }
        Kind::Resource => {
            let import_id::Emitted { ty: import_id, tokens } = import_id::emit(item);
            quote! {
                impl ::ferroform::Resource for #ident {
                    #ty
                    type ImportId = #import_id;
                }
                #tokens
            }
        }
        Kind::DataSource => quote! { impl ::ferroform::DataSource for #ident { #ty } },
        Kind::EphemeralResource => quote! { impl ::ferroform::EphemeralResource for #ident { #ty } },
        Kind::Action => quote! { impl ::ferroform::Action for #ident { #ty } },
        Kind::ListResource => quote! { impl ::ferroform::ListResource for #ident { #ty } },
        Kind::Provider => {
            let (source, version) = (optional(&item.source), optional(&item.version));
            quote! {
                impl ::ferroform::Provider for #ident {
                    #ty
                    const SOURCE: ::core::option::Option<&'static str> = #source;
                    const VERSION: ::core::option::Option<&'static str> = #version;
                }
            }
        }
    };
    quote! { #new #implementation }
}

/// A block with nothing required is made by `Default`.
fn new(item: &Item) -> TokenStream {
    let required: Vec<_> = item.fields.iter().filter(|field| field.required).collect();
    if required.is_empty() && item.kind == Kind::Block {
        return TokenStream::new();
    }
    let ident = own(&item.ident);
    let names: Vec<_> = required.iter().map(|field| own(&field.ident)).collect();
    let types = required.iter().map(|field| &field.ty);
    let rest = (required.len() < item.fields.len()).then(|| quote! { ..::core::default::Default::default() });
    let lint = (required.len() > 7).then(|| quote! { #[allow(clippy::too_many_arguments)] });
    quote! {
        impl #ident {
            /// With what is required, and everything else unset.
            #lint
            #[inline]
            pub fn new(#(#names: impl ::core::convert::Into<#types>),*) -> Self {
                Self { #(#names: #names.into(),)* #rest }
            }
        }
    }
}
