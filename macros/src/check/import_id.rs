//! Formats of import IDs.

use syn::{Error, LitStr, Result};

use crate::model::ImportFormat;

/// A format such as `{api_id}/{id}`, if it can be read back from what it writes.
pub fn format(literal: &LitStr) -> Result<ImportFormat> {
    let text = literal.value();
    let wrong = |message: String| Err(Error::new(literal.span(), message));
    let mut parts: Vec<String> = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{').filter(|(before, _)| !before.contains('}')) {
        if before.is_empty()
            && let Some(previous) = parts.last()
        {
            return wrong(format!("nothing separates `{{{previous}}}` from what follows it"));
        }
        let Some((name, after)) = after.split_once('}') else {
            return wrong(format!("`{{{after}` is not closed"));
        };
        let (name, is_rest) = name.strip_prefix('+').map_or((name, false), |name| (name, true));
        if is_rest && !after.is_empty() {
            return wrong(format!("`{{+{name}}}` takes all that follows, so nothing can stand behind it"));
        }
        if syn::parse_str::<syn::Ident>(name).is_err()
            && syn::parse_str::<syn::Ident>(&format!("r#{name}")).is_err()
        {
            return wrong(format!("`{name}` is no name of a part: it has to be a Rust identifier"));
        }
        if parts.iter().any(|part| part == name) {
            return wrong(format!("the part `{name}` stands in the format twice"));
        }
        parts.push(name.to_owned());
        rest = after;
    }
    if rest.contains('}') {
        return wrong("a `}` without `{`".to_owned());
    }
    if parts.is_empty() {
        return wrong("the format has no part, such as `{id}`".to_owned());
    }
    Ok(ImportFormat { text, parts })
}
