//! Python packages: a stub for type checkers, and beside it a table from which the classes are made.

mod docs;
mod imports;
mod module;
mod provider_functions;
mod runtime;
mod stub;
mod text;
mod types;

use askama::Template;

use super::Input;
use crate::model::ConstructKind;
use crate::names::provider_functions as function_names;
use crate::names::{python, typescript};
use crate::output::Tree;
pub use runtime::emit_shared;

/// The package of a provider.
#[derive(Template)]
#[template(path = "python/provider.py")]
struct Package {
    doc: String,
}

/// The stub of a provider's package.
#[derive(Template)]
#[template(path = "python/provider.pyi")]
struct PackageStub {
    doc: String,
}

/// Adds the package of one provider.
pub fn emit(
    input: Input,
    names: &[typescript::ConstructNames],
    python: &[python::ConstructNames],
    tree: &mut Tree,
) {
    let provider = input.provider;
    let folder = python::package(provider);
    let doc = text::docstring(&format!("Bindings for the Terraform provider {}.", provider.address), "");
    let package = Package { doc: doc.clone() };
    tree.add(format!("{folder}/__init__.py"), render(&package));
    tree.add(format!("{folder}/__init__.pyi"), render(&PackageStub { doc }));
    tree.add(format!("{folder}/py.typed"), "");
    let has_functions = input.runtime.has_provider_functions();
    let functions = has_functions.then(|| function_names::typescript(provider, names)).flatten();
    let functions = functions.map(|names| function_names::python(&names, python));
    for (index, construct) in input.constructs() {
        if !input.runtime.has(construct.kind) {
            continue;
        }
        // Kinds that have no names yet are not written.
        let (Some(names), Some(python)) = (names.get(index), python.get(index)) else { continue };
        let construct = names.seen(construct);
        let module = format!("{folder}/{}", python.module);
        let functions = functions.as_ref().filter(|_| construct.kind == ConstructKind::Provider);
        tree.add(format!("{module}/__init__.py"), module::render(input, construct, names, python, functions));
        tree.add(format!("{module}/__init__.pyi"), stub::render(input, construct, names, python, functions));
    }
    if let Some(names) = &functions {
        let module = format!("{folder}/{}", names.module);
        tree.add(format!("{module}/__init__.py"), provider_functions::module(provider, names));
        tree.add(format!("{module}/__init__.pyi"), provider_functions::stub(provider, names));
    }
}

fn render(template: &impl Template) -> String {
    let mut text = template.render().expect("a template writes text");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
