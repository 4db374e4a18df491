//! What may be said once is said twice.

use ferroform::{Blocks, Value};

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", type = "store_other", import_id = "{id}", import_id = "{id}")]
#[tf(deprecated = "use store_other")]
#[tf(deprecated = "use store_third", rule(path = "name", path = "kind", length(1, 5)))]
struct Thing {
    #[tf(required, required, name = "a", name = "b")]
    name: Value<String>,
    #[tf(sensitive)]
    #[tf(sensitive, deprecated, deprecated = "use `name`")]
    kind: Value<String>,
    #[tf(one_of("a", source = docs, source = schema))]
    class: Value<String>,
    #[tf(length(min = 1, min = 2))]
    text: Value<String>,
    #[tf(list, set)]
    part: Blocks<Part>,
}

#[derive(ferroform::Block)]
#[tf(object, object, ref_name = "A", ref_name = "B", crate = ferroform, crate = ferroform)]
struct Part {
    #[tf(name = "b")]
    a: Value<String>,
    b: Value<String>,
}

fn main() {}
