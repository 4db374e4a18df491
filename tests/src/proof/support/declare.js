"use strict";
// Declares what an example takes for granted.

const fs = require("node:fs");
const path = require("node:path");

const types = JSON.parse(fs.readFileSync(path.join(__dirname, "types.json"), "utf8"));
const library = require(fs.readFileSync(path.join(__dirname, "runtime.txt"), "utf8"));

/** The construct that is described. */
function declare(scope, said) {
  const { kind, label, body } = said;
  const identity = `declared ${said.number}`;
  let made;
  if (kind === "variable") made = new library.TerraformVariable(scope, identity, {});
  else if (kind === "local") made = new library.TerraformLocal(scope, identity, body);
  else if (kind === "module") {
    made = new library.TerraformHclModule(scope, identity, { source: body.source, skipAssetCreation: true });
  } else {
    const [module, name] = types[`${kind} ${said.type}`];
    made = new (require(path.join(__dirname, ".gen/providers", module))[name])(scope, identity, { alias: body.alias });
    for (const [key, value] of Object.entries(body)) if (kind !== "provider") made.addOverride(key, value);
  }
  if (kind !== "provider") made.overrideLogicalId(label);
  return kind === "local" ? made.expression : made;
}

module.exports = { declare };
