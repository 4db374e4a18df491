"""Prints what is said of wrong arguments."""

from cdktn import App, Fn, TerraformStack
from imports.aws import apigatewayv2_domain_name
from imports.aws.apigatewayv2_api import Apigatewayv2Api, Apigatewayv2ApiCorsConfiguration
from imports.aws.apigatewayv2_domain_name import Apigatewayv2DomainName
from imports.aws.apigatewayv2_domain_name import Apigatewayv2DomainNameDomainNameConfiguration as Configuration
from imports.aws.provider import AwsProvider

stack = TerraformStack(App(), "stack")
api = Apigatewayv2Api(stack, "api", name="chat", protocol_type="WEBSOCKET")


def say(what, *arguments, **keywords):
    try:
        what(*arguments, **keywords)
    except (TypeError, AttributeError) as error:
        print(error)


say(Apigatewayv2Api, stack, "typo", name="chat", protocol_typ="HTTP")
say(Apigatewayv2Api, stack, "types", name=1, protocol_type=api, tags={"team": 2}, disable_execute_api_endpoint="no")
say(Apigatewayv2Api, stack, "token", name="chat", protocol_type="HTTP", tags=Fn.merge([{"a": "b"}]))
say(Apigatewayv2Api, stack, "nested", name="chat", protocol_type="HTTP", cors_configuration={"max_age": "1"})
say(Apigatewayv2DomainName, stack, "other", domain_name="a", domain_name_configuration=Apigatewayv2ApiCorsConfiguration())
say(Apigatewayv2Api, "stack", "scope", name="chat", protocol_type="HTTP")
say(Apigatewayv2Api, stack)
meta = {"count": "2", "depends_on": api, "lifecycle": {"prevent": True}, "provider": "aws"}
say(Apigatewayv2Api, stack, "meta", name="chat", protocol_type="HTTP", **meta)
say(Configuration, certificate_arn="arn:", endpoint_type="REGIONAL", security_policy=12, policy="")
say(AwsProvider, stack, "aws", secret_key=["not", "shown"])
say(setattr, api, "name", 1)
say(api.put_cors_configuration, allow_origin=["*"])
say(getattr, apigatewayv2_domain_name, "Apigatewayv2DomianName")
