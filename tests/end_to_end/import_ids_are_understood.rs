//! What documentation says of import IDs, against what people read there: `tests/facts`.

use std::collections::BTreeSet;
use std::fs;

use ferroform_generator::facts::docs::{Docs, read_docs};
use ferroform_generator::model::{ConstructKind, Import, ImportId};
use ferroform_generator::schema;
use ferroform_tests::{Project, cargo, cargo_package, ferroform, root, run, shared};
use serde_json::Value;

#[test]
fn of_aws() {
    agrees("aws", "schemas/aws-6.19.0-approx-full.json", "docs/aws/hcl", [(37, 0), (30, 5)]);
}

#[test]
fn of_google() {
    agrees("google", "schemas/google-7.9.0.json", "docs-hcl/google", [(97, 1), (102, 1)]);
}

#[test]
fn of_azure() {
    agrees("azurerm", "schemas/azurerm-4.65.0.json", "docs-hcl/azurerm", [(130, 6), (130, 6)]);
}

/// A page in prose, no override: its ID comes apart in a Rust program, and a wrong one is refused.
#[test]
fn and_come_apart_in_programs() {
    let project = Project::new();
    let bindings = project.path().join("crate");
    let mut command = ferroform();
    command.args(["generate", "--schema"]).arg(root().join("schemas/aws-apigatewayv2.json"));
    command.arg("--docs").arg(root().join("generator/tests/facts/apigatewayv2"));
    command.arg("--rust-out").arg(&bindings).arg("--rust-runtime").arg(root().join("runtime"));
    command.arg("--docs-out").arg(project.path().join("docs"));
    let said = run(&mut command).success();
    assert!(said.stdout.contains("import IDs: 1 typed, 0 opaque,"), "{}", said.stdout);
    let page = project.read("docs/aws/rust/resources/apigatewayv2_integration_response.md");
    assert!(page.contains("has the format `{api_id}/{integration_id}/{id}`"), "{page}");
    assert!(
        page.contains("aws_apigatewayv2_integration_response.example aabbccddee/1122334/998877"),
        "{page}"
    );

    cargo_package(&project, "uses-import-ids", &[("ferroform-aws", bindings)]);
    project.write(
        "main.rs",
        r#"
use ferroform_aws::apigatewayv2_integration_response::Apigatewayv2IntegrationResponseImportId as IntegrationResponseId;

fn main() {
    let id: IntegrationResponseId = "aabbccddee/1122334/998877".parse().unwrap();
    println!("{} {} {}", id.api_id, id.integration_id, id.id);
    println!("{}", "aabbccddee/1122334".parse::<IntegrationResponseId>().unwrap_err());
}
"#,
    );
    let said = cargo(&project, &["run", "--quiet"]).success().stdout;
    let wrong = "`aabbccddee/1122334` is no import ID of aws_apigatewayv2_integration_response: as \
                 `{api_id}/{integration_id}/{id}`, `/` is missing after the part `integration_id`";
    assert_eq!(said, format!("aabbccddee 1122334 998877\n{wrong}\n"));
}

/// Compares import IDs with both draws of labels: at least so many of several parts are found, and at most so many disagree.
fn agrees(provider: &str, schema: &str, pages: &str, bounds: [(usize, usize); 2]) {
    let Some(shared) = shared() else { return };
    let corpus = shared.join("corpus");
    let (schemas, _) = schema::read(&corpus.join(schema).as_path().into()).unwrap();
    let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
    let docs = read_docs(&corpus.join(pages), schema).unwrap();
    println!("{provider}: {:?}", docs.understood.coverage);
    let found = ["", "fresh/"].map(|draw| compare(&docs, &format!("{draw}{provider}.jsonl")));
    for ((found, wrong), (least, most)) in found.into_iter().zip(bounds) {
        assert!(found >= least && wrong <= most, "{provider}: {found} found, {wrong} disagree");
    }
}

/// How many import IDs of several parts are found as they are labelled, and how many of all disagree.
fn compare(docs: &Docs, file: &str) -> (usize, usize) {
    let labels = fs::read_to_string(root().join("tests/facts").join(file)).unwrap();
    let labels = labels.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let (mut of_several, mut found, mut wrong) = (0, 0, 0);
    for label in labels.filter(|label| label["label"] == "import") {
        let is_of_several = label["kind"] == "composite" || label["kind"] == "path";
        let imports = imports(docs, &label);
        if imports.is_empty() {
            continue;
        }
        let wanted = formats(&label);
        let (mut typed, mut disagrees) = (true, false);
        for import in imports {
            let got: Vec<_> = import.formats.iter().map(ImportId::template).collect();
            let is_right = |format: &String| wanted.iter().any(|wanted| is_alike(format, wanted, &label));
            typed &= !got.is_empty();
            if got.is_empty() && is_of_several {
                println!(
                    "  {}: {wanted:?} is opaque: {:?} {:?}",
                    label["page"], import.opaque, import.examples
                );
            } else if !got.iter().all(is_right) {
                disagrees = true;
                println!("  {}: {wanted:?}, found {got:?} # {}", label["page"], label["note"]);
            }
        }
        of_several += usize::from(is_of_several);
        found += usize::from(is_of_several && typed && !disagrees);
        wrong += usize::from(disagrees);
    }
    println!("{file}: {found} of {of_several} import IDs of several parts found, {wrong} of all disagree");
    (found, wrong)
}

/// Whether a format is that of a label. Parts may be called otherwise only where the label's note has the word.
fn is_alike(format: &str, wanted: &str, label: &Value) -> bool {
    let note = label["note"].as_str().unwrap_or_default().to_lowercase().replace('-', "_");
    // A plus says that the part may hold separators, which labels do not tell.
    let format = &format.replace("{+", "{");
    let pieces = |format: &str| format.split(['{', '}']).map(str::to_owned).collect::<Vec<_>>();
    // A parent's own ID stands for the path that it is: "{server_id}/databases/{name}".
    let behind_parent = wanted.strip_prefix('{').and_then(|rest| rest.split_once("_id}"));
    if let Some((_, behind)) = behind_parent.filter(|_| format.starts_with('/')) {
        return format.ends_with(behind);
    }
    let (found, wanted) = (pieces(format), pieces(wanted));
    // Fixed text and names in turn.
    found.len() == wanted.len()
        && found.iter().zip(&wanted).enumerate().all(|(at, (found, wanted))| {
            let stem = found.strip_suffix("_name").unwrap_or(found);
            found == wanted || at % 2 == 1 && note.contains(stem)
        })
}

fn imports<'d>(docs: &'d Docs, label: &Value) -> Vec<&'d Import> {
    let page = label["page"].as_str().unwrap();
    let name = page.trim_start_matches("r/").trim_end_matches(".md");
    // Pages on several resources are called after what their names begin with.
    let is_of_page = |type_name: &str| {
        type_name.starts_with(name)
            || type_name.split_once('_').is_some_and(|(_, rest)| rest.starts_with(name))
    };
    let is_called = |type_name: &str| {
        type_name == name || type_name.split_once('_').is_some_and(|(_, rest)| rest == name)
    };
    let resources = || docs.constructs.iter().filter(|((kind, _), _)| *kind == ConstructKind::Resource);
    let is_own = resources().any(|((_, type_name), _)| is_called(type_name));
    let of_page = resources().filter(|((_, type_name), _)| {
        if is_own { is_called(type_name) } else { name.ends_with("_iam") && is_of_page(type_name) }
    });
    of_page.map(|(_, facts)| &facts.import).collect()
}

/// The formats of a label, each with and without its optional part.
fn formats(label: &Value) -> BTreeSet<String> {
    let formats = label["formats"].as_array().into_iter().flatten().filter_map(Value::as_str);
    formats
        .flat_map(|format| match (format.find('['), format.find(']')) {
            (Some(open), Some(close)) => {
                vec![format!("{}{}", &format[..open], &format[close + 1..]), format.replace(['[', ']'], "")]
            }
            _ => vec![format.to_owned()],
        })
        .collect()
}
