// Nested blocks: single ones, several, three levels deep, and a reference into one.

import { App, TerraformStack } from "cdktn";
import { Construct } from "constructs";
import { Apigatewayv2Api } from "./.gen/providers/aws/apigatewayv2-api";
import { Apigatewayv2DomainName } from "./.gen/providers/aws/apigatewayv2-domain-name";
import { Apigatewayv2RoutingRule } from "./.gen/providers/aws/apigatewayv2-routing-rule";
import { Apigatewayv2Stage } from "./.gen/providers/aws/apigatewayv2-stage";
import { AwsProvider } from "./.gen/providers/aws/provider";

class Nested extends TerraformStack {
  constructor(scope: Construct, name: string) {
    super(scope, name);
    new AwsProvider(this, "aws", { region: "eu-west-1", defaultTags: [{ tags: { team: "chat" } }] });
    const api = new Apigatewayv2Api(this, "api", {
      name: "shop",
      protocolType: "HTTP",
      corsConfiguration: { allowOrigins: ["https://www.example.com"], allowCredentials: false, maxAge: 0 },
    });
    const domain = new Apigatewayv2DomainName(this, "domain", {
      domainName: "api.example.com",
      domainNameConfiguration: {
        certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
      timeouts: { create: "15m" },
    });
    new Apigatewayv2RoutingRule(this, "rule", {
      domainName: domain.domainName,
      priority: 10,
      action: [{ invokeApi: [{ apiId: api.id, stage: "live" }] }],
      condition: [
        { matchHeaders: [{ anyOf: [{ header: "x-version", valueGlob: "2*" }] }] },
        { matchBasePaths: [{ anyOf: ["orders", "carts"] }] },
      ],
    });
    new Apigatewayv2Stage(this, "stage", {
      apiId: api.id,
      name: "live",
      stageVariables: { target: domain.domainNameConfiguration.targetDomainName },
    });
  }
}

const app = new App();
new Nested(app, "nested");
app.synth();
