//! What Python users get for each feature that a schema can have.

use std::path::Path;

use ferroform_generator::emit::{self, Input, Runtime};
use ferroform_generator::model::{self, ConstructKind};
use ferroform_generator::names::Names;
use ferroform_generator::output::Tree;
use ferroform_generator::{facts, schema};

/// The files of a provider's package, one after the other.
fn package(schema: &Path, overrides: &[&Path]) -> String {
    let facts: Vec<_> =
        overrides.iter().map(|path| facts::read_overrides(path).expect("the overrides are sound")).collect();
    let (schemas, _) = schema::read(&schema.into()).expect("the schema can be read");
    let mut text = String::new();
    for provider in model::build(schema, &schemas, &facts).expect("the schema is sound") {
        let names = Names::new(&provider);
        let selected: Vec<usize> = (0..provider.constructs.len()).collect();
        let input = Input { provider: &provider, selected: &selected, runtime: Runtime::Cdktn };
        let mut tree = Tree::default();
        emit::python::emit(input, names.typescript(), names.python(), &mut tree);
        for (path, content) in tree.iter().filter(|(path, _)| is_shown(path, &provider)) {
            text += &format!("===== {path}\n{content}");
        }
    }
    text
}

/// Shows a provider's package, which is always the same, and its configuration where there is something to configure.
fn is_shown(path: &str, provider: &model::Provider) -> bool {
    let configuration =
        provider.constructs.iter().find(|construct| construct.kind == ConstructKind::Provider);
    let is_configured = configuration.is_some_and(|construct| !construct.root().fields.is_empty());
    is_configured || (path.split('/').count() == 3 && !path.contains("/provider/"))
}

#[test]
fn every_feature_of_a_schema_is_in_the_bindings() {
    insta::glob!("features/*.json", |path| insta::assert_snapshot!(package(path, &[])));
}

#[test]
fn names_that_mean_something_to_python_are_kept_apart() {
    insta::glob!("python/*.json", |path| insta::assert_snapshot!(package(path, &[])));
}

#[test]
fn descriptions_and_rules_that_a_person_wrote_are_in_the_stubs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (schema, overrides) =
        (root.join("schemas/aws-apigatewayv2.json"), root.join("schemas/aws.overrides.json"));
    let bindings = package(&schema, &[&overrides]);
    let module =
        bindings.split("===== ").filter(|file| file.starts_with("aws/apigatewayv2_integration_response/"));
    insta::assert_snapshot!(module.collect::<Vec<_>>().join("===== "));
}
