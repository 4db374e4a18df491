//! The nearest right word is named.

use ferroform::Value;

#[derive(ferroform::Resource)]
#[tf(typ = "store_thing")]
struct Thing {
    #[tf(reqired)]
    name: Value<String>,
    #[tf(one_off("a", "b"))]
    kind: Value<String>,
}

fn main() {}
