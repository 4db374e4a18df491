"""Resource `aws_apigatewayv2_model`"""

from typing_extensions import Unpack
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2Model(Resource):
    """A JSON schema that payloads of a WebSocket API can be checked against.

    AWS describes [models and mapping templates](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html).

    Import ID: `{api_id}/{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_model
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        api_id: str,
        content_type: str,
        name: str,
        schema: str,
        description: str | None = None,
        id: str | None = None,
        region: str | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param api_id: Identifier of the API. Changing it replaces the model.
        :param content_type: Content type of the payloads that the model describes, such as `application/json`.
            1 to 256 characters.
        :param name: Name of the model: letters and digits.
            1 to 128 characters.
            Matches `^[0-9A-Za-z]+$`.
        :param schema: The JSON schema (draft 4), as JSON.
            At most 32768 characters.
        :param description: What the model describes.
            1 to 128 characters.
        :param id: Identifier that API Gateway gave the model.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        """

    api_id: str
    api_id_input: Get[str | None]
    content_type: str
    content_type_input: Get[str | None]
    description: str
    description_input: Get[str | None]
    def reset_description(self) -> None: ...
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    name: str
    name_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    schema: str
    schema_input: Get[str | None]

class Apigatewayv2ModelConfig(Config):
    """All arguments of `Apigatewayv2Model`."""
    api_id: str
    content_type: str
    name: str
    schema: str
    description: str | None = None
    id: str | None = None
    region: str | None = None
