// 1,000 resources, half of them with nested blocks and references to the other half.
"use strict";

const { App, TerraformStack } = require("cdktn");
const { AwsProvider } = require("BINDINGS/provider");
const { SecurityGroup } = require("BINDINGS/security-group");
const { Vpc } = require("BINDINGS/vpc");

const app = new App();
const stack = new TerraformStack(app, "bench");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
for (let number = 0; number < 500; number++) {
  const vpc = new Vpc(stack, `vpc-${number}`, { cidrBlock: "10.0.0.0/16", tags: { Name: `vpc-${number}` } });
  const https = { fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: [vpc.cidrBlock] };
  new SecurityGroup(stack, `group-${number}`, { vpcId: vpc.id, ingress: [https], tags: { Name: `group-${number}` } });
}
app.synth();
