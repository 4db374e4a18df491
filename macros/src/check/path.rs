//! Paths in rules: Terraform's names with dots between them, from the struct on which the rule stands.
//!
//! A derive sees its own struct and no other: the first name is checked here, those below it when a value is validated.

use syn::{Error, LitStr, Result};

use super::nearest;
use super::types::{Leaf, Shape};
use crate::model::{Check, Field, Rule};

/// The fields of a struct with what is known about their types.
pub type Fields = [(Field, Shape)];

/// The field that the path begins with, and whether the path ends there.
///
/// # Errors
///
/// An empty name, a first name that is no field, and names below a field that has none.
pub fn first(path: &LitStr, fields: &Fields) -> Result<(Shape, bool)> {
    let text = path.value();
    if text.split('.').any(str::is_empty) {
        let message = "expected a path of names with dots between them, such as `rule.action`";
        return Err(Error::new(path.span(), message));
    }
    let (name, below) = text.split_once('.').unwrap_or((&text, ""));
    let Some((_, shape)) = fields.iter().find(|(field, _)| field.name == name) else {
        let names: Vec<&str> = fields.iter().map(|(field, _)| field.name.as_str()).collect();
        let message = format!("`{name}` is no field that a program sets{}", nearest::hint(name, &names));
        return Err(Error::new(path.span(), message));
    };
    if !below.is_empty() && shape.leaf != Leaf::Body {
        let message = format!("there is no `{below}` in `{name}`, which holds no block or object");
        return Err(Error::new(path.span(), message));
    }
    Ok((*shape, below.is_empty()))
}

/// The paths in rules on fields lead somewhere, as far as the derive sees.
pub fn lead_somewhere(fields: &Fields, errors: &mut Vec<Error>) {
    for (field, _) in fields {
        for rule in &field.rules {
            let Some(paths) = related(rule) else { continue };
            for path in paths {
                let itself = path.value() == field.name;
                if itself && !matches!(rule.check, Check::ExactlyOneOf(_) | Check::AtLeastOneOf(_)) {
                    let message = format!("`{}` is the field on which the rule stands", field.name);
                    errors.push(Error::new(path.span(), message));
                } else if let Err(error) = first(path, fields) {
                    errors.push(error);
                }
            }
        }
    }
}

/// The paths that a rule names.
fn related(rule: &Rule) -> Option<&[LitStr]> {
    match &rule.check {
        Check::ConflictsWith(paths)
        | Check::ExactlyOneOf(paths)
        | Check::AtLeastOneOf(paths)
        | Check::RequiredWith(paths) => Some(paths),
        _ => None,
    }
}
