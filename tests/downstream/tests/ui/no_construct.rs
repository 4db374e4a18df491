//! A construct is a struct with names.

use ferroform::Value;

#[derive(ferroform::Resource)]
struct NoType {
    name: Value<String>,
}

#[derive(ferroform::Block)]
struct Generic<T> {
    name: Value<T>,
}

#[derive(ferroform::Block)]
struct Tuple(Value<String>);

#[derive(ferroform::DataSource)]
#[tf(type = "store_thing", import_id = "{id}")]
enum Choice {
    A,
}

fn main() {}
