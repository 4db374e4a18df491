//! Whether a rule fits the field it is written for.

use super::super::{Check, Field, FieldKind, Type};
use crate::nearest::nearest;

/// Says why `check` can never hold for a field among the others of its block.
pub(super) fn misfit(check: &Check, field: &Field, fields: &[Field]) -> Option<String> {
    let kind = &field.kind;
    let (wanted, fits) = match check {
        Check::OneOf(_) | Check::Length { .. } | Check::Pattern(_) => {
            ("strings", is_leaf(kind, &Type::String))
        }
        Check::OneOfNumbers(_) | Check::Range { .. } => ("numbers", is_leaf(kind, &Type::Number)),
        Check::MinItems(_) | Check::MaxItems(_) => ("collections and blocks", is_collection(kind)),
        Check::ConflictsWith(_)
        | Check::ExactlyOneOf(_)
        | Check::AtLeastOneOf(_)
        | Check::RequiredWith(_) => ("what a program can set", field.is_settable()),
    };
    let rule = check.term();
    if !fits {
        return Some(format!("`{rule}` is for {wanted}, which this is not"));
    }
    let is_settable = |name: &String| fields.iter().any(|other| other.name == *name && other.is_settable());
    let wrong = check.others().iter().find(|name| **name == field.name || !is_settable(name))?;
    let settable = fields.iter().filter(|other| other.is_settable() && other.name != field.name);
    let nearest = nearest(wrong, settable.map(|field| field.name.as_str()));
    let hint = nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default();
    Some(format!("`{rule}` names `{wrong}`, which is no other argument of the same block{hint}"))
}

/// Whether the schema has such a rule on the field already.
pub(super) fn is_in_schema(check: &Check, field: &Field) -> bool {
    let limits = match (&field.kind, check) {
        (FieldKind::Block { limits, .. }, Check::MinItems(_)) => limits.min > 0,
        (FieldKind::Block { limits, .. }, Check::MaxItems(_)) => limits.max.is_some(),
        _ => false,
    };
    limits || field.rules.iter().any(|rule| rule.check.is_of_one_kind_with(check))
}

fn is_leaf(kind: &FieldKind, wanted: &Type) -> bool {
    fn leaf(ty: &Type) -> &Type {
        match ty {
            Type::List(element) | Type::Set(element) | Type::Map(element) => leaf(element),
            _ => ty,
        }
    }
    matches!(kind, FieldKind::Attribute(ty) if leaf(ty) == wanted || *ty == Type::Dynamic)
}

fn is_collection(kind: &FieldKind) -> bool {
    match kind {
        FieldKind::Attribute(ty) => matches!(ty, Type::List(_) | Type::Set(_) | Type::Map(_)),
        FieldKind::Block { .. } => true,
    }
}
