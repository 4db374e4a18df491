//! Actions and queries, which Terraform knows since 1.14: the machine's may be older, so it is not asked.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;

use app::app;
use ferroform::{
    ActionTrigger, Event, Invocable, Map, Meta, Number, Provider as _, Query, Resource as _, Value,
};
use ferroform_downstream::{Object, StoreProvider};
use stack::stack;

/// Empties a cache.
#[derive(ferroform::Action)]
#[tf(type = "store_purge")]
struct Purge {
    #[tf(required, length(min = 1))]
    path: Value<String>,
    headers: Value<Map<String>>,
}

/// Finds objects.
#[derive(ferroform::ListResource)]
#[tf(type = "store_object")]
struct ListObjects {
    bucket: Value<String>,
    #[tf(range(1, 9))]
    depth: Value<Number>,
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn actions_are_triggered_by_what_happens_to_a_resource() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    stack.provider(StoreProvider::new()).unwrap();
    let west = stack.provider(StoreProvider::new().alias("west")).unwrap();
    let purge = Purge { headers: [("X-${a}", "%{b}")].into(), ..Purge::new("/${c}") };
    let purge = stack.action("purge", purge).unwrap();
    let many = Invocable::new(Purge::new(ferroform::each_key())).for_each(["x", "y"]).provider(&west);
    let many = stack.action("many", many).unwrap();
    assert_eq!(purge.address(), "action.store_purge.purge");
    let trigger = ActionTrigger::new([Event::AfterCreate, Event::BeforeUpdate], [&purge, &many.at_key("x")]);
    let meta =
        Meta::new().action_trigger(trigger.condition(Value::expression("var.purges"))).prevent_destroy();
    stack.add("page", Object::new("photos", "index").with(meta)).unwrap();
    let whole = json(&stack.to_json().unwrap());
    insta::assert_snapshot!(serde_json::to_string_pretty(&whole["action"]).unwrap(), @r#"
    {
      "store_purge": {
        "many": {
          "config": {
            "path": "${each.key}"
          },
          "for_each": "${toset([\"x\", \"y\"])}",
          "provider": "store.west"
        },
        "purge": {
          "config": {
            "headers": {
              "X-$${a}": "%%{b}"
            },
            "path": "/$${c}"
          }
        }
      }
    }
    "#);
    let lifecycle = &whole["resource"]["store_object"]["page"]["lifecycle"];
    insta::assert_snapshot!(serde_json::to_string_pretty(lifecycle).unwrap(), @r#"
    {
      "action_trigger": [
        {
          "actions": [
            "action.store_purge.purge",
            "action.store_purge.many[\"x\"]"
          ],
          "condition": "${var.purges}",
          "events": [
            "after_create",
            "before_update"
          ]
        }
      ],
      "prevent_destroy": true
    }
    "#);

    let nothing = Meta::new().action_trigger(ActionTrigger::new([], []));
    let wrong = stack.add("wrong", Object::new("b", "k").with(nothing)).unwrap_err();
    insta::assert_snapshot!(wrong, @r"
    store_object.wrong has 2 violations:
      error: lifecycle.action_trigger[0].events: found none, allowed: at least one (from Terraform)
      error: lifecycle.action_trigger[0].actions: found none, allowed: at least one (from Terraform)
    ");
    insta::assert_snapshot!(stack.action("wrong", Purge::new("")).unwrap_err(), @r"
    action.store_purge.wrong has 1 violation:
      error: path: found 0 characters, allowed: at least 1 characters (from the struct)
    ");
    stack.required_version(">= 1.13").unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    action.store_purge.purge: an action needs Terraform 1.14, and the stack's required_version `>= 1.13` allows older ones
    action.store_purge.many: an action needs Terraform 1.14, and the stack's required_version `>= 1.13` allows older ones
    store_object.page: an `action_trigger` needs Terraform 1.14, and the stack's required_version `>= 1.13` allows older ones
    ");
}

#[test]
fn queries_stand_in_a_file_of_their_own() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let file = app.outdir().join("stacks/s/cdk.tfquery.json");
    stack.query("all", ListObjects::new()).unwrap();
    let some = Query::new(ListObjects { bucket: "${photos}".into(), ..ListObjects::new() });
    stack.query("some", some.limit(5).include_resource().count(2)).unwrap();
    app.synth().unwrap();
    assert!(stack.to_json().unwrap().find("\"list\"").is_none());
    insta::assert_snapshot!(std::fs::read_to_string(&file).unwrap(), @r#"
    {
      "list": {
        "store_object": {
          "all": {
            "provider": "store"
          },
          "some": {
            "config": {
              "bucket": "$${photos}"
            },
            "count": 2,
            "include_resource": true,
            "limit": 5,
            "provider": "store"
          }
        }
      }
    }
    "#);
    assert_eq!(stack.query_json().unwrap(), std::fs::read_to_string(&file).unwrap());
    let wrong = ListObjects { depth: 10.into(), ..ListObjects::new() };
    insta::assert_snapshot!(stack.query("wrong", wrong).unwrap_err(), @r"
    list.store_object.wrong has 1 violation:
      error: depth: found 10, allowed: 1 to 9 (from the struct)
    ");
    stack.required_version(">= 1.13").unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    list.store_object.all: a `list` block needs Terraform 1.14, and the stack's required_version `>= 1.13` allows older ones
    list.store_object.some: a `list` block needs Terraform 1.14, and the stack's required_version `>= 1.13` allows older ones
    ");

    // A later run of the program that asks nothing leaves no question behind.
    let later = ferroform::App::with_outdir(app.outdir());
    let _ = later.stack("s");
    later.synth().unwrap();
    assert!(!file.exists());
}
