//! The decisions that every generated line depends on, one test each.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;
#[path = "common/synthesized.rs"]
mod synthesized;

use app::app;
use ferroform::{Error, Meta, Provider as _, Resource as _, Scope, Severity, Value};
use ferroform_downstream::bucket::{Bucket, BucketRef, Mount, MountReference, Rule, Transition};
use ferroform_downstream::{Object, StoreProvider};
use stack::stack;
use synthesized::synthesized;

#[test]
fn two_stacks_are_open_at_once_and_handles_are_shared() {
    let (app, _folder) = app();
    let (one, two) = (stack(&app, "one"), stack(&app, "two"));
    let same = one.clone();
    one.add("a", Object::new("bucket", "a")).unwrap();
    two.add("b", Object::new("bucket", "b")).unwrap();
    same.add("c", Object::new("bucket", "c")).unwrap();
    let text = synthesized(&app, "one");
    assert!(text.contains("\"a\": {") && text.contains("\"c\": {") && !text.contains("\"b\": {"), "{text}");
}

/// A component as a user writes it: it takes a scope and gives what others refer to.
fn page(scope: &Scope) -> Result<Value<String>, Error> {
    Ok(scope.add("page", Object::new("bucket", "index"))?.etag())
}

#[test]
fn a_component_takes_a_scope_and_its_names_do_not_clash() {
    let (app, _folder) = app();
    let stack = stack(&app, "site");
    page(&stack).unwrap();
    page(&stack.scope("left")).unwrap();
    let right = page(&stack.scope("right").scope("inner")).unwrap();
    // The IDs are what cdktn 0.24 gives for these paths.
    assert_eq!(format!("{right:?}"), "Expression(${store_object.right_inner_page_6F716970.etag})");
    let text = synthesized(&app, "site");
    assert!(text.contains("\"left_page_695F5A57\""), "{text}");
    assert!(text.contains("\"page\""), "{text}");
}

#[test]
fn what_is_required_is_a_parameter_and_the_rest_are_fields() {
    let bucket = Bucket { quota: 5.into(), ..Bucket::new("photos", "STANDARD") };
    assert_eq!(bucket.name.as_literal().unwrap(), "photos");
    assert!(bucket.labels.is_unset());
}

#[test]
fn a_value_is_unset_a_literal_or_an_expression() {
    let literal: Value<String> = "text".into();
    let expression = Value::<String>::expression("var.name");
    assert!(Value::<String>::default().is_unset());
    assert_eq!(literal.as_literal().unwrap(), "text");
    assert_eq!((expression.as_literal(), expression.is_unset()), (None, false));
}

#[test]
fn an_attribute_of_a_nested_block_is_reached_by_methods() {
    let (app, _folder) = app();
    let bucket: BucketRef = app
        .stack("a")
        .add("b", Bucket { log_stream: "x".into(), ..Bucket::new("photos", "STANDARD") })
        .unwrap();
    let text = |value: &dyn std::fmt::Debug| format!("{value:?}").replace("Expression", "");
    assert_eq!(text(&bucket.endpoint(0).url()), "(${store_bucket.b.endpoint[0].url})");
    assert_eq!(text(&bucket.rule(1).action().r#type()), "(${store_bucket.b.rule[1].action.type})");
    assert_eq!(
        text(&bucket.rule(1).transition(0).days()),
        "(${tolist(store_bucket.b.rule[1].transition)[0].days})"
    );
    assert_eq!(text(&bucket.replica(0).port()), "(${tolist(store_bucket.b.replica)[0].port})");
    assert_eq!(
        text(&bucket.endpoint_by_region("eu").url()),
        "(${store_bucket.b.endpoint_by_region[\"eu\"].url})"
    );
    assert_eq!(text(&bucket.status().endpoint(0).url()), "(${store_bucket.b.status.endpoint[0].url})");
    assert_eq!(text(&bucket.cors(0).origins().at(0)), "(${tolist(store_bucket.b.cors[0].origins)[0]})");
    assert_eq!(text(&bucket.dns_servers().at(1)), "(${store_bucket.b.dns_servers[1]})");
    assert_eq!(text(&bucket.usage().at("eu").at(0)), "(${store_bucket.b.usage[\"eu\"][0]})");
    assert_eq!(text(&bucket._2fa()), "(${store_bucket.b.2fa})");
    let mount: MountReference = bucket.mount("data");
    assert_eq!(text(&mount.path()), "(${store_bucket.b.mount[\"data\"].path})");
}

#[test]
fn a_reference_knows_its_stack() {
    let (app, _folder) = app();
    let (network, site) = (stack(&app, "network"), stack(&app, "site"));
    let object = network.add("page", Object::new("bucket", "index")).unwrap();
    site.add("copy", Object::new(object.etag(), "index")).unwrap();
    let read = "data.terraform_remote_state.cross-stack-reference-input-network.outputs.\
                cross-stack-output-store_objectpageetag";
    assert!(site.to_json().unwrap().contains(read), "{}", site.to_json().unwrap());
    let refused = site.add("late", Object::new("b", "k").with(Meta::new().depends_on(&object))).unwrap_err();
    assert!(matches!(refused, Error::OtherStack { .. }), "{refused}");
}

#[test]
fn instances_of_count_and_for_each_are_indexed_or_splatted() {
    let (app, _folder) = app();
    let stack = app.stack("many");
    let counted = stack.add("counted", Object::new("b", "k").with(Meta::new().count(3))).unwrap();
    let keyed = stack.add("keyed", Object::new("b", "k").with(Meta::new().for_each(["x", "y"]))).unwrap();
    let text = |value: &dyn std::fmt::Debug| format!("{value:?}").replace("Expression", "");
    assert_eq!(text(&counted.at(2).etag()), "(${store_object.counted[2].etag})");
    assert_eq!(text(&keyed.at("x").etag()), "(${store_object.keyed[\"x\"].etag})");
    assert_eq!(
        text(&counted.splat(|each| each.etag())),
        "(${[for item in store_object.counted : item.etag]})"
    );
    assert_eq!(
        text(&keyed.splat(|each| each.etag()).at(0)),
        "(${[for item in store_object.keyed : item.etag][0]})"
    );
}

#[test]
fn an_attribute_called_count_is_not_the_meta_argument() {
    let (app, _folder) = app();
    let rule = Rule {
        transition: Transition { count: 7.into(), ..Default::default() }.into(),
        ..Rule::new("logs/", ferroform_downstream::bucket::Action::default())
    };
    let bucket = Bucket { log_stream: "x".into(), rule: rule.into(), ..Bucket::new("photos", "STANDARD") };
    stack(&app, "s").add("b", bucket.with(Meta::new().count(2))).unwrap();
    let text = synthesized(&app, "s");
    assert!(text.contains("\"count\": 2") && text.contains("\"count\": 7"), "{text}");
}

#[test]
fn structs_are_cloned_defaulted_and_printed_without_secrets() {
    let bucket = Bucket {
        encryption_key: "hunter2hunter2".into(),
        encryption_key_wo: "hunter2".into(),
        labels: [("team", "blue")].into(),
        mount: [("data", Mount { path: "/data".into() })].into(),
        site: ferroform_downstream::bucket::Site { password: "hunter2".into(), ..Default::default() }.into(),
        log_bucket: Value::expression("var.logs"),
        ..Default::default()
    };
    let printed = format!("{:?}", bucket.clone());
    assert_eq!(
        printed,
        "Bucket { encryption_key: (sensitive), encryption_key_wo: (sensitive), labels: {\"team\": \"blue\"}, \
         site: {password: (sensitive)}, mount: {\"data\": {path: \"/data\"}}, log_bucket: ${var.logs} }"
    );
    assert_eq!(
        format!("{:?}", StoreProvider { secret_key: "x".into(), ..Default::default() }),
        "StoreProvider { secret_key: (sensitive) }"
    );
}

#[test]
fn add_fails_on_errors_only_and_warnings_wait_for_synth() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let sound = || Bucket { log_stream: "x".into(), ..Bucket::new("photos", "STANDARD") };
    let wrong = Bucket { quota: 0.into(), readers: ["mallory"].into(), ..sound() };
    let Error::Invalid { address, violations } = stack.add("wrong", wrong).unwrap_err() else { panic!() };
    assert_eq!((address.as_str(), violations.len()), ("store_bucket.wrong", 2));
    stack.add("odd", Bucket { readers: ["mallory"].into(), ..sound() }).unwrap();
    stack.add("old", Object::new("photos", "index")).unwrap();
    assert_eq!(
        app.warnings(),
        [
            "warning: store_object.old: is deprecated: use store_blob",
            "warning: store_bucket.odd: readers[0]: found \"mallory\", allowed: \"alice\", \"bob\" \
             (from the provider's documentation)",
        ]
    );
    let violations = stack.violations();
    assert_eq!((violations.len(), violations[0].0.as_str()), (1, "store_bucket.odd"));
    assert_eq!(stack.to_json().unwrap(), synthesized(&app, "s"));
    assert!(!synthesized(&app, "s").contains("wrong"));
}

#[test]
fn an_expression_breaks_no_rule() {
    let unknown = || Value::expression("var.unknown");
    let bucket = Bucket {
        quota: Value::expression("var.unknown"),
        labels: Value::expression("var.unknown"),
        encryption_key: unknown(),
        log_bucket: unknown(),
        log_stream: unknown(),
        log_prefix: unknown(),
        ..Bucket::new(unknown(), unknown())
    };
    assert_eq!(bucket.validate(), []);
}

#[test]
fn a_secret_is_in_no_violation() {
    let bucket = Bucket {
        encryption_key: "hunter2".into(),
        encryption_key_wo: "hunter2".into(),
        log_stream: "x".into(),
        site: ferroform_downstream::bucket::Site {
            password: "no".into(),
            ..ferroform_downstream::bucket::Site::new("index")
        }
        .into(),
        ..Bucket::new("photos", "STANDARD")
    };
    let violations = bucket.validate();
    let found: Vec<_> =
        violations.iter().map(|violation| (violation.path.as_str(), violation.found.as_str())).collect();
    assert_eq!(
        found,
        [
            ("encryption_key", "(sensitive)"),
            ("encryption_key_wo", "(sensitive)"),
            ("site.password", "(sensitive)")
        ]
    );
    assert!(violations.iter().all(|violation| violation.severity == Severity::Error));
}

#[test]
fn a_name_is_taken_once_in_its_scope() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    stack.add("a", Object::new("b", "k")).unwrap();
    assert_eq!(
        stack.add("a", Object::new("b", "k")).unwrap_err().to_string(),
        "stack `s` already has `store_object.a`: each needs a name of its own in its scope"
    );
    assert_eq!(
        stack.add("1a", Object::new("b", "k")).unwrap_err().to_string(),
        "the name `1a` cannot be used: Terraform would call it `1a`, and its names begin with a letter or an underscore"
    );
    stack.provider(StoreProvider::new()).unwrap();
    assert!(matches!(stack.provider(StoreProvider::new()), Err(Error::Name { .. })));
    assert_eq!(
        stack.provider(StoreProvider::new().alias("the other")).unwrap_err().to_string(),
        "the name `the other` cannot be used: Terraform's names have letters, digits, `_` and `-` only"
    );
}

#[test]
fn all_stacks_that_cannot_be_written_are_reported_before_anything_is() {
    let (app, folder) = app();
    for name in ["a b", "..", "same", "same"] {
        let _ = app.stack(name);
    }
    let error = app.synth().unwrap_err().to_string();
    assert_eq!(error.lines().count(), 3, "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let app = ferroform::App::with_outdir(file.path());
    let _ = app.stack("s");
    let error = app.synth().unwrap_err().to_string();
    assert!(error.starts_with(&file.path().display().to_string()), "{error}");
}
