"""The two Python programs of the provider's page, given the API and the integration that they refer to."""

from cdktn import App, TerraformStack, Token
from constructs import Construct
from imports.aws.apigatewayv2_api import Apigatewayv2Api
from imports.aws.apigatewayv2_integration import Apigatewayv2Integration
from imports.aws.apigatewayv2_integration_response import Apigatewayv2IntegrationResponse
from imports.aws.provider import AwsProvider


class Basic(TerraformStack):
    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        AwsProvider(self, "aws", region="eu-west-1")
        api = Apigatewayv2Api(self, "api", name="chat", protocol_type="WEBSOCKET")
        integration = Apigatewayv2Integration(self, "integration", api_id=api.id, integration_type="MOCK")
        Apigatewayv2IntegrationResponse(
            self,
            "example",
            api_id=Token.as_string(api.id),
            integration_id=Token.as_string(integration.id),
            integration_response_key="/200/",
        )


class Import(TerraformStack):
    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        AwsProvider(self, "aws", region="eu-west-1")
        Apigatewayv2IntegrationResponse.generate_config_for_import(
            self, "example", "aabbccddee/1122334/998877"
        )


app = App()
Basic(app, "basic")
Import(app, "import")
app.synth()
