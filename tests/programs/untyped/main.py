from cdktn import App, TerraformStack
from imports.aws.provider import AwsProvider
from imports.aws.wafv2_web_acl import Wafv2WebAcl, Wafv2WebAclRule

app = App()
stack = TerraformStack(app, "untyped")
AwsProvider(stack, "aws")
rules = [
    Wafv2WebAclRule(priority=1, statement={"geo_match_statement": {"country_codes": ["CH"]}}),
    Wafv2WebAclRule(priority=2, statement=[{"geo_match_statement": [{"country_codes": ["FR"]}]}]),
]
acl = Wafv2WebAcl(stack, "acl", name="acl", rule=rules)
acl.name = f"acl-{acl.name_input}"
app.synth()
