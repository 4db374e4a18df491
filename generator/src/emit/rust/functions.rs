//! The module of a provider's functions.

use std::collections::BTreeSet;

use askama::Template;

use super::prose::{self, code};
use super::structs::{Struct, nested, one_line};
use super::types::Types;
use super::{docs, rules};
use crate::model::{ConstructKind, Function, Provider, Text, TextFormat, Type};
use crate::names::rust::{ConstructNames, FunctionNames, FunctionsNames};

/// The call of the macro that declares the functions.
#[derive(Template)]
#[template(path = "rust/functions.rs")]
struct Declarations<'a> {
    /// The provider's local name, as a string literal.
    provider: String,
    functions: Vec<Declaration<'a>>,
}

struct Declaration<'a> {
    doc: Vec<String>,
    attributes: Vec<String>,
    /// The name in Terraform, as a string literal.
    terraform: String,
    name: &'a str,
    parameters: String,
    /// What stands before the semicolon.
    returns: String,
}

/// What the module holds.
pub struct Functions<'a> {
    pub doc: String,
    pub declarations: String,
    pub structs: Vec<Struct<'a>>,
    /// What it needs of `ferroform`.
    pub imports: BTreeSet<&'static str>,
}

/// The functions, and the structs of the objects that they take and return. `shapes` are the names of the structs as types see
/// them, by function: what [`shapes`] makes.
pub fn functions<'a>(
    provider: &'a Provider,
    names: &'a FunctionsNames,
    shapes: &'a [ConstructNames],
) -> Functions<'a> {
    let local = local_name(provider);
    let mut imports = BTreeSet::new();
    let mut structs = Vec::new();
    let mut declarations = Vec::new();
    for ((function, names), shapes) in provider.functions.iter().zip(&names.functions).zip(shapes) {
        let mut types = Types::new(shapes);
        declarations.push(declaration(local, function, names, &mut types));
        structs.extend(
            function
                .blocks
                .iter()
                .zip(&shapes.blocks)
                .map(|(block, names)| nested(block, names, &mut types, None)),
        );
        imports.extend(types.into_imports());
    }
    let declarations = Declarations { provider: rules::string(local), functions: declarations };
    Functions {
        doc: format!(
            "The functions of the provider (Terraform 1.8). The stack has to configure or require it as {}.",
            code(local)
        ),
        declarations: declarations.render().expect("writing to a string does not fail"),
        structs,
        imports,
    }
}

/// The names of each function's structs, as if it were a construct.
pub fn shapes(names: &FunctionsNames) -> Vec<ConstructNames> {
    let shapes = names.functions.iter().map(|function| ConstructNames {
        class: String::new(),
        module: names.module.clone(),
        blocks: function.blocks.clone(),
        identity: None,
    });
    shapes.collect()
}

/// What the provider is called in configuration.
fn local_name(provider: &Provider) -> &str {
    let own = provider.constructs.iter().find(|construct| construct.kind == ConstructKind::Provider);
    own.map_or(&provider.address.name, |own| &own.type_name)
}

fn declaration<'a>(
    local: &str,
    function: &'a Function,
    names: &'a FunctionNames,
    types: &mut Types,
) -> Declaration<'a> {
    let mut parameters = Vec::new();
    for (parameter, name) in function.parameters.iter().zip(&names.parameters) {
        parameters.push(format!("{name}: {}", types.ty(&parameter.name, &parameter.ty)));
    }
    let mut parameters = parameters.join(", ");
    if let (Some(variadic), Some(name)) = (&function.variadic, names.parameters.last()) {
        parameters += &format!("; {name}: {}", types.ty(&variadic.name, &variadic.ty));
    }
    let returns = types.ty(&function.name, &function.returns);
    let arrow = if matches!(function.returns, Type::Object(_)) { "=>" } else { "->" };
    let deprecated = function.deprecated.as_deref().map(|reason| match one_line(reason) {
        reason if reason.is_empty() => "#[deprecated]".to_owned(),
        reason => format!("#[deprecated = {}]", rules::string(&reason)),
    });
    Declaration {
        doc: doc(local, function, names),
        attributes: deprecated.into_iter().collect(),
        terraform: rules::string(&function.name),
        name: &names.name,
        parameters,
        returns: format!("{arrow} {returns}"),
    }
}

fn doc(local: &str, function: &Function, names: &FunctionNames) -> Vec<String> {
    let summary = function.summary.clone().filter(|summary| !summary.is_empty());
    let summary = summary.map(|text| prose::lines(&Text { text, format: TextFormat::Plain }));
    let call = format!("Calls {}.", code(&format!("provider::{local}::{}", function.name)));
    let mut description = function.description.as_ref().map(prose::lines);
    if description == summary {
        description = None;
    }
    let written = function.all_parameters().zip(&names.parameters);
    let parameters = written.filter_map(|(parameter, name)| {
        let said = parameter.description.as_ref().map(prose::lines).unwrap_or_default();
        let nullable = parameter.nullable.then(|| "May be `null`.".to_owned());
        let words: Vec<_> = said.into_iter().filter(|line| !line.is_empty()).chain(nullable).collect();
        (!words.is_empty()).then(|| format!("- {}: {}", code(name), words.join(" ")))
    });
    docs::paragraphs([
        summary.unwrap_or_default(),
        description.unwrap_or_default(),
        parameters.collect(),
        vec![call],
    ])
}
