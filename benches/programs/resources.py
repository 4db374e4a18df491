"""1,000 resources, half of them with nested blocks and references to the other half."""

from cdktn import App, TerraformStack
from BINDINGS.provider import AwsProvider
from BINDINGS.security_group import SecurityGroup, SecurityGroupIngress
from BINDINGS.vpc import Vpc

app = App()
stack = TerraformStack(app, "bench")
AwsProvider(stack, "aws", region="eu-west-1")
for number in range(500):
    vpc = Vpc(stack, f"vpc-{number}", cidr_block="10.0.0.0/16", tags={"Name": f"vpc-{number}"})
    https = SecurityGroupIngress(from_port=443, to_port=443, protocol="tcp", cidr_blocks=[vpc.cidr_block])
    SecurityGroup(stack, f"group-{number}", vpc_id=vpc.id, ingress=[https], tags={"Name": f"group-{number}"})
app.synth()
