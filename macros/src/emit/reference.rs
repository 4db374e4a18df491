//! The type with a method per attribute.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident, Type};

use super::own;
use crate::model::{Access, Item, Kind};

pub fn emit(item: &Item) -> TokenStream {
    let reference = own(&item.reference);
    let visibility = &item.visibility;
    let summary = format!("Refers to the attributes of [`{}`].", item.ident);
    let fields = item.fields.iter().filter_map(|field| {
        field.access.as_ref().map(|access| method(&field.ident, &field.name, &[], access, None))
    });
    let computed = item.computed.iter().map(|computed| {
        method(&computed.ident, &computed.name, &computed.attributes, &computed.access, Some(&computed.ty))
    });
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

fn method(
    ident: &Ident,
    name: &str,
    attributes: &[Attribute],
    access: &Access,
    written: Option<&Type>,
) -> TokenStream {
    let ident = own(ident);
    let (function, parameter, argument, body) = match access {
        Access::Value(ty) => {
            return quote! {
                #(#attributes)*
                #[inline]
                pub fn #ident(&self) -> ::ferroform::Value<#ty> { ::ferroform::derive::get(&self.0, #name) }
            };
        }
        Access::One(body) => (quote! { one }, TokenStream::new(), TokenStream::new(), body),
        Access::At(body) => (quote! { at }, quote! { index: usize }, quote! { , index }, body),
        Access::AtSet(body) => (quote! { at_set }, quote! { index: usize }, quote! { , index }, body),
        Access::Under(body) => (quote! { under }, quote! { key: &str }, quote! { , key }, body),
    };
    // The collection is nowhere else in what is emitted: its `use` would look unused.
    let named = written.filter(|ty| matches!(ty, Type::Path(_)) && !matches!(access, Access::One(_)));
    let named = named.map(|ty| quote! { type _Written = #ty; });
    quote! {
        #(#attributes)*
        #[inline]
        pub fn #ident(&self, #parameter) -> <#body as ::ferroform::Body>::Ref {
            #named
            ::ferroform::derive::#function::<#body>(&self.0, #name #argument)
        }
    }
}
