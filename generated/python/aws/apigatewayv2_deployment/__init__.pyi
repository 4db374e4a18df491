"""Resource `aws_apigatewayv2_deployment`"""

from collections.abc import Mapping
from typing_extensions import Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2Deployment(Resource):
    """A snapshot of an API that a stage can serve. Creating one freezes the routes and integrations as they are at that moment, so the deployment should depend on them.

    An HTTP API whose stage has `auto_deploy` needs none.

    Import ID: `{api_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_deployment
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        description: str | None = None,
        id: str | None = None,
        region: str | None = None,
        triggers: Mapping[str, str] | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the deployment.
        :param description: What the deployment contains.
            At most 1024 characters.
        :param id: Identifier that API Gateway gave the deployment.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param triggers: Keys and values of any meaning; a change of one makes a new deployment. Commonly a hash of the routes and integrations. An import does not bring them back.
        """

    api_id: str
    api_id_input: Get[str | None]
    auto_deployed: Get[IResolvable]
    """Whether API Gateway made the deployment by itself."""
    description: str
    description_input: Get[str | None]
    def reset_description(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    triggers: Mapping[str, str]
    triggers_input: Get[Mapping[str, str] | None]
    def reset_triggers(self) -> None: ...

class Apigatewayv2DeploymentConfig(Config):
    """All arguments of `Apigatewayv2Deployment`."""
    api_id: str
    description: str | None = None
    id: str | None = None
    region: str | None = None
    triggers: Mapping[str, str] | None = None
