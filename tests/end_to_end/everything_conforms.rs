//! Everything that schemas have can be said in Rust, comes out as the schema has it, and Terraform accepts it;
//! what breaks a rule is refused.

use std::fs;
use std::path::Path;

use ferroform_tests::{conforms, root, shared};

#[test]
fn of_the_repository() {
    let schemas = root().join("schemas");
    for provider in ["aws-apigatewayv2", "terraform"] {
        let name = provider.split('-').next().unwrap();
        judge(
            &schemas.join(format!("{provider}.json")),
            Some(&schemas.join(format!("{name}.overrides.json"))),
        );
    }
}

#[test]
fn of_every_feature() {
    let features = fs::read_dir(root().join("generator/tests/features")).unwrap();
    let features: Vec<_> = features.map(|entry| entry.unwrap().path()).collect();
    assert!(features.len() > 10, "{features:?}");
    for schema in features {
        judge(&schema, None);
    }
}

#[test]
fn of_real_providers() {
    let Some(shared) = shared() else { return };
    for provider in ["hcloud", "unifi"] {
        judge(&shared.join(format!("corpus/schemas/{provider}.json")), None);
    }
}

/// Schemas that `FERROFORM_CONFORMANCE` lists as `PATH` lists folders.
#[test]
fn of_listed_providers() {
    let listed = std::env::var_os("FERROFORM_CONFORMANCE").unwrap_or_default();
    for schema in std::env::split_paths(&listed).filter(|path| !path.as_os_str().is_empty()) {
        judge(&schema, None);
    }
}

fn judge(schema: &Path, overrides: Option<&Path>) {
    eprintln!("{}: {:?}", schema.display(), conforms(schema, overrides));
}
