import { App, TerraformStack } from "cdktn";
import { AwsProvider } from "./.gen/providers/aws/provider";
import { Wafv2WebAcl, Wafv2WebAclRule } from "./.gen/providers/aws/wafv2-web-acl";

const app = new App();
const stack = new TerraformStack(app, "untyped");
new AwsProvider(stack, "aws", {});
const rules: Wafv2WebAclRule[] = [
  { priority: 1, statement: { geo_match_statement: { country_codes: ["CH"] } } },
  { priority: 2, statement: [{ geo_match_statement: [{ country_codes: ["FR"] }] }] },
];
const acl = new Wafv2WebAcl(stack, "acl", { name: "acl", rule: rules });
acl.name = `acl-${acl.nameInput}`;
app.synth();
