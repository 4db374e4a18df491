//! Bindings of whole providers, judged by the examples on their documentation pages.
//!
//! Each page's example declares the page's construct with everything that is required, so all examples
//! together use every class that was generated. They are type-checked with all bindings, and run.

use std::fs;
use std::path::{Path, PathBuf};

use ferroform_tests::{Project, cargo, cargo_package, ferroform, node, python, root, run, shared};
use serde_json::Value;

#[test]
fn in_python() {
    schemas().iter().for_each(run_python);
}

#[test]
fn in_typescript() {
    schemas().iter().for_each(run_typescript);
}

#[test]
fn in_rust() {
    schemas().iter().for_each(run_rust);
}

/// The schemas of the repository, a small real one where there are any, and those that `FERROFORM_CONFORMANCE`
/// lists as `PATH` lists folders: large providers take minutes to type-check.
fn schemas() -> Vec<Schema> {
    let own = |name: &str| root().join("schemas").join(name);
    let mut schemas = vec![
        Schema { file: own("aws-apigatewayv2.json"), overrides: Some(own("aws.overrides.json")) },
        Schema { file: own("terraform.json"), overrides: Some(own("terraform.overrides.json")) },
    ];
    let listed = std::env::var_os("FERROFORM_CONFORMANCE").unwrap_or_default();
    let mut others: Vec<_> =
        std::env::split_paths(&listed).filter(|path| !path.as_os_str().is_empty()).collect();
    others.extend(shared().map(|shared| shared.join("corpus/schemas/hcloud.json")));
    schemas.extend(others.into_iter().map(|file| Schema { file, overrides: None }));
    schemas
}

/// A provider's schema and the overrides for it.
struct Schema {
    file: PathBuf,
    overrides: Option<PathBuf>,
}

impl Schema {
    /// A project with bindings and pages.
    fn generate(&self, output: &str, folder: &str) -> Project {
        let project = Project::new();
        let mut command = ferroform();
        command.current_dir(project.path()).arg("generate").arg("--schema").arg(&self.file);
        if let Some(overrides) = &self.overrides {
            command.arg("--overrides").arg(overrides);
        }
        if output == "rust" {
            command.arg("--rust-runtime").arg(root().join("runtime"));
        }
        command.arg(format!("--{output}-out")).arg(folder).args(["--docs-out", "docs"]);
        run(&mut command).success();
        project
    }
}

fn run_python(schema: &Schema) {
    let (Some(node), Some(python)) = (node(), python()) else { return };
    let project = schema.generate("python", "imports");
    let examples = examples(&project, "python");
    for (number, example) in examples.iter().enumerate() {
        project.write(&format!("example_{number}.py"), &example.code);
    }
    project.write("main.py", PYTHON_DRIVER);
    assert_declared(&examples, &python.run(&project, "main.py").success().stdout);
    fs::remove_file(project.path().join("main.py")).unwrap();
    node.pyright(&project, &python, "strict", &["."]).success();
}

/// Prints what each example synthesizes, one a line.
const PYTHON_DRIVER: &str = r#"
import importlib
import json
import pathlib
from cdktn import App, Testing
for number in range(len(list(pathlib.Path().glob("example_*.py")))):
    stack = importlib.import_module(f"example_{number}").MyStack(App(), "example")
    print(json.dumps(json.loads(Testing.synth(stack))))
"#;

fn run_typescript(schema: &Schema) {
    let Some(node) = node() else { return };
    let project = schema.generate("typescript", ".gen");
    node.link(&project);
    let examples = examples(&project, "typescript");
    for (number, example) in examples.iter().enumerate() {
        project.write(&format!("example_{number}.ts"), &format!("{}\nexport {{ MyStack }};\n", example.code));
    }
    node.tsc(&project, &["*.ts", ".gen/**/*"]).success();
    project.write("main.js", TYPESCRIPT_DRIVER);
    assert_declared(&examples, &node.run(&project, "main.js").success().stdout);
}

/// Prints what each example synthesizes, one a line.
const TYPESCRIPT_DRIVER: &str = r#"
const fs = require("node:fs");
const { App, Testing } = require("cdktn");
const count = fs.readdirSync(".").filter((name) => /^example_.*\.js$/.test(name)).length;
for (let number = 0; number < count; number++) {
  const { MyStack } = require(`./example_${number}`);
  console.log(JSON.stringify(JSON.parse(Testing.synth(new MyStack(new App(), "example")))));
}
"#;

fn run_rust(schema: &Schema) {
    let project = schema.generate("rust", "bindings");
    let examples = examples(&project, "rust");
    let (mut modules, mut calls) = (String::new(), String::new());
    for (number, example) in examples.iter().enumerate() {
        let code = example.code.replace("\nfn main", "\npub fn main");
        let out = format!("App::with_outdir(\"out/{number}\")");
        project.write(&format!("example_{number}.rs"), &code.replace("App::new()", &out));
        modules += &format!("mod example_{number};\n");
        calls += &format!("    example_{number}::main()?;\n");
    }
    let main = format!("{modules}\nfn main() -> Result<(), ferroform::Error> {{\n{calls}    Ok(())\n}}\n");
    project.write("main.rs", &main);
    let bindings = project.path().join("bindings");
    let name = package_name(&bindings);
    cargo_package(
        &project,
        &format!("examples-of-{name}"),
        &[("ferroform", root().join("runtime")), (&name, bindings)],
    );
    cargo(&project, &["run"]).success();

    let stack = |number| format!("out/{number}/stacks/example/cdk.tf.json");
    let synthesized =
        (0..examples.len()).map(|number| project.read(&stack(number)).replace('\n', " ") + "\n");
    assert_declared(&examples, &synthesized.collect::<String>());
}

fn package_name(folder: &Path) -> String {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    name.unwrap_or_else(|| panic!("{manifest}")).to_owned()
}

/// Each example, whose configuration is a line, declares or imports what its page is about.
fn assert_declared(examples: &[Example], synthesized: &str) {
    assert_eq!(synthesized.lines().count(), examples.len(), "{synthesized}");
    for (example, configuration) in examples.iter().zip(synthesized.lines()) {
        let configuration: Value = serde_json::from_str(configuration).expect("configuration is JSON");
        let Example { type_name, code } = example;
        let kinds = ["resource", "data", "ephemeral", "provider"];
        let is_declared = kinds.iter().any(|kind| configuration[kind].get(type_name).is_some());
        let is_imported = configuration["import"][0]["to"] == format!("{type_name}.example");
        assert!(is_declared || is_imported, "{type_name} is not in {configuration}, made by\n{code}");
    }
}

/// An example on a page.
struct Example {
    /// What the page is about: a type, or a provider's name.
    type_name: String,
    code: String,
}

/// The examples on all pages of a language.
fn examples(project: &Project, language: &str) -> Vec<Example> {
    let mut pages = Vec::new();
    collect_pages(&project.path().join("docs"), &mut pages);
    pages.retain(|page| page.components().any(|part| part.as_os_str() == language));
    pages.sort();
    let pages = pages.iter().map(|page| fs::read_to_string(page).unwrap());
    let examples: Vec<_> = pages.flat_map(|page| examples_on(&page, language)).collect();
    assert!(!examples.is_empty(), "no page has an example in {language}");
    examples
}

fn collect_pages(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_pages(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
}

/// What stands in fences of a language on a page.
fn examples_on(page: &str, language: &str) -> Vec<Example> {
    let title = page.lines().find_map(|line| line.strip_prefix("page_title: \"")?.strip_suffix('"'));
    let type_name = title.and_then(|title| title.rsplit(' ').next()).expect("a page has a title").to_owned();
    let fence = format!("\n```{language}\n");
    let code = page.split(&fence).skip(1).map(|rest| rest.split("\n```\n").next().unwrap().to_owned());
    code.map(|code| Example { type_name: type_name.clone(), code }).collect()
}
