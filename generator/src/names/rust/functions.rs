//! The module of a provider's functions.

use std::collections::HashSet;

use super::{BlockNames, ConstructNames, fields, identifier, nested};
use crate::model::{Function, Provider};

/// The names of the functions of a provider, which are in a module of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionsNames {
    /// The module: `functions`, unless a construct's has that name.
    pub module: String,
    /// By function.
    pub functions: Vec<FunctionNames>,
}

/// The names of one function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionNames {
    /// The function, such as `arn_parse`; raw where the name is a keyword.
    pub name: String,
    /// The parameters, the one that takes all further arguments last.
    pub parameters: Vec<String>,
    /// The structs of the objects that it takes and returns, such as `ArnParseResult`, by
    /// [`BlockId`](crate::model::BlockId).
    pub blocks: Vec<BlockNames>,
}

/// Decides the names of every function, clear of those of the constructs.
#[must_use]
pub fn assign(provider: &Provider, constructs: &[ConstructNames]) -> FunctionsNames {
    let mut modules = constructs.iter().map(|names| super::file(&names.module).to_owned()).collect();
    let mut taken: HashSet<String> = nested::RESERVED.iter().map(|name| (*name).to_owned()).collect();
    let mut functions = HashSet::new();
    FunctionsNames {
        module: identifier::module("functions", "", &mut modules),
        functions: provider
            .functions
            .iter()
            .map(|function| names(function, &mut functions, &mut taken))
            .collect(),
    }
}

fn names(function: &Function, functions: &mut HashSet<String>, taken: &mut HashSet<String>) -> FunctionNames {
    let name = free(&identifier::field(&function.name), functions);
    let mut parameters = HashSet::new();
    let written = function.all_parameters();
    let parameters =
        written.map(|parameter| free(&identifier::field(&parameter.name), &mut parameters)).collect();
    let structs: Vec<_> = function
        .blocks
        .iter()
        .map(|block| {
            let words = block.first_path.split('.').map(identifier::pascal).collect::<String>();
            free(&identifier::escape_type(&(identifier::pascal(&function.name) + &words)), taken)
        })
        .collect();
    let references = nested::references(&structs, taken);
    let blocks = function.blocks.iter().zip(structs).zip(references).map(|((block, name), reference)| {
        BlockNames { reference, fields: fields::assign(&block.fields), ..BlockNames::new(name) }
    });
    FunctionNames { name, parameters, blocks: blocks.collect() }
}

/// The name, with a number behind it where it is taken.
fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut count = 1;
    while !taken.insert(candidate.clone()) {
        count += 1;
        candidate = format!("{}_{count}", identifier::plain(name));
    }
    candidate
}
