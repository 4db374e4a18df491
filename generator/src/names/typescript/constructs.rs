//! Classes and modules of constructs, named in the peer's order.

use std::collections::{HashMap, HashSet};

use super::walk::{self, Walked};
use super::{ConstructNames, Struct, members, peer};
use crate::device::is_device;
use crate::model::{BlockId, Construct, ConstructKind, FieldKind, Provider, Type};
use crate::names::case;

/// The names that earlier constructs took.
pub struct Taken {
    /// Class and interface names, unique over the provider.
    classes: HashSet<String>,
    /// Base names in Pascal case, by their lower case: folders must differ by more than that.
    base_names: HashMap<String, String>,
    modules: HashSet<String>,
    /// The names under which the index exports modules.
    namespaces: HashSet<String>,
}

impl Default for Taken {
    fn default() -> Self {
        Self {
            // What every module imports.
            classes: HashSet::from(["Construct".to_owned()]),
            base_names: HashMap::new(),
            modules: HashSet::new(),
            namespaces: HashSet::new(),
        }
    }
}

/// Decides the names of one construct.
pub fn assign(provider: &Provider, construct: &Construct, taken: &mut Taken) -> ConstructNames {
    let provider_name = &provider.address.name;
    let base_name = taken.base_name(peer::base_name(provider_name, construct.kind, &construct.type_name));
    let class = taken.class(identifier(case::to_pascal_case(&base_name)));
    let config = taken.class(format!("{class}Config"));
    let module = taken.module(if construct.kind == ConstructKind::Provider {
        "provider".to_owned()
    } else {
        folder(&base_name)
    });
    let untyped = peer::untyped_paths(provider_name, construct.kind, &construct.type_name);
    let name = identifier(case::to_pascal_case(&case::to_snake_case(&base_name)));
    let exports = HashSet::from([class.clone(), config.clone()]);
    let Walked { structs, ends } =
        walk::structs(construct, &class, name, &untyped, exports, &mut taken.classes);
    let namespace = taken.namespace(identifier(case::to_camel_case(&module)));
    ConstructNames {
        members: members::assign(construct, !provider.functions.is_empty()),
        namespace,
        by_key: structs.iter().enumerate().map(|(index, nested)| (nested.key.clone(), index)).collect(),
        by_block: declarations(&structs),
        structs,
        closed: closed(construct, ends),
        class,
        config,
        module,
    }
}

/// What the names of a construct's classes and module begin with, in lower case. Only constructs of which one's begins with
/// the other's can want the same name.
pub fn beginning(provider: &str, kind: ConstructKind, type_name: &str) -> String {
    let base_name = peer::base_name(provider, kind, type_name);
    // Cases of names differ in these alone.
    base_name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The folder of a construct's module: never the name of the index, or one that Windows has for a device.
fn folder(base_name: &str) -> String {
    let folder = case::to_snake_case(base_name).replace('_', "-");
    match folder.trim_matches('-') {
        "" => "resource".to_owned(),
        name if name == "index" || is_device(name) => format!("{folder}-resource"),
        _ => folder,
    }
}

/// An identifier is not empty, and does not begin with a digit.
pub fn identifier(name: String) -> String {
    match name.bytes().next() {
        None => "Resource".to_owned(),
        Some(b'0'..=b'9') => format!("_{name}"),
        Some(_) => name,
    }
}

/// The struct that declares the interface of each shape.
fn declarations(structs: &[Struct]) -> HashMap<BlockId, usize> {
    let declaring = structs.iter().enumerate().filter(|(_, nested)| nested.shape_of.is_none());
    declaring.map(|(index, nested)| (nested.key.block, index)).collect()
}

/// The construct with recursions closed as the peer closes them, if it has any that end with an empty block.
fn closed(construct: &Construct, ends: Vec<(BlockId, String, BlockId)>) -> Option<Construct> {
    if ends.is_empty() {
        return None;
    }
    let mut closed = construct.clone();
    for (owner, name, shape) in ends {
        let fields = &mut closed.blocks[owner.0].fields;
        for field in fields.iter_mut().filter(|field| field.name == name) {
            match &mut field.kind {
                FieldKind::Block { block, .. } => *block = shape,
                FieldKind::Attribute(ty) => hold(ty, shape),
            }
        }
    }
    Some(closed)
}

/// Puts another shape at the bottom of a type.
fn hold(ty: &mut Type, shape: BlockId) {
    match ty {
        Type::Object(block) => *block = shape,
        Type::List(element) | Type::Set(element) | Type::Map(element) => hold(element, shape),
        Type::Tuple(_) | Type::String | Type::Number | Type::Bool | Type::Dynamic => {}
    }
}

impl Taken {
    fn base_name(&mut self, mut base_name: String) -> String {
        loop {
            let pascal = case::to_pascal_case(&base_name);
            let owner = self.base_names.entry(pascal.to_lowercase()).or_insert_with(|| pascal.clone());
            if *owner == pascal {
                return base_name;
            }
            base_name.push('A');
        }
    }

    fn class(&mut self, mut name: String) -> String {
        while !self.classes.insert(name.clone()) {
            name.push('A');
        }
        name
    }

    fn namespace(&mut self, mut name: String) -> String {
        while !self.namespaces.insert(name.clone()) {
            name.push('A');
        }
        name
    }

    fn module(&mut self, mut name: String) -> String {
        while !self.modules.insert(name.clone()) {
            name.push_str("-a");
        }
        name
    }
}
