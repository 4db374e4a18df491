"""Resource `aws_apigatewayv2_vpc_link`"""

from collections.abc import Mapping, Sequence
from typing_extensions import Unpack
from constructs import Construct
from ...ferroform.stubs import Config, Get, MetaArguments, Resource

class Apigatewayv2VpcLink(Resource):
    """Lets HTTP APIs reach load balancers and services in a VPC.

    AWS describes [VPC links](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html).

    Import ID: `{id}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_vpc_link
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        security_group_ids: Sequence[str],
        subnet_ids: Sequence[str],
        id: str | None = None,
        region: str | None = None,
        tags: Mapping[str, str] | None = None,
        tags_all: Mapping[str, str] | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param name: Name of the VPC link.
            1 to 128 characters.
        :param security_group_ids: Identifiers of the security groups of the VPC link. Changing them replaces the VPC link.
        :param subnet_ids: Identifiers of the subnets that the VPC link stands in. Changing them replaces the VPC link.
        :param id: Identifier that API Gateway gave the VPC link.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param tags: Tags of the VPC link. A tag with the key of one in the provider's `default_tags` takes its place.
        :param tags_all: All tags of the VPC link, those from the provider's `default_tags` included.
        """

    arn: Get[str]
    """ARN of the VPC link."""
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    name: str
    name_input: Get[str | None]
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    security_group_ids: list[str]
    security_group_ids_input: Get[list[str] | None]
    subnet_ids: list[str]
    subnet_ids_input: Get[list[str] | None]
    tags: Mapping[str, str]
    tags_input: Get[Mapping[str, str] | None]
    def reset_tags(self) -> None: ...
    tags_all: Mapping[str, str]
    tags_all_input: Get[Mapping[str, str] | None]
    def reset_tags_all(self) -> None: ...

class Apigatewayv2VpcLinkConfig(Config):
    """All arguments of `Apigatewayv2VpcLink`."""
    name: str
    security_group_ids: Sequence[str]
    subnet_ids: Sequence[str]
    id: str | None = None
    region: str | None = None
    tags: Mapping[str, str] | None = None
    tags_all: Mapping[str, str] | None = None
