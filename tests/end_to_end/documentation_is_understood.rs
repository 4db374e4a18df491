//! What is read from documentation pages, against what people read there: `tests/facts`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ferroform_generator::facts::docs::{Docs, read_docs};
use ferroform_generator::model::{Check, ConstructKind};
use ferroform_generator::schema::{self, Block, ProviderSchema};
use ferroform_tests::{Finished, Project, ferroform, root, run, shared};
use serde_json::Value;

#[test]
fn of_aws() {
    agrees("aws", "schemas/aws-6.19.0-approx-full.json", "docs/aws/hcl", 0.98);
}

#[test]
fn of_google() {
    agrees("google", "schemas/google-7.9.0.json", "docs-hcl/google", 0.98);
}

#[test]
fn of_azure() {
    agrees("azurerm", "schemas/azurerm-4.65.0.json", "docs-hcl/azurerm", 0.98);
}

#[test]
fn and_reaches_every_output() {
    let (project, finished) = generated(&[], &["schema.json"]);
    let said = finished.success();
    assert!(
        said.stdout.contains("4 pages, 1 on nothing in the schema; 31 of 33 arguments described"),
        "{}",
        said.stdout
    );
    let lost =
        "gateway.html.markdown: 1 argument of `nothing`: no block of the schema is called so and has them";
    assert!(said.stderr.contains(lost), "{}", said.stderr);
    for file in [
        "rust/src/gateway.rs",
        "python/acme/gateway/__init__.pyi",
        "typescript/providers/acme/gateway/index.d.ts",
        "docs/acme/rust/resources/gateway.md",
    ] {
        assert!(project.read(file).contains("What the gateway is called."), "{file}");
    }
}

#[test]
fn and_is_of_one_provider() {
    let (_, finished) = generated(&[], &["schema.json", "../../../schemas/terraform.json"]);
    let said = finished.code(1).stderr;
    assert!(said.contains("--docs: does not say which of the providers it documents"), "{said}");
    assert!(said.contains("write --docs SOURCE="), "{said}");
    let (_, finished) = generated(&["acme/other=."], &["schema.json"]);
    let said = finished.code(1).stderr;
    assert!(
        said.contains("--docs: names registry.terraform.io/acme/other, which no schema describes"),
        "{said}"
    );
}

/// Runs the generator on the pages that show each form.
fn generated(options: &[&str], schemas: &[&str]) -> (Project, Finished) {
    let project = Project::new();
    let facts = root().join("generator/tests/facts");
    let mut command = ferroform();
    command.current_dir(project.path()).args(["generate", "--rust-out", "rust", "--python-out", "python"]);
    command.args(["--typescript-out", "typescript", "--docs-out", "docs", "--schema"]);
    command.args(schemas.iter().map(|schema| facts.join(schema))).arg("--docs").arg(&facts).args(options);
    let finished = run(&mut command);
    (project, finished)
}

/// Compares descriptions with the labels of a provider: at least this share of the labelled arguments is described, at a path that
/// the label names.
fn agrees(provider: &str, schema: &str, pages: &str, least: f64) {
    let Some(shared) = shared() else { return };
    let corpus = shared.join("corpus");
    let (schemas, _) = schema::read(&corpus.join(schema).as_path().into()).unwrap();
    let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
    let pages = corpus.join(pages);
    let docs = read_docs(&pages, schema).unwrap();
    let labels = fs::read_to_string(root().join(format!("tests/facts/{provider}.jsonl"))).unwrap();
    let labels = labels.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let labels: Vec<_> =
        labels.filter(|label| label["label"] == "argument" && label["described"] == true).collect();
    // Pages and schema are of different versions: what the schema does not have has no place.
    let labels: Vec<_> = labels.into_iter().filter(|label| is_in_schema(schema, label)).collect();
    let missed: Vec<_> = labels.iter().filter(|label| !is_described(&docs, &pages, label)).collect();
    println!(
        "{provider}: {:?}; {} of {} labelled arguments missed",
        docs.understood.coverage,
        missed.len(),
        labels.len()
    );
    for label in &missed {
        println!("  {}:{} {}{}", label["page"], label["line"], label["path"], label["paths"]);
    }
    let values: Vec<_> =
        labels.iter().map(|label| (label, allowed(label), found_values(&docs, label))).collect();
    let stated = values.iter().filter(|(_, allowed, _)| !allowed.is_empty()).count();
    let found = values.iter().filter(|(_, allowed, found)| !allowed.is_empty() && allowed == found).count();
    let wrong: Vec<_> =
        values.iter().filter(|(_, allowed, found)| !found.is_empty() && allowed != found).collect();
    println!("{provider}: allowed values of {found} in {stated} found, {} wrong", wrong.len());
    for (label, allowed, found) in values.iter().filter(|(_, allowed, found)| allowed != found) {
        println!("  {}:{} {allowed:?}, found {found:?}", label["page"], label["line"]);
    }
    #[allow(clippy::cast_precision_loss)] // a few hundred
    let share = 1.0 - missed.len() as f64 / labels.len() as f64;
    assert!(share >= least, "{provider}: {share:.3}");
}

/// Whether a field that the label names is described with the words that stand at the label's line.
fn is_described(docs: &Docs, pages: &Path, label: &Value) -> bool {
    let page = fs::read_to_string(pages.join(label["page"].as_str().unwrap())).unwrap();
    let line = usize::try_from(label["line"].as_u64().unwrap()).unwrap();
    let said = letters(&page.lines().skip(line - 1).take(12).collect::<Vec<_>>().join(" "));
    let (kind, name) = construct(label);
    let of_page =
        docs.constructs.iter().filter(|((other, type_name), _)| *other == kind && is_called(type_name, name));
    let mut fields =
        of_page.flat_map(|(_, facts)| paths(label).into_iter().filter_map(|path| facts.fields.get(path)));
    fields.any(|field| {
        let begin =
            field.description.as_ref().map(|said| letters(&said.text).chars().take(40).collect::<String>());
        begin.is_some_and(|begin| said.contains(&begin))
    })
}

fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).collect()
}

fn is_in_schema(schema: &ProviderSchema, label: &Value) -> bool {
    let (kind, name) = construct(label);
    let group = match kind {
        ConstructKind::Resource => &schema.resource_schemas,
        _ => &schema.data_source_schemas,
    };
    let of_page = group.iter().filter(|(type_name, _)| is_called(type_name, name));
    let blocks: Vec<_> = of_page.filter_map(|(_, schema)| schema.block.as_ref()).collect();
    paths(label).iter().any(|path| blocks.iter().any(|block| has(block, path)))
}

/// What a label's page is about.
fn construct(label: &Value) -> (ConstructKind, &str) {
    let page = label["page"].as_str().unwrap();
    let (folder, name) = page.trim_end_matches(".md").split_once('/').unwrap();
    (if folder == "r" { ConstructKind::Resource } else { ConstructKind::DataSource }, name)
}

/// Whether a page called `name` can be about a construct: some are about several.
fn is_called(type_name: &str, name: &str) -> bool {
    type_name.starts_with(name) || type_name.split_once('_').is_some_and(|(_, rest)| rest.starts_with(name))
}

fn paths(label: &Value) -> Vec<&str> {
    match &label["paths"] {
        Value::Array(paths) => paths.iter().filter_map(Value::as_str).collect(),
        _ => label["path"].as_str().into_iter().collect(),
    }
}

fn has(block: &Block, path: &str) -> bool {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let attribute = block.attributes.get(name);
    match (block.block_types.get(name), rest) {
        (Some(inner), Some(rest)) => has(&inner.block, rest),
        // What attributes hold is not followed.
        (inner, _) => inner.is_some() || attribute.is_some(),
    }
}

fn allowed(label: &Value) -> BTreeSet<String> {
    let values = label["allowed"].as_array().into_iter().flatten();
    values.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The values that the first field of a label is found to allow.
fn found_values(docs: &Docs, label: &Value) -> BTreeSet<String> {
    let (kind, name) = construct(label);
    let of_page =
        docs.constructs.iter().filter(|((other, type_name), _)| *other == kind && is_called(type_name, name));
    let mut fields =
        of_page.flat_map(|(_, facts)| paths(label).into_iter().filter_map(|path| facts.fields.get(path)));
    let rules = fields.next().map(|field| field.rules.as_slice()).unwrap_or_default();
    let values = rules.iter().find_map(|rule| match &rule.check {
        Check::OneOf(values) => Some(values.iter().cloned().collect()),
        _ => None,
    });
    values.unwrap_or_default()
}
