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

/// What a field can be.
const FIELDS: &[&str] = &["Value", "Block", "Blocks", "BlockMap"];

/// What a field is made of.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Whether it is `Value<…>`.
    pub attribute: bool,
    /// Whether it is a `Block<…>`.
    pub single_block: bool,
    /// Whether it holds several values: a collection, `Blocks` or `BlockMap`.
    pub collection: bool,
    pub leaf: Leaf,
}

/// What a field of this type is made of, and how it is reached; `set` says that blocks are collected in a set.
pub fn field(ty: &Type, set: bool, list: bool) -> Result<(Shape, Access)> {
    let found = generic(ty).filter(|(name, _)| FIELDS.contains(&name.as_str()));
    let Some((name, Some(inner))) = found else {
        let message = "expected `Value<…>`, `Block<…>`, `Blocks<…>` or `BlockMap<…>`";
        return Err(Error::new_spanned(ty, message));
    };
    of_terraform(inner)?;
    if name != "Value" && depth(inner) != (0, Leaf::Body) {
        let message = "a nested block is a struct with `#[derive(ferroform::Block)]`";
        return Err(Error::new_spanned(inner, message));
    }
    let body = inner.clone();
    let (single_block, access) = match name.as_str() {
        "Value" => {
            let (collections, leaf) = depth(inner);
            let shape = Shape { attribute: true, single_block: false, collection: collections > 0, leaf };
            return Ok((shape, access(inner)));
        }
        "Block" if set => (true, Access::AtSet(body)),
        "Block" if list => (true, Access::At(body)),
        "Block" => (true, Access::One(body)),
        "Blocks" if set => (false, Access::AtSet(body)),
        "Blocks" => (false, Access::At(body)),
        _ => (false, Access::Under(body)),
    };
    Ok((Shape { attribute: false, single_block, collection: !single_block, leaf: Leaf::Body }, access))
}

impl Shape {
    /// What it is, in messages.
    pub fn noun(self) -> &'static str {
        match (self.attribute, self.collection, self.leaf) {
            (false, _, _) => "a nested block",
            (true, true, Leaf::String) => "a collection of strings",
            (true, true, Leaf::Number) => "a collection of numbers",
            (true, true, Leaf::Bool) => "a collection of booleans",
            (true, true, _) => "a collection",
            (true, false, Leaf::String) => "a string",
            (true, false, Leaf::Number) => "a number",
            (true, false, Leaf::Bool) => "a boolean",
            (true, false, Leaf::Tuple) => "a tuple",
            (true, false, Leaf::Body) => "an object",
            (true, false, Leaf::Any) => "a value of any type",
        }
    }
}

/// How an attribute that only Terraform sets is reached.
///
/// # Errors
///
/// The type is one that Terraform does not have.
pub fn computed(ty: &Type) -> Result<Access> {
    of_terraform(if let Type::Slice(list) = ty { &list.elem } else { ty })?;
    Ok(access(ty))
}

fn access(ty: &Type) -> Access {
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

/// Types of Rust that stand for none of Terraform's, with the one that is meant.
fn of_terraform(ty: &Type) -> Result<()> {
    if let Type::Reference(reference) = ty {
        return Err(Error::new_spanned(reference, "values are owned: `String` instead of `&str`"));
    }
    let Type::Path(path) = ty else { return Ok(()) };
    let Some(last) = path.path.segments.last() else { return Ok(()) };
    let bare = last.arguments.is_none();
    let right = match last.ident.to_string().as_str() {
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize"
        | "f32" | "f64" => "`Number`",
        "str" | "char" => "`String`",
        // A provider may have a block that is called `option`.
        _ if bare => return Ok(()),
        "Vec" => "`List<…>`",
        "HashSet" | "BTreeSet" => "`Set<…>`",
        "HashMap" | "BTreeMap" => "`Map<…>`, whose keys are strings",
        "Option" => "the type without `Option`: every value may be unset",
        "Value" | "Block" | "Blocks" | "BlockMap" => "the type without `Value` or `Block` around it",
        _ => {
            return match generic(ty) {
                Some((_, Some(element))) => of_terraform(element),
                _ => Ok(()),
            };
        }
    };
    Err(Error::new_spanned(last, format!("Terraform has no type `{}`; expected {right}", last.ident)))
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
