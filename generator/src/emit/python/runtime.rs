//! The runtime: written by hand, and once per output.

use askama::Template;

use super::render;
use crate::emit::{Runtime, typescript};
use crate::model::ConstructKind;
use crate::names::python::RUNTIME as FOLDER;
use crate::output::Tree;

/// The types that stubs are written in.
#[derive(Template)]
#[template(path = "python/ferroform/stubs.pyi")]
struct Stubs {
    library: &'static str,
    has_ephemeral_resources: bool,
}

/// The manifest of the package that jsii's kernel loads.
#[derive(Template)]
#[template(path = "python/ferroform/javascript/jsii.json", escape = "none")]
struct Manifest {
    library: &'static str,
    has_ephemeral_resources: bool,
}

#[derive(Template)]
#[template(path = "python/ferroform/javascript/package.json", escape = "none")]
struct PackageManifest {
    library: &'static str,
}

#[derive(Template)]
#[template(path = "python/ferroform/library.py")]
struct Library {
    library: &'static str,
}

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../templates/python/ferroform/", $name)))),*]
    };
}

/// Files that are the same whatever the bindings stand on.
const FILES: &[(&str, &str)] = files! {
    "__init__.py" "assembly.py" "javascript/python.js" "constructs.py" "functions.py" "kernel.py" "members.py" "module.py" "nested.py"
    "objects.py" "problems.py" "signatures.py" "stubs.py" "table.py" "types.py" "values.py"
};

/// Adds what every output has once, whatever providers it holds.
pub fn emit_shared(runtime: Runtime, tree: &mut Tree) {
    let library = runtime.package();
    let has_ephemeral_resources = runtime.has(ConstructKind::EphemeralResource);
    let rendered = [
        ("stubs.pyi", render(&Stubs { library, has_ephemeral_resources })),
        ("javascript/jsii.json", render(&Manifest { library, has_ephemeral_resources })),
        ("javascript/package.json", render(&PackageManifest { library })),
        ("library.py", render(&Library { library })),
    ];
    for (name, text) in rendered {
        tree.add(format!("{FOLDER}/{name}"), text);
    }
    for (name, text) in FILES {
        tree.add(format!("{FOLDER}/{name}"), *text);
    }
    for (name, text) in typescript::runtime_files(runtime) {
        tree.add(format!("{FOLDER}/javascript/{name}"), text);
    }
    tree.add(format!("{FOLDER}/py.typed"), "");
}
