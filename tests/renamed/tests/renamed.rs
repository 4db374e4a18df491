//! A program that has the runtime under another name.

use ferroform_renamed::{DataStoreGate, EphemeralStoreTicket, Gate, Guest, StoreProvider};
use terraform_runtime::{App, Resource as _, functions::jsonencode, object, template};

#[test]
fn a_crate_may_call_the_runtime_otherwise() -> Result<(), terraform_runtime::Error> {
    let folder = tempfile::TempDir::new().unwrap();
    let stack = App::with_outdir(folder.path()).stack("gates");
    stack.provider(StoreProvider { region: "eu".into() })?;
    let gate = Gate { guest: Guest::new("bob").into(), ..Gate::new("north") };
    let gate = stack.add("gate", gate)?;
    let data = stack.data("south", DataStoreGate { name: template!("{}-south", gate.arn()) })?;
    let ticket = stack.ephemeral("ticket", EphemeralStoreTicket::new())?;
    let arn = gate.arn();
    stack.output("text", template!("{arn}: {}", gate.guest(0).name()))?;
    stack.output("policy", jsonencode(object! { "name" => data.name() }))?;
    stack.output("code", ticket.code())?;
    stack.import::<Gate>("legacy", "eu/old".parse()?)?;

    let json = stack.to_json()?;
    assert!(json.contains("${store_gate.gate.arn}-south"), "{json}");
    let wrong = Gate { guest: Guest::new("bartholomew").into(), ..Gate::new("north") };
    assert_eq!(wrong.validate().len(), 1);
    Ok(())
}
