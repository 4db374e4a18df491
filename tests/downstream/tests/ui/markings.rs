//! Sensitive, write-only, deprecated.

use ferroform::{Block, Value};

#[derive(ferroform::Block)]
#[tf(computed(#[tf(sensitive = true, write_only)] token: String, #[tf(sensitiv)] other: String))]
struct Part {
    #[tf(sensitive("password"))]
    password: Value<String>,
    #[tf(write_only = "yes")]
    password_wo: Value<String>,
    #[tf(deprecated = true)]
    old: Value<String>,
    #[tf(deprecated("use `new`"))]
    older: Value<String>,
    #[tf(senstive)]
    key: Value<String>,
}

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", deprecated)]
struct Thing {
    #[tf(write_only)]
    part: Block<Part>,
}

fn main() {}
