"""Every line that ends in the name of a rule must be refused with it, and no other line may be."""

from cdktn import App, TerraformStack
from imports.aws.apigatewayv2_api import Apigatewayv2Api, Apigatewayv2ApiCorsConfiguration
from imports.aws.apigatewayv2_domain_name import Apigatewayv2DomainName
from imports.aws.apigatewayv2_domain_name import Apigatewayv2DomainNameDomainNameConfiguration as Configuration
from imports.aws.apigatewayv2_integration_response import Apigatewayv2IntegrationResponse
from imports.aws.apigatewayv2_nothing import Apigatewayv2Nothing  # reportMissingImports

stack = TerraformStack(App(), "stack")
api = Apigatewayv2Api(stack, "api", name="chat", protocol_type="WEBSOCKET")

# an argument that does not exist
Apigatewayv2Api(stack, "unknown", name="chat", protocol_type="HTTP", colour="red")  # reportCallIssue
# a required argument that is missing
Apigatewayv2Api(stack, "missing", name="chat")  # reportCallIssue
# a value of the wrong type
Apigatewayv2Api(stack, "wrong", name=1, protocol_type="HTTP")  # reportArgumentType
Apigatewayv2Api(stack, "tags", name="chat", protocol_type="HTTP", tags={"a": 1})  # reportArgumentType
Apigatewayv2IntegrationResponse(
    stack,
    "object",
    api_id=api,  # reportArgumentType
    integration_id="1122334",
    integration_response_key="/200/",
)
# a nested block: unknown, missing, wrong, and another one's
Configuration(certificate_arn="arn:", endpoint_type="REGIONAL", security_policy="", policy="")  # reportCallIssue
Configuration(certificate_arn="arn:", endpoint_type="REGIONAL")  # reportCallIssue
Configuration(certificate_arn="arn:", endpoint_type="REGIONAL", security_policy=12)  # reportArgumentType
Apigatewayv2DomainName(
    stack,
    "nested",
    domain_name="api.example.com",
    domain_name_configuration=Apigatewayv2ApiCorsConfiguration(),  # reportArgumentType
)
# what only Terraform sets
Apigatewayv2Api(stack, "computed", name="chat", protocol_type="HTTP", arn="arn:")  # reportCallIssue
api.arn = "arn:"  # reportAttributeAccessIssue
# members that do not exist, in the construct and in a nested block
print(api.colour)  # reportAttributeAccessIssue
print(api.cors_configuration.colour)  # reportAttributeAccessIssue
api.reset_name()  # reportAttributeAccessIssue
# types of what comes back
wrong_attribute: int = api.name  # reportAssignmentType
Apigatewayv2IntegrationResponse.generate_config_for_import(stack, "example")  # reportCallIssue
