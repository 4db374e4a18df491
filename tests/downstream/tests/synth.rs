//! What a program comes out as.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;
#[path = "common/synthesized.rs"]
mod synthesized;

use app::app;
use ferroform::{Any, Meta, Provider as _, Resource as _, Value, count_index, each_key, each_value};
use ferroform_downstream::bucket::{Action, Bucket, Cors, Header, Mount, Owner, Rule, Site, Transition};
use ferroform_downstream::timeouts::Timeouts;
use ferroform_downstream::{DataStoreBucket, EphemeralStoreToken, Object, StoreProvider};
use stack::stack;
use synthesized::synthesized;

#[test]
fn every_kind_of_value_is_written_as_terraform_reads_it() {
    let (app, _folder) = app();
    let stack = stack(&app, "all");
    let bucket = Bucket {
        r#type: "plain".into(),
        two_factor_delete: true.into(),
        quota: 50.into(),
        encryption_key: "correct horse".into(),
        readers: ["alice", "bob"].into(),
        labels: [("team", "blue"), ("${cost}", "%{center}")].into(),
        schedule: [("weekdays", vec![8, 18]), ("never", vec![])].into(),
        proxy: Value::literal(("proxy".into(), 8080.into())),
        extra: Any::List(vec!["text".into(), 5.into(), true.into(), Any::Null.into()]).into(),
        owner: Owner { name: "Ada".into(), ..Default::default() }.into(),
        grants: [Owner { name: "Bob".into(), email: "bob@example.org".into() }].into(),
        site: Site { headers: [("x", Header { value: "1".into() })].into(), ..Site::new("index.html") }
            .into(),
        cors: Cors { origins: ["*"].into() }.into(),
        rule: [Rule {
            transition: [
                Transition { days: 30.into(), count: 1.5.into() },
                Transition { days: 60.into(), ..Default::default() },
            ]
            .into(),
            ..Rule::new("logs/", Action { r#type: "MOVE".into() })
        }]
        .into(),
        mount: [("data", Mount { path: "/data".into() })].into(),
        timeouts: Timeouts { create: "30m".into(), ..Default::default() }.into(),
        log_bucket: Value::expression("var.logs"),
        ..Bucket::new("photos", "STANDARD")
    };
    stack.add("photos", bucket).unwrap();
    insta::assert_snapshot!(synthesized(&app, "all"));
}

#[test]
fn a_whole_program_is_one_file() {
    let (app, _folder) = app();
    let stack = app.stack("store");
    stack.provider(StoreProvider { region: "eu".into(), ..Default::default() }).unwrap();
    let west =
        stack.provider(StoreProvider { region: "us".into(), ..Default::default() }.alias("west")).unwrap();

    let existing = stack.data("existing", DataStoreBucket::new("archive")).unwrap();
    let token = stack.ephemeral("token", EphemeralStoreToken { lifetime: 600.into() }).unwrap();
    let logs = Bucket {
        log_stream: "logs".into(),
        encryption_key_wo: token.token(),
        extra: existing.arn().into(),
        ..Bucket::new("photos", "ARCHIVE")
    };
    let logs = stack.add("logs", logs.with(Meta::new().provider(&west).prevent_destroy())).unwrap();

    let backup = stack.scope("backup");
    let page = Object { content: logs.endpoint(0).url(), ..Object::new(logs.arn(), "index") };
    let page = backup.add("page", page).unwrap();
    let meta = Meta::new().count(2).depends_on(&page).ignore_changes(["content"]).create_before_destroy();
    let copies = Object::new(logs.name(), count_index()).with(meta);
    let copies = backup.add("copies", copies).unwrap();
    let each = Meta::new().for_each(["a", "b"]);
    let named = stack.add("named", Object::new(copies.at(1).etag(), each_key()).with(each)).unwrap();
    let contents = Value::<ferroform::Map<String>>::from([("x", "1"), ("y", "2")]);
    let entry = Object { content: each_value(), ..Object::new(named.at("a").bucket(), each_key()) };
    stack.add("entries", entry.with(Meta::new().for_each(contents))).unwrap();

    stack.import::<Bucket>("legacy", "eu/old-photos".parse().unwrap()).unwrap();
    insta::assert_snapshot!(synthesized(&app, "store"));
}

/// The attributes of an object type may be called anything.
#[derive(ferroform::Block)]
#[tf(object)]
struct Odd {
    #[tf(name = "${x}")]
    template: Value<String>,
}

/// Has an object with an odd attribute.
#[derive(ferroform::Resource)]
#[tf(type = "store_odd")]
struct Holder {
    odd: Value<Odd>,
}

#[test]
fn names_in_object_types_are_no_templates() {
    let (app, _folder) = app();
    let stack = stack(&app, "odd");
    stack.add("unset", Holder { odd: Odd::default().into() }).unwrap();
    stack.add("set", Holder { odd: Odd { template: "a".into() }.into() }).unwrap();
    let written = synthesized(&app, "odd");
    assert!(written.contains(r#""$${x}": null"#) && written.contains(r#""$${x}": "a""#), "{written}");
}
