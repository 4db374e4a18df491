//! The `use` declarations of a Rust program.

use std::collections::BTreeMap;

use super::super::Bindings;
use super::super::classes::Classes;
use super::layout::declaration;
use super::order::version_order;

/// One declaration: the crate, the module in it or nothing, and what is imported.
struct Use {
    package: String,
    module: String,
    names: Vec<String>,
}

/// The declarations, in the order in which rustfmt puts them.
pub(super) fn declarations(providers: &[Bindings<'_>], classes: &Classes<'_>) -> String {
    let mut by_path: BTreeMap<(String, &str), Vec<String>> = BTreeMap::new();
    for (class, called) in classes.iter() {
        let path = (providers[class.provider].vocabulary.package(), class.module);
        let name =
            if class.name == called { called.to_owned() } else { format!("{} as {called}", class.name) };
        by_path.entry(path).or_default().push(name);
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
