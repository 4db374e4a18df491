"""Classes of a program's own that extend generated ones, and code that knows only what they extend."""

from __future__ import annotations

import json
from typing import Any

import jsii
from cdktn import App, Aspects, IAspect, TerraformResource, TerraformStack, Testing
from constructs import Construct, IConstruct
from imports.aws.apigatewayv2_api import Apigatewayv2Api


class WebSocketApi(Apigatewayv2Api):
    """Sets what a team always sets, and adds members."""

    def __init__(self, scope: Construct, id: str, **config: Any) -> None:
        super().__init__(scope, id, protocol_type="WEBSOCKET", **config)
        self.team = "chat"

    def put_cors_configuration(self, **value: Any) -> None:
        super().put_cors_configuration(**{"max_age": 60, **value})


class Fixed(WebSocketApi):
    """What the library calls may be overridden too."""

    def _synthesize_attributes(self) -> dict[str, Any]:
        return {"name": self.team}


@jsii.implements(IAspect)
class Describe:
    def visit(self, node: IConstruct) -> None:
        if isinstance(node, WebSocketApi):
            node.description = f"by {node.team}"


def address(resource: TerraformResource) -> str:
    """What a library of constructs does with a resource that it does not know."""
    return f"{resource.terraform_resource_type}.{resource.friendly_unique_id}"


stack = TerraformStack(App(), "stack")
api = WebSocketApi(stack, "api", name="chat", tags={"a": "b"})
api.put_cors_configuration(allow_origins=["*"])
Fixed(stack, "fixed", name="other", depends_on=[api])
Aspects.of(stack).add(Describe())

assert stack.node.find_child("api") is api
assert isinstance(api, Apigatewayv2Api) and isinstance(api, TerraformResource) and isinstance(api, Construct)
assert Apigatewayv2Api.is_terraform_resource(api) and WebSocketApi.TF_RESOURCE_TYPE == "aws_apigatewayv2_api"
assert address(api) == "aws_apigatewayv2_api.api"
print(json.dumps(json.loads(Testing.synth(stack))["resource"], indent=2))
