//! Rules on which values are set together, at any depth.

use ferroform::{Block, BlockMap, Blocks, List, Resource as _, Value};

/// Answers requests.
#[derive(ferroform::Resource)]
#[tf(type = "store_gate")]
struct Gate {
    /// A certificate by its name.
    #[tf(exactly_one_of("tls.certificate", "plain"))]
    certificate: Value<String>,
    /// Without any.
    #[tf(exactly_one_of("certificate", "tls.certificate"))]
    plain: Value<bool>,
    /// Encryption.
    tls: Block<Tls>,
    /// Who may come in by name.
    #[tf(at_least_one_of("guest.name"))]
    host: Value<String>,
    /// Further ones, who need a door.
    #[tf(required_with("door.key"))]
    guest: Blocks<Guest>,
    /// Doors by name.
    door: BlockMap<Door>,
    /// Objects in a list.
    #[tf(conflicts_with("guest.name", "door"))]
    visits: Value<List<Guest>>,
}

/// Encryption.
#[derive(ferroform::Block)]
struct Tls {
    /// The certificate.
    certificate: Value<String>,
    /// The key.
    #[tf(required_with("certificate"))]
    key: Value<String>,
}

/// Who may come in.
#[derive(ferroform::Block)]
struct Guest {
    /// The name.
    name: Value<String>,
}

/// Where they come in.
#[derive(ferroform::Block)]
struct Door {
    /// What opens it.
    key: Value<String>,
}

/// The violations as text, one a line.
fn violations(gate: &Gate) -> String {
    gate.validate().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn gate() -> Gate {
    Gate { plain: true.into(), host: "ada".into(), ..Default::default() }
}

fn guest(name: &str) -> Guest {
    Guest { name: name.into() }
}

fn door(key: Value<String>) -> BlockMap<Door> {
    [("front", Door { key })].into()
}

#[test]
fn a_rule_reaches_into_blocks() {
    let tls = || Tls { certificate: "abc".into(), ..Default::default() };
    let guests = || Gate { guest: [guest("bob"), Guest::default()].into(), ..gate() };
    assert_eq!(violations(&gate()), "");
    assert_eq!(violations(&Gate { plain: Value::Unset, tls: tls().into(), ..gate() }), "");
    // Within a block, names start anew.
    let key = Tls { key: "k".into(), ..tls() };
    assert_eq!(violations(&Gate { plain: Value::Unset, tls: key.into(), ..gate() }), "");
    assert_eq!(violations(&Gate { door: door("iron".into()), ..guests() }), "");
    assert_eq!(violations(&Gate { host: Value::Unset, door: door("iron".into()), ..guests() }), "");
    let wrong = [
        ("both", Gate { tls: tls().into(), ..gate() }),
        ("neither", Gate { plain: Value::Unset, ..gate() }),
        ("none of several", Gate { host: Value::Unset, ..gate() }),
        ("no block that has what is needed", guests()),
        ("a block without what is needed", Gate { door: door(Value::Unset), ..guests() }),
        (
            "one of them in a list",
            Gate { door: door("iron".into()), visits: [guest("eve")].into(), ..guests() },
        ),
        (
            "below, the other is missing",
            Gate { tls: Tls { key: "k".into(), ..Default::default() }.into(), ..gate() },
        ),
    ];
    let told: Vec<_> = wrong.iter().map(|(what, gate)| format!("{what}\n{}\n", violations(gate))).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_only_terraform_knows_breaks_no_relation() {
    let tls = |certificate| Tls { certificate, ..Default::default() };
    let unknown = || Value::<String>::expression("var.certificate");
    assert_eq!(violations(&Gate { tls: tls(unknown()).into(), ..gate() }), "");
    assert_eq!(violations(&Gate { tls: tls(unknown()).into(), plain: Value::Unset, ..gate() }), "");
    assert_eq!(violations(&Gate { guest: guest("bob").into(), door: door(unknown()), ..gate() }), "");
    // Two that are known are too many, whatever the third is.
    let sure = Gate { certificate: "abc".into(), tls: tls(unknown()).into(), ..gate() };
    assert_eq!(
        violations(&sure),
        "error: certificate: found `certificate`, `plain`, \
         allowed: exactly one of `certificate`, `plain`, `tls.certificate` (from the struct)"
    );
}

/// Has rules on what does not exist, further down than its derive sees.
#[derive(ferroform::Resource)]
#[tf(type = "store_wall", rule(path = "tls.certifcate", length(1, 5)), rule(path = "tls.key", length(1, 5)))]
struct Wall {
    /// Encryption.
    #[tf(conflicts_with("tls.secret"))]
    plain: Value<bool>,
    /// Encryption.
    tls: Block<Tls>,
}

#[test]
fn a_rule_on_what_does_not_exist_is_told_once_it_is_reached() {
    assert_eq!(Wall::default().validate(), []);
    let wall = Wall { tls: Tls::default().into(), ..Default::default() };
    let told: Vec<_> = wall.validate().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"));
}
