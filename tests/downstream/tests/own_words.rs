//! What programs say in Terraform's own words, where the types of this crate have none.

#[path = "common/stack.rs"]
mod stack;

use ferroform::{App, Error, List, Number, Reference, Value, Variable, expression, object};
use ferroform_downstream::bucket::Bucket;
use stack::stack;

fn photos() -> Bucket {
    Bucket { log_bucket: "logs".into(), ..Bucket::new("photos", "ARCHIVE") }
}

#[test]
fn expressions_take_values_and_references() {
    let stack = stack(&App::with_outdir("never-written"), "words");
    let bucket = stack.add("photos", photos()).unwrap();
    let sizes = stack.variable("sizes", Variable::<List<Number>>::new()).unwrap();
    let borrowed = &sizes;
    let greatest = Value::<Number>::Expression(expression!("max({borrowed}...) + {}", sizes.at(0) * 2));
    assert_eq!(format!("{greatest:?}"), "Expression(${max(var.sizes...) + (var.sizes[0] * 2)})");
    let borrowed = &bucket;
    let whole = expression!("jsonencode({{ one = {bucket}, other = {borrowed}.name }})");
    assert_eq!(
        format!("{whole:?}"),
        "${jsonencode({ one = store_bucket.photos, other = store_bucket.photos.name })}"
    );
}

#[test]
fn references_can_be_written() {
    let stack = stack(&App::with_outdir("never-written"), "words");
    stack.moved("store_bucket.old", &Reference::expression("store_bucket.new[\"a\"]")).unwrap();
    assert!(stack.to_json().unwrap().contains(r#""to": "store_bucket.new[\"a\"]""#));
}

#[test]
fn overrides_reach_every_block() {
    let stack = stack(&App::with_outdir("never-written"), "words");
    stack.add("photos", photos()).unwrap();
    stack.add_override("resource.store_bucket.photos.colour.shade", "deep ${blue}").unwrap();
    stack.add_override("terraform.backend.local", object! { "path" => "state" }).unwrap();
    stack
        .add_block("moved", &[], object! { "from" => "store_bucket.a", "to" => "store_bucket.photos" })
        .unwrap();
    stack.add_block("moved", &[], object! { "from" => "store_bucket.b", "to" => "store_bucket.a" }).unwrap();
    stack.add_override("moved.1.to", "store_bucket.photos").unwrap();
    stack.add_block("check", &["health"], object! { "assert" => ["none"] }).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap());

    let error = stack.add_override("resource.store_bucket.photos.name.first", "x").unwrap_err();
    assert!(error.to_string().contains("that is no block"), "{error}");
    let error = stack.add_override("moved.2.to", "x").unwrap_err();
    assert!(error.to_string().contains("that is no block"), "{error}");
    let error = stack.add_block("check", &["health"], object! {}).unwrap_err();
    assert!(matches!(error, Error::Duplicate { .. }), "{error}");
}

#[test]
fn a_variable_can_be_null_unless_it_is_set() {
    let stack = App::with_outdir("never-written").stack("nullable");
    stack.variable("name", Variable::<String>::new().default(Value::<String>::null())).unwrap();
    assert!(stack.to_json().unwrap().contains(r#""default": null"#));
}
