//! What a field's type is written as.

use std::collections::BTreeSet;

use crate::model::{BlockId, Field, FieldKind, Nesting, Type};
use crate::names::rust::ConstructNames;

/// Types as one module writes them. What `ferroform` has of them is imported, unless the module's own struct is
/// called the same.
pub struct Types<'a> {
    names: &'a ConstructNames,
    imports: BTreeSet<&'static str>,
}

impl<'a> Types<'a> {
    pub fn new(names: &'a ConstructNames) -> Self {
        Self { names, imports: BTreeSet::new() }
    }

    /// What the types that were written need of `ferroform`.
    pub fn into_imports(self) -> BTreeSet<&'static str> {
        self.imports
    }

    /// The type of a field of a struct, and the attribute that says how the blocks behind it are collected.
    pub fn settable(&mut self, field: &Field) -> (String, Option<&'static str>) {
        let (block, nesting, limits) = match &field.kind {
            FieldKind::Attribute(ty) => return (self.of("Value", &field.name, ty), None),
            FieldKind::Block { block, nesting, limits } => (*block, nesting, limits),
        };
        let single = limits.max == Some(1);
        let (container, collected) = match nesting {
            Nesting::Single | Nesting::Group => ("Block", None),
            Nesting::List if single => ("Block", Some("list")),
            Nesting::Set if single => ("Block", Some("set")),
            Nesting::List => ("Blocks", None),
            Nesting::Set => ("Blocks", Some("set")),
            Nesting::Map => ("BlockMap", None),
        };
        let shape = self.names.blocks[block.0].held_by(&field.name);
        (format!("{}<{shape}>", self.import(container)), collected)
    }

    /// The type of a field that only the provider sets, as `computed(…)` has it.
    pub fn computed(&mut self, field: &Field) -> String {
        let (nesting, block) = match &field.kind {
            FieldKind::Attribute(ty) => match collected(ty) {
                Some(collected) => collected,
                None => return self.ty(&field.name, ty),
            },
            FieldKind::Block { block, nesting, .. } => (*nesting, *block),
        };
        let shape = self.names.blocks[block.0].held_by(&field.name).to_owned();
        match nesting {
            Nesting::Single | Nesting::Group => shape,
            Nesting::List => format!("[{shape}]"),
            Nesting::Set => format!("{}<{shape}>", self.import("Set")),
            Nesting::Map => format!("{}<{shape}>", self.import("Map")),
        }
    }

    fn of(&mut self, container: &'static str, field: &str, element: &Type) -> String {
        format!("{}<{}>", self.import(container), self.ty(field, element))
    }

    /// A type as it stands within `Value<…>` in a field, by Terraform's name for it, or a parameter.
    pub fn ty(&mut self, field: &str, ty: &Type) -> String {
        match ty {
            Type::String => "String".to_owned(),
            Type::Bool => "bool".to_owned(),
            Type::Number => self.import("Number"),
            Type::Dynamic => self.import("Any"),
            Type::List(element) => self.of("List", field, element),
            Type::Set(element) => self.of("Set", field, element),
            Type::Map(element) => self.of("Map", field, element),
            Type::Tuple(elements) => {
                let elements: Vec<_> =
                    elements.iter().map(|element| self.of("Value", field, element)).collect();
                match &*elements {
                    [only] => format!("({only},)"),
                    several => format!("({})", several.join(", ")),
                }
            }
            Type::Object(block) => self.names.blocks[block.0].held_by(field).to_owned(),
        }
    }

    fn import(&mut self, name: &'static str) -> String {
        if name == self.names.class {
            return format!("ferroform::{name}");
        }
        self.imports.insert(name);
        name.to_owned()
    }
}

/// The objects that a type holds, and how it does, as if they were nested blocks.
fn collected(ty: &Type) -> Option<(Nesting, BlockId)> {
    let (nesting, element) = match ty {
        Type::Object(_) => (Nesting::Single, ty),
        Type::List(element) => (Nesting::List, &**element),
        Type::Set(element) => (Nesting::Set, &**element),
        Type::Map(element) => (Nesting::Map, &**element),
        _ => return None,
    };
    if let Type::Object(block) = element { Some((nesting, *block)) } else { None }
}
