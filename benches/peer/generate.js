// Runs the generator behind `cdktn get`, without the rest of that command: node generate.js SCHEMA OUT
"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");

// The packages are installed elsewhere, below target/.
const installed = createRequire(`${process.env.PEER_MODULES}/.`);
const { CodeMaker, TerraformProviderGenerator, TerraformProviderConstraint } = installed("@cdktn/provider-generator");
const { ConstructsMakerTarget, Language } = installed("@cdktn/commons");

async function main([schemaFile, out]) {
  const schema = JSON.parse(fs.readFileSync(schemaFile, "utf8"));
  fs.mkdirSync(out, { recursive: true });
  for (const address of Object.keys(schema.provider_schemas)) {
    const source = address.split("/").slice(-2).join("/");
    const target = ConstructsMakerTarget.from(new TerraformProviderConstraint(source), Language.TYPESCRIPT);
    const code = new CodeMaker();
    new TerraformProviderGenerator(code, schema).generate(target);
    await code.save(out);
  }
}

main(process.argv.slice(2));
