//! What `ferroform inspect` shows.

use std::path::Path;

use ferroform_generator::inspect::inspect;
use ferroform_generator::read::{DocsFolder, Sources};
use ferroform_generator::schema::Source;

fn sources() -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts");
    Sources {
        schemas: vec![Source::from(folder.join("schema.json").as_path())],
        docs: vec![DocsFolder { provider: None, folder }],
        ..Sources::default()
    }
}

#[test]
fn a_construct_is_shown_with_the_source_of_each_fact() {
    insta::assert_snapshot!("nested", inspect(&sources(), &["acme_gateway".to_owned()]).unwrap().text());
    let inspection = inspect(&sources(), &["acme_queue".to_owned()]).unwrap();
    insta::assert_snapshot!("construct", inspection.text());
    insta::assert_snapshot!("construct_as_json", inspection.json());
}

#[test]
fn providers_are_shown_in_figures() {
    insta::assert_snapshot!(inspect(&sources(), &[]).unwrap().text());
}

#[test]
fn a_type_that_is_not_there_has_a_nearest_name() {
    let problems = inspect(&sources(), &["acme_gatewy".to_owned()]).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "TYPE: \"acme_gatewy\" matches no construct\n  help: did you mean `acme_gateway`?"
    );
}
