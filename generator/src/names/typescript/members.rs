//! Properties and methods: unique within their class, and never one of the class that it extends.

use std::collections::HashSet;

use super::{MemberNames, StructKey, peer};
use crate::model::{Block, BlockId, Construct, ConstructKind, Field, Presence};
use crate::names::case;

/// Members of every JavaScript object that the language itself, or a program that prints a value, calls.
const OBJECT: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Members of `TerraformElement` and `Construct`. `node`, `importFrom`, `moveTo` and `get…` are escaped by the peer.
const ELEMENT: &[&str] = &[
    "addOverride",
    "cdktfStack",
    "constructNodeMetadata",
    "fqn",
    "friendlyUniqueId",
    "overrideLogicalId",
    "rawOverrides",
    "registerProviderFeatureUsage",
    "resetOverrideLogicalId",
    "synthesizeAttributes",
    "synthesizeHclAttributes",
    "terraformGeneratorMetadata",
    "terraformResourceType",
    "toHclTerraform",
    "toMetadata",
    "toTerraform",
    "with",
];

/// Members of `TerraformResource`, `TerraformDataSource` and `TerraformEphemeralResource`.
const RESOURCE: &[&str] = &[
    "addMoveTarget",
    "hasResourceMove",
    "interpolationForAttribute",
    "markWriteOnlyAttribute",
    "moveFromId",
    "moveToId",
    "terraformMetaArguments",
];

/// Meta-arguments: Terraform itself lets no provider have attributes of these names.
const META_ARGUMENTS: &[&str] = &["count", "dependsOn", "forEach", "lifecycle", "provider"];

/// Meta-arguments of resources, which the library's data sources accept too.
const RESOURCE_META_ARGUMENTS: &[&str] = &["connection", "provisioners"];

/// Members of `TerraformProvider`, and the getter of provider-defined functions. `alias` is meant to be overridden.
const PROVIDER: &[&str] = &["functions", "metaAttributes", "terraformProviderSource"];

/// Members of `ComplexObject`, and those that every nested class has.
const NESTED: &[&str] = &[
    "complexObjectIndex",
    "complexObjectIsFromSet",
    "computeFqn",
    "creationStack",
    "fqn",
    "internalValue",
    "interpolationAsList",
    "interpolationForAttribute",
    "resolve",
    "terraformAttribute",
    "terraformResource",
];

/// The names of members for each block of a construct.
pub fn assign(construct: &Construct, has_functions: bool) -> Vec<Vec<MemberNames>> {
    let mut reserved = reserved_on(construct.kind);
    if !has_functions {
        reserved.remove("functions");
    }
    let nested: HashSet<&str> = OBJECT.iter().chain(NESTED).copied().collect();
    let blocks = construct.blocks.iter().enumerate();
    let members = blocks.map(|(id, block)| {
        let is_root = BlockId(id) == BlockId::ROOT;
        of_block(block, construct.kind, is_root, if is_root { &reserved } else { &nested })
    });
    members.collect()
}

fn reserved_on(kind: ConstructKind) -> HashSet<&'static str> {
    let lists: &[&[&str]] = match kind {
        ConstructKind::Provider => &[OBJECT, ELEMENT, PROVIDER],
        ConstructKind::EphemeralResource => &[OBJECT, ELEMENT, RESOURCE, META_ARGUMENTS],
        _ => &[OBJECT, ELEMENT, RESOURCE, META_ARGUMENTS, RESOURCE_META_ARGUMENTS],
    };
    lists.iter().copied().flatten().copied().collect()
}

fn of_block(block: &Block, kind: ConstructKind, is_root: bool, reserved: &HashSet<&str>) -> Vec<MemberNames> {
    let is_provider = kind == ConstructKind::Provider;
    let mut fields: Vec<Option<&Field>> = block.fields.iter().map(Some).collect();
    if is_provider && is_root && block.fields.iter().all(|field| field.name != "alias") {
        fields.push(None);
    }
    let name_of = |field: Option<&Field>| field.map_or("alias", |field| field.name.as_str()).to_owned();
    let names: Vec<String> = fields.iter().map(|field| name_of(*field)).collect();
    let properties = properties(&names, reserved);

    let mut taken: HashSet<String> = properties.iter().cloned().collect();
    let terraform_names: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut members = Vec::with_capacity(names.len());
    for ((field, name), property) in fields.iter().zip(&names).zip(properties) {
        let is_settable = field.is_none_or(Field::is_settable);
        let is_required = field.is_some_and(|field| field.presence == Presence::Required);
        let has_put = !is_provider && field.is_some_and(|field| StructKey::of(field).is_some());
        let capital = case::upper_first(&property);
        let mut method = |exists: bool, usual: String, escaped: &dyn Fn(&str) -> String, escape: bool| {
            if !exists {
                return usual;
            }
            let mut name = if escape { escaped("Tf") } else { usual };
            let mut mark = "Tf".to_owned();
            while reserved.contains(name.as_str()) || !taken.insert(name.clone()) {
                name = escaped(&mark);
                mark.push_str("Tf");
            }
            name
        };
        let put =
            method(is_settable && has_put, format!("put{capital}"), &|tf| format!("put{tf}{capital}"), false);
        let has_reset_field = terraform_names.contains(format!("reset_{name}").as_str());
        let reset = method(
            is_settable && !is_required,
            format!("reset{capital}"),
            &|tf| format!("reset{tf}{capital}"),
            has_reset_field,
        );
        let has_input_field = terraform_names.contains(format!("{name}_input").as_str());
        let input = method(
            is_settable,
            format!("{property}Input"),
            &|tf| format!("{property}{tf}Input"),
            has_input_field,
        );
        members.push(MemberNames { property, put, reset, input });
    }
    members
}

/// The properties of fields: where two names differ in Terraform only (`policy_id`, `_id` beside `id`), the peer drops
/// all but the last; here the last keeps the name and the others are told apart.
fn properties(names: &[String], reserved: &HashSet<&str>) -> Vec<String> {
    let mut properties: Vec<String> = names
        .iter()
        .map(|name| {
            let property = peer::escape_property(case::to_camel_case(&case::words(name)));
            match property.bytes().next() {
                None | Some(b'0'..=b'9') => format!("_{property}"),
                _ if reserved.contains(property.as_str()) => format!("{property}Attribute"),
                _ => property,
            }
        })
        .collect();
    let mut taken = HashSet::with_capacity(properties.len());
    let mut losers = Vec::new();
    for (index, property) in properties.iter().enumerate().rev() {
        if !taken.insert(property.clone()) {
            losers.push(index);
        }
    }
    for index in losers.into_iter().rev() {
        let property = &mut properties[index];
        while !taken.insert(property.clone()) {
            property.push_str("Attribute");
        }
    }
    properties
}
