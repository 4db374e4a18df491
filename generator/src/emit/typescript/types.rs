//! The TypeScript types of fields: what is given, and what reading gives.

use super::text;
use crate::emit::Runtime;
use crate::model::{Check, Field, FieldKind, Type};
use crate::names::typescript::{ConstructNames, Nesting};

/// Writes types with the library's prefix (`cdktn.IResolvable`) and the interfaces of one construct.
#[derive(Clone, Copy)]
pub struct Types<'a> {
    /// The library, which is also the name that modules import it as.
    pub library: Runtime,
    /// The construct's names.
    pub names: &'a ConstructNames,
}

/// The classes that `cdktn` has for collections of values that only the provider sets.
const COLLECTION_CLASSES: &[&str] = &[
    "StringMap",
    "NumberMap",
    "BooleanMap",
    "AnyMap",
    "BooleanList",
    "StringListList",
    "NumberListList",
    "BooleanListList",
    "AnyListList",
    "StringMapList",
    "NumberMapList",
    "BooleanMapList",
    "AnyMapList",
    "StringListMap",
    "NumberListMap",
    "BooleanListMap",
    "AnyListMap",
];

/// Those that `cdktf` does not have.
const CDKTN_ONLY: &[&str] = &["StringMapMap", "NumberMapMap", "BooleanMapMap", "AnyMapMap"];

/// The types of strings and numbers in a field: those that are allowed, for an editor to offer, and any other, because schemas
/// and documentation lag behind services.
struct Leaves {
    string: String,
    number: String,
}

impl Leaves {
    fn of(field: &Field) -> Self {
        let mut leaves = Self { string: "string".to_owned(), number: "number".to_owned() };
        for rule in field.rules.iter().rev() {
            match &rule.check {
                Check::OneOf(values) if !values.is_empty() => {
                    leaves.string = open(values.iter().map(|value| text::string(value)), "string");
                }
                Check::OneOfNumbers(values) if !values.is_empty() => {
                    leaves.number = open(values.iter().map(ToString::to_string), "number");
                }
                _ => {}
            }
        }
        leaves
    }
}

fn open(values: impl Iterator<Item = String>, ty: &str) -> String {
    values.chain([format!("({ty} & {{}})")]).collect::<Vec<_>>().join(" | ")
}

impl Types<'_> {
    /// A type of the library.
    pub fn library(self, name: &str) -> String {
        format!("{}.{name}", self.library.package())
    }

    /// What a field can be set to.
    pub fn input(self, field: &Field) -> String {
        match &field.kind {
            FieldKind::Attribute(ty) => self.attribute(ty, &Leaves::of(field)),
            FieldKind::Block { block, .. } => {
                let key = self.names.struct_of(field).map(|index| &self.names.structs[index].key);
                let nesting = key.map(|key| &key.nesting);
                self.collected(self.names.interface(*block), nesting.map_or("", Nesting::code))
            }
        }
    }

    fn attribute(self, ty: &Type, leaves: &Leaves) -> String {
        let resolvable = self.library("IResolvable");
        match ty {
            Type::String => leaves.string.clone(),
            Type::Number => leaves.number.clone(),
            Type::Bool => format!("boolean | {resolvable}"),
            Type::Dynamic => "any".to_owned(),
            Type::Object(block) => self.names.interface(*block).to_owned(),
            Type::List(element) | Type::Set(element) => {
                let list = array(&self.attribute(element, leaves));
                if is_plain(element) { list } else { format!("{list} | {resolvable}") }
            }
            Type::Map(element) => {
                let map = format!("{{ [key: string]: {} }}", grouped(&self.attribute(element, leaves)));
                match **element {
                    Type::String | Type::Number | Type::Bool | Type::Dynamic => map,
                    _ => format!("{map} | {resolvable}"),
                }
            }
            Type::Tuple(elements) => {
                let elements: Vec<String> =
                    elements.iter().map(|element| self.attribute(element, leaves)).collect();
                format!("[{}] | {resolvable}", elements.join(", "))
            }
        }
    }

    /// Values of an interface in collections, given by their letters.
    pub fn collected(self, interface: &str, nesting: &str) -> String {
        let collected =
            nesting.trim_end_matches('!').chars().rev().fold(interface.to_owned(), |inner, letter| {
                if letter == 'm' { format!("{{ [key: string]: {inner} }}") } else { format!("{inner}[]") }
            });
        if collected == interface {
            collected
        } else {
            format!("{collected} | {}", self.library("IResolvable"))
        }
    }

    /// What reading a field gives: a nested class, a class of the library, or a token. What can be set is declared to be
    /// read as the same type, as programs written for the peer expect: a token of it is one.
    pub fn output(self, field: &Field) -> String {
        if let Some(index) = self.names.struct_of(field) {
            let nested = &self.names.structs[index];
            return nested.key.nesting.classes(&nested.name).pop().unwrap_or_default();
        }
        match &field.kind {
            FieldKind::Attribute(ty) if !field.is_settable() => {
                self.collection_class(ty).map_or_else(|| self.token(ty), |class| self.library(&class))
            }
            _ => self.input(field),
        }
    }

    fn token(self, ty: &Type) -> String {
        let token = match ty {
            Type::String => "string",
            Type::Number => "number",
            Type::Dynamic => "{ [key: string]: any }",
            Type::List(element) | Type::Set(element) => match **element {
                Type::String => "string[]",
                Type::Number => "number[]",
                _ => "",
            },
            Type::Map(element) => match **element {
                Type::String => "{ [key: string]: string }",
                Type::Number => "{ [key: string]: number }",
                Type::Bool => "{ [key: string]: boolean }",
                _ => "",
            },
            Type::Bool | Type::Object(_) | Type::Tuple(_) => "",
        };
        if token.is_empty() { self.library("IResolvable") } else { token.to_owned() }
    }

    /// The library's class for a collection that only the provider sets, where it has one: values are looked up in it one
    /// by one. What it has no class for is an `Any…` of the two outer layers.
    fn collection_class(self, ty: &Type) -> Option<String> {
        let (element, outer) = match ty {
            Type::Dynamic => return Some("AnyMap".to_owned()),
            Type::List(element) | Type::Set(element) => (element, "List"),
            Type::Map(element) => (element, "Map"),
            _ => return None,
        };
        if outer == "List" && matches!(**element, Type::String | Type::Number) {
            return None;
        }
        let inner = match **element {
            Type::List(_) | Type::Set(_) => "List",
            Type::Map(_) | Type::Dynamic => "Map",
            _ => "",
        };
        [Some(storage_class(ty)), (!inner.is_empty()).then(|| format!("Any{inner}{outer}"))]
            .into_iter()
            .flatten()
            .find(|class| self.has_class(class))
    }

    fn has_class(self, class: &str) -> bool {
        COLLECTION_CLASSES.contains(&class) || (self.library == Runtime::Cdktn && CDKTN_ONLY.contains(&class))
    }
}

/// Whether lists of the type are written without room for a reference to the whole: a token of a list serves.
fn is_plain(element: &Type) -> bool {
    matches!(element, Type::String | Type::Number)
}

/// The name by which the library knows how a type of primitives is stored, such as `StringListMap`.
fn storage_class(ty: &Type) -> String {
    match ty {
        Type::String => "String".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Bool => "Boolean".to_owned(),
        Type::Dynamic => "AnyMap".to_owned(),
        Type::List(element) | Type::Set(element) => storage_class(element) + "List",
        Type::Map(element) => storage_class(element) + "Map",
        // Neither is part of a class's name.
        Type::Object(_) | Type::Tuple(_) => "-".to_owned(),
    }
}

fn array(element: &str) -> String {
    if element.contains(" | ") { format!("Array<{element}>") } else { format!("{element}[]") }
}

fn grouped(ty: &str) -> String {
    if ty.contains(" | ") { format!("({ty})") } else { ty.to_owned() }
}
