//! What the types of fields and computed attributes say.

use syn::{Error, GenericArgument, PathArguments, Result, Type};

use crate::model::Access;

/// What kind of value lies at the bottom of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    String,
    Number,
    Bool,
    Any,
    Tuple,
    Body,
}

/// What a field is made of.
pub struct FieldType {
    /// Whether it is `Value<…>`.
    pub attribute: bool,
    /// Whether it is a `Block<…>`.
    pub single_block: bool,
    /// Whether it holds several values: a collection, `Blocks` or `BlockMap`.
    pub collection: bool,
    pub leaf: Leaf,
    pub access: Access,
}

/// How a field of this type is reached and ruled; `set` says that blocks are collected in a set.
pub fn field(ty: &Type, set: bool, list: bool) -> Result<FieldType> {
    let expected = "expected `Value<…>`, `Block<…>`, `Blocks<…>` or `BlockMap<…>`";
    let Some((name, Some(inner))) = generic(ty) else {
        return Err(Error::new_spanned(ty, expected));
    };
    let body = inner.clone();
    let (single_block, access) = match name.as_str() {
        "Value" => {
            let (collection, leaf) = depth(inner);
            return Ok(FieldType {
                attribute: true,
                single_block: false,
                collection: collection > 0,
                leaf,
                access: access(inner),
            });
        }
        "Block" if set => (true, Access::AtSet(body)),
        "Block" if list => (true, Access::At(body)),
        "Block" => (true, Access::One(body)),
        "Blocks" if set => (false, Access::AtSet(body)),
        "Blocks" => (false, Access::At(body)),
        "BlockMap" => (false, Access::Under(body)),
        _ => return Err(Error::new_spanned(ty, expected)),
    };
    Ok(FieldType { attribute: false, single_block, collection: !single_block, leaf: Leaf::Body, access })
}

/// How an attribute of this type is reached.
pub fn access(ty: &Type) -> Access {
    if let Type::Slice(list) = ty {
        return Access::At((*list.elem).clone());
    }
    match generic(ty) {
        Some((name, Some(element))) if depth(element) == (0, Leaf::Body) => match name.as_str() {
            "List" => Access::At(element.clone()),
            "Set" => Access::AtSet(element.clone()),
            "Map" => Access::Under(element.clone()),
            _ => Access::Value(ty.clone()),
        },
        _ if depth(ty) == (0, Leaf::Body) => Access::One(ty.clone()),
        _ => Access::Value(ty.clone()),
    }
}

/// Collections around the leaf, and the leaf.
fn depth(ty: &Type) -> (usize, Leaf) {
    if matches!(ty, Type::Tuple(_)) {
        return (0, Leaf::Tuple);
    }
    match generic(ty) {
        Some((name, Some(element))) if matches!(name.as_str(), "List" | "Set" | "Map") => {
            let (depth, leaf) = depth(element);
            (depth + 1, leaf)
        }
        Some((name, None)) => match name.as_str() {
            "String" => (0, Leaf::String),
            "Number" => (0, Leaf::Number),
            "bool" => (0, Leaf::Bool),
            "Any" => (0, Leaf::Any),
            _ => (0, Leaf::Body),
        },
        _ => (0, Leaf::Body),
    }
}

/// The last segment of a path and its one type parameter.
fn generic(ty: &Type) -> Option<(String, Option<&Type>)> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let parameter = match &last.arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => {
            match arguments.args.first()? {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            }
        }
        _ => None,
    };
    Some((last.ident.to_string(), parameter))
}
