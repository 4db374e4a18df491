//! What every struct with a derive gets: its values as a tree, `Default`, `Clone`, `Debug`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{own, table};
use crate::model::Item;

pub fn emit(item: &Item) -> TokenStream {
    let ident = own(&item.ident);
    let name = item.ident.to_string();
    let packed = table::pack(item);
    let fields: Vec<_> = item.fields.iter().map(|field| own(&field.ident)).collect();
    let unset = item.fields.iter().map(|field| {
        if field.attribute {
            quote! { ::ferroform::Value::Unset }
        } else {
            quote! { ::core::default::Default::default() }
        }
    });
    let (reference, build) = if item.kind.has_attributes() {
        let reference = own(&item.reference);
        (quote! { #reference }, quote! { #reference(reference) })
    } else {
        (quote! { ::ferroform::Reference }, quote! { reference })
    };
    let partial_eq = cfg!(feature = "partial-eq").then(|| {
        quote! {
            impl ::core::cmp::PartialEq for #ident {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    ::ferroform::derive::same(self, other)
                }
            }
        }
    });
    let serialize = cfg!(feature = "serde").then(|| {
        quote! {
            impl ::ferroform::derive::serde::Serialize for #ident {
                #[inline]
                fn serialize<S: ::ferroform::derive::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    ::ferroform::derive::serialize(self, serializer)
                }
            }
        }
    });
    quote! {
        impl ::ferroform::Body for #ident {
            type Ref = #reference;
            #[inline]
            fn content(&self) -> ::ferroform::derive::Content<'_> {
                ::ferroform::derive::content(#packed, &[#(&self.#fields),*])
            }
            #[inline]
            fn reference(reference: ::ferroform::Reference) -> Self::Ref {
                #build
            }
        }
        impl ::core::default::Default for #ident {
            #[inline]
            fn default() -> Self {
                Self { #(#fields: #unset),* }
            }
        }
        impl ::core::clone::Clone for #ident {
            #[inline]
            fn clone(&self) -> Self {
                Self { #(#fields: self.#fields.clone()),* }
            }
        }
        impl ::core::fmt::Debug for #ident {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::ferroform::derive::debug(self, #name, formatter)
            }
        }
        #partial_eq
        #serialize
    }
}
