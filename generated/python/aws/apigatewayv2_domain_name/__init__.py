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
["Apigatewayv2DomainNameTimeouts",3,""]],
"rules":[
[0,"domain_name",[["length","eo",1,512]]],
[0,"routing_mode",[["one_of","eo","API_MAPPING_ONLY","ROUTING_RULE_ONLY","ROUTING_RULE_THEN_API_MAPPING"]]],
[1,"certificate_arn",[["pattern","eo","^arn:aws[a-z-]*:"]]],
[1,"endpoint_type",[["one_of","eo","REGIONAL"]]],
[1,"ip_address_type",[["one_of","eo","ipv4","dualstack"]]],
[1,"security_policy",[["one_of","wo","TLS_1_2"]]],
[2,"truststore_uri",[["pattern","eo","^s3://"]]],
[3,"create",[["pattern","eo","^(0|([0-9.]+(ns|us|\u00b5s|ms|s|m|h))+)$"]]],
[3,"update",[["pattern","eo","^(0|([0-9.]+(ns|us|\u00b5s|ms|s|m|h))+)$"]]]],
"imports":["e",["{domain_name}"]]}''', "Apigatewayv2DomainNameConfig")
__getattr__ = _module.attribute
__dir__ = _module.names
