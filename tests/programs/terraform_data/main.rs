//! What Terraform can apply without any provider but its own: a value that is kept, and one that follows it.

use std::collections::BTreeMap;

use ferroform::{Any, App, Meta, Resource as _, Value};
use ferroform_terraform::Data;

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();
    let stack = app.stack("kept");
    let release = stack.add("release", Data { input: "1.2.3 \"${stable}\"".into(), ..Default::default() })?;
    let server: [(&str, Value<Any>); 2] = [("name", "chat".into()), ("ports", [80, 443].into())];
    let server = Data { input: BTreeMap::from(server).into(), triggers_replace: release.output() };
    stack.add("server", server.with(Meta::new().create_before_destroy()))?;
    app.synth()
}
