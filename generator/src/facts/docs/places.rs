//! Where a construct's schema has fields.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::schema::{Attribute, AttributeType, Block};

/// The paths of a construct's schema, in dots from its root.
#[derive(Debug, Default)]
pub struct Places {
    /// The names of the fields of each block and object, by its path; the root's path is empty.
    fields: BTreeMap<String, BTreeSet<String>>,
    /// The paths of blocks and objects, by their last name.
    blocks: HashMap<String, Vec<String>>,
    /// The same by the last name without `_`: headings part words as they like.
    squeezed: HashMap<String, Vec<String>>,
    /// What attributes hold, by path.
    values: HashMap<String, Value>,
}

/// What an attribute holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// Its type or, of a collection, that of what is in it.
    pub leaf: Leaf,
    /// Whether it is a collection.
    pub is_collection: bool,
    /// Whether that is a map, whose keys are spoken of as often as its values.
    pub is_map: bool,
}

/// A type that is no collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    /// A string.
    Text,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// An object, or any type.
    Other,
}

impl Places {
    /// All places of a construct.
    pub fn of(root: &Block) -> Self {
        let mut places = Self::default();
        places.block("", root);
        places
    }

    /// Whether a block or object has a field.
    pub fn has(&self, block: &str, name: &str) -> bool {
        self.fields.get(block).is_some_and(|fields| fields.contains(name))
    }

    /// The names of the fields of a block or object.
    pub fn fields(&self, block: &str) -> impl Iterator<Item = &String> {
        self.fields.get(block).into_iter().flatten()
    }

    /// Whether there is a block or object at a path.
    pub fn is_block(&self, path: &str) -> bool {
        self.fields.contains_key(path)
    }

    /// The blocks and objects whose last name is `name`, or else those whose name differs in `_` only.
    pub fn blocks(&self, name: &str) -> &[String] {
        let known = self.blocks.get(name).or_else(|| self.squeezed.get(&name.replace('_', "")));
        known.map_or(&[], Vec::as_slice)
    }

    /// What the field at a path holds; a block is a collection of objects.
    pub fn value(&self, path: &str) -> Value {
        let of_block = Value { leaf: Leaf::Other, is_collection: self.is_block(path), is_map: false };
        self.values.get(path).copied().unwrap_or(of_block)
    }

    fn block(&mut self, path: &str, block: &Block) {
        self.enter(path);
        for (name, attribute) in block.attributes.iter() {
            self.attribute(path, name, attribute);
        }
        for (name, block_type) in block.block_types.iter() {
            self.field(path, name);
            self.block(&join(path, name), &block_type.block);
        }
    }

    fn attribute(&mut self, parent: &str, name: &str, attribute: &Attribute) {
        self.field(parent, name);
        let path = join(parent, name);
        if let Some(nested) = &attribute.nested_type {
            self.enter(&path);
            for (name, attribute) in nested.attributes.iter() {
                self.attribute(&path, name, attribute);
            }
        }
        if let Some(ty) = &attribute.r#type {
            self.objects(&path, ty);
            self.values.insert(path, value(ty));
        }
    }

    fn objects(&mut self, path: &str, ty: &AttributeType) {
        match ty {
            AttributeType::List(element) | AttributeType::Set(element) | AttributeType::Map(element) => {
                self.objects(path, element);
            }
            AttributeType::Object { attributes, .. } => {
                self.enter(path);
                for (name, ty) in attributes {
                    self.field(path, name);
                    let path = join(path, name);
                    self.objects(&path, ty);
                    self.values.insert(path, value(ty));
                }
            }
            _ => {}
        }
    }

    fn enter(&mut self, path: &str) {
        self.fields.entry(path.to_owned()).or_default();
        if let Some(name) = path.rsplit('.').next().filter(|name| !name.is_empty()) {
            self.squeezed.entry(name.replace('_', "")).or_default().push(path.to_owned());
            self.blocks.entry(name.to_owned()).or_default().push(path.to_owned());
        }
    }

    fn field(&mut self, block: &str, name: &str) {
        self.fields.entry(block.to_owned()).or_default().insert(name.to_owned());
    }
}

fn value(ty: &AttributeType) -> Value {
    let leaf = match ty {
        AttributeType::List(element) | AttributeType::Set(element) => {
            return Value { is_collection: true, ..value(element) };
        }
        AttributeType::Map(element) => return Value { is_collection: true, is_map: true, ..value(element) },
        AttributeType::String => Leaf::Text,
        AttributeType::Number => Leaf::Number,
        AttributeType::Bool => Leaf::Bool,
        _ => Leaf::Other,
    };
    Value { leaf, is_collection: false, is_map: false }
}

/// A path one name longer.
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
