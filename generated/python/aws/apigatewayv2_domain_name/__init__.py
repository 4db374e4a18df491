"""Resource `aws_apigatewayv2_domain_name`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"resource","type":"aws_apigatewayv2_domain_name","name":"Apigatewayv2DomainName","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["api_mapping_selection_expression","apiMappingSelectionExpression","s","c"],
["arn","arn","s","c"],
["domain_name","domainName","s","r"],
["id","id","s","oc"],
["region","region","s","oc"],
["routing_mode","routingMode","s","oc"],
["tags","tags","ms","o"],
["tags_all","tagsAll","ms","oc"],
["domain_name_configuration","domainNameConfiguration","L1!","r"],
["mutual_tls_authentication","mutualTlsAuthentication","L2!","o"],
["timeouts","timeouts","S3","o"]]],
["b",[
["certificate_arn","certificateArn","s","r"],
["endpoint_type","endpointType","s","r"],
["hosted_zone_id","hostedZoneId","s","c"],
["ip_address_type","ipAddressType","s","oc"],
["ownership_verification_certificate_arn","ownershipVerificationCertificateArn","s","oc"],
["security_policy","securityPolicy","s","r"],
["target_domain_name","targetDomainName","s","c"]]],
["b",[
["truststore_uri","truststoreUri","s","r"],
["truststore_version","truststoreVersion","s","o"]]],
["b",[
["create","create","s","o"],
["update","update","s","o"]]]],
"structs":[
["Apigatewayv2DomainNameDomainNameConfiguration",1,"!"],
["Apigatewayv2DomainNameMutualTlsAuthentication",2,"!"],
["Apigatewayv2DomainNameTimeouts",3,""]]}''', "Apigatewayv2DomainNameConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
