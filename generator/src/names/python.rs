//! What modules, arguments and members are called in Python.
//!
//! The peer's Python bindings are made by jsii-pacmak from its TypeScript ones, so Python's names follow from
//! TypeScript's: properties and methods in snake case, keywords with an underscore behind them. Classes keep their names.

use std::collections::HashSet;

use super::{case, typescript};
use crate::model::{Block, BlockId, Construct, ConstructKind, Presence, Provider};

/// The names of one construct's module and of what is in it.
#[derive(Debug, Clone)]
pub struct ConstructNames {
    /// The module, such as `apigatewayv2_integration_response`.
    pub module: String,
    /// The construct's class: as in TypeScript, unless Python has a keyword of that name.
    pub class: String,
    /// The construct's first parameter: `scope`, unless an argument is called so.
    pub scope: String,
    /// The construct's second parameter, the construct ID: `id_`, or `id` where no argument is called so.
    pub id: String,
    /// The parameter that collects meta-arguments in stubs: `meta`, unless an argument is called so.
    pub meta: String,
    /// The members of each block, by [`BlockId`], in the order of [`typescript::ConstructNames::members`].
    pub members: Vec<Vec<MemberNames>>,
}

/// The names that one field gives to members of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberNames {
    /// The argument and the attribute, such as `cors_configuration`.
    pub name: String,
    /// The method that sets a nested block or object, such as `put_cors_configuration`.
    pub put: String,
    /// The method that unsets an optional field, such as `reset_cors_configuration`.
    pub reset: String,
    /// The attribute that holds what was set, such as `cors_configuration_input`.
    pub input: String,
}

/// What jsii-pacmak takes for keywords.
pub const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Class members of constructs that TypeScript keeps apart from those of instances, and Python does not.
const CLASS_MEMBERS: &[&str] = &[
    "generate_config_for_import",
    "is_construct",
    "is_terraform_data_source",
    "is_terraform_element",
    "is_terraform_provider",
    "is_terraform_resource",
];

/// The folder of the runtime, which stands beside those of the providers.
pub const RUNTIME: &str = "ferroform";

/// The package of a provider: its name, as Python can import it.
#[must_use]
pub fn package(provider: &Provider) -> String {
    unique(escape(provider.address.name.replace('-', "_")), &mut HashSet::from([RUNTIME.to_owned()]))
}

/// Decides all names of a provider, for each construct that has names in TypeScript.
#[must_use]
pub fn assign(provider: &Provider, names: &[typescript::ConstructNames]) -> Vec<ConstructNames> {
    // Every module imports the runtime under its name.
    let mut modules = HashSet::from([RUNTIME.to_owned()]);
    let constructs = provider.constructs.iter().zip(names);
    constructs.map(|(construct, names)| construct_names(construct, names, &mut modules)).collect()
}

fn construct_names(
    construct: &Construct,
    names: &typescript::ConstructNames,
    modules: &mut HashSet<String>,
) -> ConstructNames {
    let blocks = construct.blocks.iter().zip(&names.members).enumerate();
    let members: Vec<_> = blocks
        .map(|(id, (block, names))| {
            let is_construct = BlockId(id) == BlockId::ROOT;
            block_members(block, names, construct.kind == ConstructKind::Provider, is_construct)
        })
        .collect();
    let arguments: HashSet<&str> = settable(construct.root(), &members[BlockId::ROOT.0]).collect();
    ConstructNames {
        module: unique(case::to_snake_case(&escape(names.namespace.clone())), modules),
        class: escape(names.class.clone()),
        scope: parameter("scope", &arguments),
        id: parameter("id", &arguments),
        meta: parameter("meta", &arguments),
        members,
    }
}

/// The names of what a program can set. Names without a field (a provider's `alias`) are settable.
fn settable<'a>(block: &'a Block, members: &'a [MemberNames]) -> impl Iterator<Item = &'a str> {
    let is_settable = |at: usize| block.fields.get(at).is_none_or(crate::model::Field::is_settable);
    members.iter().enumerate().filter(move |(at, _)| is_settable(*at)).map(|(_, names)| names.name.as_str())
}

/// A positional parameter beside keyword arguments.
fn parameter(name: &str, arguments: &HashSet<&str>) -> String {
    let mut name = name.to_owned();
    while arguments.contains(name.as_str()) {
        name.push('_');
    }
    name
}

fn block_members(
    block: &Block,
    names: &[typescript::MemberNames],
    is_provider: bool,
    is_construct: bool,
) -> Vec<MemberNames> {
    let mut taken: HashSet<String> = HashSet::new();
    if is_construct {
        taken.extend(CLASS_MEMBERS.iter().map(|name| (*name).to_owned()));
    }
    let attributes = attributes(block, names, &mut taken);
    let members = names.iter().zip(attributes).enumerate().map(|(at, (names, name))| {
        let field = block.fields.get(at);
        let is_settable = field.is_none_or(crate::model::Field::is_settable);
        let is_required = field.is_some_and(|field| field.presence == Presence::Required);
        let has_put = !is_provider && field.is_some_and(|field| typescript::StructKey::of(field).is_some());
        let mut method = |exists: bool, name: &str| {
            let name = escape(case::to_snake_case(name));
            if exists { unique(name, &mut taken) } else { name }
        };
        MemberNames {
            put: method(is_settable && has_put, &names.put),
            reset: method(is_settable && !is_required, &names.reset),
            input: method(is_settable, &names.input),
            name,
        }
    });
    members.collect()
}

/// The attributes of fields. Where two properties differ in case only, the one that is called so in Terraform keeps the name.
fn attributes(block: &Block, names: &[typescript::MemberNames], taken: &mut HashSet<String>) -> Vec<String> {
    let mut attributes: Vec<String> =
        names.iter().map(|names| escape(case::to_snake_case(&names.property))).collect();
    let is_own =
        |at: usize, attribute: &str| block.fields.get(at).is_some_and(|field| field.name == attribute);
    let (own, others): (Vec<usize>, Vec<usize>) =
        (0..attributes.len()).partition(|at| is_own(*at, &attributes[*at]));
    for at in own.into_iter().chain(others) {
        attributes[at] = unique(std::mem::take(&mut attributes[at]), taken);
    }
    attributes
}

/// A keyword gets an underscore.
pub(super) fn escape(mut name: String) -> String {
    if KEYWORDS.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

/// A name that is taken gets underscores until it is not.
pub(super) fn unique(mut name: String, taken: &mut HashSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}
