"use strict";

// The functions of a provider, from a table: the JSON of
//
//   name       the class
//   functions  [Terraform's name, method, type code of the result, parameters] each
//
// and a parameter is [name, type code, flags]:
//
//   flags      n may be null, o may be left out, v takes all further arguments as a list
//
// Type codes are those of `table.js`. Objects are any value (a).

const library = require("./library");

/** What the library makes of a result, by its type code. What is not here stays an expression. */
const RESULTS = {
  s: "asString",
  n: "asNumber",
  ls: "asList",
  ts: "asList",
  ln: "asNumberList",
  tn: "asNumberList",
  ms: "asStringMap",
  mn: "asNumberMap",
  mb: "asBooleanMap",
};

/** Adds the class of a table to `exports`, which is returned. */
function defineFunctions({ name, functions }, exports = {}) {
  const cls = class {
    constructor(providerLocalName) {
      this.providerLocalName = providerLocalName;
    }
  };
  for (const row of functions) {
    Object.defineProperty(cls.prototype, row[1], { value: functionOf(row), writable: true, configurable: true });
  }
  exports[name] = Object.defineProperty(cls, "name", { value: name });
  return exports;
}

function functionOf([name, , code, parameters]) {
  const result = RESULTS[code] ?? (code[0] === "m" ? "asAnyMap" : undefined);
  const isVariadic = parameters.at(-1)?.[2].includes("v");
  return function (...given) {
    // What is left out is `null` to Terraform.
    const values = parameters.map((_, index) => given[index]);
    if (isVariadic) values.push(...values.pop());
    const call = library.TerraformProviderFunction.invoke(this.providerLocalName, name, values);
    return result ? library.Token[result](call) : call;
  };
}

const FUNCTIONS = Symbol("ferroform.functions");

/** Gives the class of a provider a getter of its functions. `load` returns their class. */
function addFunctions(Provider, load) {
  Object.defineProperty(Provider.prototype, "functions", {
    get() { return (this[FUNCTIONS] ??= new (load())(this.terraformResourceType)); },
    configurable: true,
  });
}

module.exports = { defineFunctions, addFunctions };
