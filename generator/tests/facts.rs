//! What is read from a provider's documentation pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ferroform_generator::facts::docs::read_docs;
use ferroform_generator::read::{DocsFolder, Sources, read};
use ferroform_generator::schema::{self, ProviderSchemas, Source};

/// The provider that the pages in `tests/facts` are of.
fn schemas() -> ProviderSchemas {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/schema.json");
    schema::read(&file.as_path().into()).unwrap().0
}

fn import(parts: &str, id: &str) -> String {
    format!("# x\n\n## Import\n\nImport using {parts}\n\n```\nterraform import acme_gateway.a {id}\n```\n")
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
        format!("# A\n\n## Argument Reference\n\n* `name` - One of {}", "`a`, `b` or ".repeat(2_500)),
        format!("# A\n\n## Argument Reference\n\n* `name` - {}", "`c`, ".repeat(20_000)),
        String::new(),
        import("` ` and `` of of, or / (", "x"),
        import("{{", "{{}}/${/<"),
        import("`{a`/`b}`, (((or", "terraform import"),
        import("", "/subscriptions//providers/"),
        import("`ü/ö` and the é", "ü/|;#,:"),
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

/// What a schema, its pages and an overrides file say of `acme_gateway.mode`, or what is wrong.
fn decided(overrides: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts");
    let file = tempfile::NamedTempFile::with_suffix(".overrides.json").unwrap();
    std::fs::write(file.path(), overrides).unwrap();
    let sources = Sources {
        schemas: vec![Source::from(folder.join("schema.json").as_path())],
        overrides: vec![file.path().to_owned()],
        docs: vec![DocsFolder { provider: None, folder }],
        ..Sources::default()
    };
    match read(&sources) {
        Ok(knowledge) => {
            let gateway =
                knowledge.providers[0].constructs.iter().find(|one| one.type_name == "acme_gateway");
            let mode = gateway.unwrap().root().fields.iter().find(|field| field.name == "mode").unwrap();
            let rules = mode.rules.iter();
            rules
                .map(|rule| format!("{} {:?}", rule.check.term(), rule.severity))
                .collect::<Vec<_>>()
                .join(", ")
        }
        Err(problems) => {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            lines.join("\n").replace(&file.path().display().to_string(), "acme.overrides.json")
        }
    }
}

#[test]
fn a_person_removes_or_promotes_what_documentation_states() {
    let of_mode = |decision: &str| {
        decided(&format!(
            r#"{{"provider": "acme/acme", "resources": {{"acme_gateway": {{"fields": {{"mode": {{{decision}}}}}}}}}}}"#
        ))
    };
    assert_eq!(of_mode(""), "one_of Warning");
    assert_eq!(of_mode(r#""promote": ["one_of"]"#), "one_of Error");
    assert_eq!(of_mode(r#""remove": ["one_of"]"#), "");
    assert_eq!(of_mode(r#""one_of": ["open"]"#), "one_of Error");
    insta::assert_snapshot!(of_mode(r#""promote": ["oneof"]"#), @r#"
    acme.overrides.json: $.resources.acme_gateway.fields.mode.promote[0]: `oneof` is none of one_of, range, length, pattern, min_items, max_items, conflicts_with, exactly_one_of, at_least_one_of, required_with
      help: did you mean `one_of`?
    "#);
    insta::assert_snapshot!(of_mode(r#""remove": ["range"], "promote": ["length"]"#), @r#"
    acme.overrides.json: $.resources.acme_gateway.fields.mode.remove[0]: the documentation states no `range` for it
      help: take the word away, or give the pages that state it with --docs
    acme.overrides.json: $.resources.acme_gateway.fields.mode.promote[0]: the documentation states no `length` for it
      help: take the word away, or give the pages that state it with --docs
    "#);
}
