//! Pages in other languages say what their originals say, to the byte: beside pages that the archived tool published.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use ferroform_generator::pages::{Page, Spelling, cache_key};
use ferroform_generator::program::Language;
use ferroform_generator::read::{Sources, read};
use ferroform_tests::{Project, ferroform, root, run, shared};

/// Names that the schema at hand has and that of the published pages had not, or the other way round.
const OTHERWISE_NAMED: [&str; 15] = [
    "capacity_reservation_options",
    "cluster_mode",
    "compute_environment_name",
    "compute_environment_name_prefix",
    "elastic_gpu_specifications",
    "elastic_inference_accelerator",
    "grant_name",
    "last_changed_date",
    "override_json",
    "resolve_conflicts",
    "rotate_immediately",
    "snapshot_copy",
    "source_db_cluster_snapshot_identifier",
    "source_json",
    "usage_strategy",
];

/// Pages whose published text was changed by hand afterwards: their keys are those of the originals, their prose is not.
const CHANGED_BY_HAND: [&str; 3] =
    ["d/imagebuilder_components.md", "d/imagebuilder_image_recipes.md", "r/lambda_event_source_mapping.md"];

#[test]
fn of_aws() {
    let languages = [Language::Python, Language::TypeScript];
    keep("docs/aws", "cdktf-0.20.1", Some("schemas/aws-6.19.0-approx-full.json"), &languages);
}

/// There is no schema of its version at hand, and Python spells names as Terraform does.
#[test]
fn of_tls() {
    keep("docs/tls", "cdktf-0.20.8", None, &[Language::Python]);
}

/// The page that this project was started from comes out as it was published, but for the tool's name.
#[test]
fn of_the_first_page_the_programs_too() {
    let Some(shared) = shared() else { return };
    let page = |kind: &str| {
        fs::read_to_string(shared.join(format!("seed/apigatewayv2_integration_response.{kind}.md"))).unwrap()
    };
    let project = Project::new();
    project.write("pages/r/apigatewayv2_integration_response.md", &page("original"));
    let mut command = ferroform();
    command.args([
        "docs",
        "pages",
        "--out",
        "out",
        "--runtime",
        "cdktf",
        "--language",
        "python",
        "typescript",
        "--schema",
    ]);
    run(command.arg(root().join("schemas/aws-apigatewayv2.json")).current_dir(project.path())).success();
    for language in ["python", "typescript"] {
        let path = format!("out/website/docs/cdktf/{language}/r/apigatewayv2_integration_response.md");
        let ours = fs::read_to_string(project.path().join(path)).unwrap();
        let names_the_tool = |line: &&str| line.contains("DO NOT EDIT") || line.contains("cache-key");
        let without_tool =
            |page: &str| page.split_inclusive('\n').filter(|line| !names_the_tool(line)).collect::<String>();
        let published = page(language);
        assert_eq!(without_tool(&ours), without_tool(&published), "{language}");
        assert_eq!(ours.lines().count(), published.lines().count());
    }
}

fn keep(docs: &str, tool: &str, schema: Option<&str>, languages: &[Language]) {
    let Some(shared) = shared() else { return };
    let corpus = shared.join("corpus");
    let schemas = schema.iter().map(|schema| corpus.join(schema).as_path().into()).collect();
    let providers = read(&Sources { schemas, ..Sources::default() }).unwrap().providers;
    let spelling = Spelling::new(&providers);
    let originals = corpus.join(docs).join("hcl");
    let pages = files(&originals);
    assert!(pages.len() > 3);
    for &language in languages {
        let mut differing = BTreeSet::new();
        for page in &pages {
            let original = fs::read_to_string(originals.join(page)).unwrap();
            let published = fs::read_to_string(corpus.join(docs).join(language.word()).join(page)).unwrap();
            let ours = with_the_programs_of(&original, &published, language, &spelling);
            let published = published.replace(tool, concat!("ferroform-", env!("CARGO_PKG_VERSION")));
            let (ours, published) = (Parts::of(&ours), Parts::of(&published));
            if ours != published {
                if !CHANGED_BY_HAND.contains(&page.to_str().unwrap()) {
                    ours.print_difference(&published, page);
                }
                differing.insert(page.to_str().unwrap().to_owned());
            }
        }
        println!("{language:?}: {} of {} pages equal", pages.len() - differing.len(), pages.len());
        assert!(differing.iter().all(|page| CHANGED_BY_HAND.contains(&page.as_str())), "{differing:#?}");
    }
}

/// The page, converted by taking the programs from the published one.
fn with_the_programs_of(original: &str, published: &str, language: Language, spelling: &Spelling) -> String {
    let before = Parts::of(original).blocks;
    let after = Parts::of(published).blocks;
    assert_eq!(before.len(), after.len());
    // A console's block is not asked for.
    let programs: Vec<_> =
        before.iter().zip(&after).filter(|(before, _)| !before.code.starts_with('$')).collect();
    let next = AtomicUsize::new(0);
    let convert = |snippet: &str, _: &[Language]| {
        let (before, after) = programs[next.fetch_add(1, Ordering::Relaxed)];
        assert_eq!(snippet, before.code);
        if after.code.contains("DO NOT EDIT") {
            vec![Ok(after.code.clone())]
        } else {
            vec![Err("left as it is".to_owned())]
        }
    };
    let key = cache_key(original.as_bytes());
    let mut pages = Page::parse(original).translate(&[language], spelling, &convert, &key);
    pages.remove(0).text
}

/// A page as prose and blocks, told apart by lines alone.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    /// The lines outside blocks, with those that open blocks.
    prose: Vec<String>,
    blocks: Vec<Block>,
}

#[derive(Debug, PartialEq, Eq)]
struct Block {
    /// Without the margin, where the lines have it: the archived tool did not indent what follows the first line of a block in a
    /// list, which ends the list.
    code: String,
}

impl Parts {
    fn of(page: &str) -> Self {
        let mut parts = Self { prose: Vec::new(), blocks: Vec::new() };
        let mut margin: Option<&str> = None;
        for line in page.split_inclusive('\n') {
            let marks = line.trim_start_matches(' ');
            if marks.starts_with("```") {
                let indent = &line[..line.len() - marks.len()];
                if margin.take().is_some() {
                    continue;
                }
                margin = Some(indent);
                parts.blocks.push(Block { code: String::new() });
            } else if let (Some(margin), Some(block)) = (margin, parts.blocks.last_mut()) {
                block.code += line.strip_prefix(margin).unwrap_or(line);
                continue;
            }
            parts.prose.push(same_names(line));
        }
        parts
    }

    fn print_difference(&self, other: &Self, page: &Path) {
        println!("{}:", page.display());
        for (ours, theirs) in
            self.prose.iter().zip(&other.prose).filter(|(ours, theirs)| ours != theirs).take(5)
        {
            println!("  - {theirs:?}\n  + {ours:?}");
        }
        for (ours, theirs) in
            self.blocks.iter().zip(&other.blocks).filter(|(ours, theirs)| ours != theirs).take(1)
        {
            println!("  - {theirs:?}\n  + {ours:?}");
        }
    }
}

fn same_names(line: &str) -> String {
    let mut line = line.to_owned();
    for name in OTHERWISE_NAMED {
        let camel = ferroform_generator::names::case::to_camel_case(name);
        line = line.replace(&format!("`{camel}`"), &format!("`{name}`"));
    }
    line
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}
