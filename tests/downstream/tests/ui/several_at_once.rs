//! Every mistake of a struct is told in one go.

use ferroform::{Block, Number, Value};

#[derive(ferroform::Block)]
struct Nested {
    a: Value<String>,
}

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", import_id = "{a}{b}")]
#[tf(rule(range(1, 2)), computed(name: String))]
struct Thing {
    name: Value<String>,
    #[tf(range(5, 1))]
    upside_down: Value<Number>,
    #[tf(range(1, 5))]
    no_number: Value<String>,
    #[tf(pattern("("))]
    pattern: Value<String>,
    #[tf(one_of("a", source = doc))]
    source: Value<String>,
    #[tf(one_of("a", severity = fatal))]
    severity: Value<String>,
    #[tf(required = true)]
    required: Value<String>,
    #[tf(conflicts_with("nam"))]
    conflicts: Value<String>,
    #[tf(list)]
    listed: Value<String>,
    plain: String,
    block: Block<Nested>,
}

fn main() {}
