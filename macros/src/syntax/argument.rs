//! An argument of a rule: `"text"`, `-1.5`, `min = 1`, `source = docs`.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Lit, Result, Token};

/// An argument of a rule.
pub struct Argument {
    /// The word before `=`, where there is one.
    pub name: Option<Ident>,
    /// What the argument says.
    pub value: Scalar,
}

/// A literal or a word.
pub enum Scalar {
    /// `"text"`, `5`, with its sign.
    Literal {
        /// Whether a minus stands before the literal.
        negative: bool,
        /// The literal.
        literal: Lit,
    },
    /// `docs`.
    Word(Ident),
}

impl Scalar {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Literal { literal, .. } => literal.span(),
            Self::Word(word) => word.span(),
        }
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = if input.peek(Ident::peek_any) && input.peek2(Token![=]) {
            let name = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        let value = input.parse()?;
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected a literal and nothing else: a derive computes nothing"));
        }
        Ok(Self { name, value })
    }
}

impl Parse for Scalar {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(Ident::peek_any) && !input.peek(Lit) {
            return Ok(Self::Word(input.call(Ident::parse_any)?));
        }
        let negative = input.parse::<Option<Token![-]>>()?.is_some();
        Ok(Self::Literal { negative, literal: input.parse()? })
    }
}
