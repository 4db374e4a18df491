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

#[derive(ferroform::Block)]
struct Lifetime<'a> {
    name: &'a str,
}

#[derive(ferroform::Block)]
union Either {
    name: std::mem::ManuallyDrop<Value<String>>,
}

#[derive(ferroform::DataSource)]
#[tf(type = "store_thing")]
enum Choice {
    A,
}

fn main() {}
