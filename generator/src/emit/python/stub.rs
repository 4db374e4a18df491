//! The stub of a module: what type checkers and editors know of it.

use std::borrow::Cow;
use std::collections::HashSet;

use askama::Template;

use super::imports::{
    ANY, COLLECTION_LIST, CONFIG, CONSTRUCT, DATA_SOURCE, DEPRECATED, EPHEMERAL_CONFIG,
    EPHEMERAL_META_ARGUMENTS, EPHEMERAL_RESOURCE, GET, GET_SET, Imports, LIST_ITEM, LIST_OF, MAP_ITEM,
    MAP_OF, MAPPING, META_ARGUMENTS, PROPERTY, PROVIDER, REFERENCE, REQUIRED, RESOLVABLE, RESOURCE, STR,
    STRUCT, TYPE_ALIAS, TYPED_DICT, UNPACK,
};
use super::types::{self, Types, dict_alias};
use super::{docs, text};
use crate::emit::Input;
use crate::model::{Block, BlockId, Construct, ConstructKind, Field, Presence};
use crate::names::provider_functions::FunctionsNames;
use crate::names::{python, typescript};

/// A module's stub.
#[derive(Template)]
#[template(path = "python/stub.pyi")]
struct Stub {
    doc: String,
    imports: Vec<String>,
    construct: ConstructClass,
    values: Vec<ValueClass>,
    aliases: Vec<Alias>,
}

struct ConstructClass {
    class: String,
    base: String,
    doc: String,
    scope: String,
    scope_type: String,
    id: String,
    id_type: String,
    arguments: Vec<Part>,
    /// The parameter that collects meta-arguments, which a provider does not take.
    meta: Option<String>,
    arguments_doc: String,
    members: Vec<Member>,
}

/// The class of a nested block's or object's arguments, and what belongs to it.
struct ValueClass {
    class: String,
    base: String,
    doc: String,
    parts: Vec<Part>,
    /// Dicts that stand for such values: editors offer these keys, and any other dict is taken as well.
    dict: Option<DictClass>,
    /// References to one block or object, and to collections of them.
    references: Vec<ReferenceClass>,
}

struct DictClass {
    class: String,
    base: String,
    parts: Vec<Part>,
    alias: String,
}

struct ReferenceClass {
    class: String,
    base: String,
    members: Vec<Member>,
}

/// An argument.
struct Part {
    name: String,
    ty: String,
    default: &'static str,
    doc: Option<String>,
}

/// A member of a construct or a reference.
enum Member {
    Attribute { name: String, ty: String, doc: Option<String> },
    Deprecated { name: String, property: String, deprecated: String, get: String, set: Option<String> },
    Method { name: String, parameters: String },
}

/// A further name of a class.
struct Alias {
    name: String,
    of: String,
}

/// Renders the stub of a construct's module.
pub fn render(
    input: Input,
    construct: &Construct,
    names: &typescript::ConstructNames,
    python: &python::ConstructNames,
    functions: Option<&FunctionsNames>,
) -> String {
    let imports = Imports::new(declared(names, python));
    let is_provider = construct.kind == ConstructKind::Provider;
    let types = Types { names, imports: &imports, is_provider, runtime: input.runtime };
    let writer = Writer { construct, names, python, imports: &imports, types, is_provider };
    let mut values = vec![writer.config()];
    values.extend(names.structs.iter().map(|nested| writer.nested(nested)));
    let mut construct_class = writer.construct(&docs::construct(input.provider, construct));
    construct_class.members.extend(functions.map(|functions| Member::Attribute {
        name: "functions".to_owned(),
        ty: format!("{}[{}]", imports.name(GET), functions.class),
        doc: None,
    }));
    let mut statements = imports.statements(input.runtime);
    statements.extend(functions.map(|names| format!("from ..{} import {}", names.module, names.class)));
    let stub = Stub {
        doc: text::docstring(&docs::title(construct), ""),
        construct: construct_class,
        values,
        aliases: aliases(names, is_provider),
        imports: statements,
    };
    super::render(&stub)
}

/// What the module itself calls something: an import of the same name gets another one.
fn declared<'a>(
    names: &'a typescript::ConstructNames,
    python: &'a python::ConstructNames,
) -> HashSet<Cow<'a, str>> {
    let mut declared: HashSet<Cow<str>> = HashSet::new();
    declared.extend([python.class.as_str(), names.config.as_str()].map(Cow::Borrowed));
    for nested in &names.structs {
        for name in nested.names() {
            declared.extend(nested.key.nesting.classes(name).into_iter().map(Cow::Owned));
            declared.insert(Cow::Borrowed(name));
        }
    }
    declared.extend(python.members.iter().flatten().map(|names| Cow::Borrowed(names.name.as_str())));
    declared
}

/// Further names of nested classes.
fn aliases(names: &typescript::ConstructNames, is_provider: bool) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for nested in &names.structs {
        for typescript::Alias { name: alias, .. } in &nested.aliases {
            aliases.push(Alias { name: alias.clone(), of: nested.name.clone() });
            if !is_provider {
                let classes = nested
                    .key
                    .nesting
                    .classes(alias)
                    .into_iter()
                    .zip(nested.key.nesting.classes(&nested.name));
                aliases.extend(classes.map(|(name, of)| Alias { name, of }));
            }
        }
    }
    aliases
}

struct Writer<'a> {
    construct: &'a Construct,
    names: &'a typescript::ConstructNames,
    python: &'a python::ConstructNames,
    imports: &'a Imports<'a>,
    types: Types<'a>,
    is_provider: bool,
}

impl<'a> Writer<'a> {
    fn construct(&self, doc: &str) -> ConstructClass {
        let (base, meta) = match self.construct.kind {
            ConstructKind::DataSource => (DATA_SOURCE, Some(META_ARGUMENTS)),
            ConstructKind::EphemeralResource => (EPHEMERAL_RESOURCE, Some(EPHEMERAL_META_ARGUMENTS)),
            ConstructKind::Provider => (PROVIDER, None),
            _ => (RESOURCE, Some(META_ARGUMENTS)),
        };
        let arguments = self.parts(BlockId::ROOT, false);
        let described = arguments.iter().map(|part| (part.name.as_str(), part.doc.clone()));
        ConstructClass {
            class: self.python.class.clone(),
            base: self.name(base),
            doc: text::docstring(doc, "    "),
            scope: self.python.scope.clone(),
            scope_type: self.name(CONSTRUCT),
            id: self.python.id.clone(),
            id_type: self.name(STR),
            arguments_doc: docs::parameters(described, "        "),
            arguments,
            meta: meta
                .map(|meta| format!("{}: {}[{}]", self.python.meta, self.name(UNPACK), self.name(meta))),
            members: self.members(BlockId::ROOT),
        }
    }

    fn config(&self) -> ValueClass {
        let base = match self.construct.kind {
            ConstructKind::Provider => STRUCT,
            ConstructKind::EphemeralResource => EPHEMERAL_CONFIG,
            _ => CONFIG,
        };
        let doc = format!("All arguments of `{}`.", self.python.class);
        let mut parts = self.parts(BlockId::ROOT, false);
        for part in &mut parts {
            part.doc = None;
        }
        ValueClass {
            class: self.names.config.clone(),
            base: self.name(base),
            doc: text::docstring(&doc, "    "),
            parts,
            dict: None,
            references: Vec::new(),
        }
    }

    fn nested(&self, nested: &typescript::Struct) -> ValueClass {
        let id = nested.key.block;
        let block = self.construct.block(id);
        let mut doc: Vec<String> = Vec::new();
        doc.extend(block.description.as_ref().map(|text| text.text.trim().to_owned()));
        doc.retain(|text| !text.is_empty());
        if doc.is_empty() {
            doc.push(format!("`{}`", block.first_path));
        }
        doc.extend(block.deprecated.as_deref().map(docs::deprecated));
        // A struct of the same shape as another has nothing of its own but its name.
        let original = nested.shape_of.map(|at| self.names.structs[at].name.as_str());
        ValueClass {
            class: nested.name.clone(),
            base: original.map_or_else(|| self.name(STRUCT), str::to_owned),
            doc: text::docstring(&doc.join("\n\n"), "    "),
            parts: if original.is_none() { self.documented_parts(id) } else { Vec::new() },
            dict: Some(self.dict(nested, original)),
            references: if self.is_provider { Vec::new() } else { self.references(nested) },
        }
    }

    fn dict(&self, nested: &typescript::Struct, original: Option<&str>) -> DictClass {
        let class = types::dict(&nested.name);
        let value = original.unwrap_or(&nested.name);
        let outer = nested.outer.as_ref().map(|outer| format!("{outer} | ")).unwrap_or_default();
        DictClass {
            alias: format!(
                "{}: {} = {value} | {outer}{class} | {}[{}, {}]",
                dict_alias(&nested.name),
                self.name(TYPE_ALIAS),
                self.name(MAPPING),
                self.name(STR),
                self.name(ANY)
            ),
            base: original.map_or_else(|| self.name(TYPED_DICT), types::dict),
            parts: if original.is_none() { self.parts(nested.key.block, true) } else { Vec::new() },
            class,
        }
    }

    fn documented_parts(&self, id: BlockId) -> Vec<Part> {
        let mut parts = self.parts(id, false);
        for part in &mut parts {
            part.doc = part.doc.as_deref().map(|doc| text::docstring(doc, "    "));
        }
        parts
    }

    /// What a program can set, required parts first.
    fn parts(&self, id: BlockId, in_dict: bool) -> Vec<Part> {
        let mut parts: Vec<(bool, Part)> = self
            .fields(id)
            .filter_map(|(field, names)| {
                let required = field.is_some_and(|field| field.presence == Presence::Required);
                if !field.is_none_or(Field::is_settable) {
                    return None;
                }
                let given = field.map_or_else(|| self.name(STR), |field| self.types.given(field));
                let ty = match (required, in_dict) {
                    (true, true) => format!("{}[{given}]", self.name(REQUIRED)),
                    (true, false) => given,
                    (false, _) => format!("{given} | None"),
                };
                let default = if required || in_dict { "" } else { " = None" };
                let doc = field.filter(|_| !in_dict).and_then(docs::field);
                Some((required, Part { name: names.name.clone(), ty, default, doc }))
            })
            .collect();
        parts.sort_by_key(|(required, _)| !required);
        parts.into_iter().map(|(_, part)| part).collect()
    }

    fn members(&self, id: BlockId) -> Vec<Member> {
        let mut members = Vec::new();
        for (field, names) in self.fields(id) {
            self.attribute(field, names, &mut members);
            if !field.is_none_or(Field::is_settable) {
                continue;
            }
            let input = field.map_or_else(|| self.name(STR), |field| self.types.input(field));
            let ty = format!("{}[{input} | None]", self.name(GET));
            members.push(Member::Attribute { name: names.input.clone(), ty, doc: None });
            if let Some(nested) =
                field.filter(|_| !self.is_provider).and_then(|field| self.types.nested(field))
            {
                let parameters = if nested.key.nesting.collections().next().is_none() {
                    format!(", **value: {}[{}]", self.name(UNPACK), types::dict(&nested.name))
                } else {
                    format!(", value: {}", field.map(|field| self.types.given(field)).unwrap_or_default())
                };
                members.push(Member::Method { name: names.put.clone(), parameters });
            }
            if field.is_none_or(|field| field.presence != Presence::Required) {
                members.push(Member::Method { name: names.reset.clone(), parameters: String::new() });
            }
        }
        members
    }

    fn attribute(&self, field: Option<&Field>, names: &python::MemberNames, members: &mut Vec<Member>) {
        // The class that a provider's extends has `alias` itself.
        let Some(field) = field else { return };
        let name = names.name.clone();
        members.push(match &field.deprecated {
            None => {
                // What a program sets is described where it is set.
                let doc = docs::field(field).filter(|_| !field.is_settable());
                let doc = doc.map(|doc| text::docstring(&doc, "    "));
                Member::Attribute { name, ty: self.types.attribute(field), doc }
            }
            Some(reason) => {
                let (get, set) = self.types.access(field);
                let reason = text::literal(if reason.trim().is_empty() {
                    "No reason is given."
                } else {
                    reason.trim()
                });
                Member::Deprecated {
                    name,
                    property: self.name(PROPERTY),
                    deprecated: format!("{}({reason})", self.name(DEPRECATED)),
                    get,
                    set,
                }
            }
        });
    }

    /// The classes of references to one block or object and to collections of them.
    fn references(&self, nested: &typescript::Struct) -> Vec<ReferenceClass> {
        let nesting = &nested.key.nesting;
        let names = nesting.classes(&nested.name);
        let base = match nesting.collections().next() {
            None => REFERENCE,
            Some('m') => MAP_ITEM,
            Some(_) => LIST_ITEM,
        };
        let mut members = self.members(nested.key.block);
        let resolvable =
            if nested.key.is_class() { String::new() } else { format!(" | {}", self.name(RESOLVABLE)) };
        members.push(self.internal_value(&nested.name, &dict_alias(&nested.name), &resolvable));
        let mut classes = vec![ReferenceClass { class: names[0].clone(), base: self.name(base), members }];
        let is_assignable = !nested.key.computed_only
            || self.construct.block(nested.key.block).fields.iter().any(Field::is_settable);
        let (mut read, mut given) = (nested.name.clone(), dict_alias(&nested.name));
        for (at, letter) in nesting.collections().enumerate() {
            let base = match letter {
                'm' => MAP_OF,
                _ if at == 0 => LIST_OF,
                _ => COLLECTION_LIST,
            };
            let mut members = Vec::new();
            if is_assignable {
                (read, given) = self.types.collected(letter, &read, &given);
                members.push(self.internal_value(&read, &given, &format!(" | {}", self.name(RESOLVABLE))));
            }
            let base = format!("{}[{}]", self.name(base), names[at]);
            classes.push(ReferenceClass { class: names[at + 1].clone(), base, members });
        }
        classes
    }

    fn internal_value(&self, read: &str, given: &str, resolvable: &str) -> Member {
        let ty = format!("{}[{read}{resolvable} | None, {given}{resolvable} | None]", self.name(GET_SET));
        Member::Attribute { name: "internal_value".to_owned(), ty, doc: None }
    }

    /// The fields of a block with their names; a provider's `alias` is in no schema.
    fn fields(&self, id: BlockId) -> impl Iterator<Item = (Option<&'a Field>, &'a python::MemberNames)> {
        let block: &'a Block = self.construct.block(id);
        self.python.members[id.0].iter().enumerate().map(|(at, names)| (block.fields.get(at), names))
    }

    fn name(&self, name: super::imports::Name) -> String {
        self.imports.name(name).to_string()
    }
}
