//! What the machine's `terraform` says of a program: offline, with the provider that is part of Terraform.

use ferroform::{Any, App, Meta, Resource as _, Value, count_index, each_key, each_value};
use ferroform_tests::terraform;

/// Holds a value; Terraform's own resource.
#[derive(ferroform::Resource)]
#[tf(type = "terraform_data", import_id = "{id}", computed(id: String, output: Any))]
struct TerraformData {
    /// The value.
    input: Value<Any>,
    /// Replaces the resource when it changes.
    triggers_replace: Value<Any>,
}

/// The values of a resource in the state.
fn values(state: &serde_json::Value, address: &str) -> serde_json::Value {
    let resources = state["values"]["root_module"]["resources"].as_array().unwrap();
    let found = resources.iter().find(|resource| resource["address"] == address);
    found.unwrap_or_else(|| panic!("no {address} in {state:#}"))["values"].clone()
}

#[test]
fn terraform_takes_what_a_program_synthesizes() {
    let Some(terraform) = terraform() else { return };
    let outdir = tempfile::TempDir::new().unwrap();
    let app = App::with_outdir(outdir.path());
    let stack = app.stack("data");
    let texts = ["${not.evaluated}", "$${}", "$$${", "%{if}", "\"\\\n\u{7}é\u{2028}", "$", "a%"];
    let one = TerraformData { input: texts.into(), ..TerraformData::new() };
    let one = stack.add("one", one).unwrap();

    let keys = Value::<ferroform::Map<Any>>::from([("${key}", one.output()), ("n", 1.5.into())]);
    let two = TerraformData {
        input: Any::Map(keys.as_literal().unwrap().clone()).into(),
        triggers_replace: one.id().into(),
    };
    let scope = stack.scope("inner").scope("Default");
    let two = scope.add("two", two.with(Meta::new().depends_on(&one).create_before_destroy())).unwrap();

    let counted = TerraformData { input: count_index().into(), ..TerraformData::new() };
    let counted = stack.add("counted", counted.with(Meta::new().count(2))).unwrap();
    let keyed = TerraformData { input: each_key().into(), ..TerraformData::new() };
    let keyed = stack.add("keyed", keyed.with(Meta::new().for_each(["x", "${y}"]))).unwrap();
    let entries = TerraformData { input: each_value(), ..TerraformData::new() };
    let map = Value::<ferroform::Map<String>>::from([("a", "1")]);
    stack.add("entries", entries.with(Meta::new().for_each(map))).unwrap();
    let all = TerraformData {
        input: Any::List(vec![
            counted.at(1).output(),
            counted.splat(|each| each.id()).at(0).into(),
            keyed.at("${y}").output(),
            keyed.splat(|each| each.id()).into(),
            two.id().into(),
        ])
        .into(),
        ..TerraformData::new()
    };
    let condition = Value::expression("length(terraform_data.counted) == 2");
    let meta = Meta::new().precondition(condition, "there are ${two}").ignore_changes(["triggers_replace"]);
    stack.add("all", all.with(meta)).unwrap();
    stack.import::<TerraformData>("imported", "an-id".parse().unwrap()).unwrap();
    stack.add("imported", TerraformData::new()).unwrap();
    app.synth().unwrap();

    let folder = app.outdir().join("stacks/data");
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    terraform.run(&folder, &["plan", "-out=plan"]).success();
    terraform.run(&folder, &["apply", "plan"]).success();
    let state: serde_json::Value =
        serde_json::from_str(&terraform.run(&folder, &["show", "-json"]).success().stdout).unwrap();
    assert_eq!(values(&state, "terraform_data.one")["output"], serde_json::json!(texts));
    let two = values(&state, "terraform_data.inner_two_3195D66A");
    assert_eq!(two["output"], serde_json::json!({ "${key}": texts, "n": 1.5 }));
    let all = values(&state, "terraform_data.all");
    assert_eq!(all["output"][0], 1);
    assert_eq!(all["output"][2], "${y}");
    assert_eq!(values(&state, "terraform_data.imported")["id"], "an-id");
}
