// Constructs imported by name from their modules and from the index, in a project of ES modules.

import assert from "node:assert/strict";
import { Apigatewayv2Api, Apigatewayv2ApiCorsConfigurationOutputReference } from "./.gen/providers/aws/apigatewayv2-api/index.js";
import { apigatewayv2Api, provider } from "./.gen/providers/aws/index.js";

assert.equal(apigatewayv2Api.Apigatewayv2Api, Apigatewayv2Api);
assert.equal(Apigatewayv2Api.tfResourceType, "aws_apigatewayv2_api");
assert.equal(typeof Apigatewayv2ApiCorsConfigurationOutputReference, "function");
assert.equal(typeof provider.AwsProvider, "function");
