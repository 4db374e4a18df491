//! What doc comments say.

use super::prose::{self, code};
use crate::emit::{constraint, link};
use crate::model::{
    Block, BlockOrigin, Construct, ConstructKind, Description, Field, Provider, Text, TextFormat,
};

/// The first line of a construct's module.
pub fn module(construct: &Construct) -> String {
    format!("{} `{}`.", kind(construct.kind), construct.type_name)
}

/// A construct's struct.
pub fn construct(provider: &Provider, construct: &Construct) -> Vec<String> {
    let text = construct.description.as_ref().map(prose::lines);
    let link = link::documentation(provider, construct);
    paragraphs([
        text.unwrap_or_else(|| vec![format!("{} `{}`.", kind(construct.kind), construct.type_name)]),
        link.map(|url| format!("See [the provider's documentation]({url}).")).into_iter().collect(),
        deprecation(construct.deprecated.as_deref()),
    ])
}

/// A nested struct.
pub fn block(block: &Block) -> Vec<String> {
    let named = || vec![format!("The {} {}.", code(&block.first_path), what(block.origin))];
    block.description.as_ref().map_or_else(named, prose::lines)
}

/// A further name of a nested struct, for a field that is called otherwise.
pub fn alias(field: &str, origin: BlockOrigin, of: &str) -> String {
    format!("The {} {}: as {}.", code(field), what(origin), code(of))
}

fn what(origin: BlockOrigin) -> &'static str {
    if origin == BlockOrigin::Block { "block" } else { "object" }
}

/// A field that can be set. That it is deprecated is said by Rust's own attribute.
pub fn field(field: &Field) -> Vec<String> {
    paragraphs([described(field), constraints(field)])
}

/// What only the provider sets: the method of a reference that reads it.
pub fn computed(field: &Field) -> Vec<String> {
    paragraphs([described(field), constraints(field), deprecation(field.deprecated.as_deref())])
}

fn kind(kind: ConstructKind) -> &'static str {
    match kind {
        ConstructKind::Resource => "The resource",
        ConstructKind::DataSource => "The data source",
        ConstructKind::EphemeralResource => "The ephemeral resource",
        ConstructKind::Provider => "The configuration of the provider",
        ConstructKind::ListResource => "The list resource",
        ConstructKind::Action => "The action",
        ConstructKind::StateStore => "The state store",
    }
}

fn deprecation(reason: Option<&str>) -> Vec<String> {
    let reason = reason.map(|reason| Text { text: reason.to_owned(), format: TextFormat::Plain });
    let lines =
        reason.map(|reason| format!("Deprecated. {}", prose::lines(&reason).join(" ")).trim_end().to_owned());
    lines.into_iter().collect()
}

fn described(field: &Field) -> Vec<String> {
    match &*field.descriptions {
        [] => Vec::new(),
        [Description { text, .. }] => prose::lines(text),
        // Places that share the shape are described differently.
        several => paragraphs(several.iter().map(|Description { path, text, .. }| {
            let mut lines = prose::lines(text);
            match lines.first_mut() {
                Some(first) if !first.starts_with(['`', '~', '#', '-', '*', '+', '|']) => {
                    first.insert_str(0, &format!("At {}: ", code(path)));
                }
                _ => lines.insert(0, format!("At {}:\n", code(path))),
            }
            lines
        })),
    }
}

fn constraints(field: &Field) -> Vec<String> {
    let of = |check| constraint::sentence(check, &code, &code);
    let mut sentences: Vec<String> = field.unsaid_rules().filter_map(|rule| of(&rule.check)).collect();
    sentences.extend(constraint::blocks(&field.kind));
    sentences.extend(field.unsaid_default().map(|default| {
        let text = Text { text: default.to_owned(), format: TextFormat::Markdown };
        format!("Default: {}.", prose::lines(&text).join(" "))
    }));
    sentences.extend(field.unsaid_replacement().then(|| constraint::REPLACES.to_owned()));
    if field.write_only {
        sentences.push("Write-only: Terraform passes it on and stores it nowhere.".to_owned());
    } else if field.sensitive {
        sentences.push("Sensitive: Terraform does not show it.".to_owned());
    }
    if sentences.is_empty() { Vec::new() } else { vec![sentences.join(" ")] }
}

/// Lines of several paragraphs, with an empty line between any two.
pub fn paragraphs(paragraphs: impl IntoIterator<Item = Vec<String>>) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(paragraph);
    }
    lines
}
