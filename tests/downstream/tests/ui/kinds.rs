//! What one kind of construct has, and another has not.

use ferroform::Value;

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", source = "example/store", object)]
struct Thing {
    name: Value<String>,
}

#[derive(ferroform::DataSource)]
#[tf(type = "store_thing", import_id = "{id}", version = "~> 1.0")]
struct DataThing {}

#[derive(ferroform::EphemeralResource)]
#[tf(type = "store_thing", import_id = "{id}")]
struct EphemeralThing {}

#[derive(ferroform::EphemeralResource)]
struct EphemeralNothing {}

#[derive(ferroform::Provider)]
#[tf(type = "store", import_id = "{id}", computed(id: String), sourc = "example/store")]
struct StoreProvider {}

#[derive(ferroform::Provider)]
#[tf(source = "example/store")]
struct NamelessProvider {}

#[derive(ferroform::Block)]
#[tf(type = "part", deprecated = "use another", required)]
struct Part {}

fn main() {}
