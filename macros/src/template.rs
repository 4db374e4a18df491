//! What the runtime's `template!` and `expression!` call: a text with values in it, written like `format!`'s.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, LitStr, Token, parse_str};

/// What the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    String,
    /// An expression in Terraform's own words.
    Expression,
}

/// The text, and the values that `{}` stands for in turn.
pub struct Template {
    /// `$crate`, from the macro of the runtime around this one.
    runtime: TokenTree,
    format: LitStr,
    values: Vec<Expr>,
}

impl Parse for Template {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.parse()?;
        input.parse::<Token![;]>()?;
        let format = input.parse()?;
        let mut values = Vec::new();
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                values.push(input.parse()?);
            }
        }
        Ok(Self { runtime, format, values })
    }
}

/// The call that makes the value.
///
/// # Errors
///
/// A brace that is not closed or not doubled, a name that is none, and values that are too few or too many.
pub fn emit(kind: Kind, template: Template) -> syn::Result<TokenStream> {
    let Template { runtime, format, values } = template;
    let text = format.value();
    let mut values = values.into_iter();
    let (mut parts, mut plain) = (Vec::new(), String::new());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        plain += &rest[..at];
        let (brace, after) = rest[at..].split_at(1);
        if let Some(after) = after.strip_prefix(brace) {
            plain += brace;
            rest = after;
            continue;
        }
        let hole = (brace == "{").then(|| after.split_once('}')).flatten();
        let Some((name, after)) = hole else {
            let message = format!("`{brace}` stands for itself when it is doubled: `{brace}{brace}`");
            return Err(Error::new(format.span(), message));
        };
        if kind == Kind::String && plain.ends_with(['$', '%']) {
            let message =
                "a value is written `{}` or `{name}`, without `$`; a dollar sign before it is a value, too";
            return Err(Error::new(format.span(), message));
        }
        let value = if name.is_empty() {
            let missing = || Error::new(format.span(), "there are more `{}` than values after the string");
            let value = values.next().ok_or_else(missing)?;
            quote! { #value }
        } else {
            let ident = named(name, format.span())?;
            quote! { #ident }
        };
        parts.push(match kind {
            Kind::String => quote! { (#plain, #runtime::derive::Interpolate::interpolate(&(#value))) },
            // A method sees through references.
            Kind::Expression => quote! { (#plain, {
                use #runtime::derive::Operand as _;
                (#value).operand()
            }) },
        });
        plain.clear();
        rest = after;
    }
    plain += rest;
    if let Some(further) = values.next() {
        return Err(Error::new_spanned(further, "no `{}` in the string stands for this value"));
    }
    Ok(match kind {
        Kind::String => quote! { #runtime::derive::template(&[#(#parts),*], #plain) },
        Kind::Expression => quote! { #runtime::derive::raw(&[#(#parts),*], #plain) },
    })
}

fn named(name: &str, span: Span) -> syn::Result<Ident> {
    let mut ident: Ident = parse_str(name).map_err(|_| {
        Error::new(span, format!("`{{{name}}}` is no variable; write `{{}}` and `{name}` after the string"))
    })?;
    ident.set_span(span);
    Ok(ident)
}
