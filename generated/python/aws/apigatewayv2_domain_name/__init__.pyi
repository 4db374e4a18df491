"""Resource `aws_apigatewayv2_domain_name`"""

from collections.abc import Mapping
from typing import Any, Literal
from typing_extensions import Required, TypeAlias, TypedDict, Unpack
from cdktn import IResolvable
from constructs import Construct
from ...ferroform.stubs import Config, Get, GetSet, MetaArguments, Reference, Resource, Struct

class Apigatewayv2DomainName(Resource):
    """A custom domain name for APIs: who owns it and how TLS ends there. An `aws_apigatewayv2_api_mapping` or an `aws_apigatewayv2_routing_rule` then connects a stage with it.

    AWS describes [custom domain names](https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html).

    Import ID: `{domain_name}`.

    https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_domain_name
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        domain_name: str,
        domain_name_configuration: _Apigatewayv2DomainNameDomainNameConfigurationOrDict,
        id: str | None = None,
        region: str | None = None,
        routing_mode: Literal["API_MAPPING_ONLY", "ROUTING_RULE_ONLY", "ROUTING_RULE_THEN_API_MAPPING"] | str | None = None,
        tags: Mapping[str, str] | None = None,
        tags_all: Mapping[str, str] | None = None,
        mutual_tls_authentication: _Apigatewayv2DomainNameMutualTlsAuthenticationOrDict | None = None,
        timeouts: _Apigatewayv2DomainNameTimeoutsOrDict | None = None,
        **meta: Unpack[MetaArguments],
    ) -> None:
        """
        :param domain_name: The domain name, such as `api.example.com`. Changing it replaces the resource.
            1 to 512 characters.
        :param domain_name_configuration: Endpoint and certificate of the domain name.
        :param id: The domain name.
        :param region: Region where this resource will be managed. Defaults to the Region set in the provider configuration.
        :param routing_mode: Whether requests are routed by API mappings, by routing rules, or by rules first and mappings where no rule matches.
            Default: `API_MAPPING_ONLY`.
        :param tags: Tags of the domain name. A tag with the key of one in the provider's `default_tags` takes its place.
        :param tags_all: All tags of the domain name, those from the provider's `default_tags` included.
        :param mutual_tls_authentication: Makes callers present a certificate of their own.
        :param timeouts: How long Terraform waits for an operation.
        """

    api_mapping_selection_expression: Get[str]
    """Expression by which API Gateway selects an API mapping of the domain name."""
    arn: Get[str]
    """ARN of the domain name."""
    domain_name: str
    domain_name_input: Get[str | None]
    id: str
    id_input: Get[str | None]
    def reset_id(self) -> None: ...
    region: str
    region_input: Get[str | None]
    def reset_region(self) -> None: ...
    routing_mode: str
    routing_mode_input: Get[str | None]
    def reset_routing_mode(self) -> None: ...
    tags: Mapping[str, str]
    tags_input: Get[Mapping[str, str] | None]
    def reset_tags(self) -> None: ...
    tags_all: Mapping[str, str]
    tags_all_input: Get[Mapping[str, str] | None]
    def reset_tags_all(self) -> None: ...
    domain_name_configuration: Get[Apigatewayv2DomainNameDomainNameConfigurationOutputReference]
    domain_name_configuration_input: Get[Apigatewayv2DomainNameDomainNameConfiguration | None]
    def put_domain_name_configuration(self, **value: Unpack[_Apigatewayv2DomainNameDomainNameConfigurationDict]) -> None: ...
    mutual_tls_authentication: Get[Apigatewayv2DomainNameMutualTlsAuthenticationOutputReference]
    mutual_tls_authentication_input: Get[Apigatewayv2DomainNameMutualTlsAuthentication | None]
    def put_mutual_tls_authentication(self, **value: Unpack[_Apigatewayv2DomainNameMutualTlsAuthenticationDict]) -> None: ...
    def reset_mutual_tls_authentication(self) -> None: ...
    timeouts: Get[Apigatewayv2DomainNameTimeoutsOutputReference]
    timeouts_input: Get[Apigatewayv2DomainNameTimeouts | None]
    def put_timeouts(self, **value: Unpack[_Apigatewayv2DomainNameTimeoutsDict]) -> None: ...
    def reset_timeouts(self) -> None: ...

class Apigatewayv2DomainNameConfig(Config):
    """All arguments of `Apigatewayv2DomainName`."""
    domain_name: str
    domain_name_configuration: _Apigatewayv2DomainNameDomainNameConfigurationOrDict
    id: str | None = None
    region: str | None = None
    routing_mode: Literal["API_MAPPING_ONLY", "ROUTING_RULE_ONLY", "ROUTING_RULE_THEN_API_MAPPING"] | str | None = None
    tags: Mapping[str, str] | None = None
    tags_all: Mapping[str, str] | None = None
    mutual_tls_authentication: _Apigatewayv2DomainNameMutualTlsAuthenticationOrDict | None = None
    timeouts: _Apigatewayv2DomainNameTimeoutsOrDict | None = None

class Apigatewayv2DomainNameDomainNameConfiguration(Struct):
    """`domain_name_configuration`"""
    certificate_arn: str
    """ARN of the certificate in AWS Certificate Manager, in the same region as the endpoint.
    Matches `^arn:aws[a-z-]*:`.
    """
    endpoint_type: Literal["REGIONAL"] | str
    """Kind of the endpoint. HTTP and WebSocket APIs have regional endpoints only."""
    security_policy: Literal["TLS_1_2"] | str
    """Least TLS version that callers may use."""
    ip_address_type: Literal["ipv4", "dualstack"] | str | None = None
    """IP versions over which the domain name can be called: IPv4 only, or IPv4 and IPv6."""
    ownership_verification_certificate_arn: str | None = None
    """ARN of a public ACM certificate that proves who owns the domain. Needed with mutual TLS where `certificate_arn` was imported into ACM or comes from a private certificate authority."""

class _Apigatewayv2DomainNameDomainNameConfigurationDict(TypedDict, total=False):
    certificate_arn: Required[str]
    endpoint_type: Required[Literal["REGIONAL"] | str]
    security_policy: Required[Literal["TLS_1_2"] | str]
    ip_address_type: Literal["ipv4", "dualstack"] | str | None
    ownership_verification_certificate_arn: str | None

_Apigatewayv2DomainNameDomainNameConfigurationOrDict: TypeAlias = Apigatewayv2DomainNameDomainNameConfiguration | _Apigatewayv2DomainNameDomainNameConfigurationDict | Mapping[str, Any]

class Apigatewayv2DomainNameDomainNameConfigurationOutputReference(Reference):
    certificate_arn: str
    certificate_arn_input: Get[str | None]
    endpoint_type: str
    endpoint_type_input: Get[str | None]
    hosted_zone_id: Get[str]
    """Identifier of the Route 53 hosted zone of the endpoint, for an alias record."""
    ip_address_type: str
    ip_address_type_input: Get[str | None]
    def reset_ip_address_type(self) -> None: ...
    ownership_verification_certificate_arn: str
    ownership_verification_certificate_arn_input: Get[str | None]
    def reset_ownership_verification_certificate_arn(self) -> None: ...
    security_policy: str
    security_policy_input: Get[str | None]
    target_domain_name: Get[str]
    """Domain name of the endpoint, the target of the DNS record for the custom domain name."""
    internal_value: GetSet[Apigatewayv2DomainNameDomainNameConfiguration | None, _Apigatewayv2DomainNameDomainNameConfigurationOrDict | None]

class Apigatewayv2DomainNameMutualTlsAuthentication(Struct):
    """`mutual_tls_authentication`"""
    truststore_uri: str
    """S3 URL of the bundle of certificate authorities that callers' certificates are checked against, such as `s3://bucket-name/key-name`.
    Matches `^s3://`.
    """
    truststore_version: str | None = None
    """Version of the S3 object, in a bucket that keeps versions."""

class _Apigatewayv2DomainNameMutualTlsAuthenticationDict(TypedDict, total=False):
    truststore_uri: Required[str]
    truststore_version: str | None

_Apigatewayv2DomainNameMutualTlsAuthenticationOrDict: TypeAlias = Apigatewayv2DomainNameMutualTlsAuthentication | _Apigatewayv2DomainNameMutualTlsAuthenticationDict | Mapping[str, Any]

class Apigatewayv2DomainNameMutualTlsAuthenticationOutputReference(Reference):
    truststore_uri: str
    truststore_uri_input: Get[str | None]
    truststore_version: str
    truststore_version_input: Get[str | None]
    def reset_truststore_version(self) -> None: ...
    internal_value: GetSet[Apigatewayv2DomainNameMutualTlsAuthentication | None, _Apigatewayv2DomainNameMutualTlsAuthenticationOrDict | None]

class Apigatewayv2DomainNameTimeouts(Struct):
    """`timeouts`"""
    create: str | None = None
    """How long Terraform waits until a new domain name is available, such as `45s` or `1h30m`.
    Default: `10m`.
    Matches `^(0|([0-9.]+(ns|us|µs|ms|s|m|h))+)$`.
    """
    update: str | None = None
    """How long Terraform waits until a changed domain name is available, such as `45s` or `1h30m`.
    Default: `60m`.
    Matches `^(0|([0-9.]+(ns|us|µs|ms|s|m|h))+)$`.
    """

class _Apigatewayv2DomainNameTimeoutsDict(TypedDict, total=False):
    create: str | None
    update: str | None

_Apigatewayv2DomainNameTimeoutsOrDict: TypeAlias = Apigatewayv2DomainNameTimeouts | _Apigatewayv2DomainNameTimeoutsDict | Mapping[str, Any]

class Apigatewayv2DomainNameTimeoutsOutputReference(Reference):
    create: str
    create_input: Get[str | None]
    def reset_create(self) -> None: ...
    update: str
    update_input: Get[str | None]
    def reset_update(self) -> None: ...
    internal_value: GetSet[Apigatewayv2DomainNameTimeouts | IResolvable | None, _Apigatewayv2DomainNameTimeoutsOrDict | IResolvable | None]
