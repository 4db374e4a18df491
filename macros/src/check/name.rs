//! Names in Terraform.

use syn::ext::IdentExt as _;
use syn::{Error, Ident, LitStr, Result};

/// The name in Terraform, unless another is given: the name in Rust without `r#`.
pub fn in_terraform(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// A name that was given. Keys of objects may hold anything that can be printed.
///
/// # Errors
///
/// It is empty, or holds a control character.
pub fn checked(literal: &LitStr) -> Result<String> {
    let name = literal.value();
    match name.chars().find(|char| char.is_control()) {
        _ if name.is_empty() => Err(Error::new(literal.span(), "the name is empty")),
        None => Ok(name),
        Some(char) => Err(Error::new(literal.span(), format!("the name holds {char:?}"))),
    }
}
