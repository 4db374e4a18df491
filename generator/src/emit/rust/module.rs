//! The module of one construct.

use std::cmp::Ordering;

use askama::Template;

use super::attribute::{LINE, attributes};
use super::shapes::{Home, Shapes};
use super::types::Types;
use super::{docs, prose, rules};
use crate::model::{
    Block, BlockId, BlockOrigin, Check, Construct, ConstructKind, Field, FieldKind, ImportId, Limits,
    Presence, Provider, Segment,
};
use crate::names::rust::{BlockNames, ConstructNames, timeouts};
use crate::program::rust::order::version_order;

/// The columns that a field is indented by.
const MARGIN: usize = 4;

/// A file of structs.
#[derive(Template)]
#[template(path = "rust/module.rs")]
pub struct Module<'a> {
    pub header: &'a str,
    pub doc: String,
    /// What is imported from `ferroform`, ready to stand after `use`.
    pub imports: String,
    /// What other modules have of this construct, in rustfmt's order.
    pub exports: Vec<Export<'a>>,
    pub structs: Vec<Struct<'a>>,
}

/// A struct of another module, or the type that refers to it.
pub struct Export<'a> {
    module: &'a str,
    name: String,
    /// What it is called here, if otherwise.
    alias: Option<String>,
}

/// A struct that stands for a construct or a nested block.
pub struct Struct<'a> {
    doc: Vec<String>,
    derive: &'static str,
    pub attributes: Vec<String>,
    /// What only the provider sets: references have it, the struct does not.
    pub computed: Vec<Member<'a>>,
    /// All of it on one line, where it fits and there is nothing to say.
    computed_line: Option<String>,
    name: &'a str,
    /// A space, or where the line would be too long a line break: what rustfmt puts before the brace.
    gap: &'static str,
    pub fields: Vec<Member<'a>>,
}

/// A field of a struct, or one that only references have.
#[derive(PartialEq, Eq, Hash)]
pub struct Member<'a> {
    doc: Vec<String>,
    attributes: Vec<String>,
    name: &'a str,
    /// A space, or where the line would be too long a line break: what rustfmt puts before the type.
    gap: &'static str,
    ty: String,
}

impl<'a> Module<'a> {
    /// The module of a construct.
    pub fn new(
        header: &'a str,
        provider: &'a Provider,
        construct: &'a Construct,
        names: &'a ConstructNames,
        shapes: &mut Shapes<'a>,
    ) -> Self {
        let mut types = Types::new(names);
        let mut structs = Vec::new();
        let mut exports = Vec::new();
        let blocks = construct.blocks.iter().zip(&names.blocks).zip(shapes.homes(construct, names));
        for (id, ((block, block_names), home)) in blocks.enumerate() {
            if let Some(shared) = &block_names.shared {
                exports.push(Export::new(timeouts::MODULE, shared.clone(), block_names.name.clone()));
            } else if let Some(Home { module, names: there }) = home {
                exports.push(Export::new(module, there.name.clone(), block_names.name.clone()));
                exports.push(Export::new(module, there.reference(), block_names.reference()));
            } else if id == BlockId::ROOT.0 {
                structs.push(root(provider, construct, block_names, &mut types));
            } else {
                structs.push(nested(block, block_names, &mut types));
            }
        }
        exports.sort_by(Export::order);
        Self { header, doc: docs::module(construct), imports: imports(types), exports, structs }
    }

    /// The module of the structs that constructs share.
    pub fn shared<'b>(
        header: &'a str,
        names: &'a ConstructNames,
        shared: impl Iterator<Item = (&'a Block, &'a BlockNames)>,
    ) -> Self {
        let mut types = Types::new(names);
        let structs = shared.map(|(block, names)| nested(block, names, &mut types)).collect();
        let doc = "The `timeouts` blocks that constructs have alike.".to_owned();
        Self { header, doc, imports: imports(types), exports: Vec::new(), structs }
    }
}

impl<'a> Export<'a> {
    fn new(module: &'a str, name: String, here: String) -> Self {
        Self { module, alias: (name != here).then_some(here), name }
    }

    /// rustfmt's order.
    fn order(&self, other: &Self) -> Ordering {
        version_order(self.module, other.module)
            .then_with(|| version_order(&self.name, &other.name))
            .then_with(|| self.alias.cmp(&other.alias))
    }
}

fn imports(types: Types) -> String {
    let names: Vec<_> = types.into_imports().into_iter().collect();
    match &*names {
        [] => String::new(),
        [only] => format!("ferroform::{only}"),
        several => format!("ferroform::{{{}}}", several.join(", ")),
    }
}

/// A construct's own struct.
fn root<'a>(
    provider: &Provider,
    construct: &'a Construct,
    names: &'a BlockNames,
    types: &mut Types,
) -> Struct<'a> {
    let mut keys = vec![format!("type = {}", rules::string(&construct.type_name))];
    let derive = match construct.kind {
        ConstructKind::DataSource => "DataSource",
        ConstructKind::EphemeralResource => "EphemeralResource",
        ConstructKind::Provider => {
            keys.push(format!("source = {}", rules::string(&provider.address.source())));
            keys.extend(
                provider
                    .constraint
                    .iter()
                    .map(|constraint| format!("version = {}", rules::string(constraint))),
            );
            "Provider"
        }
        _ => {
            let templates = construct.import_ids.iter().filter_map(import_id);
            keys.extend(templates.map(|template| format!("import_id = {}", rules::string(&template))));
            "Resource"
        }
    };
    keys.extend(
        construct
            .deprecated
            .iter()
            .map(|reason| format!("deprecated = {}", rules::string(&one_line(reason)))),
    );
    let path_rules = construct.path_rules.iter();
    keys.extend(
        path_rules.map(|(path, rule)| format!("rule(path = {}, {})", rules::string(path), rules::rule(rule))),
    );
    let block = construct.root();
    Struct { doc: docs::construct(provider, construct), derive, ..body(block, names, keys, types) }
}

/// The struct of a nested block or object.
pub fn nested<'a>(block: &'a Block, names: &'a BlockNames, types: &mut Types) -> Struct<'a> {
    let is_object = block.origin == BlockOrigin::ObjectType;
    body(block, names, is_object.then(|| "object".to_owned()).into_iter().collect(), types)
}

fn body<'a>(block: &'a Block, names: &'a BlockNames, mut keys: Vec<String>, types: &mut Types) -> Struct<'a> {
    keys.extend(names.reference.iter().map(|name| format!("ref_name = {}", rules::string(name))));
    let (fields, computed): (Vec<_>, Vec<_>) =
        block.fields.iter().zip(&names.fields).partition(|(field, _)| field.is_settable());
    let computed: Vec<_> =
        computed.into_iter().map(|(field, name)| computed_member(field, name, types)).collect();
    Struct {
        doc: docs::block(block),
        derive: "Block",
        attributes: attributes(&keys, 0),
        computed_line: computed_line(&computed),
        computed,
        name: &names.name,
        gap: if "pub struct  {".len() + names.name.len() > LINE { "\n" } else { " " },
        fields: fields.into_iter().map(|(field, name)| settable_member(field, name, types)).collect(),
    }
}

fn computed_line(computed: &[Member]) -> Option<String> {
    let is_bare = |member: &Member| member.doc.is_empty() && member.attributes.is_empty();
    if computed.is_empty() || !computed.iter().all(is_bare) {
        return None;
    }
    let members: Vec<_> = computed.iter().map(|Member { name, ty, .. }| format!("{name}: {ty}")).collect();
    Some(format!("#[tf(computed({}))]", members.join(", "))).filter(|line| line.len() <= LINE)
}

fn settable_member<'a>(field: &Field, name: &'a str, types: &mut Types) -> Member<'a> {
    let (ty, collected) = types.settable(field);
    let mut keys = Vec::new();
    if field.presence == Presence::Required {
        keys.push("required".to_owned());
    }
    keys.extend(terraform_name(field, name));
    keys.extend(collected.map(str::to_owned));
    keys.extend(field.sensitive.then(|| "sensitive".to_owned()));
    keys.extend(field.write_only.then(|| "write_only".to_owned()));
    if let FieldKind::Block { limits: Limits { min, max }, .. } = field.kind {
        keys.extend((min > 1).then(|| rules::limit(Check::MinItems(min))));
        keys.extend(max.filter(|max| *max > 1).map(|max| rules::limit(Check::MaxItems(max))));
    }
    keys.extend(field.rules.iter().map(rules::rule));
    let mut attributes = attributes(&keys, MARGIN);
    attributes.extend(field.deprecated.as_deref().map(|reason| match one_line(reason) {
        reason if reason.is_empty() => "#[deprecated]".to_owned(),
        reason => format!("#[deprecated = {}]", rules::string(&reason)),
    }));
    let width = MARGIN + "pub : ,".len() + name.len() + ty.len();
    let gap = if width > LINE { "\n        " } else { " " };
    Member { doc: docs::field(field), attributes, name, gap, ty }
}

fn computed_member<'a>(field: &Field, name: &'a str, types: &mut Types) -> Member<'a> {
    let mut keys = Vec::new();
    keys.extend(terraform_name(field, name));
    keys.extend(field.sensitive.then(|| "sensitive".to_owned()));
    let attributes = attributes(&keys, MARGIN);
    Member { doc: docs::computed(field), attributes, name, gap: " ", ty: types.computed(field) }
}

/// The name in configuration, where it does not follow from the identifier.
fn terraform_name(field: &Field, name: &str) -> Option<String> {
    let follows = name.strip_prefix("r#").unwrap_or(name) == field.name;
    (!follows).then(|| format!("name = {}", rules::string(&field.name)))
}

/// The template of an import ID, where it can be told apart again: parts with text between them.
fn import_id(id: &ImportId) -> Option<String> {
    let is_identifier = |name: &str| {
        !name.starts_with(|char: char| char.is_ascii_digit())
            && name.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
    };
    let is_sound = |segment: &Segment| match segment {
        Segment::Literal(text) => !text.contains(['{', '}']),
        Segment::Part(name) => is_identifier(name),
    };
    let apart = !id.segments.windows(2).any(|pair| matches!(pair, [Segment::Part(_), Segment::Part(_)]));
    (apart && id.segments.iter().all(is_sound)).then(|| id.template())
}

fn one_line(text: &str) -> String {
    prose::visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
