//! What documentation comments say.

use super::text::prose;
use crate::emit::{constraint, import_id, link};
use crate::model::{Block, Check, Construct, ConstructKind, Description, Field, Provider};
use crate::names::case;

/// Reading a write-only value: providers return it to nobody.
const WRITE_ONLY_GETTER: &str = "@deprecated The value is write-only: reading it always gives `null`.";

/// A property of a configuration interface.
pub fn field(field: &Field) -> Vec<String> {
    let mut paragraphs = vec![described(field)];
    paragraphs.push(constraints(field));
    paragraphs.extend(field.default.as_deref().map(|default| format!("@default {}", prose(default))));
    paragraphs.extend(deprecation(field.deprecated.as_deref()));
    paragraphs
}

/// A getter. What can be set is described where it is set.
pub fn getter(field: &Field) -> Vec<String> {
    if field.write_only {
        return vec![WRITE_ONLY_GETTER.to_owned()];
    }
    let text = if field.is_settable() { String::new() } else { described(field) };
    std::iter::once(text).chain(deprecation(field.deprecated.as_deref())).collect()
}

/// The interface of a nested block or object.
pub fn nested(block: &Block) -> Vec<String> {
    let text = block.description.as_ref().map(|text| prose(&text.text)).unwrap_or_default();
    std::iter::once(text).chain(deprecation(block.deprecated.as_deref())).collect()
}

/// The interface of a construct's configuration.
pub fn config(provider: &Provider, construct: &Construct) -> Vec<String> {
    vec![registry(provider, construct)]
}

/// The class of a construct.
pub fn construct(provider: &Provider, construct: &Construct) -> Vec<String> {
    let text = construct.description.as_ref().map(|text| prose(&text.text)).unwrap_or_default();
    let mut paragraphs = vec![text, registry(provider, construct)];
    paragraphs.extend(deprecation(construct.deprecated.as_deref()));
    paragraphs
}

/// The constructor of a construct.
pub fn constructor(construct: &Construct) -> Vec<String> {
    let kind = match construct.kind {
        ConstructKind::Provider => "provider's configuration",
        kind => kind.term(),
    };
    vec![
        format!("Declares the {kind} `{}`.", construct.type_name),
        "@param scope where it is declared, usually a stack".to_owned(),
        "@param id its name, unique within the scope".to_owned(),
        "@param config its arguments".to_owned(),
    ]
}

/// The method that imports what exists already.
pub fn import(construct: &Construct) -> Vec<String> {
    let ids = import_id::forms(&construct.import, &|id| format!("`{}`", prose(id)));
    vec![
        "Writes the configuration of something that exists already when the stack is planned.".to_owned(),
        "@param scope where it is declared".to_owned(),
        "@param importToId the name that the configuration is to have".to_owned(),
        format!(
            "@param importFromId the import ID of what exists{}",
            ids.map(|ids| format!(": {ids}")).unwrap_or_default()
        ),
        "@param provider the provider that knows it".to_owned(),
    ]
}

fn registry(provider: &Provider, construct: &Construct) -> String {
    link::documentation(provider, construct)
        .map(|url| format!("See {{@link {url} {}}}.", construct.type_name))
        .unwrap_or_default()
}

fn described(field: &Field) -> String {
    match &*field.descriptions {
        [] => String::new(),
        [Description { text, .. }] => prose(&text.text),
        // Places that share the shape are described differently.
        several => {
            let texts = several.iter().map(|one| format!("`{}`: {}", one.path, prose(&one.text.text)));
            texts.collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn constraints(field: &Field) -> String {
    let code = |text: &str| format!("`{}`", prose(text));
    let property = |name: &str| code(&case::to_camel_case(name));
    // Allowed values stand in the type.
    let rules =
        field.unsaid_rules().filter(|rule| !matches!(rule.check, Check::OneOf(_) | Check::OneOfNumbers(_)));
    let mut sentences: Vec<String> =
        rules.filter_map(|rule| constraint::sentence(&rule.check, &code, &property)).collect();
    sentences.extend(constraint::blocks(&field.kind));
    sentences.extend(field.unsaid_replacement().then(|| constraint::REPLACES.to_owned()));
    if field.write_only {
        sentences.push("Write-only: Terraform passes it on and stores it nowhere.".to_owned());
    } else if field.sensitive {
        sentences.push("Sensitive: Terraform does not show it.".to_owned());
    }
    sentences.join(" ")
}

/// Why something should no longer be used.
pub fn deprecation(reason: Option<&str>) -> Option<String> {
    reason.map(|reason| format!("@deprecated {}", prose(reason)).trim_end().to_owned())
}
