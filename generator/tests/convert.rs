//! What becomes of Terraform's language, before it is printed in any other.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ferroform_generator::Problem;
use ferroform_generator::convert::{Catalog, Conversion, File, convert};
use ferroform_generator::model::{Construct, Provider};
use ferroform_generator::names::typescript::ConstructNames;
use ferroform_generator::names::{Names, rust};
use ferroform_generator::program::{Expression, Frame, Root, StatementKind, Subject};
use ferroform_generator::read::{Sources, read, read_constructs};
use ferroform_generator::schema::Source;

fn providers() -> Vec<Provider> {
    vec![support::read("../schemas/aws-apigatewayv2.json", &[])]
}

fn converted(text: &str, frame: Frame) -> Result<Conversion, Vec<Problem>> {
    named("main.tf", text, frame)
}

fn named(name: &str, text: &str, frame: Frame) -> Result<Conversion, Vec<Problem>> {
    let file = File::parse(Path::new(name), text).map_err(|problem| vec![problem])?;
    convert(&[file], &Catalog::new(&providers()), frame)
}

fn mistakes(text: &str) -> String {
    let problems = converted(text, Frame::App).expect_err("mistakes");
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn mistakes_are_told_with_their_places() {
    insta::assert_snapshot!(mistakes("resource \"aws_apigatewayv2_api\" {\n}\n"), @r#"main.tf: line 1, column 1: a `resource` block has two labels: a type and a name"#);
    insta::assert_snapshot!(mistakes("locals {\n  a = cidrsubnett(\"10.0.0.0/8\", 8, 1)\n  b = jsonencod({})\n}\n"), @r#"
    main.tf: line 2, column 7: `cidrsubnett` is no function of Terraform's
      help: did you mean `cidrsubnet`?
    main.tf: line 3, column 7: `jsonencod` is no function of Terraform's
      help: did you mean `jsonencode`?
    "#);
    insta::assert_snapshot!(mistakes("locals {\n  a = local.b\n  b = local.a\n}\n"), @r#"main.tf: line 2, column 3: `local.a` refers to itself by way of others"#);
    insta::assert_snapshot!(mistakes("locals {\n  a = \"x%{random}y\"\n}\n"), @r#"
    main.tf: line 2, column 9: `%{` begins a directive, expected `if` or `for` behind it
      help: write `%%{` where the text itself is meant
    "#);
    insta::assert_snapshot!(mistakes("locals {\n  a = \"x\n}\n"), @r#"main.tf: line 2, column 7: the string that begins here does not end on its line"#);
    insta::assert_snapshot!(mistakes("locals {\n  a = [1, 2\n}\n"), @r#"main.tf: line 3, column 1: expected `]`"#);
    insta::assert_snapshot!(mistakes(&format!("locals {{\n  a = {}{}\n}}\n", "[".repeat(500), "]".repeat(500))), @r#"main.tf: line 2, column 71: invalid nesting depth; expected at most 64 nested levels"#);
    insta::assert_snapshot!(mistakes("output \"a\" {\n}\nmodule \"b\" {\n}\n"), @r#"
    main.tf: line 1, column 1: an output has a `value`
    main.tf: line 3, column 1: a module has a `source`, a string
    "#);
    let json = named("main.tf.json", r#"{"resource": {"aws_apigatewayv2_api": []}"#, Frame::App);
    insta::assert_snapshot!(json.expect_err("a mistake")[0], @r#"
    main.tf.json: line 1, column 41: is no JSON
      help: EOF while parsing an object at line 1 column 41
    "#);
}

#[test]
fn windows_line_ends_and_byte_order_marks_change_nothing() {
    let text = "# one\nlocals {\n  a = <<EOT\nx\ny\nEOT\n}\n";
    let plain = converted(text, Frame::App).expect("a program").program;
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(converted(&windows, Frame::App).expect("a program").program, plain);
}

#[test]
fn the_json_form_makes_the_same_program() {
    let hcl = r#"
        variable "name" { type = string }
        resource "aws_apigatewayv2_api" "chat" {
          name          = "${var.name}-chat"
          protocol_type = "WEBSOCKET"
          cors_configuration { max_age = 10 }
          lifecycle { ignore_changes = [tags] }
        }
        output "id" { value = aws_apigatewayv2_api.chat.id }
    "#;
    let json = r#"{
        "//": "a comment",
        "variable": {"name": {"type": "string"}},
        "resource": {"aws_apigatewayv2_api": {"chat": {
          "name": "${var.name}-chat",
          "protocol_type": "WEBSOCKET",
          "cors_configuration": [{"max_age": 10}],
          "lifecycle": {"ignore_changes": ["tags"]}
        }}},
        "output": {"id": {"value": "${aws_apigatewayv2_api.chat.id}"}}
    }"#;
    let hcl = converted(hcl, Frame::App).expect("a program").program;
    let json = named("main.tf.json", json, Frame::App).expect("a program").program;
    assert_eq!(json, hcl);
}

#[test]
fn what_is_needed_comes_first_and_the_rest_stays_where_it_was() {
    let text = r#"
        output "id" { value = aws_apigatewayv2_api.chat.id }
        resource "aws_apigatewayv2_stage" "stage" {
          api_id = aws_apigatewayv2_api.chat.id
          name   = local.name
        }
        resource "aws_apigatewayv2_api" "chat" {
          name          = local.name
          protocol_type = "HTTP"
        }
        locals { name = "chat" }
    "#;
    let order = |frame| {
        let program = converted(text, frame).expect("a program").program;
        program.statements.iter().map(|statement| statement.label().to_owned()).collect::<Vec<_>>().join(" ")
    };
    // A stack names its providers, too.
    assert_eq!(order(Frame::App), "aws name chat id stage");
    assert_eq!(order(Frame::Page), "name chat stage id");
}

#[test]
fn what_is_not_declared_and_what_is_left_out_is_the_callers() {
    let text = r#"
        resource "aws_apigatewayv2_stage" "stage" {
          api_id      = aws_apigatewayv2_api.chat.id
          description = var.words
          tags        = { vpc = data.other_thing.main.id }
        }
    "#;
    let Conversion { program, implied, .. } = converted(text, Frame::Page).expect("a program");
    let subjects: Vec<_> = program.undeclared.iter().map(|undeclared| undeclared.label.as_str()).collect();
    assert_eq!(subjects, ["chat", "words", "main"]);
    assert!(matches!(program.undeclared[0].subject, Subject::Construct(id) if id.provider == 0));
    assert!(matches!(program.undeclared[2].subject, Subject::Construct(id) if id.provider == 1));
    assert_eq!(implied[0].address.to_string(), "registry.terraform.io/hashicorp/other");
    assert_eq!(implied[0].constructs[0].root().fields[0].name, "id");
    let parameters: Vec<_> = program.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
    assert_eq!(parameters, ["name"]);
    let StatementKind::Declare(stage) = &program.statements[0].kind else { panic!("a declaration") };
    let last = &stage.arguments.last().expect("an argument").value;
    assert!(matches!(last, Expression::Reference(reference) if reference.root == Root::Parameter(0)));
}

#[test]
fn comments_stay_above_what_they_speak_of() {
    let text = r#"
        # The API.
        resource "aws_apigatewayv2_api" "chat" {
          name = "chat" # its name
          /* how it
             speaks */
          protocol_type = "HTTP"
        }
    "#;
    let program = converted(text, Frame::Page).expect("a program").program;
    let statement = &program.statements[0];
    assert_eq!(statement.comments, ["The API."]);
    let StatementKind::Declare(api) = &statement.kind else { panic!("a declaration") };
    let comments: Vec<_> = api.arguments.iter().map(|argument| argument.comments.join("|")).collect();
    assert_eq!(comments, ["its name", "how it|speaks"]);
}

#[test]
fn ten_thousand_resources_are_no_matter() {
    let mut text = String::new();
    for index in 0..10_000 {
        let _ = writeln!(
            text,
            "resource \"aws_apigatewayv2_api\" \"a{index}\" {{\n  name = aws_apigatewayv2_api.a{}.name\n  protocol_type = \"HTTP\"\n}}",
            index + 1
        );
    }
    let program = converted(&text, Frame::Page).expect("a program").program;
    assert_eq!(program.statements.len(), 10_000);
    assert_eq!(program.statements[0].label(), "a9999");
}

/// Of every schema at hand, some constructs: named the same as among all others.
#[test]
fn what_is_read_alone_is_named_as_in_the_whole() {
    let mut schemas = vec![PathBuf::from("../schemas/aws-apigatewayv2.json")];
    if let Some(shared) = std::env::var_os("FERROFORM_SHARED") {
        let folder = Path::new(&shared).join("corpus/schemas");
        schemas.extend(
            std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()),
        );
    }
    for path in schemas {
        let source = Source::File(path.clone());
        let sources = Sources { schemas: vec![source.clone()], ..Sources::default() };
        let whole = read(&sources).expect("providers").providers;
        let step = whole.iter().map(|provider| provider.constructs.len()).sum::<usize>() / 12 + 1;
        for provider in &whole {
            let names = Names::new(provider);
            let all = provider.constructs.iter().zip(names.typescript()).zip(names.rust());
            for ((construct, typescript), rust) in all.step_by(step) {
                let wanted = BTreeSet::from([(construct.kind, construct.type_name.clone())]);
                let some = read_constructs(std::slice::from_ref(&source), &wanted).expect("providers");
                let some = some.iter().find(|some| some.address == provider.address).expect("the provider");
                let is_it = |other: &Construct| {
                    (other.kind, &other.type_name) == (construct.kind, &construct.type_name)
                };
                let index = some.constructs.iter().position(is_it).expect("the construct");
                let names = Names::new(some);
                let (other, place) = (&names.typescript()[index], path.display());
                let all = |names: &ConstructNames| {
                    let ConstructNames { class, config, module, namespace, members, structs, .. } = names;
                    format!("{class} {config} {module} {namespace} {members:?} {structs:?}")
                };
                assert_eq!(all(other), all(typescript), "{place}: {}", construct.type_name);
                let (other, place) = (&names.rust()[index], path.display());
                let all = |names: &rust::ConstructNames| {
                    format!("{} {} {:?}", names.class, names.module, names.blocks)
                };
                assert_eq!(all(other), all(rust), "{place}: {}", construct.type_name);
            }
        }
    }
}

#[test]
fn modules_may_need_each_other() {
    let text = r#"
        module "one" {
          source = "./one"
          input  = module.two.output
        }
        module "two" {
          source = "./two"
          input  = local.name
        }
        locals { name = module.one.name }
    "#;
    for frame in [Frame::App, Frame::Page] {
        let program = converted(text, frame).expect("a program").program;
        let labels: Vec<_> =
            program.statements.iter().map(|statement| statement.label().to_owned()).collect();
        assert_eq!(labels.len(), 3);
        assert!(program.undeclared.is_empty());
    }
}

#[test]
fn of_repeated_keys_the_last_counts() {
    let text = "locals {\n  a = { x = 1, y = 2, \"x\" = 3, x = 4 }\n}\n";
    let program = converted(text, Frame::App).expect("a program").program;
    let StatementKind::Local(local) = &program.statements[0].kind else { panic!("a local value") };
    let entries = [("x", 4), ("y", 2)].map(|(name, number)| (name.to_owned(), Expression::Integer(number)));
    assert_eq!(local.value, Expression::map(entries));
}

#[test]
fn what_the_schema_does_not_have_is_told() {
    let text = "resource \"aws_apigatewayv2_api\" \"a\" {\n  name = \"a\"\n  protocol_typ = \"HTTP\"\n}\n";
    let conversion = converted(text, Frame::App).expect("a program");
    insta::assert_snapshot!(conversion.warnings[0], @r#"
    main.tf: line 3, column 3: `aws_apigatewayv2_api` has no argument `protocol_typ`
      help: did you mean `protocol_type`?
    "#);
}

#[test]
fn data_sources_of_checks_are_declared() {
    let text = r#"
        check "up" {
          data "other_thing" "site" { url = "https://example.com" }
          assert {
            condition     = data.other_thing.site.status == 200
            error_message = "down"
          }
        }
    "#;
    let program = converted(text, Frame::Page).expect("a program").program;
    assert!(program.undeclared.is_empty());
}
