//! Classes, modules and nested classes, named in the peer's order: each construct, and within it the nested ones before
//! those that hold them, attributes before blocks.

use std::collections::{HashMap, HashSet};

use super::{ConstructNames, Nesting, Struct, StructKey, exports, members, peer};
use crate::model::{BlockId, Construct, ConstructKind, Field, FieldKind, Presence, Provider, Type};
use crate::names::case;

/// The names that earlier constructs took.
#[derive(Default)]
pub struct Taken {
    /// Class and interface names, unique over the provider.
    classes: HashSet<String>,
    /// Base names in Pascal case, by their lower case: folders must differ by more than that.
    base_names: HashMap<String, String>,
    modules: HashSet<String>,
}

/// Decides the names of one construct.
pub fn assign(provider: &Provider, construct: &Construct, taken: &mut Taken) -> ConstructNames {
    let provider_name = &provider.address.name;
    let base_name = taken.base_name(peer::base_name(provider_name, construct.kind, &construct.type_name));
    let mut class = case::to_pascal_case(&base_name);
    if class.starts_with(|first: char| first.is_ascii_digit()) {
        class.insert(0, '_');
    }
    let class = taken.class(class);
    let config = taken.class(format!("{class}Config"));
    let module = taken.module(if construct.kind == ConstructKind::Provider {
        "provider".to_owned()
    } else if base_name == "index" {
        "index-resource".to_owned()
    } else {
        case::to_snake_case(&base_name).replace('_', "-")
    });
    let mut walk = Walk {
        construct,
        segments: segments(construct),
        untyped: peer::untyped_paths(provider_name, &base_name),
        hidden: Vec::new(),
        exports: HashSet::from([class.clone(), config.clone()]),
        taken: &mut taken.classes,
        structs: Vec::new(),
        by_key: HashMap::new(),
    };
    let mut name = case::to_pascal_case(&case::to_snake_case(&base_name));
    let mut path = String::new();
    walk.block(BlockId::ROOT, &mut name, &mut path, Sight::Peer);
    for Hidden { mut name, mut path, field } in std::mem::take(&mut walk.hidden) {
        walk.field(field, &mut name, &mut path, Sight::Own);
    }
    let namespace = case::to_camel_case(&module);
    let (structs, by_block) = choose_names(walk.structs);
    ConstructNames {
        members: members::assign(construct, !provider.functions.is_empty()),
        namespace: if namespace.as_bytes()[0].is_ascii_digit() { format!("_{namespace}") } else { namespace },
        structs,
        by_key: walk.by_key,
        by_block,
        class,
        config,
        module,
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

    fn module(&mut self, mut name: String) -> String {
        while !self.modules.insert(name.clone()) {
            name.push_str("-a");
        }
        name
    }
}

/// The names of fields in Pascal case, by block and position: paths are put together from them.
fn segments(construct: &Construct) -> Vec<Vec<String>> {
    let pascal = |field: &Field| match field.block() {
        Some(_) => case::to_pascal_case(&case::to_snake_case(&field.name)),
        None => String::new(),
    };
    construct.blocks.iter().map(|block| block.fields.iter().map(pascal).collect()).collect()
}

/// Who names what is being walked.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    /// The peer names it too, whatever shape it has.
    Peer,
    /// The peer has no names here: each shape needs one.
    Own,
}

/// A field that the peer leaves untyped, and the names of its path.
struct Hidden {
    name: String,
    path: String,
    field: (BlockId, usize),
}

struct Walk<'a> {
    construct: &'a Construct,
    segments: Vec<Vec<String>>,
    untyped: Vec<&'static str>,
    hidden: Vec<Hidden>,
    /// Every name that the module exports.
    exports: HashSet<String>,
    taken: &'a mut HashSet<String>,
    structs: Vec<Found>,
    by_key: HashMap<StructKey, usize>,
}

/// A nested class and the names that it was found under, each with the depth of its path.
struct Found {
    key: StructKey,
    names: Vec<(usize, String)>,
}

/// Calls each nested class by its name nearest to the construct, and makes aliases of the others. The interface of a shape is
/// declared by the nearest of the classes that share it.
fn choose_names(found: Vec<Found>) -> (Vec<Struct>, HashMap<BlockId, usize>) {
    let mut nearest: HashMap<BlockId, (usize, usize)> = HashMap::new();
    let mut structs = Vec::with_capacity(found.len());
    for (index, Found { key, mut names }) in found.into_iter().enumerate() {
        let chosen = (0..names.len()).min_by_key(|name| names[*name].0).unwrap_or_default();
        let (depth, name) = names.remove(chosen);
        let owner = nearest.entry(key.block).or_insert((depth, index));
        *owner = (*owner).min((depth, index));
        let aliases = names.into_iter().map(|(_, name)| name).collect();
        structs.push(Struct { name, aliases, shape_of: None, key });
    }
    for (index, nested) in structs.iter_mut().enumerate() {
        let (_, owner) = nearest[&nested.key.block];
        nested.shape_of = (owner != index).then_some(owner);
    }
    (structs, nearest.into_iter().map(|(block, (_, index))| (block, index)).collect())
}

impl Walk<'_> {
    fn block(&mut self, block: BlockId, name: &mut String, path: &mut String, sight: Sight) {
        for index in 0..self.construct.block(block).fields.len() {
            let (name_length, path_length) = (name.len(), path.len());
            name.push_str(&self.segments[block.0][index]);
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&self.construct.block(block).fields[index].name);
            if sight == Sight::Peer && self.untyped.contains(&path.as_str()) {
                self.hidden.push(Hidden { name: name.clone(), path: path.clone(), field: (block, index) });
            } else {
                self.field((block, index), name, path, sight);
            }
            name.truncate(name_length);
            path.truncate(path_length);
        }
    }

    /// Names what is behind a field; `name` is that of the field's path.
    fn field(
        &mut self,
        (block, index): (BlockId, usize),
        name: &mut String,
        path: &mut String,
        sight: Sight,
    ) {
        let construct = self.construct;
        let field = &construct.block(block).fields[index];
        if let Some(key) = StructKey::of(field) {
            self.object(key, name, path, sight);
        } else if let FieldKind::Attribute(ty) = &field.kind {
            self.tuples(ty, field.presence, name, path);
        }
    }

    fn object(&mut self, key: StructKey, name: &mut String, path: &mut String, sight: Sight) {
        let known = self.by_key.contains_key(&key);
        // A shape that has a name has named everything below it.
        if sight == Sight::Own && known {
            return;
        }
        self.block(key.block, name, path, sight);
        self.add(key, peer::escape_struct(name.clone()), path.matches('.').count(), sight);
    }

    /// Objects in a tuple are named by their position. The peer takes no tuples.
    fn tuples(&mut self, ty: &Type, presence: Presence, name: &mut String, path: &mut String) {
        match ty {
            Type::List(element) | Type::Set(element) | Type::Map(element) => {
                self.tuples(element, presence, name, path);
            }
            Type::Tuple(elements) => {
                for (position, element) in elements.iter().enumerate() {
                    let length = name.len();
                    name.push_str(&position.to_string());
                    match element.object() {
                        Some(block) => {
                            let computed_only = presence == Presence::Computed;
                            let key = StructKey { block, nesting: Nesting::none(), computed_only };
                            self.object(key, name, path, Sight::Own);
                        }
                        None => self.tuples(element, presence, name, path),
                    }
                    name.truncate(length);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, key: StructKey, mut name: String, depth: usize, sight: Sight) {
        if sight == Sight::Peer && !self.taken.insert(name.clone()) {
            name.push('A');
            self.taken.insert(name.clone());
        }
        let with_classes = self.construct.kind != ConstructKind::Provider;
        while exports(&key.nesting, &name, with_classes).iter().any(|export| self.exports.contains(export)) {
            name.push('A');
        }
        self.exports.extend(exports(&key.nesting, &name, with_classes));
        let index = *self.by_key.entry(key.clone()).or_insert(self.structs.len());
        if index == self.structs.len() {
            self.structs.push(Found { key, names: Vec::new() });
        }
        self.structs[index].names.push((depth, name));
    }
}
