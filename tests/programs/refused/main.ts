// Every line that ends in an error code must be refused with it, and no other line may be.

import { TerraformStack } from "cdktn";
import { Apigatewayv2Api } from "./.gen/providers/aws/apigatewayv2-api";
import { Apigatewayv2DomainName } from "./.gen/providers/aws/apigatewayv2-domain-name";
import { Apigatewayv2IntegrationResponse } from "./.gen/providers/aws/apigatewayv2-integration-response";
import { Apigatewayv2Nothing } from "./.gen/providers/aws/apigatewayv2-nothing"; // TS2307

declare const stack: TerraformStack;
const api = new Apigatewayv2Api(stack, "api", { name: "chat", protocolType: "WEBSOCKET" });

// an argument that does not exist
new Apigatewayv2Api(stack, "unknown", { name: "chat", protocolType: "HTTP", colour: "red" }); // TS2353
// a required argument that is missing
new Apigatewayv2Api(stack, "missing", { name: "chat" }); // TS2345
new Apigatewayv2Api(stack, "no-arguments"); // TS2554
// a value of the wrong type
new Apigatewayv2Api(stack, "wrong", { name: 1, protocolType: "HTTP" }); // TS2322
new Apigatewayv2Api(stack, "tags", { name: "chat", protocolType: "HTTP", tags: { a: 1 } }); // TS2322
new Apigatewayv2IntegrationResponse(stack, "object", {
  apiId: api, // TS2322
  integrationId: "1122334",
  integrationResponseKey: "/200/",
});
// a nested block: unknown, missing, wrong, and a list where there is one block only
new Apigatewayv2DomainName(stack, "nested", {
  domainName: "api.example.com",
  domainNameConfiguration: { certificateArn: "arn:", endpointType: "REGIONAL", policy: "TLS_1_2" }, // TS2353
});
new Apigatewayv2DomainName(stack, "nested-missing", {
  domainName: "api.example.com",
  domainNameConfiguration: { certificateArn: "arn:", endpointType: "REGIONAL" }, // TS2741
});
new Apigatewayv2DomainName(stack, "nested-wrong", {
  domainName: "api.example.com",
  domainNameConfiguration: { certificateArn: "arn:", endpointType: "REGIONAL", securityPolicy: 12 }, // TS2322
});
new Apigatewayv2DomainName(stack, "nested-list", {
  domainName: "api.example.com",
  domainNameConfiguration: [], // TS2739
});
// what only Terraform sets
new Apigatewayv2Api(stack, "computed", { name: "chat", protocolType: "HTTP", arn: "arn:" }); // TS2353
api.arn = "arn:"; // TS2540
// members that do not exist, in the construct and in a nested block
api.colour; // TS2339
api.corsConfiguration.colour; // TS2339
api.resetName(); // TS2339
// types of what comes back
const wrongAttribute: number = api.name; // TS2322
const wrongInput: number = api.corsConfiguration.maxAgeInput; // TS2322
Apigatewayv2IntegrationResponse.generateConfigForImport(stack, "example"); // TS2554
