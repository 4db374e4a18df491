//! What is read from documentation pages, against what people read there: `tests/facts`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ferroform_generator::facts::FieldFacts;
use ferroform_generator::facts::docs::{Docs, read_docs};
use ferroform_generator::model::{Check, ConstructKind};
use ferroform_generator::schema::{self, Block, ProviderSchema};
use ferroform_tests::{root, shared};
use serde_json::{Number, Value};

#[test]
fn of_aws() {
    agrees("aws", "schemas/aws-6.19.0-approx-full.json", "docs/aws/hcl");
}

#[test]
fn of_google() {
    agrees("google", "schemas/google-7.9.0.json", "docs-hcl/google");
}

#[test]
fn of_azure() {
    agrees("azurerm", "schemas/azurerm-4.65.0.json", "docs-hcl/azurerm");
}

/// Compares facts with both draws of labels: nearly all of the labelled arguments are described at a path that the label names, and
/// nearly all values that are found to be allowed are those that the label has.
fn agrees(provider: &str, schema: &str, pages: &str) {
    let Some(shared) = shared() else { return };
    let corpus = shared.join("corpus");
    let (schemas, _) = schema::read(&corpus.join(schema).as_path().into()).unwrap();
    let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
    let pages = corpus.join(pages);
    let docs = read_docs(&pages, schema).unwrap();
    println!("{provider}: {:?}", docs.understood.coverage);
    for draw in ["", "fresh/"] {
        let reader = Reader::of(&docs, schema, &pages, &format!("{draw}{provider}.jsonl"));
        println!("{draw}{provider}: {} arguments that the schema has", reader.labels.len());
        let described = reader.described();
        let kinds = reader.kinds();
        for (kind, score) in &kinds {
            println!("  {kind}: stated {}, found {}, wrong {}", score.stated, score.found, score.wrong);
        }
        assert!(described >= 0.97, "{draw}{provider}: {described:.3}");
        let allowed = &kinds["allowed"];
        assert!(allowed.found * 8 >= allowed.stated * 7 && allowed.wrong == 0, "{draw}{provider}");
    }
}

/// The labels of a draw, beside what was read from the same pages.
struct Reader<'a> {
    docs: &'a Docs,
    pages: &'a Path,
    labels: Vec<Value>,
}

/// How often facts of a kind are stated, found as they are stated, and found otherwise.
#[derive(Default)]
struct Score {
    stated: usize,
    found: usize,
    wrong: usize,
}

impl<'a> Reader<'a> {
    /// Pages and schema are of different versions: labels of what the schema does not have are left out.
    fn of(docs: &'a Docs, schema: &ProviderSchema, pages: &'a Path, file: &str) -> Self {
        let file: PathBuf = root().join("tests/facts").join(file);
        let labels = fs::read_to_string(file).unwrap();
        let labels = labels.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let labels = labels.filter(|label| label["label"] == "argument" && label["described"] == true);
        Self { docs, pages, labels: labels.filter(|label| is_in_schema(schema, label)).collect() }
    }

    /// The share of labels that a field is described at with the words that stand at the label's line.
    fn described(&self) -> f64 {
        let missed: Vec<_> = self.labels.iter().filter(|label| !self.is_described(label)).collect();
        for label in &missed {
            println!(
                "  not described: {}:{} {}{}",
                label["page"], label["line"], label["path"], label["paths"]
            );
        }
        #[allow(clippy::cast_precision_loss)] // a few hundred
        let share = 1.0 - missed.len() as f64 / self.labels.len() as f64;
        share
    }

    fn is_described(&self, label: &Value) -> bool {
        let page = fs::read_to_string(self.pages.join(label["page"].as_str().unwrap())).unwrap();
        let line = usize::try_from(label["line"].as_u64().unwrap()).unwrap();
        let said = letters(&page.lines().skip(line - 1).take(12).collect::<Vec<_>>().join(" "));
        self.fields(label).iter().any(|field| {
            let begin = field.description.as_ref();
            let begin = begin.map(|said| letters(&said.text).chars().take(24).collect::<String>());
            begin.is_some_and(|begin| said.contains(&begin))
        })
    }

    /// The fields that a label names.
    fn fields(&self, label: &Value) -> Vec<&FieldFacts> {
        let (kind, name) = construct(label);
        let constructs = self.docs.constructs.iter();
        let of_page =
            constructs.filter(|((other, type_name), _)| *other == kind && is_called(type_name, name));
        of_page
            .flat_map(|(_, facts)| paths(label).into_iter().filter_map(|path| facts.fields.get(path)))
            .collect()
    }

    /// Compares each kind of fact, and prints what differs.
    fn kinds(&self) -> BTreeMap<&'static str, Score> {
        let mut kinds: BTreeMap<_, Score> = BTreeMap::new();
        for label in &self.labels {
            let fields = self.fields(label);
            let Some(field) = fields.first() else { continue };
            let found = found(field);
            for (kind, stated) in stated(label) {
                let score = kinds.entry(kind).or_default();
                let found = found.get(kind).cloned().unwrap_or_default();
                score.stated += usize::from(!stated.is_empty());
                score.found += usize::from(!stated.is_empty() && stated == found);
                score.wrong += usize::from(!found.is_empty() && stated != found);
                if stated != found {
                    let place = format!("{}:{} {}", label["page"], label["line"], label["path"]);
                    println!("  {kind} {place}: stated {stated:?}, found {found:?}");
                }
            }
        }
        kinds
    }
}

/// Facts of a label, by kind.
fn stated(label: &Value) -> Vec<(&'static str, BTreeSet<String>)> {
    let kinds = [
        "allowed",
        "range",
        "length",
        "items",
        "default",
        "conflicts",
        "exactly_one_of",
        "at_least_one_of",
        "required_with",
        "forces_new",
        "deprecated",
    ];
    let texts = |kind: &str| match &label[kind] {
        // Where there are more, no values are all.
        _ if kind == "allowed" && label["allowed_open"] == true => BTreeSet::new(),
        Value::Bool(true) => BTreeSet::from(["true".to_owned()]),
        Value::String(text) => BTreeSet::from([text.clone()]),
        Value::Array(bounds) if ["range", "length", "items"].contains(&kind) => {
            BTreeSet::from([bounds.iter().map(bound).collect::<Vec<_>>().join("..")])
        }
        Value::Array(values) => {
            let own = label["path"].as_str().unwrap_or_default().rsplit('.').next().unwrap_or_default();
            let values =
                values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            let is_other = |value: &String| kind == "allowed" || value != own;
            values.filter(is_other).collect()
        }
        _ => BTreeSet::new(),
    };
    // Of what is true or false the type says it.
    let truth = BTreeSet::from(["false".to_owned(), "true".to_owned()]);
    kinds.map(|kind| (kind, texts(kind))).into_iter().filter(|(_, texts)| *texts != truth).collect()
}

fn bound(value: &Value) -> String {
    if value.is_null() { String::new() } else { value.to_string() }
}

/// Facts of a field, in the form of labels.
fn found(field: &FieldFacts) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut found: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let (mut least, mut most) = (String::new(), String::new());
    for rule in &field.rules {
        let number = |bound: &Option<Number>| bound.as_ref().map(ToString::to_string).unwrap_or_default();
        let count = |bound: &Option<u64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        let (kind, texts): (_, Vec<String>) = match &rule.check {
            Check::OneOf(values) => ("allowed", values.clone()),
            Check::OneOfNumbers(values) => ("allowed", values.iter().map(ToString::to_string).collect()),
            Check::Range { min, max } => ("range", vec![format!("{}..{}", number(min), number(max))]),
            Check::Length { min, max } => ("length", vec![format!("{}..{}", count(min), count(max))]),
            Check::ConflictsWith(names) => ("conflicts", names.clone()),
            Check::ExactlyOneOf(names) => ("exactly_one_of", names.clone()),
            Check::AtLeastOneOf(names) => ("at_least_one_of", names.clone()),
            Check::RequiredWith(names) => ("required_with", names.clone()),
            Check::MinItems(min) => {
                least = min.to_string();
                continue;
            }
            Check::MaxItems(max) => {
                most = max.to_string();
                continue;
            }
            Check::Pattern(_) => continue,
        };
        found.entry(kind).or_default().extend(texts);
    }
    if !(least.is_empty() && most.is_empty()) {
        found.insert("items", BTreeSet::from([format!("{least}..{most}")]));
    }
    let default = field.default.as_ref().map(|default| default.trim_matches('`').to_owned());
    found.insert("default", default.into_iter().collect());
    let yes = |holds: bool| holds.then(|| "true".to_owned()).into_iter().collect();
    found.insert("forces_new", yes(field.forces_new.is_some()));
    found.insert("deprecated", yes(field.deprecated.is_some()));
    found
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
