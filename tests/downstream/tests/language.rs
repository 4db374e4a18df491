//! What Terraform's language says beside constructs: how a program says it, and that Terraform takes it.

#[path = "common/app.rs"]
mod app;
#[path = "common/stack.rs"]
mod stack;

use app::app;
use ferroform::functions::{jsondecode, jsonencode, length, try_, upper};
use ferroform::{
    Any, App, Blocks, Error, Import, List, Map, Meta, Module, Number, Output, Removed, Resource as _, Set,
    Stack, Value, Variable, conditional, each_value, object, template,
};
use ferroform_downstream::bucket::{Action, Bucket, Rule, Transition};
use ferroform_tests::terraform;
use stack::stack;

/// Terraform's own resource.
#[derive(ferroform::Resource)]
#[tf(type = "terraform_data", import_id = "{id}", computed(id: String, output: Any))]
struct TerraformData {
    input: Value<Any>,
}

/// Everything that needs no provider.
fn whole(app: &App) -> Result<Stack, Error> {
    let stack = app.stack("whole");
    stack.required_version(">= 1.9")?;

    let name =
        Variable::<String>::new().default("${literally}").description("Said as it is: ${x}.").not_null();
    let name = name.validation(|name| length(&name).greater_than(2), "A name has at least 3 characters.");
    let name = stack.variable("name", name)?;
    let sizes = stack.variable("sizes", Variable::<List<Number>>::new().default([1, 2, 3]))?;
    let zones =
        stack.variable("zones", Variable::<Map<String>>::new().default([("a", "one"), ("b", "two")]))?;
    let owner = Variable::of("object({ name = string, age = optional(number, 7) })");
    let owner = stack.variable("owner", owner.default(object! { "name" => "Ada" }))?;
    let secret = stack.variable("secret", Variable::<String>::new().default("hush").sensitive())?;

    let greeting =
        template!("{name}, you cost $5 and {}% of {{it}}.", owner.attribute("age").assume::<Number>());
    let greeting = stack.local("greeting", greeting)?;
    let doubled: Value<List<Number>> = sizes.map(|size| size * 2 + 1);
    let product = doubled.map(|one| length(&sizes.filter(|other| other.less_than(one))));
    let big = conditional::<String>(length(&sizes).at_least(3).and(!sizes.at(0).equals(2)), "big", "small");

    let first = TerraformData { input: greeting.clone().into() };
    let first = stack.add("first", first)?;
    let each = TerraformData { input: ferroform::each_value::<String>().into() };
    let each = stack.add("each", each.with(Meta::new().for_each(zones.clone()).depends_on(&first)))?;
    stack.moved("terraform_data.old", &first)?;
    stack.removed(Removed::new("terraform_data.gone").keep())?;
    let imported = stack.add("imported", TerraformData::new())?;
    stack.import_block(Import::by_id(&imported, upper("an-id")))?;

    let module = Module::new("./module").input("text", each.at("a").output()).depends_on(&first);
    let module = stack.module("inner", module)?;
    let modules = Module::new("./module").input("text", ferroform::each_key()).for_each(["x", "y"]);
    let modules = stack.module("many", modules)?;

    let health = stack.check("health")?;
    health.assert(
        module.output::<String>("text").equals("one"),
        template!("it says {}", module.output::<String>("text")),
    );

    stack.output("greeting", Output::new(greeting).description("How it greets.").depends_on(&imported))?;
    stack.output("doubled", doubled)?;
    stack.output("product", product)?;
    stack.output("big", big)?;
    stack.output("upper", zones.map_values(|key, zone| upper(template!("{key}-{zone}"))))?;
    stack.output(
        "by_length",
        Value::<List<String>>::from(["a", "bb", "cc"]).group_by(|text| (length(&text).into(), text)),
    )?;
    stack.output(
        "pairs",
        zones.filter(|key, _| key.not_equals("a")).map(|key, zone| template!("{key}={zone}")),
    )?;
    stack
        .output("set", Value::<Set<String>>::from(["x", "y"]).to_map(|text| (text.clone(), length(&text))))?;
    stack.output("indexed", sizes.map_indexed(|index, size| index - size))?;
    stack.output("texts", modules.splat(|module| module.output::<String>("text")))?;
    stack.output("secret", Output::new(secret).sensitive())?;
    stack.output("decoded", jsondecode(jsonencode(object! { "a" => [1, 2] })).attribute("a").at(1))?;
    stack
        .output("fallback", try_::<String>([owner.attribute("none").assume::<String>(), "nothing".into()]))?;
    Ok(stack)
}

#[test]
fn terraform_takes_the_whole_language() {
    let (app, _folder) = app();
    let stack = whole(&app).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap());
    let Some(terraform) = terraform() else { return };
    app.synth().unwrap();
    let folder = app.outdir().join("stacks/whole");
    std::fs::create_dir(folder.join("module")).unwrap();
    let module = r#"variable "text" { type = string }
        output "text" { value = var.text }"#;
    std::fs::write(folder.join("module/main.tf"), module).unwrap();
    terraform.run(&folder, &["init"]).success();
    terraform.run(&folder, &["validate"]).success();
    terraform.run(&folder, &["apply", "-auto-approve"]).success();
    let outputs: serde_json::Value =
        serde_json::from_str(&terraform.run(&folder, &["output", "-json"]).success().stdout).unwrap();
    let values: serde_json::Map<_, _> = outputs
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, output)| (name.clone(), output["value"].clone()))
        .collect();
    insta::assert_snapshot!(serde_json::to_string_pretty(&values).unwrap());
}

#[test]
fn a_stack_reads_what_another_made() {
    let (app, _folder) = app();
    let (network, site) = (app.stack("network"), app.stack("site"));
    let vpc = network.add("vpc", TerraformData { input: object! { "id" => "vpc-1" } }).unwrap();
    let input = template!("in {}", vpc.output().attribute("id").assume::<String>());
    site.add("page", TerraformData { input: input.clone().into() }).unwrap();
    site.output("texts", Value::<List<String>>::from([input, "known".into()])).unwrap();
    app.synth().unwrap();
    let manifest = std::fs::read_to_string(app.outdir().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["stacks"]["site"]["dependencies"], serde_json::json!(["network"]));
    insta::assert_snapshot!(site.to_json().unwrap());
    insta::assert_snapshot!(network.to_json().unwrap());
    if let Some(terraform) = terraform() {
        for stack in ["network", "site"] {
            let folder = app.outdir().join("stacks").join(stack);
            terraform.run(&folder, &["init"]).success();
            terraform.run(&folder, &["apply", "-auto-approve"]).success();
        }
        let outputs =
            terraform.run(&app.outdir().join("stacks/site"), &["output", "-json", "texts"]).success().stdout;
        assert_eq!(outputs.trim(), r#"["in vpc-1","known"]"#);
    }
    // An address is no value: Terraform knows none in another stack.
    let late = TerraformData::new().with(Meta::new().depends_on(&vpc));
    let refused = site.add("late", late).unwrap_err();
    insta::assert_snapshot!(refused, @"terraform_data.late in stack `site` refers to `terraform_data.vpc`, which is in stack `network`");
}

#[test]
fn blocks_are_made_of_collections() {
    let (app, _folder) = app();
    let stack = stack(&app, "s");
    let days = stack.variable("days", Variable::<Map<List<Number>>>::new()).unwrap();
    let rules = Blocks::dynamic(days, |prefix, days: Value<List<Number>>| Rule {
        transition: Blocks::dynamic(days, |_, days| Transition { days, ..Transition::default() }),
        ..Rule::new(prefix, Action { r#type: "MOVE".into() })
    });
    let rules = Blocks::from(Rule::new("logs/", Action { r#type: "MOVE".into() })).and(rules);
    let bucket = Bucket { rule: rules, log_stream: "x".into(), ..Bucket::new("photos", "STANDARD") };
    stack.add("photos", bucket).unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap());
}

/// Programs use a value in several places: none of them takes it away.
#[test]
fn values_are_borrowed() -> Result<(), Error> {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let (name, port) = (stack.variable("name", Variable::<String>::new())?, 8080);
    let size = &stack.variable("size", Variable::<Number>::new())?;
    let data: Vec<_> = ["one", "two"]
        .iter()
        .map(|of| stack.add(of, TerraformData { input: (&name).into() }))
        .collect::<Result<_, _>>()?;
    let all = TerraformData { input: template!("{name}:{port}/{size}{}", &name).into() };
    stack.add("all", all.with(Meta::new().depends_on_all(&data)))?;
    let sizes = stack.variable("sizes", Variable::<Map<Number>>::new())?;
    stack.output("size", sizes.at(&name))?;
    stack.output("first", Value::<List<String>>::from(["a", "b"]).at(size))?;
    stack.output("short", name.is_one_of(["a", "b"]).or(upper(&name).equals(&name)))?;

    let json = stack.to_json()?;
    for written in [
        r#""value": "${var.sizes[var.name]}""#,
        r#""value": "${[\"a\", \"b\"][var.size]}""#,
        r#""input": "${var.name}:8080/${var.size}${var.name}""#,
        r#""value": "${contains([\"a\", \"b\"], var.name) || (upper(var.name) == var.name)}""#,
        "\"depends_on\": [\n          \"terraform_data.one\",\n          \"terraform_data.two\"\n        ]",
    ] {
        assert!(json.contains(written), "{written} in {json}");
    }
    Ok(())
}

/// Objects of a program's own: in variables, in `for_each`, and as values of any type.
#[test]
fn objects_are_typed() -> Result<(), Error> {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let versions = |days: u8, count: u8| Transition { days: days.into(), count: count.into() };
    let variable = Variable::<Map<Transition>>::typed("map(object({ days = number, count = number }))");
    let moves = stack.variable("moves", variable.default([("logs", versions(30, 2))]))?;
    let transition = each_value::<Transition>().attributes();
    let data = TerraformData { input: transition.count().into() };
    stack.add(
        "moves",
        data.with(Meta::new().for_each(moves.filter(|_, of| of.attributes().days().at_least(7)))),
    )?;
    stack.add("fixed", TerraformData { input: Value::from(versions(1, 9)).into() })?;

    let json = stack.to_json()?;
    for written in [
        r#""for_each": "${{for key, item in var.moves : key => item if item.days >= 7}}""#,
        r#""input": "${each.value.count}""#,
        "\"input\": {\n          \"count\": 9,\n          \"days\": 1\n        }",
        "\"logs\": {\n          \"count\": 2,\n          \"days\": 30\n        }",
    ] {
        assert!(json.contains(written), "{written} in {json}");
    }
    Ok(())
}

#[test]
fn what_needs_a_newer_terraform_is_refused() {
    let (app, _folder) = app();
    let stack = app.stack("old");
    stack.removed(Removed::new("terraform_data.gone")).unwrap();
    let now = ferroform::functions::plantimestamp();
    stack.check("health").unwrap().assert(now.not_equals(""), "no");
    stack.output("now", now).unwrap();
    stack.variable("secret", Variable::<String>::new().ephemeral()).unwrap();
    stack.required_version("~> 1.5").unwrap();
    insta::assert_snapshot!(stack.to_json().unwrap_err(), @r"
    removed terraform_data.gone: a `removed` block needs Terraform 1.7, and the stack's required_version `~> 1.5` allows older ones
    var.secret: an ephemeral variable needs Terraform 1.10, and the stack's required_version `~> 1.5` allows older ones
    ");
    assert!(stack.required_version(">= 1.5").is_err());
    assert!(app.stack("wrong").required_version("latest").is_err());
}

#[test]
fn what_terraform_reads_literally_has_to_be_known() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let one = stack.variable("one", Variable::<String>::new()).unwrap();
    let error = stack.variable("two", Variable::<String>::new().default(one)).unwrap_err();
    insta::assert_snapshot!(error, @"var.two: the default has to be known, since Terraform evaluates nothing there; found `var.one`");
    let error = stack.module("m", Module::new("./m").input("source", "x")).unwrap_err();
    insta::assert_snapshot!(error, @"the name `source` cannot be used: module.m has an argument of this name, so it can be no input");
}

#[test]
fn no_variable_is_called_as_an_argument_of_module_blocks() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    let reserved = [
        "source",
        "version",
        "provider",
        "providers",
        "count",
        "for_each",
        "lifecycle",
        "depends_on",
        "locals",
    ];
    for name in reserved {
        let error = stack.variable(name, Variable::<String>::new()).unwrap_err();
        let expected = format!(
            "the name `{name}` cannot be used: Terraform reserves it for the arguments of module blocks, so no variable can be \
             called so"
        );
        assert_eq!(error.to_string(), expected);
        // Terraform's name for it is another one there.
        stack.scope("inner").variable(name, Variable::<String>::new()).unwrap();
    }
}

#[test]
fn annotations_reach_people_and_the_manifest() {
    let (app, _folder) = app();
    let stack = app.stack("s");
    stack.scope("network").add_warning("There is no network yet.");
    stack.add_info("Hello.");
    assert_eq!(app.warnings(), ["warning: s/network: There is no network yet.", "info: s: Hello."]);
    app.synth().unwrap();
    let manifest = std::fs::read_to_string(app.outdir().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["stacks"]["s"]["annotations"][0]["level"], "@cdktf/warn");
    stack.add_error("Nothing works.");
    assert_eq!(app.synth().unwrap_err().to_string(), "s: Nothing works.");
}
