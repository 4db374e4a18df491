//! Types as stubs write them.

use serde_json::Number;

use super::imports::{
    ANY, BOOL, FLOAT, GET, GET_SET, Imported, Imports, LIST, LITERAL, MAPPING, Module, Name, RESOLVABLE,
    SEQUENCE, STR, TUPLE,
};
use super::text;
use crate::emit::Runtime;
use crate::model::{Check, Field, FieldKind, Nesting, Type};
use crate::names::typescript::{ConstructNames, Struct};

/// Writes the types of a construct's fields.
pub struct Types<'a> {
    pub names: &'a ConstructNames,
    pub imports: &'a Imports<'a>,
    /// A provider's attributes hold what was set; other constructs' hold references.
    pub is_provider: bool,
    /// Not all classes are in both libraries.
    pub runtime: Runtime,
}

/// Which way a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// From the program: any sequence will do, and a dict for a nested block or object.
    Given,
    /// Back to the program.
    Read,
}

/// The library's classes for collections of values that only the provider sets.
const COLLECTIONS: &[&str] = &[
    "AnyListList",
    "AnyListMap",
    "AnyMap",
    "AnyMapList",
    "AnyMapMap",
    "BooleanList",
    "BooleanListList",
    "BooleanListMap",
    "BooleanMap",
    "BooleanMapList",
    "BooleanMapMap",
    "NumberListList",
    "NumberListMap",
    "NumberMap",
    "NumberMapList",
    "NumberMapMap",
    "StringListList",
    "StringListMap",
    "StringMap",
    "StringMapList",
    "StringMapMap",
];

impl Types<'_> {
    /// What a program may give for a field.
    pub fn given(&self, field: &Field) -> String {
        self.value(field, Way::Given, one_of(field))
    }

    /// What a field was set to.
    pub fn input(&self, field: &Field) -> String {
        self.value(field, Way::Read, None)
    }

    /// The declaration of the field's attribute, such as `str` or `Get[IResolvable]`.
    pub fn attribute(&self, field: &Field) -> String {
        match self.access(field) {
            (get, None) => format!("{}[{get}]", self.name(GET)),
            (get, Some(set)) if get == set => get,
            (get, Some(set)) => format!("{}[{get}, {set}]", self.name(GET_SET)),
        }
    }

    /// What the attribute gives, and takes, if a program can assign to it.
    pub fn access(&self, field: &Field) -> (String, Option<String>) {
        if self.is_provider {
            let value = format!("{} | None", self.given(field));
            return (value.clone(), Some(value));
        }
        let get = self.reference(field);
        if !field.is_settable() || self.nested(field).is_some() {
            return (get, None);
        }
        let is_list = matches!(
            &field.kind,
            FieldKind::Attribute(Type::List(element) | Type::Set(element)) if is_text_or_number(element)
        );
        let set = if is_list { get.clone() } else { self.value(field, Way::Given, None) };
        (get, Some(set))
    }

    /// The types of a collection of what is read and given.
    pub fn collected(&self, letter: char, read: &str, given: &str) -> (String, String) {
        if letter == 'm' {
            let map = |values: &str| format!("{}[{}, {values}]", self.name(MAPPING), self.name(STR));
            (map(read), map(given))
        } else {
            (format!("{}[{read}]", self.name(LIST)), format!("{}[{given}]", self.name(SEQUENCE)))
        }
    }

    /// What the attribute gives.
    fn reference(&self, field: &Field) -> String {
        if let Some(nested) = self.nested(field) {
            return nested.key.nesting.classes(&nested.name).pop().unwrap_or_default();
        }
        let FieldKind::Attribute(ty) = &field.kind else { unreachable!("a nested block has a class") };
        let settable = field.is_settable();
        match ty {
            Type::String | Type::Number => self.primitive(ty),
            Type::Dynamic if settable => {
                format!("{}[{}, {}]", self.name(MAPPING), self.name(STR), self.name(ANY))
            }
            Type::List(element) | Type::Set(element) if is_text_or_number(element) => {
                format!("{}[{}]", self.name(LIST), self.primitive(element))
            }
            Type::Map(element) if settable && (is_text_or_number(element) || **element == Type::Bool) => {
                let element = if **element == Type::Bool {
                    self.name(BOOL).to_string()
                } else {
                    self.primitive(element)
                };
                format!("{}[{}, {element}]", self.name(MAPPING), self.name(STR))
            }
            Type::Dynamic | Type::List(_) | Type::Set(_) | Type::Map(_) if !settable => {
                let name =
                    collection_class(ty, self.runtime).map_or(RESOLVABLE, |name| (Module::Library, name));
                self.name(name).to_string()
            }
            _ => self.name(RESOLVABLE).to_string(),
        }
    }

    fn value(&self, field: &Field, way: Way, allowed: Option<&Check>) -> String {
        let nested = self.nested(field).map(|nested| nested.name.as_str());
        match &field.kind {
            FieldKind::Attribute(ty) => self.type_of(ty, nested, allowed, way),
            FieldKind::Block { block, nesting, limits } => {
                let object = Type::Object(*block);
                let ty = match nesting {
                    Nesting::List | Nesting::Set if limits.max != Some(1) => Type::List(Box::new(object)),
                    Nesting::Map => Type::Map(Box::new(object)),
                    _ => object,
                };
                self.type_of(&ty, nested, None, way)
            }
        }
    }

    fn type_of(&self, ty: &Type, nested: Option<&str>, allowed: Option<&Check>, way: Way) -> String {
        match ty {
            Type::String | Type::Number => self.literals(ty, allowed),
            Type::Bool => format!("{} | {}", self.name(BOOL), self.name(RESOLVABLE)),
            Type::Dynamic => self.name(ANY).to_string(),
            Type::List(element) | Type::Set(element) => {
                let collection = self.name(if way == Way::Given { SEQUENCE } else { LIST });
                let items = format!("{collection}[{}]", self.type_of(element, nested, allowed, way));
                if is_text_or_number(element) {
                    items
                } else {
                    format!("{items} | {}", self.name(RESOLVABLE))
                }
            }
            Type::Map(element) => {
                let values = self.type_of(element, nested, allowed, way);
                let map = format!("{}[{}, {values}]", self.name(MAPPING), self.name(STR));
                let is_primitive =
                    is_text_or_number(element) || matches!(**element, Type::Bool | Type::Dynamic);
                if is_primitive { map } else { format!("{map} | {}", self.name(RESOLVABLE)) }
            }
            Type::Tuple(elements) => {
                let elements: Vec<_> =
                    elements.iter().map(|element| self.type_of(element, None, allowed, way)).collect();
                format!("{}[{}] | {}", self.name(TUPLE), elements.join(", "), self.name(RESOLVABLE))
            }
            Type::Object(block) => {
                let name = nested.unwrap_or_else(|| self.names.interface(*block));
                if way == Way::Given { dict_alias(name) } else { name.to_owned() }
            }
        }
    }

    /// A string or a number, with the values that are known to be allowed. `Literal` takes no fractions.
    fn literals(&self, ty: &Type, allowed: Option<&Check>) -> String {
        let any = self.primitive(ty);
        let literals: Vec<_> = match allowed {
            Some(Check::OneOf(values)) if *ty == Type::String => {
                values.iter().map(|value| text::literal(value)).collect()
            }
            Some(Check::OneOfNumbers(values))
                if *ty == Type::Number && !values.iter().any(Number::is_f64) =>
            {
                values.iter().map(ToString::to_string).collect()
            }
            _ => Vec::new(),
        };
        if literals.is_empty() {
            any
        } else {
            format!("{}[{}] | {any}", self.name(LITERAL), literals.join(", "))
        }
    }

    fn primitive(&self, ty: &Type) -> String {
        self.name(if *ty == Type::Number { FLOAT } else { STR }).to_string()
    }

    /// The nested class behind a field.
    pub fn nested(&self, field: &Field) -> Option<&Struct> {
        self.names.struct_of(field).map(|at| &self.names.structs[at])
    }

    fn name(&self, name: Name) -> Imported {
        self.imports.name(name)
    }
}

/// The name of the dicts that stand for a nested block or object.
pub fn dict(name: &str) -> String {
    format!("{}Dict", private(name))
}

/// The name of what a program may give for a nested block or object: an instance of its class, or a dict.
pub fn dict_alias(name: &str) -> String {
    format!("{}OrDict", private(name))
}

/// A name that only stubs have. Two underscores would hide it within classes.
fn private(name: &str) -> String {
    format!("_{}", name.trim_start_matches('_'))
}

fn is_text_or_number(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Number)
}

/// The values that are known to be allowed. Others may be too: documentation lags behind services.
fn one_of(field: &Field) -> Option<&Check> {
    let mut checks = field.rules.iter().map(|rule| &rule.check);
    checks.find(|check| matches!(check, Check::OneOf(_) | Check::OneOfNumbers(_)))
}

/// The library's class for values that only the provider sets: that of the type, or one that leaves what is within open.
fn collection_class(ty: &Type, runtime: Runtime) -> Option<&'static str> {
    let find = |name: &str| {
        let known = COLLECTIONS.iter().find(|known| **known == name).copied();
        known.filter(|name| runtime == Runtime::Cdktn || !name.ends_with("MapMap"))
    };
    if *ty == Type::Dynamic {
        return find("AnyMap");
    }
    let (Type::List(element) | Type::Set(element) | Type::Map(element)) = ty else { return None };
    let inner = match **element {
        Type::List(_) | Type::Set(_) => Some("List"),
        Type::Map(_) | Type::Dynamic => Some("Map"),
        _ => None,
    };
    let outer = if matches!(ty, Type::Map(_)) { "Map" } else { "List" };
    stored(ty).and_then(|name| find(&name)).or_else(|| find(&format!("Any{}{outer}", inner?)))
}

/// How the library calls the storage of a type, such as `StringListMap`.
fn stored(ty: &Type) -> Option<String> {
    Some(match ty {
        Type::String => "String".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Bool => "Boolean".to_owned(),
        Type::Dynamic => "AnyMap".to_owned(),
        Type::List(element) | Type::Set(element) => stored(element)? + "List",
        Type::Map(element) => stored(element)? + "Map",
        Type::Tuple(_) | Type::Object(_) => return None,
    })
}
