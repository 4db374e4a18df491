//! The module of one construct.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};

use askama::Template;

use super::attribute::LINE;
use super::change::Changes;
use super::docs;
use super::functions::Functions;
use super::shapes::{Home, Shapes};
use super::structs::{Struct, identity, nested, root};
use super::types::Types;
use crate::model::{Block, BlockId, Construct, Provider};
use crate::names::rust::{BlockNames, ConstructNames, timeouts};
use crate::program::rust::order::version_order;

/// A file of structs.
#[derive(Template, Default)]
#[template(path = "rust/module.rs")]
pub struct Module<'a> {
    pub header: &'a str,
    pub doc: String,
    /// What is imported from `ferroform`, ready to stand after `use`.
    pub imports: String,
    /// What other modules have of this construct, in rustfmt's order.
    pub exports: Vec<Export>,
    /// Further names of nested structs.
    pub aliases: Vec<Alias<'a>>,
    /// What stands before the structs, if anything.
    pub preamble: String,
    pub structs: Vec<Struct<'a>>,
}

/// A struct of another module, or the type that refers to it.
pub struct Export {
    /// The path of the module, such as `super::aws_vpc`.
    module: String,
    name: String,
    /// What it is called here, if otherwise.
    alias: Option<String>,
}

/// A further name of a nested struct, for a field that is called otherwise.
pub struct Alias<'a> {
    doc: String,
    name: &'a str,
    /// A space, or where the line would be too long a line break: what rustfmt puts before the struct.
    gap: &'static str,
    of: &'a str,
}

impl<'a> Module<'a> {
    /// The module of a construct.
    pub fn new(
        header: &'a str,
        provider: &'a Provider,
        construct: &'a Construct,
        names: &'a ConstructNames,
        shapes: &mut Shapes<'a>,
        changes: &Changes,
    ) -> Self {
        let mut types = Types::new(names);
        let mut structs = Vec::new();
        let mut exports = Vec::new();
        let blocks = construct.blocks.iter().zip(&names.blocks).zip(shapes.homes(construct, names, changes));
        let needed = changes.needed(construct);
        for (id, ((block, block_names), home)) in blocks.enumerate() {
            let id = BlockId(id);
            if !needed.contains(&id) {
                continue;
            }
            if let Some(path) = changes.replaced(id) {
                exports.push(Export::of_user(path, &block_names.name));
            } else if let Some(shared) = changes.shared(id, block_names) {
                exports.push(Export::new(timeouts::MODULE, shared.to_owned(), block_names.name.clone()));
            } else if let Some(Home { module, names: there }) = home {
                exports.push(Export::new(module, there.name.clone(), block_names.name.clone()));
                exports.push(Export::new(module, there.reference(), block_names.reference()));
            } else if id == BlockId::ROOT {
                structs.push(root(provider, construct, block_names, &mut types, changes.block(id)));
            } else {
                structs.push(nested(block, block_names, &mut types, changes.block(id)));
            }
        }
        if let (Some(of), Some(identity_names)) = (&construct.identity, &names.identity) {
            structs.push(identity(of, identity_names, &names.class, &mut types));
        }
        exports.sort_by(Export::order);
        Self {
            header,
            doc: docs::module(construct),
            imports: imports(types.into_imports()),
            exports,
            aliases: aliases(construct, names, changes),
            structs,
            ..Self::default()
        }
    }

    /// The module of the structs that constructs share.
    pub fn shared<'b>(
        header: &'a str,
        names: &'a ConstructNames,
        shared: impl Iterator<Item = (&'a Block, &'a BlockNames)>,
    ) -> Self {
        let mut types = Types::new(names);
        let structs = shared.map(|(block, names)| nested(block, names, &mut types, None)).collect();
        let doc = "The `timeouts` blocks that constructs have alike.".to_owned();
        Self { header, doc, imports: imports(types.into_imports()), structs, ..Self::default() }
    }

    /// The module of the provider's functions.
    pub fn functions(header: &'a str, functions: Functions<'a>) -> Self {
        let Functions { doc, declarations, structs, imports } = functions;
        Self {
            header,
            doc,
            imports: self::imports(imports),
            preamble: declarations,
            structs,
            ..Self::default()
        }
    }
}

impl Export {
    fn new(module: &str, name: String, here: String) -> Self {
        Self { module: format!("super::{module}"), alias: (name != here).then_some(here), name }
    }

    /// What a user has in place of a struct.
    fn of_user(path: &str, here: &str) -> Self {
        let (module, name) = path.rsplit_once("::").unwrap_or(("self", path));
        let alias = (name != here).then(|| here.to_owned());
        Self { module: module.to_owned(), name: name.to_owned(), alias }
    }

    /// rustfmt's order.
    fn order(&self, other: &Self) -> Ordering {
        version_order(&self.module, &other.module)
            .then_with(|| version_order(&self.name, &other.name))
            .then_with(|| self.alias.cmp(&other.alias))
    }
}

/// The aliases that fields of a construct say, each after those of the structs before its own.
fn aliases<'a>(construct: &'a Construct, names: &'a ConstructNames, changes: &Changes) -> Vec<Alias<'a>> {
    let needed = changes.needed(construct);
    let written = needed.iter().filter(|block| changes.replaced(**block).is_none());
    let fields = written.flat_map(|block| &construct.block(*block).fields);
    let said: HashSet<_> = fields
        .flat_map(|field| field.blocks().into_iter().map(|shape| (shape, field.name.as_str())))
        .collect();
    let mut known = HashSet::new();
    let mut aliases = Vec::new();
    for &shape in &needed {
        let BlockNames { name: of, aliases: names, .. } = &names.blocks[shape.0];
        let origin = construct.block(shape).origin;
        let said = names.iter().filter(|(field, _)| said.contains(&(shape, field.as_str())));
        for (field, name) in said.filter(|(_, name)| known.insert(name.as_str())) {
            aliases.push(Alias { doc: docs::alias(field, origin, of), name, gap: alias_gap(name, of), of });
        }
    }
    aliases
}

fn alias_gap(name: &str, of: &str) -> &'static str {
    let width = "pub type  = ;".len() + name.len() + of.len();
    if width > LINE { "\n    " } else { " " }
}

fn imports(names: BTreeSet<&'static str>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    match &*names {
        [] => String::new(),
        [only] => format!("ferroform::{only}"),
        several => format!("ferroform::{{{}}}", several.join(", ")),
    }
}
