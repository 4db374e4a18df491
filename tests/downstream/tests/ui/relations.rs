//! Rules that name other fields.

use ferroform::{Block, Value};

#[derive(ferroform::Block)]
struct Part {
    size: Value<String>,
}

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", computed(arn: String))]
struct Thing {
    #[tf(conflicts_with("knid", "part.size"), required_with("name"))]
    name: Value<String>,
    #[tf(exactly_one_of("kind", "prat.size"), at_least_one_of("name.first"))]
    kind: Value<String>,
    #[tf(required_with("part..size", ""), conflicts_with())]
    class: Value<String>,
    #[tf(conflicts_with(name, 5), exactly_one_of = "kind", required_with)]
    text: Value<String>,
    #[tf(required_with("arn"))]
    part: Block<Part>,
}

fn main() {}
