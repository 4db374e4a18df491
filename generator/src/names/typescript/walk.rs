//! Nested classes, named in the peer's order: attributes before blocks, and each after what it holds.
//!
//! The peer walks every path of a construct and gives each a class. So does this walk, but a shape that was met before gets
//! a further name and no further class.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::loops::Loops;
use super::{Alias, Nesting, Struct, StructKey, exports, peer};
use crate::model::{BlockId, Construct, ConstructKind, Field, FieldKind, Presence, Type};
use crate::names::case;

/// The nested classes of a construct.
pub struct Walked {
    /// The classes, inner ones before those that hold them.
    pub structs: Vec<Struct>,
    /// Where the schema ends a recursion with an empty shape: what has the field, the field's name, and the shape that the peer
    /// goes on with.
    pub ends: Vec<(BlockId, String, BlockId)>,
}

/// Names the nested classes of a construct whose class is called `class`.
///
/// `name` is what the names of all paths begin with; `untyped` are the paths that the peer leaves without types; `exported`
/// is what the module exports already, and `taken` what earlier modules export.
pub fn structs(
    construct: &Construct,
    class: &str,
    mut name: String,
    untyped: &[&str],
    exported: HashSet<String>,
    taken: &mut HashSet<String>,
) -> Walked {
    let mut walk = Walk {
        nested: construct
            .blocks
            .iter()
            .map(|block| block.fields.iter().filter_map(Nested::of).collect())
            .collect(),
        untyped,
        hidden: Vec::new(),
        loops: Loops::new(construct),
        exported,
        taken,
        with_classes: construct.kind != ConstructKind::Provider,
        found: Vec::new(),
        by_key: HashMap::new(),
        by_path: HashMap::from([(Vec::new(), class.to_owned())]),
        outer_of: HashMap::new(),
        ends: BTreeMap::new(),
    };
    walk.block(BlockId::ROOT, &mut Path { name: &mut name, fields: Vec::new() }, Sight::Peer);
    for Hidden { mut name, fields, object } in std::mem::take(&mut walk.hidden) {
        walk.objects(&object, &mut Path { name: &mut name, fields }, Sight::Own);
    }
    let ends = std::mem::take(&mut walk.ends).into_iter();
    let ends = ends.filter_map(|((owner, field), shape)| Some((owner, field.to_owned(), shape?))).collect();
    Walked { structs: walk.choose(), ends }
}

/// Who has names for what is being walked.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    /// The peer has, and exports them.
    Peer,
    /// The peer has, and drops them, because it takes what it has found for a recursion.
    Dropped,
    /// The peer has none.
    Own,
}

/// A field with objects in it.
struct Nested<'a> {
    field: &'a Field,
    /// The field's part of the name of a path.
    segment: String,
    objects: Objects,
}

/// The objects in a field: one shape in collections, or several in tuples, each with what it adds to the name.
#[derive(Clone)]
enum Objects {
    One(StructKey),
    Several(Vec<(String, StructKey)>),
}

/// A field that the peer leaves untyped.
struct Hidden<'a> {
    name: String,
    fields: Vec<(&'a str, BlockId)>,
    object: Objects,
}

/// Where the walk is: the name of the path, and the fields that lead there with the shapes behind them.
struct Path<'n, 'a> {
    name: &'n mut String,
    fields: Vec<(&'a str, BlockId)>,
}

/// A nested class and its paths, each with its name.
struct Found<'a> {
    key: StructKey,
    names: Vec<(Vec<&'a str>, String)>,
    /// A name that the peer does not export, for a shape that has no other.
    fallback: Option<(usize, String)>,
    /// The path whose class the peer uses in place of this one.
    outer: Option<Vec<&'a str>>,
}

struct Walk<'a> {
    /// By block.
    nested: Vec<Vec<Nested<'a>>>,
    untyped: &'a [&'a str],
    hidden: Vec<Hidden<'a>>,
    loops: Loops<'a>,
    exported: HashSet<String>,
    taken: &'a mut HashSet<String>,
    with_classes: bool,
    found: Vec<Found<'a>>,
    by_key: HashMap<StructKey, usize>,
    /// The peer's names.
    by_path: HashMap<Vec<&'a str>, String>,
    /// The paths that the peer takes for levels of a recursion, and those whose classes it uses there.
    outer_of: HashMap<Vec<&'a str>, Vec<&'a str>>,
    /// Empty blocks, by what has them and their name: the shape that the peer goes on with, if it does so wherever it meets them.
    ends: BTreeMap<(BlockId, &'a str), Option<BlockId>>,
}

impl<'a> Path<'_, 'a> {
    fn names(&self) -> Vec<&'a str> {
        self.fields.iter().map(|(name, _)| *name).collect()
    }

    /// What has the last field, and the field's name.
    fn last(&self) -> Option<(BlockId, &'a str)> {
        let ((name, _), outer) = self.fields.split_last()?;
        Some((outer.last().map_or(BlockId::ROOT, |(_, block)| *block), name))
    }
}

impl<'a> Nested<'a> {
    fn of(field: &'a Field) -> Option<Self> {
        let objects = match (StructKey::of(field), &field.kind) {
            (Some(key), _) => Objects::One(key),
            (None, FieldKind::Attribute(ty)) => {
                let mut several = Vec::new();
                in_tuples(ty, field.presence, "", &mut several);
                if several.is_empty() {
                    return None;
                }
                Objects::Several(several)
            }
            (None, FieldKind::Block { .. }) => return None,
        };
        Some(Self { field, segment: case::to_pascal_case(&case::to_snake_case(&field.name)), objects })
    }
}

/// The shape in a field; of a field with several none.
fn held(field: &Field) -> BlockId {
    field.block().unwrap_or(BlockId::ROOT)
}

/// Objects in a tuple are named by their position. The peer takes no tuples.
fn in_tuples(ty: &Type, presence: Presence, name: &str, objects: &mut Vec<(String, StructKey)>) {
    match ty {
        Type::List(element) | Type::Set(element) | Type::Map(element) => {
            in_tuples(element, presence, name, objects);
        }
        Type::Tuple(elements) => {
            for (position, element) in elements.iter().enumerate() {
                in_tuples(element, presence, &format!("{name}{position}"), objects);
            }
        }
        Type::Object(block) => {
            let computed_only = presence == Presence::Computed;
            objects.push((
                name.to_owned(),
                StructKey { block: *block, nesting: Nesting::none(), computed_only },
            ));
        }
        Type::String | Type::Number | Type::Bool | Type::Dynamic => {}
    }
}

impl<'a> Walk<'a> {
    fn block(&mut self, block: BlockId, path: &mut Path<'_, 'a>, sight: Sight) {
        // Within itself a block leads to no further names.
        let nested = std::mem::take(&mut self.nested[block.0]);
        for Nested { field, segment, objects } in &nested {
            let length = path.name.len();
            path.name.push_str(segment);
            path.fields.push((&field.name, held(field)));
            if sight == Sight::Peer && self.is_untyped(&path.fields) {
                self.hidden.push(Hidden {
                    name: path.name.clone(),
                    fields: path.fields.clone(),
                    object: objects.clone(),
                });
            } else {
                self.objects(objects, path, sight);
            }
            path.fields.pop();
            path.name.truncate(length);
        }
        self.nested[block.0] = nested;
    }

    fn is_untyped(&self, fields: &[(&str, BlockId)]) -> bool {
        self.untyped.iter().any(|path| path.split('.').eq(fields.iter().map(|(name, _)| *name)))
    }

    fn objects(&mut self, objects: &Objects, path: &mut Path<'_, 'a>, sight: Sight) {
        match objects {
            Objects::One(key) => self.object(key, path, sight),
            Objects::Several(several) => {
                for (position, key) in several {
                    let length = path.name.len();
                    path.name.push_str(position);
                    self.object(key, path, Sight::Own);
                    path.name.truncate(length);
                }
            }
        }
    }

    fn object(&mut self, key: &StructKey, path: &mut Path<'_, 'a>, mut sight: Sight) {
        // A shape that has a name has named everything below it.
        if sight == Sight::Own && self.by_key.contains_key(key) {
            return;
        }
        let outer = if sight == Sight::Own { None } else { self.outer(path, sight) };
        if let Some(outer) = &outer {
            sight = Sight::Dropped;
            self.outer_of.insert(path.names(), outer.clone());
        }
        if self.ends_recursion(key, path, outer.as_deref()) {
            self.name(path, sight);
            return;
        }
        self.block(key.block, path, sight);
        let found = self.add(key, path, sight);
        found.outer = found.outer.take().or(outer);
    }

    /// The path whose class the peer uses at this one, because of a recursion.
    fn outer(&mut self, path: &Path<'_, 'a>, sight: Sight) -> Option<Vec<&'a str>> {
        let mut names = path.names();
        if let Some(last) = self.loops.closed_by(&path.fields) {
            names.truncate(last + 1);
            return Some(names);
        }
        if sight != Sight::Dropped {
            return None;
        }
        // What lies in a level of a recursion lies in the outer one.
        let name = names.pop()?;
        let mut outer = self.outer_of.get(&names)?.clone();
        outer.push(name);
        // It may be a level there.
        let fields: Vec<_> =
            self.fields_at(&outer)?.iter().map(|field| (&*field.name, held(field))).collect();
        if let Some(last) = self.loops.closed_by(&fields) {
            outer.truncate(last + 1);
        }
        Some(outer)
    }

    /// Whether the schema ends a recursion here, where the peer goes on: with an empty block.
    fn ends_recursion(&mut self, key: &StructKey, path: &Path<'_, 'a>, outer: Option<&[&str]>) -> bool {
        let Some(at) = path.last().filter(|_| self.is_empty(key.block)) else { return false };
        let fields = outer.and_then(|outer| self.fields_at(outer));
        let repeated = fields.and_then(|fields| StructKey::of(fields.last()?));
        let repeated = repeated.filter(|repeated| {
            !self.is_empty(repeated.block) && *key == StructKey { block: key.block, ..repeated.clone() }
        });
        let shape = repeated.map(|repeated| repeated.block);
        let known = self.ends.entry(at).or_insert(shape);
        if *known != shape {
            *known = None;
        }
        known.is_some()
    }

    fn is_empty(&self, block: BlockId) -> bool {
        self.loops.construct.block(block).fields.is_empty()
    }

    /// The fields of a path.
    fn fields_at(&self, path: &[&str]) -> Option<Vec<&'a Field>> {
        let construct = self.loops.construct;
        let mut block = construct.root();
        let mut fields = Vec::with_capacity(path.len());
        for name in path {
            let field = block.fields.iter().find(|field| field.name == *name)?;
            block = construct.block(held(field));
            fields.push(field);
        }
        Some(fields)
    }

    /// The name that the peer makes for a path, whether or not it exports it.
    fn name(&mut self, path: &Path<'_, 'a>, sight: Sight) -> String {
        let mut name = peer::escape_struct(path.name.clone());
        if sight != Sight::Own && !self.taken.insert(name.clone()) {
            name.push('A');
            self.taken.insert(name.clone());
        }
        name
    }

    fn add(&mut self, key: &StructKey, path: &Path<'_, 'a>, sight: Sight) -> &mut Found<'a> {
        let mut name = self.name(path, sight);
        if sight == Sight::Peer {
            name = self.export(key, name);
        }
        let index = *self.by_key.entry(key.clone()).or_insert(self.found.len());
        if index == self.found.len() {
            self.found.push(Found { key: key.clone(), names: Vec::new(), fallback: None, outer: None });
        }
        let depth = path.fields.len();
        let found = &mut self.found[index];
        if sight == Sight::Peer {
            self.by_path.insert(path.names(), name.clone());
            found.names.push((path.names(), name));
        } else if found.fallback.as_ref().is_none_or(|(other, _)| depth < *other) {
            found.fallback = Some((depth, name));
        }
        found
    }

    /// Makes a name, and those made of it, unique within the module.
    fn export(&mut self, key: &StructKey, mut name: String) -> String {
        loop {
            let exports = exports(&key.nesting, &name, self.with_classes);
            if exports.iter().all(|export| !self.exported.contains(export)) {
                self.exported.extend(exports);
                return name;
            }
            name.push('A');
        }
    }

    /// Calls each nested class by its name nearest to the construct and makes aliases of the others. The interface of a
    /// shape is declared by the nearest of the classes that share it.
    fn choose(mut self) -> Vec<Struct> {
        let mut nearest: HashMap<BlockId, (usize, usize)> = HashMap::new();
        let mut structs = Vec::with_capacity(self.found.len());
        for (index, Found { key, mut names, fallback, outer }) in
            std::mem::take(&mut self.found).into_iter().enumerate()
        {
            let mut outer = outer.and_then(|path| self.by_path.get(&path).cloned());
            let (depth, name) = if names.is_empty() {
                let (depth, name) = fallback.unwrap_or_default();
                (depth, self.export(&key, name))
            } else {
                outer = None;
                let chosen = (0..names.len()).min_by_key(|name| names[*name].0.len()).unwrap_or_default();
                let (fields, name) = names.remove(chosen);
                (fields.len(), name)
            };
            let owner = nearest.entry(key.block).or_insert((depth, index));
            *owner = (*owner).min((depth, index));
            let aliases = names.into_iter().filter_map(|(fields, name)| self.alias(&fields, name)).collect();
            structs.push(Struct { name, aliases, outer, shape_of: None, key });
        }
        for (index, nested) in structs.iter_mut().enumerate() {
            let (_, owner) = nearest[&nested.key.block];
            nested.shape_of = (owner != index).then_some(owner);
        }
        structs
    }

    fn alias(&self, path: &[&str], name: String) -> Option<Alias> {
        let (field, owner) = path.split_last()?;
        Some(Alias { name, owner: self.by_path.get(owner)?.clone(), field: (*field).to_owned() })
    }
}
