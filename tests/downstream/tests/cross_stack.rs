//! What one stack reads from another: how it is found, and what cannot be.

#[path = "common/app.rs"]
mod app;

use app::app;
use ferroform::backend::{Cloud, LocalBackend};
use ferroform::{Any, App, Map, Meta, Resource as _, Stack, Value};
use ferroform_tests::terraform;

/// Terraform's own resource.
#[derive(ferroform::Resource)]
#[tf(type = "terraform_data", computed(id: String, output: Any))]
struct TerraformData {
    input: Value<Any>,
}

/// A resource in one stack that reads one in another.
fn read(from: &Stack, name: &str, to: &Stack) {
    let made = from.add(name, TerraformData { input: name.into() }).unwrap();
    to.add(name, TerraformData { input: made.output() }).unwrap();
}

fn refused(app: &App) -> String {
    app.synth().unwrap_err().to_string()
}

#[test]
fn a_state_is_found_where_its_stack_keeps_it() {
    let (app, folder) = app();
    let (one, two, three) = (app.stack("one"), app.stack("two"), app.stack("three"));
    // What a backend says is taken literally, what a data source says is evaluated.
    one.backend(LocalBackend { path: "kept/${here}%{if}.tfstate".into(), ..LocalBackend::default() })
        .unwrap();
    two.backend(LocalBackend::default()).unwrap();
    let elsewhere = folder.path().join("elsewhere.tfstate").to_string_lossy().into_owned();
    three.backend(LocalBackend { path: elsewhere.into(), ..LocalBackend::default() }).unwrap();
    let reader = app.stack("reader");
    for (stack, name) in [(&one, "a"), (&two, "b"), (&three, "c")] {
        read(stack, name, &reader);
    }
    app.synth().unwrap();
    let json = reader.to_json().unwrap();
    assert!(json.contains(r#""path": "../one/kept/$${here}%%{if}.tfstate""#), "{json}");
    assert!(json.contains(r#""path": "../two/terraform.tfstate""#), "{json}");
    let Some(terraform) = terraform() else { return };
    for stack in ["one", "two", "three", "reader"] {
        let folder = app.outdir().join("stacks").join(stack);
        terraform.run(&folder, &["init"]).success();
        terraform.run(&folder, &["apply", "-auto-approve"]).success();
    }
    let state = terraform.run(&app.outdir().join("stacks/reader"), &["show", "-json"]).success().stdout;
    let state: serde_json::Value = serde_json::from_str(&state).unwrap();
    let resources = state["values"]["root_module"]["resources"].as_array().unwrap();
    let found: Vec<_> = resources
        .iter()
        .filter(|resource| resource["type"] == "terraform_data")
        .map(|resource| resource["values"]["output"].clone())
        .collect();
    assert_eq!(found, ["a", "b", "c"]);
}

#[test]
fn names_that_would_stand_for_two_things_are_refused() {
    let (app, _folder) = app();
    let (home, other) = (app.stack("home"), app.stack("other"));
    let many = other.add("many", TerraformData::new().with(Meta::new().count(2))).unwrap();
    let maps = other.variable("x", ferroform::Variable::<Map<String>>::new()).unwrap();
    for (name, key) in [("dot", "a.b"), ("plain", "ab")] {
        home.add(name, TerraformData { input: maps.at(key).into() }).unwrap();
    }
    home.add("fine", TerraformData { input: many.at(0).output() }).unwrap();
    insta::assert_snapshot!(refused(&app), @r#"terraform_data.plain in stack `home` cannot read `var.x["ab"]` of stack `other`: `output.cross-stack-output-varxab` in stack `other` would stand for both `var.x["a.b"]` and `var.x["ab"]`; rename one"#);
    // Nothing was declared.
    assert!(!other.to_json().unwrap().contains("cross-stack"));
}

#[test]
fn stacks_whose_names_differ_in_dots_only_are_refused() {
    let (app, _folder) = app();
    let home = app.stack("home");
    read(&app.stack("a.b"), "one", &home);
    read(&app.stack("ab"), "two", &home);
    insta::assert_snapshot!(refused(&app), @"terraform_data.two in stack `home` cannot read `terraform_data.two.output` of stack `ab`: `data.terraform_remote_state.cross-stack-reference-input-ab` in stack `home` would stand for both `a.b` and `ab`; rename one");
}

#[test]
fn what_a_program_calls_so_itself_is_kept() {
    let (app, _folder) = app();
    let (one, two, other) = (app.stack("one"), app.stack("two"), app.stack("other"));
    read(&other, "made", &one);
    read(&other, "more", &two);
    app.synth().unwrap();
    app.synth().unwrap();
    other.output("cross-stack-output-terraform_datamadeoutput", "mine").unwrap();
    two.remote_state("cross-stack-reference-input-other", LocalBackend::default()).unwrap();
    insta::assert_snapshot!(refused(&app), @r"
    terraform_data.made in stack `one` cannot read `terraform_data.made.output` of stack `other`: `output.cross-stack-output-terraform_datamadeoutput` in stack `other` is the program's own; call that differently
    terraform_data.more in stack `two` cannot read `terraform_data.more.output` of stack `other`: `data.terraform_remote_state.cross-stack-reference-input-other` in stack `two` is the program's own; call that differently
    ");
}

#[test]
fn stacks_that_wait_for_each_other_are_refused() {
    let (app, _folder) = app();
    let (a, b, c, d) = (app.stack("a"), app.stack("b"), app.stack("c"), app.stack("d"));
    read(&a, "one", &b);
    read(&b, "two", &c);
    read(&c, "three", &b);
    read(&c, "four", &d);
    insta::assert_snapshot!(refused(&app), @"stacks read from each other in a circle, so none can be applied first: `b` → `c` → `b`");
}

#[test]
fn what_is_in_no_readable_state_is_refused() {
    let (app, _folder) = app();
    let (one, home) = (app.stack("cloud"), app.stack("home"));
    one.cloud(Cloud::default()).unwrap();
    read(&one, "one", &home);
    let elsewhere = App::with_outdir("never-written").stack("elsewhere");
    read(&elsewhere, "two", &home);
    insta::assert_snapshot!(refused(&app), @r"
    terraform_data.one in stack `home` cannot read `terraform_data.one.output` of stack `cloud`: HCP Terraform keeps its state, so read its outputs with `Scope::remote_state`
    terraform_data.two in stack `home` cannot read `terraform_data.two.output` of stack `elsewhere`: it is a stack of another app
    ");
}
