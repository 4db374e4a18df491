//! What stubs say about constructs and their fields.

use super::text;
use crate::emit::{constraint, import_id, link};
use crate::model::{Check, Construct, ConstructKind, Field, Provider};

/// What is said about a construct, and where its page is.
pub fn construct(provider: &Provider, construct: &Construct) -> String {
    let mut parts = Vec::new();
    parts.extend(construct.description.as_ref().map(|text| text.text.trim().to_owned()));
    parts.retain(|text| !text.is_empty());
    if parts.is_empty() {
        parts.push(title(construct));
    }
    let ids = import_id::forms(&construct.import, &|id| format!("`{id}`"));
    parts.extend(ids.map(|ids| format!("Import ID: {ids}.")));
    parts.extend(construct.deprecated.as_deref().map(deprecated));
    parts.extend(link::documentation(provider, construct));
    parts.join("\n\n")
}

/// What a module is about.
pub fn title(construct: &Construct) -> String {
    let kind = match construct.kind {
        ConstructKind::DataSource => "Data source",
        ConstructKind::EphemeralResource => "Ephemeral resource",
        ConstructKind::Provider => "Configuration of the provider",
        _ => "Resource",
    };
    format!("{kind} `{}`", construct.type_name)
}

/// What is said about a field; nothing if its name and type say it all.
pub fn field(field: &Field) -> Option<String> {
    let mut parts = Vec::new();
    parts.extend(field.description().map(|text| text.text.trim().to_owned()).filter(|text| !text.is_empty()));
    parts.extend(field.unsaid_default().map(|default| format!("Default: {default}.")));
    let code = |text: &str| format!("`{text}`");
    // Allowed values stand in the type.
    let rules = field.unsaid_rules().filter(|rule| !matches!(rule.check, Check::OneOf(_)));
    parts.extend(rules.filter_map(|rule| constraint::sentence(&rule.check, &code, &code)));
    parts.extend(constraint::blocks(&field.kind));
    parts.extend(field.unsaid_replacement().then(|| constraint::REPLACES.to_owned()));
    if field.write_only {
        parts.push(
            "Write-only: Terraform keeps the value in no state, and reading it gives nothing.".to_owned(),
        );
    }
    parts.extend(field.deprecated.as_deref().map(deprecated));
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// The documentation of a construct's parameters; nothing is said of those whose name and type say it all.
pub fn parameters<'a>(parameters: impl Iterator<Item = (&'a str, Option<String>)>, indent: &str) -> String {
    let doc = parameter_lines(parameters);
    if doc.is_empty() { "...".to_owned() } else { text::docstring(&doc, indent) }
}

/// The same as lines, each with a line break before it.
pub fn parameter_lines<'a>(parameters: impl Iterator<Item = (&'a str, Option<String>)>) -> String {
    let mut doc = String::new();
    for (name, text) in parameters {
        let Some(text) = text else { continue };
        doc.push_str(&format!("\n:param {name}:"));
        for (at, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            doc.push_str(if at == 0 { " " } else { "\n    " });
            doc.push_str(line.trim());
        }
    }
    doc
}

/// Why not to use something.
pub fn deprecated(reason: &str) -> String {
    if reason.trim().is_empty() { "Deprecated.".to_owned() } else { format!("Deprecated: {}", reason.trim()) }
}
