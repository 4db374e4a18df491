"""Resource `aws_apigatewayv2_api_mapping`"""

from typing_extensions import Unpack
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2ApiMapping(Resource):
    """Makes a stage of an API answer under a custom domain name, optionally below a path.

    AWS describes [API mappings](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html).

    Import ID: `{id}/{domain_name}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api_mapping
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        domain_name: str,
        stage: str,
        api_mapping_key: str | None = None,
        id: str | None = None,
        region: str | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API.
        :param domain_name: Custom domain name, as managed by `aws_apigatewayv2_domain_name`. Changing it replaces the mapping.
        :param stage: Name of the API's stage.
        :param api_mapping_key: Path below the domain name that leads to the stage; without it the stage answers at the root.
        :param id: Identifier that API Gateway gave the mapping.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        """

    api_id: str
    api_id_input: Get[str | None]
    api_mapping_key: str
    api_mapping_key_input: Get[str | None]
    def reset_api_mapping_key(self) -> None: ...
    domain_name: str
    domain_name_input: Get[str | None]
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    stage: str
    stage_input: Get[str | None]

class Apigatewayv2ApiMappingConfig(Config):
    """All arguments of `Apigatewayv2ApiMapping`."""
    api_id: str
    domain_name: str
    stage: str
    api_mapping_key: str | None = None
    id: str | None = None
    region: str | None = None
