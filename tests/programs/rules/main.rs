//! One gateway that breaks a rule of the documentation, one that breaks those of the schema and of overrides, and a wrong import ID.

use ferroform::App;
use ferroform_acme::gateway::{Listener, Tls};
use ferroform_acme::{AcmeProvider, Gateway};

fn main() -> Result<(), ferroform::Error> {
    let app = App::new();
    let stack = app.stack("stack");
    stack.provider(AcmeProvider::default())?;
    stack.add("warned", Gateway { mode: "shut".into(), weight: 3.into(), ..Default::default() })?;
    let wrong = Gateway {
        tier: "huge".into(),
        size: 11.into(),
        token: "secret".into(),
        zones: ["north-1", "North"].into(),
        listener: [
            Listener { port: 65536.into(), ..Default::default() },
            Listener { tls: Tls { mode: "lax".into() }.into(), ..Default::default() },
            Listener::default(),
        ]
        .into(),
        ..Default::default()
    };
    if let Err(error) = stack.add("refused", wrong) {
        println!("{error}");
    }
    match "basic".parse() {
        Ok(id) => stack.import::<Gateway>("imported", id)?,
        Err(error) => println!("{error}"),
    }
    app.synth()
}
