//! How the same program looks in each language.

mod support;

use ferroform_generator::emit::Runtime;
use ferroform_generator::model::{BlockId, Construct, Field, Provider};
use ferroform_generator::names::Names;
use ferroform_generator::program::{
    Argument, Bindings, ConstructId, Declaration, Expression, Frame, Import, Language, Program, Statement,
    StatementKind,
};

/// What a test says of a value, with fields by their names.
enum Value {
    Is(Expression),
    List(Vec<Value>),
    Map(Vec<(&'static str, Value)>),
    Object(Vec<(&'static str, Value)>),
    /// An attribute of what the statement of this index declares.
    Of(usize, &'static str),
}

fn text(text: &str) -> Value {
    Value::Is(Expression::String(text.to_owned()))
}

fn number(number: i64) -> Value {
    Value::Is(Expression::Integer(number))
}

struct Writer<'a> {
    provider: &'a Provider,
    statements: Vec<Statement>,
}

impl Writer<'_> {
    fn id(&self, type_name: &str) -> ConstructId {
        let construct =
            self.provider.constructs.iter().position(|construct| construct.type_name == type_name);
        ConstructId { provider: 0, construct: construct.expect("a construct") }
    }

    fn declare(&mut self, type_name: &str, label: &str, arguments: Vec<(&str, Value)>) -> usize {
        let id = self.id(type_name);
        let construct = &self.provider.constructs[id.construct];
        let arguments = self.arguments(construct, &construct.root().fields, arguments);
        let declaration =
            Declaration { construct: id, label: label.to_owned(), arguments, ..Declaration::default() };
        self.statements.push(declaration.into());
        self.statements.len() - 1
    }

    fn arguments(
        &self,
        construct: &Construct,
        fields: &[Field],
        arguments: Vec<(&str, Value)>,
    ) -> Vec<Argument> {
        let argument = |(name, value)| {
            let field = fields.iter().position(|field| field.name == name).expect("a field");
            let block = fields[field].block();
            Argument::new(field, self.expression(construct, block, value))
        };
        arguments.into_iter().map(argument).collect()
    }

    fn expression(&self, construct: &Construct, block: Option<BlockId>, value: Value) -> Expression {
        let inner = |value| self.expression(construct, block, value);
        match value {
            Value::Is(expression) => expression,
            Value::List(values) => Expression::List(values.into_iter().map(inner).collect()),
            Value::Map(entries) => {
                Expression::map(entries.into_iter().map(|(key, value)| (key.to_owned(), inner(value))))
            }
            Value::Object(arguments) => {
                let fields = &construct.block(block.expect("a shape")).fields;
                Expression::Object(self.arguments(construct, fields, arguments))
            }
            Value::Of(statement, name) => Expression::attribute(statement, name),
        }
    }
}

/// The program in all languages, one after the other.
fn print(provider: &Provider, program: &Program) -> String {
    let names = Names::new(provider);
    let print = |language| {
        let bindings = [Bindings { provider, vocabulary: &*names.vocabulary(language) }];
        program.print(language, &bindings, Runtime::Cdktn)
    };
    [print(Language::Python), print(Language::TypeScript), print(Language::Rust)].join("\n--------\n\n")
}

fn program(provider: &Provider, frame: Frame, write: impl FnOnce(&mut Writer<'_>)) -> Program {
    let mut writer = Writer { provider, statements: Vec::new() };
    write(&mut writer);
    Program {
        stack: "MyStack".to_owned(),
        frame,
        statements: writer.statements,
        undeclared: Vec::new(),
        parameters: Vec::new(),
        guessed: Vec::new(),
    }
}

#[test]
fn a_resource_refers_to_others() {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &[]);
    let program = program(&provider, Frame::Stack, |stack| {
        let api = stack.declare(
            "aws_apigatewayv2_api",
            "api",
            vec![("name", text("chat")), ("protocol_type", text("WEBSOCKET"))],
        );
        let integration = stack.declare(
            "aws_apigatewayv2_integration",
            "integration",
            vec![("api_id", Value::Of(api, "id")), ("integration_type", text("MOCK"))],
        );
        stack.declare(
            "aws_apigatewayv2_integration_response",
            "example",
            vec![
                ("api_id", Value::Of(api, "id")),
                ("integration_id", Value::Of(integration, "id")),
                ("integration_response_key", text("/200/")),
            ],
        );
    });
    insta::assert_snapshot!(print(&provider, &program));
}

#[test]
fn an_import_generates_configuration() {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &[]);
    let program = program(&provider, Frame::Stack, |stack| {
        let construct = stack.id("aws_apigatewayv2_integration_response");
        let id = "aabbccddee/1122334/998877".to_owned();
        let import = Import { construct, label: "example".to_owned(), id };
        stack.statements.push(StatementKind::Import(import).into());
    });
    insta::assert_snapshot!(print(&provider, &program));
}

#[test]
fn an_app_configures_a_provider_and_synthesizes() {
    let provider = support::read("../schemas/aws-apigatewayv2.json", &[]);
    let program = program(&provider, Frame::App, |stack| {
        stack.declare("aws", "aws", vec![("region", text("eu-west-1"))]);
        stack.declare(
            "aws_apigatewayv2_vpc_link",
            "class",
            vec![
                ("name", text("example")),
                ("security_group_ids", Value::List(vec![text("sg-1")])),
                ("subnet_ids", Value::List(vec![text("subnet-1"), text("subnet-2")])),
                (
                    "tags",
                    Value::Map(vec![("Name", text("example")), ("cost-center", text("${literal} %{text}"))]),
                ),
            ],
        );
    });
    insta::assert_snapshot!(print(&provider, &program));
}

#[test]
fn blocks_of_every_nesting_mode_nest() {
    let provider = support::read("tests/features/nested_blocks.json", &[]);
    let program = program(&provider, Frame::Stack, |stack| {
        let check = |path| Value::Object(vec![("path", text(path))]);
        stack.declare(
            "acme_domain",
            "example",
            vec![
                ("name", text("example.com")),
                ("certificate", Value::List(vec![Value::Object(vec![("arn", text("arn:example"))])])),
                (
                    "record",
                    Value::List(vec![Value::Object(vec![
                        ("value", text("192.0.2.1")),
                        ("weight", number(10)),
                        ("health_check", Value::List(vec![check("/"), check("/health")])),
                    ])]),
                ),
                (
                    "rule",
                    Value::List(vec![
                        Value::Object(vec![("priority", number(1))]),
                        Value::Object(vec![("priority", number(2))]),
                    ]),
                ),
                ("timeouts", Value::Object(vec![("create", text("10m"))])),
                ("defaults", Value::Object(vec![("ttl", number(300))])),
                ("override", Value::Map(vec![("www", Value::Object(vec![("value", text("192.0.2.2"))]))])),
            ],
        );
    });
    insta::assert_snapshot!(print(&provider, &program));
}

#[test]
fn values_of_every_type_are_literals() {
    let provider = support::read("tests/features/attribute_types.json", &[]);
    let program = program(&provider, Frame::Stack, |stack| {
        let thing = stack.declare("acme_thing", "class", vec![("name", text("first"))]);
        stack.declare(
            "acme_thing",
            "example",
            vec![
                ("name", text("\"quotes\", 'apostrophes' and \\ \n\t\u{0}\u{2028}\u{202e}\u{1f980}")),
                ("size", Value::Is(Expression::Float(0.5))),
                ("enabled", Value::Is(Expression::Bool(true))),
                ("anything", Value::Map(vec![("a-key", Value::List(vec![number(1), text("two")]))])),
                ("zones", Value::List(vec![Value::Of(thing, "id"), Value::Of(thing, "name")])),
                ("tags", Value::Map(vec![("__proto__", text("he said \"no\""))])),
                ("ports", Value::List((8000..8030).map(number).collect())),
                ("flags", Value::List(vec![Value::Is(Expression::Bool(false))])),
                (
                    "matrix",
                    Value::List(vec![
                        Value::List(vec![number(1), number(2)]),
                        Value::List(vec![number(3), number(4)]),
                    ]),
                ),
                ("routes", Value::Map(vec![("default", Value::List(vec![text("10.0.0.0/16")]))])),
                (
                    "labels",
                    Value::List(vec![Value::Map(vec![(
                        "name",
                        text("a value that is so long that no formatter would leave it beside its key"),
                    )])]),
                ),
                ("pair", Value::List(vec![text("left"), number(2)])),
            ],
        );
    });
    insta::assert_snapshot!(print(&provider, &program));
}
