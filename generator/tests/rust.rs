//! What the Rust crate holds for each feature that a schema can have.

use std::path::Path;

use ferroform_generator::emit::rust::Dependency;
use ferroform_generator::emit::{self, Input, Runtime};
use ferroform_generator::model::{self, Provider};
use ferroform_generator::output::Tree;
use ferroform_generator::{names, schema};

fn crates(path: &Path) -> String {
    let (schemas, _) = schema::read(&path.into()).expect("JSON");
    let providers = model::build(path, &schemas, &[]).expect("a schema without mistakes");
    providers.iter().map(whole).collect()
}

/// Every file of a provider's crate, one after the other.
fn whole(provider: &Provider) -> String {
    let selected: Vec<_> = (0..provider.constructs.len()).collect();
    let input = Input { provider, selected: &selected, runtime: Runtime::Cdktn };
    let names = names::rust::assign(provider, &names::typescript::assign(provider));
    let mut tree = Tree::default();
    emit::rust::emit(input, &names, "", &Dependency::Published, &mut tree);
    let file = |(path, content)| format!("=== {path}\n{content}\n");
    tree.iter().map(file).collect::<Vec<_>>().concat()
}

#[test]
fn every_feature_of_a_schema_is_in_the_crate() {
    insta::glob!("features/*.json", |path| insta::assert_snapshot!(crates(path)));
}
