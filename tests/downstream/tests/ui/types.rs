//! Types that Terraform does not have, and rules on types that they are not about.

use std::collections::{BTreeMap, HashSet};

use ferroform::{Any, Block, BlockMap, Blocks, List, Map, Number, Value};

#[derive(ferroform::Resource)]
#[tf(type = "store_thing")]
#[tf(computed(age: u32, name: Value<String>, parts: [Option<Part>], tags: List<Vec<String>>))]
struct Thing {
    whole: Value<i64>,
    real: Value<List<f64>>,
    text: Value<&'static str>,
    several: Value<Vec<String>>,
    unique: Value<HashSet<String>>,
    by_name: Value<BTreeMap<String, String>>,
    optional: Value<Option<String>>,
    outer: Option<Value<String>>,
    twice: Value<Value<String>>,
    bare: String,
    scalar: Block<String>,
    list: Blocks<List<Part>>,
}

#[derive(ferroform::Block)]
struct Part {
    #[tf(one_of("a"), range(1, 2), min_items(1))]
    flag: Value<bool>,
    #[tf(one_of("a"), length(1, 2), pattern("a"))]
    number: Value<Map<Number>>,
    #[tf(range(1, 2), max_items(1))]
    text: Value<String>,
    #[tf(one_of("a"), range(1, 2))]
    nested: Block<Other>,
    #[tf(set)]
    labelled: BlockMap<Other>,
    // Everything may be.
    #[tf(one_of("a"), range(1, 2), length(1, 2), pattern("a"), min_items(1))]
    anything: Value<Any>,
}

#[derive(ferroform::Block)]
struct Other {}

fn main() {}
