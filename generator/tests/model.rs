//! What the model makes of each feature that a schema can have, and of each mistake.

use std::path::Path;

use ferroform_generator::model::{self, Block, Construct, FieldKind, Type};
use ferroform_generator::{Problem, facts, schema};

fn build(path: &Path) -> Result<Vec<model::Provider>, Vec<Problem>> {
    let (schemas, _) = schema::read(&path.into()).map_err(|problem| vec![problem])?;
    model::build(path, &schemas, &[])
}

/// The model of a construct in a few lines that can be compared by eye.
fn outline(construct: &Construct) -> String {
    let mut text = format!("{} {}\n", construct.kind.term(), construct.type_name);
    for (index, block) in construct.blocks.iter().enumerate() {
        text += &format!("  {index} {:?} at \"{}\"\n", block.origin, block.first_path);
        text += &fields(block);
    }
    if let Some(identity) = &construct.identity {
        let name = |attribute: &model::IdentityAttribute| {
            format!("{}{}", attribute.name, if attribute.required_for_import { "" } else { "?" })
        };
        text +=
            &format!("  identity {}\n", identity.attributes.iter().map(name).collect::<Vec<_>>().join(", "));
    }
    text
}

fn fields(block: &Block) -> String {
    let mut text = String::new();
    for field in &block.fields {
        let kind = match &field.kind {
            FieldKind::Attribute(ty) => ty_name(ty),
            FieldKind::Block { block, nesting, limits } => {
                let max = limits.max.map_or_else(String::new, |max| max.to_string());
                format!("block {} {nesting:?} {}..{max}", block.0, limits.min)
            }
        };
        text += &format!("    {}: {kind}, {:?}", field.name, field.presence);
        for (mark, is_set) in [(" sensitive", field.sensitive), (" write-only", field.write_only)] {
            text += if is_set { mark } else { "" };
        }
        if let Some(reason) = &field.deprecated {
            text += &format!(" deprecated {:?}", reason.text);
        }
        for description in &field.descriptions {
            text += &format!(" {:?}", description.text.text);
        }
        text.push('\n');
    }
    text
}

fn ty_name(ty: &Type) -> String {
    match ty {
        Type::List(element) => format!("list({})", ty_name(element)),
        Type::Set(element) => format!("set({})", ty_name(element)),
        Type::Map(element) => format!("map({})", ty_name(element)),
        Type::Tuple(elements) => {
            format!("tuple({})", elements.iter().map(ty_name).collect::<Vec<_>>().join(", "))
        }
        Type::Object(block) => format!("object {}", block.0),
        primitive => format!("{primitive:?}").to_lowercase(),
    }
}

#[test]
fn every_feature_of_a_schema_is_in_the_model() {
    insta::glob!("features/*.json", |path| {
        let providers = build(path).expect("a schema without mistakes");
        let outlines = providers.iter().flat_map(|provider| &provider.constructs).map(outline);
        insta::assert_snapshot!(outlines.collect::<String>());
    });
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn mistakes(json: &str) -> String {
    let schemas = serde_json::from_str(json).expect("JSON of the right structure");
    let problems = model::build(Path::new("schema.json"), &schemas, &[]).expect_err("mistakes");
    lines(&problems)
}

#[test]
fn all_mistakes_of_a_schema_are_told_at_once() {
    let json = r#"{"format_version": "1.0", "provider_schemas": {"a/b/../c": {}, "acme": {"resource_schemas": {
        "acme_a": {"version": 0, "block": {"attributes": {
            "wrong_type": {"type": ["lst", "string"], "optional": true},
            "wrong_element": {"type": ["list", "strin"], "optional": true},
            "both": {"type": "string", "required": true, "optional": true},
            "neither": {"type": "string"},
            "untyped": {"optional": true},
            "twice": {"type": "string", "nested_type": {"nesting_mode": "single"}, "optional": true},
            "../../etc": {"type": "string", "optional": true},
            "nested": {"nested_type": {"nesting_mode": "lists", "attributes": {}}, "optional": true}
        }, "block_types": {
            "rule": {"nesting_mode": "sett", "block": {}, "min_items": 3, "max_items": 2},
            "both": {"nesting_mode": "list", "block": {}}
        }}},
        "acme b": {"version": 0}
    }}}}"#;
    insta::assert_snapshot!(mistakes(json));
}

#[test]
fn a_file_without_a_provider_is_a_mistake() {
    insta::assert_snapshot!(mistakes(r#"{"format_version": "1.0"}"#));
}

fn with_overrides(json: &str) -> Result<Vec<model::Provider>, String> {
    let schema = Path::new("tests/features/nested_blocks.json");
    let (schemas, _) = schema::read(&schema.into()).expect("a schema");
    let file = tempfile::NamedTempFile::with_suffix(".overrides.json").expect("a temporary file");
    std::fs::write(file.path(), json).expect("a written file");
    facts::read_overrides(file.path()).and_then(|facts| model::build(schema, &schemas, &[facts])).map_err(
        |problems| lines(&problems).replace(&file.path().display().to_string(), "acme.overrides.json"),
    )
}

#[test]
fn an_override_describes_restricts_and_types_what_it_names() {
    let providers = with_overrides(
        r#"{"provider": "acme/acme", "resources": {"acme_domain": {"description": "A domain.",
            "import_id": ["{name}/{id}"], "fields": {
                "name": {"description": "Its name.", "length": {"min": 1, "max": 63}, "pattern": "^[a-z]+$"},
                "record.weight": {"range": {"max": 255}, "default": "`0`", "severity": "warning"}}}}}"#,
    )
    .expect("overrides that apply");
    let construct = &providers[0].constructs[0];
    assert_eq!(construct.description.as_ref().map(|text| text.text.as_str()), Some("A domain."));
    assert_eq!(construct.import.formats[0].template(), "{name}/{id}");
    let field = |block: usize, name: &str| {
        construct.blocks[block].fields.iter().find(|field| field.name == name).expect("a field")
    };
    insta::assert_debug_snapshot!((&field(0, "name").rules, &field(0, "name").descriptions));
    let record = field(0, "record").block().expect("a block");
    insta::assert_debug_snapshot!((&field(record.0, "weight").rules, &field(record.0, "weight").default));
}

#[test]
fn an_override_may_be_stricter_than_the_schema() {
    let providers = with_overrides(
        r#"{"provider": "acme/acme", "resources": {"acme_domain": {"fields": {"rule": {"min_items": 2}}}}}"#,
    )
    .expect("an override that applies");
    let fields = &providers[0].constructs[0].root().fields;
    let rules = &fields.iter().find(|field| field.name == "rule").expect("a field").rules;
    assert!(rules.iter().any(|rule| rule.check == model::Check::MinItems(2)), "{rules:?}");
}

#[test]
fn an_override_that_no_longer_applies_is_a_mistake() {
    let problems = with_overrides(
        r#"{"provider": "acme/acme", "resources": {
            "acme_domian": {},
            "acme_domain": {"fields": {"nmae": {}, "record.wieght": {}, "name": {"range": {"min": 1}}, "rule": {"one_of": ["a"]}}}}}"#,
    );
    insta::assert_snapshot!(problems.expect_err("stale overrides"));
}

#[test]
fn all_mistakes_of_an_override_file_are_told_at_once() {
    let problems = with_overrides(
        r#"{"provider": "a/../b", "resources": {"acme_domain": {"import_id": ["{a}{b}", "{"], "fields": {
            "name": {"pattern": "(", "one_of": [], "length": {"min": 2, "max": 1}, "range": {}}}}}}"#,
    );
    insta::assert_snapshot!(problems.expect_err("mistakes"));
    insta::assert_snapshot!(
        with_overrides(r#"{"provider": "acme", "resource": {}}"#).expect_err("an unknown key")
    );
}
