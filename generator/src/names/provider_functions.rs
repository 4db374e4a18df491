//! What the functions of a provider are called in TypeScript and in Python.
//!
//! The peer calls them so; where it gives up, because two names would be one, they are told apart.

use std::collections::HashSet;

use super::typescript::{ConstructNames, KEYWORDS, identifier};
use super::{case, python};
use crate::model::{ConstructKind, Function, Provider};

/// The names of a provider's functions, which are methods of one class in a module of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionsNames {
    /// The class, such as `AwsProviderFunctions`.
    pub class: String,
    /// The module: `provider-functions`, in Python `provider_functions`, unless a construct's has that name.
    pub module: String,
    /// The name under which the provider's index exports the module in TypeScript.
    pub namespace: String,
    /// By function.
    pub functions: Vec<FunctionNames>,
}

/// The names of one function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionNames {
    /// The method, such as `arnParse`.
    pub method: String,
    /// The parameters, the one that takes all further arguments last.
    pub parameters: Vec<String>,
}

/// Members that the class has beside the functions.
const MEMBERS: &[&str] = &["constructor", "providerLocalName"];

/// The names in TypeScript, clear of those of the constructs; none where there is no function.
#[must_use]
pub fn typescript(provider: &Provider, constructs: &[ConstructNames]) -> Option<FunctionsNames> {
    if provider.functions.is_empty() {
        return None;
    }
    let mut modules = constructs.iter().map(|names| names.module.clone()).collect();
    let mut namespaces = constructs.iter().map(|names| names.namespace.clone()).collect();
    let mut methods: HashSet<_> = MEMBERS.iter().map(|name| (*name).to_owned()).collect();
    let names = |function: &Function| FunctionNames {
        method: free(identifier(method(&function.name)), "Function", &mut methods),
        parameters: parameters(function),
    };
    Some(FunctionsNames {
        class: class(provider, constructs),
        module: free("provider-functions".to_owned(), "-a", &mut modules),
        namespace: free("providerFunctions".to_owned(), "A", &mut namespaces),
        functions: provider.functions.iter().map(names).collect(),
    })
}

/// The names in Python, made of those in TypeScript.
#[must_use]
pub fn python(names: &FunctionsNames, constructs: &[python::ConstructNames]) -> FunctionsNames {
    let mut modules = constructs.iter().map(|names| names.module.clone()).collect();
    let mut methods = HashSet::new();
    let functions = names.functions.iter().map(|function| {
        let mut taken = HashSet::from(["self".to_owned()]);
        let parameters = function.parameters.iter();
        FunctionNames {
            method: python::unique(python::escape(case::to_snake_case(&function.method)), &mut methods),
            parameters: parameters
                .map(|name| python::unique(python::escape(case::to_snake_case(name)), &mut taken))
                .collect(),
        }
    });
    FunctionsNames {
        class: names.class.clone(),
        module: python::unique(case::to_snake_case(&names.namespace), &mut modules),
        namespace: names.namespace.clone(),
        functions: functions.collect(),
    }
}

/// The class, clear of those of the provider's configuration, whose module imports it.
fn class(provider: &Provider, constructs: &[ConstructNames]) -> String {
    let configuration = provider
        .constructs
        .iter()
        .zip(constructs)
        .filter(|(construct, _)| construct.kind == ConstructKind::Provider);
    let mut taken: HashSet<String> = HashSet::new();
    for (_, names) in configuration {
        taken.extend([names.class.clone(), names.config.clone()]);
        for nested in &names.structs {
            taken.extend(nested.aliases.iter().map(|alias| alias.name.clone()));
            taken.insert(nested.name.clone());
        }
    }
    let name = case::to_pascal_case(&provider.address.name) + "ProviderFunctions";
    free(identifier(name), "A", &mut taken)
}

fn method(function: &str) -> String {
    // jsii gives every class a member `length`.
    if function == "length" { "lengthOf".to_owned() } else { case::to_camel_case(&case::words(function)) }
}

fn parameters(function: &Function) -> Vec<String> {
    let mut taken = HashSet::new();
    let written = function.all_parameters();
    let names = written.map(|parameter| {
        let name = match identifier(case::to_camel_case(&case::words(&parameter.name))) {
            // Go has a type of this name.
            name if name == "string" => "str".to_owned(),
            name if KEYWORDS.contains(&name.as_str()) => name + "Value",
            name => name,
        };
        free(name, "Value", &mut taken)
    });
    names.collect()
}

/// The name, with the mark behind it as often as the name is taken.
fn free(mut name: String, mark: &str, taken: &mut HashSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push_str(mark);
    }
    name
}
