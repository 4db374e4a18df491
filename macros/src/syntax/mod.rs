//! What was written: the tokens of `#[tf(…)]`, taken apart and not yet judged.

mod argument;
mod entry;

pub use argument::{Argument, Scalar};
pub use entry::{ComputedSyntax, Entry, RuleOrPath};

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Token};

/// The entries of every `#[tf(…)]` among the attributes; what cannot be taken apart goes to `errors`.
pub fn entries(attributes: &[Attribute], errors: &mut Vec<Error>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("tf")) {
        let parsed = attribute
            .meta
            .require_list()
            .and_then(|list| Punctuated::<Entry, Token![,]>::parse_terminated.parse2(list.tokens.clone()));
        match parsed {
            Ok(parsed) => entries.extend(parsed),
            Err(error) => errors.push(error),
        }
    }
    entries
}
