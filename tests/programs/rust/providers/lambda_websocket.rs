//! A WebSocket API whose messages are handled by functions: one for each route, with a role that allows what it does.

use ferroform::functions::{filebase64sha256, jsonencode};
use ferroform::{App, Error, Scope, Value, Variable, object, template};
use ferroform_aws::apigatewayv2_api::Apigatewayv2ApiRef;
use ferroform_aws::dynamodb_table::{Attribute, DynamodbTableRef, Ttl};
use ferroform_aws::lambda_function::{Environment, LambdaFunctionRef, TracingConfig};
use ferroform_aws::{
    Apigatewayv2Api, Apigatewayv2Integration, Apigatewayv2IntegrationResponse, Apigatewayv2Route,
    Apigatewayv2RouteResponse, Apigatewayv2Stage, AwsProvider, CloudwatchLogGroup, DynamodbTable, IamRole,
    IamRolePolicy, LambdaFunction, LambdaPermission,
};

/// A function that handles the messages of one route, and what it may do with the table of connections.
struct Handler<'a> {
    route: &'a str,
    name: &'a str,
    actions: &'a [&'a str],
    answers: bool,
}

const HANDLERS: [Handler<'_>; 3] = [
    Handler { route: "$connect", name: "connect", actions: &["dynamodb:PutItem"], answers: false },
    Handler { route: "$disconnect", name: "disconnect", actions: &["dynamodb:DeleteItem"], answers: false },
    Handler { route: "say", name: "say", actions: &["dynamodb:Scan", "dynamodb:GetItem"], answers: true },
];

/// What all handlers share.
struct Chat {
    api: Apigatewayv2ApiRef,
    connections: DynamodbTableRef,
    archive: Value<String>,
}

impl Chat {
    fn declare(&self, scope: &Scope, handler: &Handler<'_>) -> Result<(), Error> {
        let scope = scope.scope(handler.name);
        let function = self.function(&scope, handler)?;
        let integration = Apigatewayv2Integration {
            integration_method: "POST".into(),
            integration_uri: function.invoke_arn(),
            content_handling_strategy: "CONVERT_TO_TEXT".into(),
            ..Apigatewayv2Integration::new(self.api.id(), if handler.answers { "AWS" } else { "AWS_PROXY" })
        };
        let integration = scope.add("integration", integration)?;
        let mut route = Apigatewayv2Route {
            target: template!("integrations/{}", integration.id()),
            ..Apigatewayv2Route::new(self.api.id(), handler.route)
        };
        if handler.answers {
            route.route_response_selection_expression = "$default".into();
        }
        let route = scope.add("route", route)?;
        if handler.answers {
            let answer = Apigatewayv2IntegrationResponse {
                response_templates: [("application/json", r#"{"said": $input.json('$.text')}"#)].into(),
                ..Apigatewayv2IntegrationResponse::new(self.api.id(), integration.id(), "$default")
            };
            scope.add("answer", answer)?;
            scope.add("response", Apigatewayv2RouteResponse::new(self.api.id(), route.id(), "$default"))?;
        }
        let permission = LambdaPermission {
            source_arn: template!("{}/*/{}", self.api.execution_arn(), handler.route),
            ..LambdaPermission::new(
                "lambda:InvokeFunction",
                function.function_name(),
                "apigateway.amazonaws.com",
            )
        };
        scope.add("permission", permission)?;
        Ok(())
    }

    fn function(&self, scope: &Scope, handler: &Handler<'_>) -> Result<LambdaFunctionRef, Error> {
        let assume = object! {
            "Version" => "2012-10-17",
            "Statement" => [object! {
                "Effect" => "Allow",
                "Action" => "sts:AssumeRole",
                "Principal" => object! { "Service" => "lambda.amazonaws.com" },
            }],
        };
        let role = scope.add("role", IamRole::new(jsonencode(assume)))?;
        let name = format!("chat-{}", handler.name);
        let logs = CloudwatchLogGroup {
            name: format!("/aws/lambda/{name}").into(),
            retention_in_days: 14.into(),
            ..Default::default()
        };
        let logs = scope.add("logs", logs)?;
        let allow = |actions: &[&str], resource: Value<String>| {
            object! { "Effect" => "Allow", "Action" => actions, "Resource" => resource }
        };
        let policy = object! {
            "Version" => "2012-10-17",
            "Statement" => [
                allow(handler.actions, self.connections.arn()),
                allow(&["logs:CreateLogStream", "logs:PutLogEvents"], template!("{}:*", logs.arn())),
            ],
        };
        scope.add("policy", IamRolePolicy::new(jsonencode(policy), role.id()))?;
        scope.add(
            "function",
            LambdaFunction {
                filename: self.archive.clone(),
                source_code_hash: filebase64sha256(&self.archive),
                handler: format!("{}.handler", handler.name).into(),
                runtime: "nodejs22.x".into(),
                architectures: ["arm64"].into(),
                timeout: 10.into(),
                environment: Environment { variables: [("CONNECTIONS", self.connections.name())].into() }
                    .into(),
                tracing_config: TracingConfig::new("Active").into(),
                ..LambdaFunction::new(name, role.arn())
            },
        )
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("chat");
    stack.provider(AwsProvider { region: "eu-west-1".into(), ..Default::default() })?;
    let archive = stack.variable("archive", Variable::<String>::new().default("functions.zip"))?;
    let connections = DynamodbTable {
        billing_mode: "PAY_PER_REQUEST".into(),
        hash_key: "connection".into(),
        attribute: Attribute::new("connection", "S").into(),
        ttl: Ttl { attribute_name: "expires".into(), enabled: true.into() }.into(),
        ..DynamodbTable::new("chat-connections")
    };
    let api = Apigatewayv2Api {
        route_selection_expression: "$request.body.action".into(),
        ..Apigatewayv2Api::new("chat", "WEBSOCKET")
    };
    let chat =
        Chat { api: stack.add("api", api)?, connections: stack.add("connections", connections)?, archive };
    for handler in &HANDLERS {
        chat.declare(&stack, handler)?;
    }
    let stage =
        Apigatewayv2Stage { auto_deploy: true.into(), ..Apigatewayv2Stage::new(chat.api.id(), "live") };
    let stage = stack.add("stage", stage)?;
    stack.output("url", stage.invoke_url())?;
    app.synth()
}
