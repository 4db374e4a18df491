//! The module of a provider's functions, and its stub.

use std::borrow::Cow;

use askama::Template;

use super::imports::{ANY, BOOL, DEPRECATED, FLOAT, Imports, LIST, MAPPING, Name, RESOLVABLE, SEQUENCE, STR};
use super::{docs, text};
use crate::emit::{Runtime, table};
use crate::model::{Function, Parameter, Provider, Type};
use crate::names::provider_functions::{FunctionNames, FunctionsNames};

#[derive(Template)]
#[template(path = "python/provider_functions.py")]
struct Module {
    doc: String,
    table: String,
}

#[derive(Template)]
#[template(path = "python/provider_functions.pyi")]
struct Stub<'a> {
    doc: String,
    imports: Vec<String>,
    class: &'a str,
    string: String,
    functions: Vec<Declaration<'a>>,
}

struct Declaration<'a> {
    decorator: Option<String>,
    method: &'a str,
    /// What stands behind `self`.
    parameters: String,
    result: String,
    doc: String,
}

/// Renders the module.
pub fn module(provider: &Provider, names: &FunctionsNames) -> String {
    super::render(&Module { doc: doc(provider), table: table::functions(&provider.functions, names) })
}

/// Renders the stub.
pub fn stub(provider: &Provider, names: &FunctionsNames) -> String {
    let declared = names.functions.iter().map(|names| Cow::Borrowed(names.method.as_str()));
    let types = Types(Imports::new(declared.chain([Cow::Borrowed(names.class.as_str())]).collect()));
    let functions = provider.functions.iter().zip(&names.functions);
    let functions: Vec<_> = functions.map(|(function, names)| types.declaration(function, names)).collect();
    super::render(&Stub {
        doc: doc(provider),
        class: &names.class,
        string: types.name(STR),
        functions,
        imports: types.0.statements(Runtime::Cdktn),
    })
}

fn doc(provider: &Provider) -> String {
    text::docstring(&format!("The functions of the provider {} (Terraform 1.8).", provider.address.name), "")
}

struct Types<'a>(Imports<'a>);

impl Types<'_> {
    fn declaration<'a>(&self, function: &Function, names: &'a FunctionNames) -> Declaration<'a> {
        let optional = function.optional_from();
        let mut parameters = String::new();
        for (at, (parameter, name)) in function.parameters.iter().zip(&names.parameters).enumerate() {
            let default = if at >= optional { " = None" } else { "" };
            parameters += &format!(", {name}: {}{default}", self.given(parameter));
        }
        if let (Some(variadic), Some(name)) = (&function.variadic, names.parameters.last()) {
            parameters += &format!(", {name}: {}[{}]", self.name(SEQUENCE), self.given(variadic));
        }
        let reason = function.deprecated.as_deref().map(str::trim);
        Declaration {
            decorator: reason.map(|reason| {
                let reason = if reason.is_empty() { "No reason is given." } else { reason };
                format!("@{}({})", self.name(DEPRECATED), text::literal(reason))
            }),
            method: &names.method,
            parameters,
            result: self.result(&function.returns),
            doc: function_doc(function, names),
        }
    }

    /// What can be given for a parameter.
    fn given(&self, parameter: &Parameter) -> String {
        let ty = self.value(&parameter.ty);
        if !parameter.nullable || matches!(parameter.ty, Type::Dynamic | Type::Object(_) | Type::Tuple(_)) {
            return ty;
        }
        let resolvable = self.name(RESOLVABLE);
        if ty.ends_with(&format!(" | {resolvable}")) {
            format!("{ty} | None")
        } else {
            format!("{ty} | {resolvable} | None")
        }
    }

    fn value(&self, ty: &Type) -> String {
        match ty {
            Type::String => self.name(STR),
            Type::Number => self.name(FLOAT),
            Type::Bool => format!("{} | {}", self.name(BOOL), self.name(RESOLVABLE)),
            Type::Dynamic | Type::Object(_) | Type::Tuple(_) => self.name(ANY),
            Type::List(element) | Type::Set(element) => {
                let list = format!("{}[{}]", self.name(SEQUENCE), self.value(element));
                match **element {
                    Type::String | Type::Number => list,
                    _ => format!("{list} | {}", self.name(RESOLVABLE)),
                }
            }
            Type::Map(element) => {
                let map = format!("{}[{}, {}]", self.name(MAPPING), self.name(STR), self.value(element));
                match **element {
                    Type::String | Type::Number | Type::Bool => map,
                    _ => format!("{map} | {}", self.name(RESOLVABLE)),
                }
            }
        }
    }

    fn result(&self, ty: &Type) -> String {
        match ty {
            Type::String => self.name(STR),
            Type::Number => self.name(FLOAT),
            Type::List(element) | Type::Set(element) if matches!(**element, Type::String | Type::Number) => {
                format!("{}[{}]", self.name(LIST), self.result(element))
            }
            Type::Map(element) => {
                let values = match **element {
                    Type::String => STR,
                    Type::Number => FLOAT,
                    Type::Bool => BOOL,
                    _ => ANY,
                };
                format!("{}[{}, {}]", self.name(MAPPING), self.name(STR), self.name(values))
            }
            _ => self.name(RESOLVABLE),
        }
    }

    fn name(&self, name: Name) -> String {
        self.0.name(name).to_string()
    }
}

fn function_doc(function: &Function, names: &FunctionNames) -> String {
    let said = function.description.as_ref().map(|text| &text.text).or(function.summary.as_ref());
    let mut doc = said.map(|said| said.trim().to_owned()).unwrap_or_default();
    let parameters = function.all_parameters().zip(&names.parameters).map(|(parameter, name)| {
        (name.as_str(), parameter.description.as_ref().map(|text| text.text.clone()))
    });
    let parameters = docs::parameter_lines(parameters);
    if !doc.is_empty() && !parameters.is_empty() {
        doc.push('\n');
    }
    doc += &parameters;
    if doc.is_empty() { "...".to_owned() } else { text::docstring(&doc, "        ") }
}
