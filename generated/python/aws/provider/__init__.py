"""Configuration of the provider `aws`"""

from .. import ferroform

_module = ferroform.Module(__name__, r'''{"kind":"provider","type":"aws","name":"AwsProvider","provider":["aws",null,null,"hashicorp/aws"],
"shapes":[
["b",[
["access_key","accessKey","s","o"],
["allowed_account_ids","allowedAccountIds","ts","o"],
["max_retries","maxRetries","n","o"],
["profile","profile","s","o"],
["region","region","s","o"],
["secret_key","secretKey","s","os"],
["shared_config_files","sharedConfigFiles","ls","o"],
["skip_credentials_validation","skipCredentialsValidation","b","o"],
["skip_metadata_api_check","skipMetadataApiCheck","s","o"],
["skip_requesting_account_id","skipRequestingAccountId","b","o"],
["token","token","s","os"],
["assume_role","assumeRole","L1","o"],
["default_tags","defaultTags","L2","o"],
["alias","alias","s","o"]]],
["b",[
["duration","duration","s","o"],
["external_id","externalId","s","o"],
["policy","policy","s","o"],
["policy_arns","policyArns","ts","o"],
["role_arn","roleArn","s","o"],
["session_name","sessionName","s","o"],
["tags","tags","ms","o"],
["transitive_tag_keys","transitiveTagKeys","ts","o"]]],
["b",[
["tags","tags","ms","o"]]]],
"structs":[
["AwsProviderAssumeRole",1,"l"],
["AwsProviderDefaultTags",2,"l"]],
"rules":[
[0,"default_tags",[["max_items","eo",1]]],
[1,"duration",[["pattern","eo","^([0-9.]+(ns|us|\u00b5s|ms|s|m|h))+$"]]],
[1,"external_id",[["length","eo",2,1224]]],
[1,"session_name",[["length","eo",2,64]]]]}''', "AwsProviderConfig", positional=("scope", "id"))
__getattr__ = _module.attribute
__dir__ = _module.names
