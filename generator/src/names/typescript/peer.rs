//! What the peer, `@cdktn/provider-generator` 0.24, does with particular names.

use crate::model::ConstructKind;

/// Class and namespace names that the peer sets apart by `_resource`: keywords, and names that are taken in Go.
const RESERVED_BASE_NAMES: &[&str] = &[
    "string",
    "object",
    "function",
    "implements",
    "interface",
    "let",
    "package",
    "private",
    "protected",
    "public",
    "static",
    "yield",
    "await",
    "license",
    "version",
];

/// Subtrees that the peer replaces by one untyped value to keep its output small, as a path from the construct.
/// No program can use a name from below them.
const UNTYPED: &[(&str, &str, &str)] = &[
    ("aws", "quicksight_template", "definition"),
    ("aws", "quicksight_dashboard", "definition"),
    ("aws", "quicksight_analysis", "definition"),
    ("aws", "data_aws_quicksight_analysis", "definition"),
    ("aws", "wafv2_web_acl", "rule.statement"),
    ("aws", "wafv2_rule_group", "rule.statement"),
    ("oci", "data_oci_objectstorage_private_endpoint", "fqdns"),
    ("oci", "data_oci_objectstorage_private_endpoint_summaries", "private_endpoint_summaries.fqdns"),
];

/// The name of a construct before its case is changed: without the provider's prefix, with that of its kind.
pub fn base_name(provider: &str, kind: ConstructKind, type_name: &str) -> String {
    let name = match kind {
        ConstructKind::Provider => return format!("{provider}_provider"),
        ConstructKind::DataSource => format!("data_{type_name}"),
        ConstructKind::EphemeralResource => format!("ephemeral_{type_name}"),
        _ => type_name.to_owned(),
    };
    let prefix = format!("{provider}_");
    let name = name.strip_prefix(&prefix).unwrap_or(&name);
    let is_reserved = name == "provider" || RESERVED_BASE_NAMES.contains(&name.to_lowercase().as_str());
    if is_reserved { format!("{name}_resource") } else { name.to_owned() }
}

/// The paths below a construct that the peer leaves untyped.
pub fn untyped_paths(provider: &str, kind: ConstructKind, type_name: &str) -> Vec<&'static str> {
    let base_name = base_name(provider, kind, type_name);
    let of_construct = UNTYPED.iter().filter(|(of, construct, _)| *of == provider && *construct == base_name);
    of_construct.map(|(_, _, path)| *path).collect()
}

/// The property of an attribute called `name` in camel case: some names cannot be used in Python, Java or C#.
pub fn escape_property(name: String) -> String {
    match name.as_str() {
        "self" | "build" | "node" | "system" | "software" | "tfResourceType" | "importFrom" | "moveTo" => {
            name + "Attribute"
        }
        "equals" => "equalTo".to_owned(),
        _ => match name.strip_prefix("get") {
            Some(rest) if rest.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                format!("fetch{rest}")
            }
            _ => name,
        },
    }
}

/// The name of a nested block or object; `…List` is kept for the lists of them.
pub fn escape_struct(mut name: String) -> String {
    if name.len() >= 4 && name[name.len() - 4..].eq_ignore_ascii_case("list") {
        name.push_str("Struct");
    }
    name
}
