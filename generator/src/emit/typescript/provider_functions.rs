//! The module of a provider's functions.

use askama::Template;

use super::docs;
use super::text::{comment, prose};
use crate::emit::table;
use crate::model::{Function, Parameter, Provider, Type};
use crate::names::provider_functions::{FunctionNames, FunctionsNames};

/// The module, in all its files.
pub struct Functions<'a> {
    header: &'a str,
    table: String,
    class: &'a str,
    doc: String,
    constructor_doc: String,
    methods: Vec<Method<'a>>,
}

#[derive(Template)]
#[template(path = "typescript/provider-functions.js")]
pub struct FunctionsModule<'a>(pub &'a Functions<'a>);

#[derive(Template)]
#[template(path = "typescript/provider-functions.ts")]
pub struct FunctionsSource<'a>(pub &'a Functions<'a>);

#[derive(Template)]
#[template(path = "typescript/provider-functions.d.ts")]
pub struct FunctionsDeclarations<'a>(pub &'a Functions<'a>);

struct Method<'a> {
    doc: String,
    name: &'a str,
    parameters: String,
    result: &'static str,
}

impl<'a> Functions<'a> {
    /// Decides everything that the templates write.
    pub fn new(header: &'a str, provider: &'a Provider, names: &'a FunctionsNames) -> Self {
        let functions = provider.functions.iter().zip(&names.functions);
        Self {
            header,
            table: table::functions(&provider.functions, names),
            class: &names.class,
            doc: comment("", &[format!("The functions of the provider {} (Terraform 1.8).", provider.address.name)]),
            constructor_doc: comment(
                "  ",
                &[
                    "A provider's configuration has them ready, as `functions`.".to_owned(),
                    "@param providerLocalName the name that stacks require the provider by, usually its own; an \
                     alias is none"
                        .to_owned(),
                ],
            ),
            methods: functions.map(|(function, names)| method(function, names)).collect(),
        }
    }
}

fn method<'a>(function: &Function, names: &'a FunctionNames) -> Method<'a> {
    let optional = function.optional_from();
    let mut parameters = Vec::new();
    for (at, (parameter, name)) in function.parameters.iter().zip(&names.parameters).enumerate() {
        let mark = if at >= optional { "?" } else { "" };
        parameters.push(format!("{name}{mark}: {}", given(parameter)));
    }
    if let (Some(variadic), Some(name)) = (&function.variadic, names.parameters.last()) {
        parameters.push(format!("{name}: Array<{}>", given(variadic)));
    }
    Method {
        doc: comment("  ", &doc(function, names)),
        name: &names.method,
        parameters: parameters.join(", "),
        result: result(&function.returns),
    }
}

fn doc(function: &Function, names: &FunctionNames) -> Vec<String> {
    let text = function.description.as_ref().map(|text| &text.text).or(function.summary.as_ref());
    let mut paragraphs = vec![text.map(|text| prose(text)).unwrap_or_default()];
    for (parameter, name) in function.all_parameters().zip(&names.parameters) {
        let said = parameter.description.as_ref().map(|text| prose(&text.text)).unwrap_or_default();
        let nullable = if parameter.nullable { "`cdktn.Token.nullValue()` is `null`." } else { "" };
        let words = [said.as_str(), nullable].into_iter().filter(|words| !words.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            paragraphs.push(format!("@param {name} {words}"));
        }
    }
    paragraphs.extend(docs::deprecation(function.deprecated.as_deref()));
    paragraphs
}

/// What can be given for a parameter.
fn given(parameter: &Parameter) -> String {
    let ty = value(&parameter.ty);
    if parameter.nullable && !takes_expressions(&parameter.ty) {
        format!("{ty} | cdktn.IResolvable")
    } else {
        ty
    }
}

/// Whether the type of what is given has room for any expression as it is.
fn takes_expressions(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Number => false,
        Type::List(element) | Type::Set(element) => !matches!(**element, Type::String | Type::Number),
        Type::Map(element) => !matches!(**element, Type::String | Type::Number | Type::Bool),
        Type::Bool | Type::Dynamic | Type::Object(_) | Type::Tuple(_) => true,
    }
}

fn value(ty: &Type) -> String {
    match ty {
        Type::String => "string".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Bool => "boolean | cdktn.IResolvable".to_owned(),
        Type::Dynamic | Type::Object(_) | Type::Tuple(_) => "any".to_owned(),
        Type::List(element) | Type::Set(element) => match (&**element, plain_list(element)) {
            (Type::String | Type::Number, _) => format!("{}[]", value(element)),
            (Type::Bool, _) => "Array<boolean | cdktn.IResolvable> | cdktn.IResolvable".to_owned(),
            (_, Some(list)) => format!("{list}[] | cdktn.IResolvable"),
            (_, None) => "any[] | cdktn.IResolvable".to_owned(),
        },
        Type::Map(element) => match **element {
            Type::String | Type::Number => format!("{{ [key: string]: {} }}", value(element)),
            Type::Bool => "{ [key: string]: (boolean | cdktn.IResolvable) }".to_owned(),
            _ => "any".to_owned(),
        },
    }
}

/// Lists, of whatever depth, of strings or numbers.
fn plain_list(ty: &Type) -> Option<String> {
    let (Type::List(element) | Type::Set(element)) = ty else { return None };
    match **element {
        Type::String | Type::Number => Some(format!("{}[]", value(element))),
        _ => plain_list(element).map(|list| list + "[]"),
    }
}

fn result(ty: &Type) -> &'static str {
    match ty {
        Type::String => "string",
        Type::Number => "number",
        Type::List(element) | Type::Set(element) => match **element {
            Type::String => "string[]",
            Type::Number => "number[]",
            _ => "cdktn.IResolvable",
        },
        Type::Map(element) => match **element {
            Type::String => "{ [key: string]: string }",
            Type::Number => "{ [key: string]: number }",
            Type::Bool => "{ [key: string]: boolean }",
            _ => "{ [key: string]: any }",
        },
        Type::Bool | Type::Dynamic | Type::Object(_) | Type::Tuple(_) => "cdktn.IResolvable",
    }
}
