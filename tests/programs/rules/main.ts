// One gateway that breaks a rule of the documentation, one that breaks those of the schema and of overrides, and a wrong import ID.

import { App, TerraformStack } from "cdktn";
import { Gateway } from "./.gen/providers/acme/gateway";
import { AcmeProvider } from "./.gen/providers/acme/provider";

const app = new App();
const stack = new TerraformStack(app, "stack");
new AcmeProvider(stack, "acme");
new Gateway(stack, "warned", { mode: "shut", weight: 3 });
new Gateway(stack, "refused", {
  tier: "huge",
  size: 11,
  token: "secret",
  zones: ["north-1", "North"],
  listener: [{ port: 65536 }, { tls: { mode: "lax" } }, {}],
});
Gateway.generateConfigForImport(stack, "imported", "basic");
try {
  app.synth();
} catch (error) {
  console.log((error as Error).message);
}
