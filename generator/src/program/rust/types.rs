//! Types as Rust and Terraform write them.

use crate::model::Type;

/// The type as a program names it; `object` is what Rust calls the objects in it.
pub(super) fn name(ty: &Type, object: &str) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Dynamic => "Any".to_owned(),
        Type::List(element) => format!("List<{}>", name(element, object)),
        Type::Set(element) => format!("Set<{}>", name(element, object)),
        Type::Map(element) => format!("Map<{}>", name(element, object)),
        Type::Tuple(elements) => {
            let elements = elements.iter().map(|element| format!("Value<{}>", name(element, object)));
            let comma = if elements.len() == 1 { "," } else { "" };
            format!("({}{comma})", elements.collect::<Vec<_>>().join(", "))
        }
        Type::Object(_) => object.to_owned(),
    }
}

/// Whether there are objects in the type: only their construct knows what they are.
pub(super) fn has_objects(ty: &Type) -> bool {
    match ty {
        Type::List(element) | Type::Set(element) | Type::Map(element) => has_objects(element),
        Type::Tuple(elements) => elements.iter().any(has_objects),
        Type::Object(_) => true,
        Type::String | Type::Number | Type::Bool | Type::Dynamic => false,
    }
}

/// The type that a constraint in Terraform's language says, where Rust has a name for it.
pub(super) fn constraint(text: &str) -> Option<Type> {
    let text = text.trim();
    let inner = |word: &str| text.strip_prefix(word)?.trim().strip_prefix('(')?.strip_suffix(')');
    Some(match text {
        "string" => Type::String,
        "number" => Type::Number,
        "bool" => Type::Bool,
        "any" => Type::Dynamic,
        _ => {
            if let Some(element) = inner("list") {
                Type::List(Box::new(constraint(element)?))
            } else if let Some(element) = inner("set") {
                Type::Set(Box::new(constraint(element)?))
            } else {
                Type::Map(Box::new(constraint(inner("map")?)?))
            }
        }
    })
}

/// Whether a `Value` of one type becomes one of another with `into`.
pub(super) fn converts(from: &Type, to: &Type) -> bool {
    match (from, to) {
        (Type::Number | Type::Bool, Type::String) => true,
        (Type::List(one), Type::Set(other)) | (Type::Set(one), Type::List(other)) => one == other,
        (from, Type::Dynamic) => *from != Type::Dynamic && !has_objects(from),
        _ => false,
    }
}
