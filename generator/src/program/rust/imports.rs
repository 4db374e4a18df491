//! The `use` declarations of a Rust program.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::declaration;
use super::order::version_order;
use super::{Printer, functions};

/// What programs import of the runtime.
const RUNTIME: &[&str] = &[
    "Any",
    "App",
    "Block",
    "Blocks",
    "FileProvisioner",
    "Import",
    "List",
    "LocalExec",
    "Map",
    "Meta",
    "Module",
    "ModuleRef",
    "Number",
    "Output",
    "ProviderRef",
    "Reference",
    "RemoteExec",
    "Removed",
    "Set",
    "SshConnection",
    "Stack",
    "Value",
    "Variable",
    "WinrmConnection",
    "conditional",
    "count_index",
    "each_key",
    "each_value",
];

/// Functions of the runtime beside Terraform's own.
pub(super) const FUNCTIONS: &[&str] = &["conditional", "count_index", "each_key", "each_value"];

/// Macros of the runtime, as programs call them.
const MACROS: &[&str] = &["expression!", "object!", "template!"];

/// One declaration: the crate, the module in it or nothing, and what is imported.
struct Use {
    package: String,
    module: String,
    names: Vec<String>,
}

/// The declarations, in the order in which rustfmt puts them; `names` is what the program says.
pub(super) fn declarations(printer: &Printer<'_>, names: &BTreeSet<String>) -> String {
    let words: BTreeSet<&str> =
        names.iter().flat_map(|name| name.split(['<', '>', '(', ')', ',', ' ', '&'])).map(first).collect();
    let mut by_path: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for (class, called) in printer.classes.iter() {
        if !words.contains(called) {
            continue;
        }
        let path = (printer.providers[class.provider].vocabulary.package(), class.module);
        let name =
            if class.name == called { called.to_owned() } else { format!("{} as {called}", class.name) };
        by_path.entry(path).or_default().push(name);
    }
    let runtime = || "ferroform".to_owned();
    let macros = MACROS.iter().filter(|name| names.contains(**name)).map(|name| name.trim_end_matches('!'));
    let of_runtime = RUNTIME.iter().copied().filter(|name| words.contains(name)).chain(macros);
    let of_runtime: Vec<_> =
        of_runtime.chain(printer.traits.borrow().iter().copied()).map(str::to_owned).collect();
    if !of_runtime.is_empty() {
        by_path.insert((runtime(), ""), of_runtime);
    }
    let called: Vec<String> =
        functions::names().filter(|name| names.contains(*name)).map(str::to_owned).collect();
    if !called.is_empty() {
        by_path.insert((runtime(), "functions"), called);
    }
    let mut uses: Vec<Use> = by_path
        .into_iter()
        .map(|((package, module), mut names)| {
            names.sort_by(|left, right| version_order(left, right));
            Use { package, module: module.to_owned(), names }
        })
        .collect();
    uses.sort_by(|left, right| {
        let (left_rank, left_name) = left.key();
        let (right_rank, right_name) = right.key();
        version_order(&left.package, &right.package)
            .then(left_rank.cmp(&right_rank))
            .then_with(|| version_order(left_name, right_name))
    });
    uses.iter().map(Use::declaration).collect()
}

impl Use {
    /// What follows the crate sorts: a name or a module by itself, a list after everything.
    fn key(&self) -> (u8, &str) {
        match self.names.as_slice() {
            [name] if self.module.is_empty() => (0, name),
            _ if self.module.is_empty() => (1, ""),
            _ => (0, &self.module),
        }
    }

    fn declaration(&self) -> String {
        let Self { package, module, names } = self;
        let path = if module.is_empty() { package.clone() } else { format!("{package}::{module}") };
        declaration(&path, names)
    }
}

/// The first word of a path, which has to be known.
fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or_default()
}
