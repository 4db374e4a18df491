// A gateway that breaks a rule of the documentation, which keeps nothing from being synthesized.

import { App, TerraformStack } from "cdktn";
import { Gateway } from "./.gen/providers/acme/gateway";
import { AcmeProvider } from "./.gen/providers/acme/provider";

const app = new App();
const stack = new TerraformStack(app, "stack");
new AcmeProvider(stack, "acme");
new Gateway(stack, "warned", { mode: "shut" });
app.synth();
