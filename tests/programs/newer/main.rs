//! What Terraform has learnt since 1.8, with a provider that has all of it.

use ferroform::{App, Output, Value, Variable, template};
use ferroform_acme::thing::ThingIdentity;
use ferroform_acme::{AcmeProvider, Thing, functions};

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();

    let stack = app.stack("functions");
    stack.required_version(">= 1.8")?;
    stack.provider(AcmeProvider::new())?;
    let id = stack.variable("id", Variable::<String>::new().default("acme:${1}"))?;
    let parsed = functions::parse(id, [Value::<ferroform::Any>::from("rest"), 1.into()]);
    stack.add("thing", Thing::new(template!("of {}", parsed.account())))?;
    stack.output("id", Output::new(functions::parse(Value::<String>::null(), ()).id()))?;

    // What calls a provider's function needs the provider, whatever else it does.
    let stranger = App::new().stack("stranger");
    stranger.output("id", Output::new(functions::parse("x", ()).id()))?;
    let error = stranger.to_json().unwrap_err().to_string();
    assert!(error.starts_with("output.id needs the provider `acme`"), "{error}");

    // What exists is imported by what identifies it.
    let stack = app.stack("identity");
    stack.required_version(">= 1.12")?;
    stack.provider(AcmeProvider::new())?;
    stack.add("legacy", Thing::new("bob"))?;
    stack.import_identity("legacy", ThingIdentity { account: "bob".into(), ..ThingIdentity::new("thing-1") })?;

    app.synth()
}
