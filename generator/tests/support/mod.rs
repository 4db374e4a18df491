//! What the tests of programs and pages share.

use std::path::Path;

use ferroform_generator::facts::{self, Facts};
use ferroform_generator::model::{self, Provider};
use ferroform_generator::schema;

/// The provider of a schema file.
pub fn read(path: &str) -> Provider {
    build(path, &[])
}

/// The provider of a schema file with what overrides say of it.
#[allow(dead_code, reason = "not every test that shares this has overrides")]
pub fn read_with_overrides(path: &str, overrides: &str) -> Provider {
    build(path, &[facts::read_overrides(Path::new(overrides)).expect("overrides")])
}

fn build(path: &str, facts: &[Facts]) -> Provider {
    let path = Path::new(path);
    let (schemas, _) = schema::read(&path.into()).expect("a schema");
    model::build(path, &schemas, facts).expect("a schema without mistakes").remove(0)
}
