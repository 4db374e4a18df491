//! Formats of import IDs that could not be read back.

#[derive(ferroform::Resource)]
#[tf(type = "store_thing", import_id = "", import_id = "{a}{b}", import_id = "thing", import_id = "{a/b}")]
#[tf(import_id = "{a", import_id = "a}", import_id = "{a}/{a}", import_id = "{}", import_id = 5, import_id)]
#[tf(import_id = "{+a}/{b}")]
struct Thing {}

fn main() {}
