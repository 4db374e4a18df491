//! A literal of the wrong type is pointed at.

use ferroform::{Number, Value};

#[derive(ferroform::Resource)]
#[tf(type = 5)]
struct Thing {
    #[tf(one_of(1, "b", true))]
    kind: Value<String>,
    #[tf(range("1", 10))]
    size: Value<Number>,
    #[tf(length(-1))]
    name: Value<String>,
    #[tf(max_items(2.5))]
    tags: Value<ferroform::List<String>>,
    #[tf(name = 2)]
    other: Value<String>,
}

fn main() {}
