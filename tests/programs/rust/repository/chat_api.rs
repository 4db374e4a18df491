//! A chat over a WebSocket API: messages are checked against models, handed to an HTTP backend, and its answers translated.

use ferroform::functions::{jsonencode, sha256};
use ferroform::{App, Error, Meta, Resource as _, Scope, Value, Variable, object, template};
use ferroform_aws::apigatewayv2_api::Apigatewayv2ApiRef;
use ferroform_aws::apigatewayv2_domain_name::DomainNameConfiguration;
use ferroform_aws::apigatewayv2_integration::TlsConfig;
use ferroform_aws::apigatewayv2_route::Apigatewayv2RouteRef;
use ferroform_aws::apigatewayv2_stage::{AccessLogSettings, DefaultRouteSettings};
use ferroform_aws::provider::DefaultTags;
use ferroform_aws::{
    Apigatewayv2Api, Apigatewayv2ApiMapping, Apigatewayv2Deployment, Apigatewayv2DomainName,
    Apigatewayv2Integration, Apigatewayv2IntegrationResponse, Apigatewayv2Model, Apigatewayv2Route,
    Apigatewayv2RouteResponse, Apigatewayv2Stage, AwsProvider,
};

/// The actions of the protocol, with the fields of their messages.
const ACTIONS: [(&str, &[&str]); 3] = [("join", &["room"]), ("leave", &["room"]), ("say", &["room", "text"])];

/// A route, with all that a message meets on its way to the backend and back.
struct Action<'a> {
    key: &'a str,
    fields: &'a [&'a str],
}

impl Action<'_> {
    fn declare(
        &self,
        scope: &Scope,
        api: &Apigatewayv2ApiRef,
        backend: &Value<String>,
    ) -> Result<Apigatewayv2RouteRef, Error> {
        let scope = scope.scope(self.key);
        let model = scope.add(
            "model",
            Apigatewayv2Model::new(api.id(), "application/json", self.key, jsonencode(self.schema())),
        )?;
        let integration = scope.add(
            "integration",
            Apigatewayv2Integration {
                integration_method: "POST".into(),
                integration_uri: template!("{backend}/{}", self.key),
                passthrough_behavior: "WHEN_NO_MATCH".into(),
                template_selection_expression: r"\$default".into(),
                request_templates: [("$default", jsonencode(self.request()))].into(),
                timeout_milliseconds: 10_000.into(),
                tls_config: TlsConfig { server_name_to_verify: "backend.example.com".into() }.into(),
                ..Apigatewayv2Integration::new(api.id(), "HTTP")
            },
        )?;
        scope.add(
            "answer",
            Apigatewayv2IntegrationResponse {
                content_handling_strategy: "CONVERT_TO_TEXT".into(),
                response_templates: [("application/json", "$input.json('$.answer')")].into(),
                ..Apigatewayv2IntegrationResponse::new(api.id(), integration.id(), "/200/")
            },
        )?;
        let route = scope.add(
            "route",
            Apigatewayv2Route {
                target: template!("integrations/{}", integration.id()),
                model_selection_expression: "$request.body.action".into(),
                request_models: [(self.key, model.name())].into(),
                route_response_selection_expression: "$default".into(),
                ..Apigatewayv2Route::new(api.id(), self.key)
            },
        )?;
        scope.add("response", Apigatewayv2RouteResponse::new(api.id(), route.id(), "$default"))?;
        Ok(route)
    }

    /// What a message looks like, as JSON Schema.
    fn schema(&self) -> Value<ferroform::Any> {
        let properties: ferroform::Map<_> =
            self.fields.iter().map(|field| ((*field).to_owned(), object! { "type" => "string" })).collect();
        object! {
            "$schema" => "http://json-schema.org/draft-04/schema#",
            "type" => "object",
            "properties" => properties,
            "required" => self.fields.to_vec(),
        }
    }

    /// What the backend is sent, in API Gateway's own template language.
    fn request(&self) -> ferroform::Map<String> {
        let connection = [("connection".to_owned(), "$context.connectionId".into())];
        let fields = self.fields.iter().map(|field| {
            let value = format!("$util.escapeJavaScript($input.path('$.{field}'))");
            ((*field).to_owned(), value.into())
        });
        connection.into_iter().chain(fields).collect()
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("chat");
    stack.provider(AwsProvider {
        region: "eu-west-1".into(),
        default_tags: DefaultTags { tags: [("service", "chat")].into() }.into(),
        ..Default::default()
    })?;
    let backend = stack.variable(
        "backend",
        Variable::<String>::new()
            .description("Where messages go")
            .default("https://backend.example.com")
            .validation(
                |url| ferroform::functions::startswith(url, "https://"),
                "The backend has to use TLS.",
            ),
    )?;
    let certificate = stack.variable("certificate_arn", Variable::<String>::new())?;

    let api = stack.add(
        "api",
        Apigatewayv2Api {
            route_selection_expression: "$request.body.action".into(),
            ..Apigatewayv2Api::new("chat", "WEBSOCKET")
        },
    )?;
    let mut routes = Vec::new();
    for (key, fields) in ACTIONS {
        routes.push(Action { key, fields }.declare(&stack, &api, &backend)?);
    }

    // A WebSocket API is deployed as it is at that moment: each change of a route wants a new deployment.
    let targets: Vec<_> = routes.iter().map(|route| route.target()).collect();
    let meta = Meta::new().create_before_destroy().depends_on_all(&routes);
    let deployment = Apigatewayv2Deployment {
        triggers: [("routes", sha256(jsonencode(targets)))].into(),
        ..Apigatewayv2Deployment::new(api.id())
    };
    let deployment = stack.add("deployment", deployment.with(meta))?;
    let log = object! {
        "connection" => "$context.connectionId",
        "route" => "$context.routeKey",
        "status" => "$context.status",
    };
    let stage = stack.add(
        "live",
        Apigatewayv2Stage {
            deployment_id: deployment.id(),
            access_log_settings: AccessLogSettings::new(
                "arn:aws:logs:eu-west-1:123456789012:log-group:chat",
                jsonencode(log),
            )
            .into(),
            default_route_settings: DefaultRouteSettings {
                throttling_burst_limit: 500.into(),
                throttling_rate_limit: 100.5.into(),
                ..Default::default()
            }
            .into(),
            ..Apigatewayv2Stage::new(api.id(), "live")
        },
    )?;
    let domain = stack.add(
        "domain",
        Apigatewayv2DomainName::new(
            "chat.example.com",
            DomainNameConfiguration::new(certificate, "REGIONAL", "TLS_1_2"),
        ),
    )?;
    stack.add("mapping", Apigatewayv2ApiMapping::new(api.id(), domain.id(), stage.id()))?;

    stack.output("url", template!("wss://{}", domain.domain_name()))?;
    stack.output("alias", domain.domain_name_configuration(0).target_domain_name())?;
    app.synth()
}
