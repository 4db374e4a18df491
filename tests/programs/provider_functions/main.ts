// Functions of a provider: through its configuration, and under the name that a stack requires it by.

import { App, TerraformOutput, TerraformStack, Token } from "cdktn";
import { Construct } from "constructs";
import { ProviderFunctions } from "./.gen/providers/acme/provider-functions";
import { AcmeProvider } from "./.gen/providers/acme/provider";
import { AcmeProviderFunctionsA } from "./.gen/providers/acme/provider-functions-a";

class Functions extends TerraformStack {
  constructor(scope: Construct, name: string) {
    super(scope, name);
    const provider = new AcmeProvider(this, "acme", { functionsAttribute: [{ enabled: true }] });
    const functions: AcmeProviderFunctionsA = provider.functions;
    if (provider.functions !== functions) throw new Error("the functions are made once");
    const thing = new ProviderFunctions(this, "thing", { name: functions.build("bob", "eu") });
    this.says("nested", functions.build(thing.name, functions.build("a", "b")));
    this.says("left-out", functions.lookup(Token.nullValue(), "second"));
    this.says("given", functions.lookup("first", "second", 3, ["four"], false));
    this.says("variadic", functions.merge([{ a: "1" }, { b: "2" }]));
    this.says("variadic-after-others", functions.parse("id", ["x", Token.nullValue()]));
    this.says("object", functions.whole({ id: thing.name }));
    this.says("bool", functions.constructorFunction());
    this.says("number", functions.lengthOf("text"));
    this.says("numbers", functions.sortNumbers([2, 1]));
    this.says("renamed", new AcmeProviderFunctionsA("other").sortNumbersFunction());
  }

  says(name: string, value: unknown) {
    new TerraformOutput(this, name, { value });
  }
}

const app = new App({ context: { targetVersions: { terraform: ">=1.8" } } });
new Functions(app, "functions");
app.synth();
