//! One entry of `#[tf(…)]`: a word, `word = "text"`, `word = path` or `word(…)`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Ident, Lit, LitStr, Path, Result, Token, Type, parenthesized};

use super::Argument;

/// One entry of `#[tf(…)]`.
pub struct Entry {
    /// The word that says what it is.
    pub word: Ident,
    /// What follows the word.
    pub content: Content,
}

/// What follows the word of an [`Entry`].
pub enum Content {
    /// Nothing: `required`.
    Nothing,
    /// A literal: `type = "aws_vpc"`.
    Literal(Lit),
    /// A path: `crate = some::path`.
    Path(Path),
    /// A list: `one_of("a", "b")`.
    List(TokenStream),
}

/// An attribute that only Terraform sets: `arn: String`.
pub struct ComputedSyntax {
    /// Documentation and `#[tf(…)]`.
    pub attributes: Vec<Attribute>,
    /// The name in Rust.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
}

/// What stands in `rule(…)`: a rule, or the path that the rules are about.
pub enum RuleOrPath {
    /// `path = "rule.statement.limit"`.
    Path(LitStr),
    /// `range(10, 100)`.
    Rule(Entry),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let word = input.call(Ident::parse_any)?;
        let content = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            let path = (input.peek(Ident::peek_any) || input.peek(Token![::])) && !input.peek(Lit);
            if path {
                Content::Path(input.call(Path::parse_mod_style)?)
            } else {
                Content::Literal(input.parse()?)
            }
        } else if input.peek(syn::token::Paren) {
            let list;
            parenthesized!(list in input);
            Content::List(list.parse()?)
        } else {
            Content::Nothing
        };
        Ok(Self { word, content })
    }
}

impl Parse for ComputedSyntax {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name = if input.peek(Token![_]) {
            return Err(input.error("expected the name of an attribute"));
        } else {
            input.parse()?
        };
        input.parse::<Token![:]>()?;
        Ok(Self { attributes, name, ty: input.parse()? })
    }
}

impl Entry {
    /// The word as text, without `r#`.
    pub fn name(&self) -> String {
        self.word.unraw().to_string()
    }

    /// The mistake of a word that may stand once.
    pub fn twice(&self) -> Error {
        Error::new(self.word.span(), format!("`{}` stands here twice", self.name()))
    }

    /// Nothing may follow the word.
    pub fn alone(&self) -> Result<()> {
        match &self.content {
            Content::Nothing => Ok(()),
            Content::Literal(literal) => Err(self.valueless(literal)),
            Content::Path(path) => Err(self.valueless(path)),
            Content::List(tokens) => {
                let message = format!("`{}` takes no arguments", self.name());
                Err(if tokens.is_empty() {
                    Error::new(self.word.span(), message)
                } else {
                    Error::new_spanned(tokens, message)
                })
            }
        }
    }

    fn valueless(&self, value: &dyn ToTokens) -> Error {
        Error::new_spanned(value, format!("`{}` takes no value", self.name()))
    }

    /// The path in `word = path`.
    pub fn path(&self) -> Result<Path> {
        match &self.content {
            Content::Path(path) => Ok(path.clone()),
            Content::Literal(literal) => {
                Err(Error::new_spanned(literal, format!("`{}` takes a path without quotes", self.name())))
            }
            Content::Nothing | Content::List(_) => {
                let message = format!("expected `{}` with a path: `crate = some::path`", self.name());
                Err(Error::new(self.word.span(), message))
            }
        }
    }

    /// The text in `word = "text"`.
    pub fn text(&self) -> Result<LitStr> {
        match &self.content {
            Content::Literal(Lit::Str(text)) => Ok(text.clone()),
            Content::Literal(other) => Err(self.unquoted(other)),
            Content::Path(other) => Err(self.unquoted(other)),
            Content::Nothing | Content::List(_) => {
                let name = self.name();
                Err(Error::new(self.word.span(), format!("expected `{name} = \"…\"`")))
            }
        }
    }

    fn unquoted(&self, value: &dyn ToTokens) -> Error {
        Error::new_spanned(value, format!("`{}` takes a string in quotes", self.name()))
    }

    /// The text in `word = "text"`, empty where only the word stands.
    pub fn optional_text(&self) -> Result<String> {
        match &self.content {
            Content::Nothing => Ok(String::new()),
            Content::List(_) => {
                let name = self.name();
                Err(Error::new(self.word.span(), format!("expected `{name}` or `{name} = \"…\"`")))
            }
            Content::Literal(_) | Content::Path(_) => Ok(self.text()?.value()),
        }
    }

    /// The arguments in `word(…)`.
    pub fn arguments(&self) -> Result<Vec<Argument>> {
        self.list()
    }

    /// The attributes in `computed(…)`.
    pub fn computed(&self) -> Result<Vec<ComputedSyntax>> {
        self.list()
    }

    /// The path and rules in `rule(…)`.
    pub fn path_and_rules(&self) -> Result<Vec<RuleOrPath>> {
        let entries: Vec<Entry> = self.list()?;
        let mut parts = Vec::new();
        for entry in entries {
            parts.push(if entry.name() == "path" {
                RuleOrPath::Path(entry.text()?)
            } else {
                RuleOrPath::Rule(entry)
            });
        }
        Ok(parts)
    }

    fn list<T: Parse>(&self) -> Result<Vec<T>> {
        match &self.content {
            Content::List(tokens) => {
                let list = Punctuated::<T, Token![,]>::parse_terminated.parse2(tokens.clone())?;
                Ok(list.into_iter().collect())
            }
            Content::Nothing | Content::Literal(_) | Content::Path(_) => {
                let name = self.name();
                Err(Error::new(self.word.span(), format!("expected `{name}(…)`")))
            }
        }
    }
}
