// What programs do with classes beyond making them, whatever builds the program.
import { App, TerraformStack, Testing } from "cdktn";
import { apigatewayv2Route } from "./.gen/providers/aws";
import {
  Apigatewayv2Api,
  type Apigatewayv2ApiConfig,
  Apigatewayv2ApiCorsConfigurationOutputReference,
  apigatewayv2ApiCorsConfigurationToTerraform,
} from "./.gen/providers/aws/apigatewayv2-api";
import { Apigatewayv2DomainName, Apigatewayv2DomainNameDomainNameConfigurationOutputReference } from "./.gen/providers/aws/apigatewayv2-domain-name";
import { AwsProvider } from "./.gen/providers/aws/provider";

class HttpApi extends Apigatewayv2Api {
  constructor(scope: TerraformStack, id: string, config: Omit<Apigatewayv2ApiConfig, "protocolType">) {
    super(scope, id, { protocolType: "HTTP", ...config });
  }

  override get name(): string {
    return `the ${this.nameInput}`;
  }
}

const stack = new TerraformStack(new App(), "built");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
const api = new HttpApi(stack, "api", { name: "chat", corsConfiguration: { allowOrigins: ["*"] } });
const domain = new Apigatewayv2DomainName(stack, "domain", {
  domainName: "example.com",
  domainNameConfiguration: { certificateArn: "arn", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
});
new apigatewayv2Route.Apigatewayv2Route(stack, "route", { apiId: api.id, routeKey: "$default" });

console.log(api.name, HttpApi.tfResourceType, api instanceof Apigatewayv2Api);
console.log(api.corsConfiguration instanceof Apigatewayv2ApiCorsConfigurationOutputReference, api.corsConfiguration.allowOriginsInput);
console.log(domain.domainNameConfiguration instanceof Apigatewayv2DomainNameDomainNameConfigurationOutputReference);
console.log(JSON.stringify(apigatewayv2ApiCorsConfigurationToTerraform({ maxAge: 3 })));
console.log(JSON.stringify(JSON.parse(Testing.synth(stack)).resource));
