//! Rules that no value can keep.

use ferroform::{List, Number, Value};

#[derive(ferroform::Block)]
struct Thing {
    #[tf(range(1, 5), range(min = 6, source = docs))]
    size: Value<Number>,
    #[tf(range(5, 1))]
    upside_down: Value<Number>,
    #[tf(length(max = 3), length(4, 5))]
    name: Value<String>,
    #[tf(min_items(3), max_items(2))]
    tags: Value<List<String>>,
    #[tf(range(), length(1, 2, 3), range(least = 1))]
    bounds: Value<ferroform::Any>,
    #[tf(one_of(), pattern("[a-z"), pattern("a", "b"), pattern())]
    empty: Value<String>,
    #[tf(max_items(99999999999999999999))]
    many: Value<List<String>>,
    // A range that several rules narrow is none.
    #[tf(range(1, 5), range(2, 6))]
    narrow: Value<Number>,
}

fn main() {}
