//! The structs of a module: a construct's own, and those of its nested blocks and objects.

use super::attribute::{LINE, attributes};
use super::change::BlockChanges;
use super::types::Types;
use super::{docs, prose, rules};
use crate::emit::import_id;
use crate::model::{
    Block, BlockOrigin, Check, Construct, ConstructKind, Description, Field, FieldKind, Identity,
    IdentityAttribute, Limits, Presence, Provider, Text, TextFormat,
};
use crate::names::rust::BlockNames;

/// The columns that a field is indented by.
const MARGIN: usize = 4;

/// A struct that stands for a construct or a nested block.
pub struct Struct<'a> {
    pub doc: Vec<String>,
    pub derive: &'static str,
    pub attributes: Vec<String>,
    /// What only the provider sets: references have it, the struct does not.
    pub computed: Vec<Member<'a>>,
    /// All of it on one line, where it fits and there is nothing to say.
    pub computed_line: Option<String>,
    pub name: &'a str,
    /// A space, or where the line would be too long a line break: what rustfmt puts before the brace.
    pub gap: &'static str,
    pub fields: Vec<Member<'a>>,
}

/// A field of a struct, or one that only references have.
#[derive(PartialEq, Eq, Hash)]
pub struct Member<'a> {
    pub doc: Vec<String>,
    pub attributes: Vec<String>,
    pub name: &'a str,
    /// A space, or where the line would be too long a line break: what rustfmt puts before the type.
    pub gap: &'static str,
    pub ty: String,
}

/// A construct's own struct.
pub fn root<'a>(
    provider: &Provider,
    construct: &'a Construct,
    names: &'a BlockNames,
    types: &mut Types,
    changes: Option<&BlockChanges>,
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
        ConstructKind::Action => "Action",
        ConstructKind::ListResource => "ListResource",
        _ => {
            let templates = construct.import.formats.iter().filter_map(import_id::template);
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
    // Nothing refers to the attributes of the others.
    let has_attributes = construct.kind.has_bindings();
    Struct {
        doc: docs::construct(provider, construct),
        derive,
        ..body(block, names, keys, has_attributes, types, changes)
    }
}

/// The struct of a nested block or object.
pub fn nested<'a>(
    block: &'a Block,
    names: &'a BlockNames,
    types: &mut Types,
    changes: Option<&BlockChanges>,
) -> Struct<'a> {
    let is_object = block.origin == BlockOrigin::ObjectType;
    body(block, names, is_object.then(|| "object".to_owned()).into_iter().collect(), true, types, changes)
}

/// The struct of a resource's identity.
pub fn identity<'a>(
    identity: &Identity,
    names: &'a BlockNames,
    class: &str,
    types: &mut Types,
) -> Struct<'a> {
    let member = |(attribute, name): (&IdentityAttribute, &'a String)| {
        let presence = if attribute.required_for_import { Presence::Required } else { Presence::Optional };
        let description = attribute.description.clone().map(|text| Description {
            path: attribute.name.clone(),
            text: Text { text, format: TextFormat::Plain },
            provenance: crate::model::Provenance::Schema,
        });
        let field = Field {
            name: attribute.name.clone(),
            kind: FieldKind::Attribute(attribute.ty.clone()),
            presence,
            sensitive: false,
            write_only: false,
            deprecated: None,
            descriptions: description.into_iter().collect(),
            default: None,
            forces_new: None,
            rules: Vec::new(),
        };
        settable_member(&field, name, types)
    };
    Struct {
        doc: vec![format!("What identifies one in an import (Terraform 1.12): see {}.", prose::code(class))],
        derive: "Block",
        attributes: attributes(&[format!("identity_of = {class}")], 0),
        computed: Vec::new(),
        computed_line: None,
        name: &names.name,
        gap: gap(&names.name),
        fields: identity.attributes.iter().zip(&names.fields).map(member).collect(),
    }
}

/// What rustfmt puts before the brace.
fn gap(name: &str) -> &'static str {
    if "pub struct  {".len() + name.len() > LINE { "\n" } else { " " }
}

fn body<'a>(
    block: &'a Block,
    names: &'a BlockNames,
    mut keys: Vec<String>,
    has_attributes: bool,
    types: &mut Types,
    changes: Option<&BlockChanges>,
) -> Struct<'a> {
    keys.extend(names.reference.iter().map(|name| format!("ref_name = {}", rules::string(name))));
    let (fields, computed): (Vec<_>, Vec<_>) =
        block.fields.iter().zip(&names.fields).partition(|(field, _)| field.is_settable());
    let computed: Vec<_> = computed
        .into_iter()
        .filter(|_| has_attributes)
        .map(|(field, name)| computed_member(field, name, types))
        .collect();
    let settable = fields.into_iter().map(|(field, name)| {
        let mut member = settable_member(field, name, types);
        member.attributes.extend(changes.into_iter().flat_map(|changes| changes.of_field(&field.name)));
        member
    });
    let mut attributes = attributes(&keys, 0);
    attributes.extend(changes.into_iter().flat_map(|changes| changes.attributes.iter().cloned()));
    Struct {
        doc: docs::block(block),
        derive: "Block",
        attributes,
        computed_line: computed_line(&computed),
        computed,
        name: &names.name,
        gap: gap(&names.name),
        fields: settable.collect(),
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

pub fn one_line(text: &str) -> String {
    prose::visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
