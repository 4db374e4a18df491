//! Rules on one place below a construct.

use ferroform::{Blocks, Number, Value};

#[derive(ferroform::Block)]
struct Part {
    size: Value<Number>,
}

#[derive(ferroform::DataSource)]
#[tf(type = "store_thing")]
#[tf(rule(path = "prat.size", range(1, 5)))]
#[tf(rule(path = "part.size"), rule(range(1, 5)), rule)]
#[tf(rule(path = "name", range(1, 5), length(5, 1)))]
#[tf(rule(path = "name.first", one_of("a")))]
#[tf(rule(path = "part.", one_of("a")), rule(path = 5))]
#[tf(rule(path = "part.size", rnage(1, 5), conflicts_with("name")))]
struct DataThing {
    name: Value<String>,
    part: Blocks<Part>,
}

#[derive(ferroform::Block)]
#[tf(rule(path = "part.size", range(1, 5)))]
struct Outer {
    part: Blocks<Part>,
}

fn main() {}
