//! Terraform's language into programs.
//!
//! Files are read ([`File`]), their blocks brought into an order, and each made into a statement of a
//! [`Program`]. Schemas say what an argument is; what no schema describes is taken as it is used. What a configuration
//! refers to and does not declare is left to the program's caller.

mod body;
mod catalog;
mod comments;
mod expression;
mod file;
mod functions;
mod infer;
mod item;
mod json;
mod meta;
mod raw;
mod scope;
mod statement;
mod template;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use catalog::Catalog;
pub use file::{File, files_in};
use item::{Item, ItemKind, Order};

use crate::Problem;
use crate::emit::Runtime;
use crate::model::{ConstructKind, Provider};
use crate::names::Names;
use crate::program::{Bindings, Frame, Language, Parameter, Program, Undeclared};

/// A configuration, converted.
#[derive(Debug, Clone)]
pub struct Conversion {
    /// The program. Its providers are those that were known, in their order, and then [`Self::implied`].
    pub program: Program,
    /// Providers that no schema describes, with what the configuration shows of them.
    pub implied: Vec<Provider>,
    /// How many blocks the configuration has.
    pub blocks: usize,
    /// What Terraform will not accept, and is converted all the same.
    pub warnings: Vec<Problem>,
}

impl Conversion {
    /// The program in a language; `known` are the names of the providers that the configuration was converted with.
    #[must_use]
    pub fn print(&self, known: &[Names<'_>], language: Language, runtime: Runtime) -> String {
        let implied: Vec<_> = self.implied.iter().map(Names::new).collect();
        let vocabularies: Vec<_> =
            known.iter().chain(&implied).map(|names| (names.provider, names.vocabulary(language))).collect();
        let bindings: Vec<_> = vocabularies
            .iter()
            .map(|(provider, vocabulary)| Bindings { provider, vocabulary: &**vocabulary })
            .collect();
        self.program.print(language, &bindings, runtime)
    }
}

/// The constructs that a configuration declares or refers to: what has to be known to convert it.
#[must_use]
pub fn constructs(files: &[File]) -> BTreeSet<(ConstructKind, String)> {
    item::constructs(&item::items(files))
}

/// Converts a configuration.
///
/// # Errors
///
/// Every mistake that keeps it from being a configuration of Terraform's: unknown functions, blocks without labels,
/// declarations that need each other in a circle.
pub fn convert(files: &[File], known: &Catalog<'_>, frame: Frame) -> Result<Conversion, Vec<Problem>> {
    let items = item::items(files);
    let mut implied = Vec::new();
    let uses = |word: &str| item::constructs(&items).iter().any(|(_, name)| catalog::prefix(name) == word);
    if !known.has_builtin() && uses("terraform") {
        implied = infer::builtin();
    }
    let inferred = infer::providers(&items, &known.and(&implied), &sources(&items));
    implied.extend(inferred);
    let catalog = known.and(&implied);
    let order = if frame == Frame::Page { Order::ByKind } else { Order::Written };
    let (ordered, circle) = item::in_order(&items, order);
    let mut writer = Writer {
        catalog: &catalog,
        declared: item::declared(&items),
        statements_by_address: HashMap::new(),
        imported: statement::imported(&items),
        undeclared: Vec::new(),
        parameters: Vec::new(),
        warnings: Vec::new(),
        problems: circle.iter().map(|&index| circular(&items[index])).collect(),
    };
    let mut statements = Vec::new();
    if frame != Frame::Page {
        statements.extend(writer.default_providers(&items));
    }
    for index in ordered {
        let item = &items[index];
        let made = writer.statements(item);
        if let (Some(address), false) = (&item.address, made.is_empty()) {
            writer.statements_by_address.insert(address.clone(), statements.len());
        }
        statements.extend(made);
    }
    let Writer { undeclared, parameters, warnings, problems, .. } = writer;
    if !problems.is_empty() {
        return Err(problems);
    }
    let program = Program {
        stack: "MyConvertedCode".to_owned(),
        frame,
        statements,
        undeclared,
        parameters,
        guessed: catalog.guessed(known),
    };
    let blocks = files.iter().map(|file| file.body.blocks().count()).sum();
    Ok(Conversion { program, implied, blocks, warnings })
}

/// Makes statements and notes what they refer to.
struct Writer<'a> {
    catalog: &'a Catalog<'a>,
    /// The addresses of everything that the configuration declares.
    declared: HashSet<String>,
    /// The statements so far, by the address of what they declare.
    statements_by_address: HashMap<String, usize>,
    /// IDs of what exists already, by the address of the resource that it becomes.
    imported: BTreeMap<String, String>,
    undeclared: Vec<Undeclared>,
    parameters: Vec<Parameter>,
    warnings: Vec<Problem>,
    problems: Vec<Problem>,
}

/// Where the providers of a configuration come from.
fn sources(items: &[Item<'_>]) -> infer::Sources {
    let mut sources = infer::Sources::new();
    for item in items {
        if let (ItemKind::Block(block), "terraform") = (item.kind, item.block_type()) {
            for required in block.body.get_blocks("required_providers") {
                for attribute in required.body.attributes() {
                    let provider = statement::required_provider(attribute);
                    let address = provider.source.and_then(|source| source.parse().ok());
                    sources.extend(address.map(|address| (provider.name, address)));
                }
            }
        }
    }
    sources
}

fn circular(item: &Item<'_>) -> Problem {
    let span = match item.kind {
        ItemKind::Block(block) => hcl_edit::Span::span(block),
        ItemKind::Local(attribute) => hcl_edit::Span::span(attribute),
    };
    let address = item.address.as_deref().unwrap_or_default();
    item.file.problem(span, format!("`{address}` refers to itself by way of others"))
}
