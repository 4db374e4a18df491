//! Names, paths and texts that are none.

use ferroform::Value;

const TYPE: &str = "store_thing";

#[derive(ferroform::Resource)]
#[tf(type = TYPE, ref_name = "1st", crate = "ferroform")]
struct Thing {
    #[tf(name = "")]
    nameless: Value<String>,
    #[tf(name = "a\nb")]
    broken: Value<String>,
    #[tf(name("x"))]
    listed: Value<String>,
    #[tf(one_of(TYPE, "a"), pattern(concat!("a", "b")))]
    value: Value<String>,
    #[tf(range(MIN, 2), range(1 + 1, 2))]
    size: Value<ferroform::Number>,
    #[tf]
    nothing: Value<String>,
    #[tf(required optional)]
    comma: Value<String>,
}

#[derive(ferroform::Resource)]
#[tf(type = "", crate)]
struct Untyped {}

fn main() {}
