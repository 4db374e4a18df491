//! What is read from a provider's documentation pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ferroform_generator::facts::docs::read_docs;
use ferroform_generator::schema::{self, ProviderSchemas};

/// The provider that the pages in `tests/facts` are of.
fn schemas() -> ProviderSchemas {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/schema.json");
    schema::read(&file.as_path().into()).unwrap().0
}

#[test]
fn a_page_may_hold_anything() {
    let pages = [
        "- ".repeat(10_000) + "`name` - text",
        "> ".repeat(10_000) + "text",
        "[".repeat(10_000),
        "# `name`\n\n## Argument Reference\n\n* `name` -".to_owned(),
        "* `..` - a\n* `` ` `` - b\n* ``".to_owned(),
        "---\ntitle: no end".to_owned(),
        String::new(),
    ];
    for page in pages {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("r")).unwrap();
        fs::write(folder.path().join("r/gateway.md"), page).unwrap();
        let schemas = schemas();
        let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
        assert_eq!(read_docs(folder.path(), schema).unwrap().understood.coverage.pages, 1);
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let schemas = schemas();
    let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
    let nothing = read_docs(folder.path(), schema).unwrap_err();
    assert!(nothing.message.starts_with("has no documentation pages: expected `resources`"), "{nothing}");
    fs::create_dir(folder.path().join("r")).unwrap();
    fs::write(folder.path().join("r/gateway.md"), [0xff, 0xfe]).unwrap();
    let binary = read_docs(folder.path(), schema).unwrap_err();
    assert!(
        binary.file.ends_with("r/gateway.md") && binary.message.starts_with("cannot be read"),
        "{binary}"
    );
}

#[test]
fn each_argument_finds_its_place_and_says_what_the_page_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts");
    let schemas = schemas();
    let (_, schema) = schemas.provider_schemas.iter().next().unwrap();
    let docs = read_docs(&folder, schema).unwrap();
    let mut text = format!("{:?}\n", docs.understood.coverage);
    for (file, list) in &docs.understood.ambiguous {
        let page = file.file_name().unwrap_or_default().to_string_lossy();
        writeln!(text, "{page}: {} arguments of {:?}: {:?}", list.arguments, list.names, list.candidates)
            .unwrap();
    }
    for ((kind, type_name), facts) in &docs.constructs {
        writeln!(text, "\n{} {type_name}", kind.term()).unwrap();
        for (path, field) in &facts.fields {
            writeln!(text, "  {path}: {:?}", field.description.as_ref().map(|said| &said.text)).unwrap();
            for rule in &field.rules {
                writeln!(text, "    {:?} {:?} by {:?}", rule.severity, rule.check, rule.provenance).unwrap();
            }
        }
    }
    insta::assert_snapshot!(text);
}
