// The two TypeScript programs of the provider's page, given the API and the integration that they refer to.

import { App, TerraformStack, Token } from "cdktn";
import { Construct } from "constructs";
import { Apigatewayv2Api } from "./.gen/providers/aws/apigatewayv2-api";
import { Apigatewayv2Integration } from "./.gen/providers/aws/apigatewayv2-integration";
import { Apigatewayv2IntegrationResponse } from "./.gen/providers/aws/apigatewayv2-integration-response";
import { AwsProvider } from "./.gen/providers/aws/provider";

class Basic extends TerraformStack {
  constructor(scope: Construct, name: string) {
    super(scope, name);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    const api = new Apigatewayv2Api(this, "api", { name: "chat", protocolType: "WEBSOCKET" });
    const integration = new Apigatewayv2Integration(this, "integration", {
      apiId: api.id,
      integrationType: "MOCK",
    });
    new Apigatewayv2IntegrationResponse(this, "example", {
      apiId: Token.asString(api.id),
      integrationId: Token.asString(integration.id),
      integrationResponseKey: "/200/",
    });
  }
}

class Import extends TerraformStack {
  constructor(scope: Construct, name: string) {
    super(scope, name);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    Apigatewayv2IntegrationResponse.generateConfigForImport(this, "example", "aabbccddee/1122334/998877");
  }
}

const app = new App();
new Basic(app, "basic");
new Import(app, "import");
app.synth();
