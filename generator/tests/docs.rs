//! What pages say, and how.

mod support;

use std::fmt::Write;

use ferroform_generator::emit::{Input, Runtime, docs};
use ferroform_generator::model::Provider;
use ferroform_generator::names::Names;
use ferroform_generator::output::Tree;
use ferroform_generator::program::Language;

/// The pages of everything that the provider has.
fn pages(provider: &Provider) -> Tree {
    let selected: Vec<usize> = (0..provider.constructs.len()).collect();
    let input = Input { provider, selected: &selected, runtime: Runtime::Cdktn };
    let mut tree = Tree::default();
    docs::emit(input, &Names::new(provider), &Language::ALL, &mut tree);
    tree
}

fn page<'a>(tree: &'a Tree, path: &str) -> &'a str {
    tree.iter().find_map(|(known, content)| (known == path).then_some(content)).expect("a page")
}

#[test]
fn the_page_of_a_resource_is_complete_in_every_language() {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &["../schemas/aws.overrides.json"]);
    let tree = pages(&provider);
    for language in ["python", "typescript", "rust"] {
        let path = format!("aws/{language}/resources/apigatewayv2_integration_response.md");
        insta::with_settings!({ snapshot_suffix => language }, {
            insta::assert_snapshot!(page(&tree, &path));
        });
    }
}

#[test]
fn every_feature_of_a_schema_has_its_place_on_a_page() {
    insta::glob!("features/*.json", |path| {
        let provider = support::read(path.to_str().expect("a path"), &[]);
        let mut all = String::new();
        for (path, content) in pages(&provider).iter().filter(|(path, _)| path.contains("/typescript/")) {
            writeln!(all, "=== {path}\n{content}").expect("a string takes all that is written");
        }
        insta::assert_snapshot!(all);
    });
}
