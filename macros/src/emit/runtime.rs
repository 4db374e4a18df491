//! Where the runtime is.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Path, parse_str};

/// The tokens with `path` where they say `::ferroform`, for crates that give the runtime another name.
pub fn at(path: &Path, tokens: TokenStream) -> TokenStream {
    let mut moved: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), at(path, group.stream()));
                inner.set_span(group.span());
                moved.push(inner.into());
            }
            TokenTree::Ident(word) if word == "ferroform" && begins(&moved) => {
                moved.truncate(moved.len() - 2);
                moved.extend(path.to_token_stream());
            }
            token => moved.push(token),
        }
    }
    moved.into_iter().collect()
}

/// Whether the tokens end in the `::` with which a path begins.
fn begins(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    match tokens {
        [rest @ .., first, second] if is_colon(first) && is_colon(second) => {
            !matches!(rest.last(), Some(TokenTree::Ident(word)) if is_segment(word))
        }
        _ => false,
    }
}

/// Whether the word can be part of a path; other keywords stand before one.
fn is_segment(word: &Ident) -> bool {
    let word = word.to_string();
    matches!(word.as_str(), "crate" | "self" | "super" | "Self") || parse_str::<Ident>(&word).is_ok()
}
