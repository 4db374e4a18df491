//! Fields of a construct.

use std::collections::BTreeSet;

use syn::ext::IdentExt as _;
use syn::{Error, Ident};

use super::{nearest, rule, types};
use crate::model::Field;
use crate::syntax::{self, Entry};

/// The words of a field's `#[tf(…)]` that are no rules.
const WORDS: &[&str] = &["required", "name", "sensitive", "write_only", "deprecated", "list", "set"];

/// A field, unless its type is wrong; mistakes in its attributes go to `errors`.
pub fn field(field: syn::Field, errors: &mut Vec<Error>) -> Option<Field> {
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
    let ty = match types::field(&field.ty, words.has("set"), words.has("list")) {
        Ok(ty) => ty,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    if (words.has("list") || words.has("set")) && ty.attribute {
        errors.push(Error::new_spanned(
            &field.ty,
            "`list` and `set` say how blocks are collected; this is an attribute",
        ));
    }
    let rules = rules.into_iter().filter_map(|entry| match rule::rule(entry, Some(&ty)) {
        Ok(rule) => Some(rule),
        Err(error) => {
            errors.push(error);
            None
        }
    });
    let rules = rules.collect();
    Some(Field {
        name: words.name.take().unwrap_or_else(|| terraform_name(&ident)),
        ident,
        ty: field.ty,
        attribute: ty.attribute,
        required: words.has("required"),
        secret: words.has("sensitive") || words.has("write_only"),
        listed: ty.single_block && (words.has("list") || words.has("set")),
        access: (!words.has("write_only")).then_some(ty.access),
        deprecated: words.deprecated,
        rules,
    })
}

/// The name in Terraform, unless another is given: the name in Rust without `r#`.
pub fn terraform_name(ident: &Ident) -> String {
    ident.unraw().to_string()
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
                self.flags.insert(flag.to_owned());
                entry.alone()?;
            }
            "name" => self.name = Some(entry.text()?.value()),
            "deprecated" if entry.alone().is_ok() => self.deprecated = Some(String::new()),
            "deprecated" => self.deprecated = Some(entry.text()?.value()),
            word if rule::WORDS.contains(&word) => return Ok(true),
            word => {
                let right: Vec<&str> = WORDS.iter().chain(rule::WORDS).copied().collect();
                let hint = nearest::hint(word, &right);
                return Err(Error::new(
                    entry.word.span(),
                    format!("a field has no attribute `{word}`{hint}"),
                ));
            }
        }
        Ok(false)
    }
}
