//! What TypeScript users get for each feature that a schema can have.

use std::path::Path;

use ferroform_generator::emit::typescript::{self, Style};
use ferroform_generator::emit::{Input, Runtime};
use ferroform_generator::model::{self, ConstructKind};
use ferroform_generator::names::Names;
use ferroform_generator::old_ways::OldWays;
use ferroform_generator::output::Tree;
use ferroform_generator::{facts, schema};

/// The modules of a provider, one after the other.
fn modules(schema: &Path, overrides: &[&Path], runtime: Runtime) -> String {
    modules_in(Style::JavaScript, schema, overrides, runtime)
}

/// The same in a style.
fn modules_in(style: Style, schema: &Path, overrides: &[&Path], runtime: Runtime) -> String {
    let facts: Vec<_> =
        overrides.iter().map(|path| facts::read_overrides(path).expect("the overrides are sound")).collect();
    let (schemas, _) = schema::read(&schema.into()).expect("the schema can be read");
    modules_of(&model::build(schema, &schemas, &facts).expect("the schema is sound"), style, runtime)
}

fn modules_of(providers: &[model::Provider], style: Style, runtime: Runtime) -> String {
    let mut text = String::new();
    for provider in providers {
        let names = Names::new(provider);
        let selected: Vec<usize> = (0..provider.constructs.len()).collect();
        let input = Input { provider, selected: &selected, runtime };
        let mut tree = Tree::default();
        typescript::emit(input, names.typescript(), style, &mut tree);
        for (path, content) in tree.iter().filter(|(path, _)| is_shown(path, provider)) {
            text += &format!("===== {path}\n{content}");
        }
    }
    text
}

/// Shows the modules of constructs, and a provider's configuration and index where there is something to configure.
fn is_shown(path: &str, provider: &model::Provider) -> bool {
    let configuration =
        provider.constructs.iter().find(|construct| construct.kind == ConstructKind::Provider);
    let is_configured = configuration.is_some_and(|construct| !construct.root().fields.is_empty());
    is_configured || (path.split('/').count() == 4 && !path.contains("/provider/"))
}

#[test]
fn every_feature_of_a_schema_is_in_the_modules() {
    insta::glob!("features/*.json", |path| insta::assert_snapshot!(modules(path, &[], Runtime::Cdktn)));
}

#[test]
fn names_of_a_schema_are_unique_and_hide_nothing_of_the_library() {
    insta::glob!("typescript/*.json", |path| insta::assert_snapshot!(modules(path, &[], Runtime::Cdktn)));
}

#[test]
fn bindings_for_cdktf_name_cdktf_and_only_what_it_has() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/features/attribute_types.json");
    let bindings = modules(&schema, &[], Runtime::Cdktf);
    assert!(!bindings.contains("cdktn"), "{bindings}");
    insta::assert_snapshot!(bindings);
}

#[test]
fn descriptions_and_rules_that_a_person_wrote_are_in_the_declarations() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (schema, overrides) =
        (root.join("schemas/aws-apigatewayv2.json"), root.join("schemas/aws.overrides.json"));
    let bindings = modules(&schema, &[&overrides], Runtime::Cdktn);
    let module = bindings
        .split("===== ")
        .filter(|file| file.starts_with("providers/aws/apigatewayv2-integration-response/"));
    insta::assert_snapshot!(module.collect::<Vec<_>>().join("===== "));
}

#[test]
fn trees_that_the_peer_leaves_untyped_take_any_value_in_the_old_way() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/typescript/untyped.json");
    let (schemas, _) = schema::read(&schema.as_path().into()).unwrap();
    let providers = model::build(&schema, &schemas, &[]).unwrap();
    let providers = OldWays { untyped_trees: true }.of(&providers).unwrap();
    insta::assert_snapshot!(modules_of(&providers, Style::JavaScript, Runtime::Cdktn));
}

#[test]
fn sources_have_what_runs_and_its_types_in_two_modules() {
    for feature in ["nested_blocks", "shared_shapes", "provider_functions", "hostile_text"] {
        let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/features/{feature}.json"));
        let sources = modules_in(Style::TypeScript, &schema, &[], Runtime::Cdktn);
        insta::assert_snapshot!(format!("sources_of_{feature}"), sources);
    }
}

#[test]
fn sources_of_the_runtime_are_modules_of_typescript() {
    for runtime in [Runtime::Cdktn, Runtime::Cdktf] {
        let mut tree = Tree::default();
        typescript::emit_shared(runtime, Style::TypeScript, &mut tree);
        assert_eq!(
            tree.iter().count(),
            typescript::runtime_files(runtime).len() - 1,
            "all but the library's"
        );
        for (path, text) in tree.iter() {
            let first = text.lines().next();
            assert_eq!(Path::new(path).extension(), Some("ts".as_ref()), "{path}");
            assert_eq!(first, Some("// @ts-nocheck"), "{path}");
            assert!(!text.contains("require(") && !text.contains("module.exports"), "{path}");
        }
    }
}
