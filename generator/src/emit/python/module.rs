//! The module itself: the table of a construct, and what Python calls things where that is not plain from it.

use askama::Template;
use serde_json::{Map, Value, json};

use super::{docs, text};
use crate::emit::{Input, table};
use crate::model::Construct;
use crate::names::provider_functions::FunctionsNames;
use crate::names::{python, typescript};

/// A module.
#[derive(Template)]
#[template(path = "python/module.py")]
struct Module {
    doc: String,
    /// JSON within `r'''…'''`.
    table: String,
    config: String,
    /// Further arguments for the runtime.
    arguments: Vec<String>,
}

/// Renders a construct's module.
pub fn render(
    input: Input,
    construct: &Construct,
    names: &typescript::ConstructNames,
    python: &python::ConstructNames,
    functions: Option<&FunctionsNames>,
) -> String {
    let mut arguments = Vec::new();
    if (python.scope.as_str(), python.id.as_str()) != ("scope", "id_") {
        arguments.push(format!(
            "positional=({}, {})",
            text::literal(&python.scope),
            text::literal(&python.id)
        ));
    }
    let renamed = renamed(construct, names, python);
    if !renamed.is_empty() {
        arguments.push(format!("names={}", Value::Object(renamed)));
    }
    let aliases = aliases(names);
    if !aliases.is_empty() {
        arguments.push(format!("aliases={}", Value::Object(aliases)));
    }
    let outer = outer(names);
    if !outer.is_empty() {
        arguments.push(format!("outer={}", Value::Object(outer)));
    }
    if python.class != names.class {
        arguments.push(format!("class_name={}", text::literal(&python.class)));
    }
    arguments.extend(functions.map(|names| {
        format!("functions=({}, {})", text::literal(&names.module), text::literal(&names.class))
    }));
    let table = table::render(input.provider, construct, names);
    let module = Module {
        doc: text::docstring(&docs::title(construct), ""),
        // A quote is no part of JSON's syntax, so it can only stand in a string.
        table: table.replace('\'', "\\u0027"),
        config: text::literal(&names.config),
        arguments,
    };
    super::render(&module)
}

/// Members that are not called what follows from Terraform's name of the field.
fn renamed(
    construct: &Construct,
    names: &typescript::ConstructNames,
    python: &python::ConstructNames,
) -> Map<String, Value> {
    let mut blocks = Map::new();
    for (id, (block, (names, python))) in
        construct.blocks.iter().zip(names.members.iter().zip(&python.members)).enumerate()
    {
        let mut members = Map::new();
        for (at, (names, python)) in names.iter().zip(python).enumerate() {
            let name = block.fields.get(at).map_or("alias", |field| field.name.as_str());
            if !is_plain(name, python) {
                members.insert(
                    names.property.clone(),
                    json!([python.name, python.input, python.put, python.reset]),
                );
            }
        }
        if !members.is_empty() {
            blocks.insert(id.to_string(), Value::Object(members));
        }
    }
    blocks
}

fn is_plain(name: &str, python: &python::MemberNames) -> bool {
    python.name == name
        && python.input.strip_suffix("_input") == Some(name)
        && python.put.strip_prefix("put_") == Some(name)
        && python.reset.strip_prefix("reset_") == Some(name)
}

/// Further names of nested classes, by the name that the table has for them, each with the class and the field that use it.
fn aliases(names: &typescript::ConstructNames) -> Map<String, Value> {
    let shared = names.structs.iter().filter(|nested| !nested.aliases.is_empty());
    let aliases = shared.map(|nested| {
        let aliases =
            nested.aliases.iter().map(|alias| (alias.name.clone(), json!([alias.owner, alias.field])));
        (nested.name.clone(), Value::Object(aliases.collect()))
    });
    aliases.collect()
}

/// The classes that stand for others, which are levels of a recursion.
fn outer(names: &typescript::ConstructNames) -> Map<String, Value> {
    let levels =
        names.structs.iter().filter_map(|nested| Some((nested.name.clone(), json!(nested.outer.as_ref()?))));
    levels.collect()
}
