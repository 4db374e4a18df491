//! The import ID of a resource: a struct of its parts.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Ident, parse_str};

use crate::model::Item;

/// The type, and what has to be emitted for it.
pub struct Emitted {
    pub ty: TokenStream,
    pub tokens: TokenStream,
}

pub fn emit(item: &Item) -> Emitted {
    if item.import_formats.is_empty() {
        return Emitted { ty: quote! { ::ferroform::PlainImportId }, tokens: TokenStream::new() };
    }
    let visibility = &item.visibility;
    let name = item.ident.unraw();
    let (parts, import_id) = (format_ident!("{name}ImportParts"), format_ident!("{name}ImportId"));
    let type_name = &item.type_name;
    let formats = item.import_formats.iter().map(|format| &format.text);

    let mut names: Vec<&String> = Vec::new();
    for part in item.import_formats.iter().flat_map(|format| &format.parts) {
        if !names.contains(&part) {
            names.push(part);
        }
    }
    let (mut fields, mut arms, mut inits) = (Vec::new(), Vec::new(), Vec::new());
    for name in names {
        let ident = identifier(name);
        let summary = format!("The part `{name}`.");
        let everywhere = item.import_formats.iter().all(|format| format.parts.contains(name));
        if everywhere {
            fields.push(quote! { #[doc = #summary] pub #ident: ::std::string::String });
            arms.push(quote! { #name => ::core::option::Option::Some(&self.#ident) });
            inits.push(quote! { #ident: part(#name).unwrap_or_default() });
        } else {
            fields
                .push(quote! { #[doc = #summary] pub #ident: ::core::option::Option<::std::string::String> });
            arms.push(quote! { #name => self.#ident.as_deref() });
            inits.push(quote! { #ident: part(#name) });
        }
    }
    let parts_summary = format!(
        "The parts of an import ID of `{type_name}`. Parts that only some formats have are optional."
    );
    let id_summary = format!("The import ID of `{type_name}`.");
    let tokens = quote! {
        #[doc = #parts_summary]
        #[derive(Debug, Clone, PartialEq, Eq)]
        #visibility struct #parts { #(#fields),* }
        #[doc = #id_summary]
        #visibility type #import_id = ::ferroform::ImportId<#parts>;
        impl ::ferroform::ImportParts for #parts {
            const TYPE: &'static str = #type_name;
            const FORMATS: &'static [&'static str] = &[#(#formats),*];
            #[inline]
            fn part(&self, name: &str) -> ::core::option::Option<&str> {
                match name {
                    #(#arms,)*
                    _ => ::core::option::Option::None,
                }
            }
            #[inline]
            fn build(part: &dyn ::core::ops::Fn(&str) -> ::core::option::Option<::std::string::String>) -> Self {
                Self { #(#inits),* }
            }
        }
    };
    Emitted { ty: quote! { #import_id }, tokens }
}

/// A keyword becomes a raw identifier; the format was checked to allow one of the two.
fn identifier(name: &str) -> Ident {
    parse_str(name).unwrap_or_else(|_| format_ident!("r#{name}"))
}
