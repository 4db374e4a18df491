//! Fields of a construct.

use std::collections::BTreeSet;

use syn::Error;

use super::rule::On;
use super::types::Shape;
use super::{name, nearest, rule, types};
use crate::model::{Access, Field};
use crate::syntax::{self, Entry};

/// The words of a field's `#[tf(…)]` that are no rules.
const WORDS: &[&str] = &["required", "name", "sensitive", "write_only", "deprecated", "list", "set"];

/// A field and what it is made of, unless its type is wrong; mistakes in its attributes go to `errors`.
pub fn field(field: syn::Field, errors: &mut Vec<Error>) -> Option<(Field, Shape)> {
    let ident = field.ident?;
    let entries = syntax::entries(&field.attrs, errors);
    let mut words = Words::default();
    let mut rules = Vec::new();
    for entry in &entries {
        match words.read(entry) {
            Ok(true) => rules.push(entry),
            Ok(false) => {}
            Err(error) => errors.push(error),
        }
    }
    let (list, set) = (words.has("list"), words.has("set"));
    let (shape, access) = match types::field(&field.ty, set, list) {
        Ok(found) => found,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    if (list || set) && (shape.attribute || matches!(access, Access::Under(_))) {
        let found = if shape.attribute { shape.noun() } else { "a map of blocks" };
        let message = format!("`list` and `set` say how blocks are collected; this is {found}");
        errors.push(Error::new_spanned(&field.ty, message));
    }
    if words.has("write_only") && !shape.attribute {
        errors
            .push(Error::new_spanned(&field.ty, "only attributes are `write_only`; this is a nested block"));
    }
    let field = Field {
        name: words.name.take().unwrap_or_else(|| name::in_terraform(&ident)),
        ident,
        ty: field.ty,
        attribute: shape.attribute,
        required: words.has("required"),
        secret: words.has("sensitive") || words.has("write_only"),
        write_only: words.has("write_only"),
        listed: shape.single_block && (list || set),
        access: (!words.has("write_only")).then_some(access),
        rules: rule::rules(rules, On::Field(shape), errors),
        deprecated: words.deprecated,
    };
    Some((field, shape))
}

#[derive(Default)]
struct Words {
    flags: BTreeSet<String>,
    name: Option<String>,
    deprecated: Option<String>,
}

impl Words {
    /// Whether the flag is among the words.
    fn has(&self, flag: &str) -> bool {
        self.flags.contains(flag)
    }

    /// Reads an entry, or tells that it is a rule.
    fn read(&mut self, entry: &Entry) -> syn::Result<bool> {
        match entry.name().as_str() {
            flag @ ("required" | "sensitive" | "write_only" | "list" | "set") => {
                entry.alone()?;
                if flag == "list" && self.has("set") || flag == "set" && self.has("list") {
                    let message = "blocks are collected in a `list` or in a `set`, not in both";
                    return Err(Error::new(entry.word.span(), message));
                }
                if !self.flags.insert(flag.to_owned()) {
                    return Err(entry.twice());
                }
            }
            "name" if self.name.is_some() => return Err(entry.twice()),
            "name" => self.name = Some(name::checked(&entry.text()?)?),
            "deprecated" if self.deprecated.is_some() => return Err(entry.twice()),
            "deprecated" => self.deprecated = Some(entry.optional_text()?),
            word if rule::WORDS.contains(&word) => return Ok(true),
            word => {
                let right: Vec<&str> = WORDS.iter().chain(rule::WORDS).copied().collect();
                let hint = nearest::hint(word, &right);
                let message = format!("a field has no attribute `{word}`{hint}");
                return Err(Error::new(entry.word.span(), message));
            }
        }
        Ok(false)
    }
}
