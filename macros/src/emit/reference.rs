//! The type with a method per attribute.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident};

use super::own;
use crate::model::{Access, Item, Kind};

pub fn emit(item: &Item) -> TokenStream {
    let reference = own(&item.reference);
    let visibility = &item.visibility;
    let summary = format!("Refers to the attributes of [`{}`].", item.ident);
    let fields = item.fields.iter().filter_map(|field| {
        field.access.as_ref().map(|access| method(&field.ident, &field.name, &[], access))
    });
    let computed = item
        .computed
        .iter()
        .map(|computed| method(&computed.ident, &computed.name, &computed.attributes, &computed.access));
    let methods: Vec<_> = fields.chain(computed).collect();
    let handle = (item.kind != Kind::Block).then(|| handle(&reference));
    quote! {
        #[doc = #summary]
        #visibility struct #reference(::ferroform::Reference);
        #[allow(missing_docs, dead_code)]
        impl #reference { #(#methods)* }
        #handle
    }
}

/// References to parts are made anew when they are needed; those to constructs are kept, passed on and printed.
fn handle(reference: &Ident) -> TokenStream {
    quote! {
        impl ::core::ops::Deref for #reference {
            type Target = ::ferroform::Reference;
            #[inline]
            fn deref(&self) -> &::ferroform::Reference {
                &self.0
            }
        }
        impl ::core::clone::Clone for #reference {
            #[inline]
            fn clone(&self) -> Self {
                Self(self.0.clone())
            }
        }
        impl ::core::fmt::Debug for #reference {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, formatter)
            }
        }
    }
}

fn method(ident: &Ident, name: &str, attributes: &[Attribute], access: &Access) -> TokenStream {
    let ident = own(ident);
    let (parameter, result, body) = match access {
        Access::Value(ty) => (
            TokenStream::new(),
            quote! { ::ferroform::Value<#ty> },
            quote! { ::ferroform::derive::get(&self.0, #name) },
        ),
        Access::One(ty) => (
            TokenStream::new(),
            quote! { <#ty as ::ferroform::Body>::Ref },
            quote! { ::ferroform::derive::one::<#ty>(&self.0, #name) },
        ),
        Access::At(ty) => (
            quote! { index: usize },
            quote! { <#ty as ::ferroform::Body>::Ref },
            quote! { ::ferroform::derive::at::<#ty>(&self.0, #name, index) },
        ),
        Access::AtSet(ty) => (
            quote! { index: usize },
            quote! { <#ty as ::ferroform::Body>::Ref },
            quote! { ::ferroform::derive::at_set::<#ty>(&self.0, #name, index) },
        ),
        Access::Under(ty) => (
            quote! { key: &str },
            quote! { <#ty as ::ferroform::Body>::Ref },
            quote! { ::ferroform::derive::under::<#ty>(&self.0, #name, key) },
        ),
    };
    quote! {
        #(#attributes)*
        #[inline]
        pub fn #ident(&self, #parameter) -> #result { #body }
    }
}
