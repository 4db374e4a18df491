//! What the Rust crate holds for each feature that a schema can have.

mod support;

use ferroform_generator::emit::rust::{Changes, Dependency, Form};
use ferroform_generator::emit::{self, Input, Runtime};
use ferroform_generator::model::Provider;
use ferroform_generator::names;
use ferroform_generator::output::Tree;

/// The files of a provider's crate.
fn files(provider: &Provider) -> Tree {
    let selected: Vec<_> = (0..provider.constructs.len()).collect();
    let input = Input { provider, selected: &selected, runtime: Runtime::Cdktn };
    let names = names::rust::assign(provider, &names::typescript::assign(provider));
    let mut tree = Tree::default();
    let form = Form::Crate { folder: String::new(), dependency: Dependency::Published };
    let changes: Vec<_> = selected.iter().map(|_| Changes::default()).collect();
    emit::rust::emit(input, &names, &form, &changes, &mut tree);
    tree
}

#[test]
fn every_feature_of_a_schema_is_in_the_crate() {
    insta::glob!("features/*.json", |path| {
        let tree = files(&support::read(path.to_str().expect("a path"), &[]));
        let file = |(path, content)| format!("=== {path}\n{content}\n");
        insta::assert_snapshot!(tree.iter().map(file).collect::<String>());
    });
}

#[test]
fn descriptions_and_rules_that_a_person_wrote_are_on_the_struct() {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &["../schemas/aws.overrides.json"]);
    let tree = files(&provider);
    let mut modules = tree.iter().filter(|(path, _)| *path == "src/apigatewayv2_integration_response.rs");
    insta::assert_snapshot!(modules.next().expect("the module").1);
}
