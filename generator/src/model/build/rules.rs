//! Rules that a schema states, and whether a rule fits the field it is written for.

use super::super::{Check, FieldKind, Limits, Provenance, Rule, Severity, Type};

/// The limits of a nested attribute as rules.
pub(super) fn from_limits(limits: Limits) -> Vec<Rule> {
    let rule = |check| Rule { check, severity: Severity::Error, provenance: Provenance::Schema };
    let min = (limits.min > 0).then(|| rule(Check::MinItems(limits.min)));
    let max = limits.max.map(|max| rule(Check::MaxItems(max)));
    min.into_iter().chain(max).collect()
}

/// Says why `check` can never hold for a field of this kind.
pub(super) fn misfit(check: &Check, kind: &FieldKind) -> Option<String> {
    let (rule, wanted, fits) = match check {
        Check::OneOf(_) => ("one_of", "strings", is_leaf(kind, &Type::String)),
        Check::Length { .. } => ("length", "strings", is_leaf(kind, &Type::String)),
        Check::Pattern(_) => ("pattern", "strings", is_leaf(kind, &Type::String)),
        Check::Range { .. } => ("range", "numbers", is_leaf(kind, &Type::Number)),
        Check::MinItems(_) => ("min_items", "collections and blocks", is_collection(kind)),
        Check::MaxItems(_) => ("max_items", "collections and blocks", is_collection(kind)),
    };
    (!fits).then(|| format!("`{rule}` is for {wanted}, which this is not"))
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
