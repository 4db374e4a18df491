//! Every TypeScript module type-checks and loads, every class of it works, and names are those that users know.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ferroform_generator::names::case::{to_camel_case, to_pascal_case, to_snake_case};
use ferroform_tests::{Node, Project, ferroform, node, root, run, shared};
use serde_json::Value;

use crate::programs::Runtime;
use crate::programs::Runtime::{Cdktf, Cdktn};

#[test]
fn constructs_of_every_feature_on_cdktn() {
    sound(&feature_schemas(), Cdktn);
}

#[test]
fn constructs_of_every_feature_on_cdktf() {
    sound(&feature_schemas(), Cdktf);
}

#[test]
fn constructs_of_real_providers() {
    let Some(shared) = shared() else { return };
    let schemas = ["hcloud", "github", "btp"];
    sound(&schemas.map(|provider| shared.join(format!("corpus/schemas/{provider}.json"))), Cdktn);
}

#[test]
fn the_runtime_on_cdktn() {
    runtime(Cdktn);
}

#[test]
fn the_runtime_on_cdktf() {
    runtime(Cdktf);
}

#[test]
fn es_modules_import_constructs_by_name() {
    let Some((node, project)) = bindings(&root().join("schemas/aws-apigatewayv2.json"), Cdktn) else {
        return;
    };
    project.write("package.json", r#"{ "type": "module" }"#);
    project.write("main.mjs", include_str!("../javascript/imports.mjs"));
    node.run(&project, "main.mjs").success();
}

#[test]
fn names_change_case_as_codemaker_changes_them() {
    let Some(node) = node() else { return };
    let mut names = BTreeSet::new();
    let mut schemas = feature_schemas();
    schemas.extend(json_files(&root().join("schemas")));
    if let Some(shared) = shared() {
        schemas.extend(json_files(&shared.join("corpus/schemas")));
    }
    for schema in schemas {
        let schema = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
        collect_keys(&schema, &mut names);
    }
    let project = Project::new();
    node.link(&project);
    project.write("names.json", &serde_json::to_string(&names).unwrap());
    project.write("cases.js", include_str!("../javascript/cases.js"));
    let said = node.run(&project, "cases.js").success().stdout;
    let codemaker: Vec<[String; 4]> = serde_json::from_str(&said).unwrap();
    assert_eq!(codemaker.len(), names.len());
    for (name, expected) in names.iter().zip(codemaker) {
        let camel = to_camel_case(name);
        let python = to_snake_case(&camel);
        assert_eq!([camel, to_pascal_case(name), to_snake_case(name), python], expected, "{name}");
    }
}

/// Type-checks the modules of all schemas at once, then makes one of every construct and nested class.
fn sound(schemas: &[PathBuf], runtime: Runtime) {
    let Some(node) = node() else { return };
    let project = Project::new();
    node.link(&project);
    for (number, schema) in schemas.iter().enumerate() {
        generate(schema, runtime, &project.path().join(number.to_string()).join(".gen"));
    }
    node.tsc(&project, &["*/.gen/**/*.d.ts"]).success();
    for (number, schema) in schemas.iter().enumerate() {
        instantiate(&node, &project, &number.to_string(), schema, runtime);
    }
}

/// Makes one of every construct and nested class of the bindings in the folder's `.gen`.
pub fn instantiate(node: &Node, project: &Project, folder: &str, schema: &Path, runtime: Runtime) {
    let script = format!("{folder}/instantiate.js");
    project.write(&script, include_str!("../javascript/instantiate.js"));
    let said = node.run_with(project, &script, &[runtime.package()]).success().stdout;
    assert!(said.contains(" constructs"), "{}: {said}", schema.display());
}

/// The runtime's own tests, which use tables written by hand.
fn runtime(runtime: Runtime) {
    let Some((node, project)) = bindings(&root().join("schemas/terraform.json"), runtime) else { return };
    for (file, text) in [
        (".gen/runtime.test.js", include_str!("../javascript/runtime.test.js")),
        (".gen/rules.test.js", include_str!("../javascript/rules.test.js")),
    ] {
        project.write(file, &text.replace("cdktn", runtime.package()));
        node.run_with(&project, "--test", &[file]).success();
    }
}

/// A project with the TypeScript bindings of a schema in `.gen`.
fn bindings(schema: &Path, runtime: Runtime) -> Option<(Node, Project)> {
    let node = node()?;
    let project = Project::new();
    node.link(&project);
    generate(schema, runtime, &project.path().join(".gen"));
    Some((node, project))
}

fn generate(schema: &Path, runtime: Runtime, out: &Path) {
    let mut command = ferroform();
    command.args(["generate", "--runtime", runtime.package(), "--schema"]).arg(schema);
    run(command.arg("--typescript-out").arg(out)).success();
}

/// The schemas that show one feature each.
pub fn feature_schemas() -> Vec<PathBuf> {
    let tests = root().join("generator/tests");
    json_files(&tests.join("features")).chain(json_files(&tests.join("typescript"))).collect()
}

fn json_files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|extension| extension == "json"))
}

/// Every name that a schema holds is a key somewhere in it.
fn collect_keys(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                names.insert(name.clone());
                collect_keys(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, names)),
        _ => {}
    }
}
