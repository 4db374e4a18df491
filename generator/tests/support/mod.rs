//! What the tests of programs and pages share.

use std::path::Path;

use ferroform_generator::facts;
use ferroform_generator::model::{self, Provider};
use ferroform_generator::schema;

/// The provider of a schema file, with what files of overrides say of it.
pub fn read(path: &str, overrides: &[&str]) -> Provider {
    let facts: Vec<_> =
        overrides.iter().map(|path| facts::read_overrides(Path::new(path)).expect("overrides")).collect();
    let path = Path::new(path);
    let (schemas, _) = schema::read(&path.into()).expect("a schema");
    model::build(path, &schemas, &facts).expect("a schema without mistakes").remove(0)
}
