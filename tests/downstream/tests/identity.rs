//! Imports by identity, which Terraform knows since 1.12: the machine's may be older, so it is not asked.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;

use app::app;
use ferroform::{Import, List, Meta, Number, Resource as _, Value, each_key};
use ferroform_downstream::Object;
use stack::stack;

/// What identifies an object.
#[derive(ferroform::Block)]
#[tf(identity_of = Object)]
struct ObjectIdentity {
    #[tf(required)]
    bucket: Value<String>,
    #[tf(required, length(min = 1))]
    key: Value<String>,
    version: Value<Number>,
    regions: Value<List<String>>,
}

#[test]
fn what_exists_is_imported_by_its_identity() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let identity = ObjectIdentity {
        version: 7.into(),
        regions: ["eu", "${us}"].into(),
        ..ObjectIdentity::new("photos", "index")
    };
    stack.import_identity("legacy", identity).unwrap();
    let many = stack.add("many", Object::new("b", "k").with(Meta::new().for_each(["x", "y"]))).unwrap();
    let one = ObjectIdentity::new("photos", each_key());
    stack.import_block(Import::identified(&many.at(each_key()), &one).for_each(["x", "y"])).unwrap();
    let json: serde_json::Value = serde_json::from_str(&stack.to_json().unwrap()).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json["import"]).unwrap(), @r#"
    [
      {
        "identity": {
          "bucket": "photos",
          "key": "index",
          "regions": [
            "eu",
            "$${us}"
          ],
          "version": 7
        },
        "to": "store_object.legacy"
      },
      {
        "for_each": "${toset([\"x\", \"y\"])}",
        "identity": {
          "bucket": "photos",
          "key": "${each.key}"
        },
        "to": "store_object.many[each.key]"
      }
    ]
    "#);

    let wrong = ObjectIdentity { bucket: Value::Unset, ..ObjectIdentity::new("", "") };
    insta::assert_snapshot!(stack.import_identity("wrong", wrong).unwrap_err(), @r"
    import of store_object.wrong has 2 violations:
      error: identity.bucket: found nothing, allowed: a value (from the provider's schema)
      error: identity.key: found 0 characters, allowed: at least 1 characters (from the struct)
    ");
    stack.required_version(">= 1.11").unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    import of store_object.legacy: an import by identity needs Terraform 1.12, and the stack's required_version `>= 1.11` allows older ones
    import of store_object.many[each.key]: an import by identity needs Terraform 1.12, and the stack's required_version `>= 1.11` allows older ones
    ");
}
