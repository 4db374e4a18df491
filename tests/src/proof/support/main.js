"use strict";
// Runs each example that standard input names, and says what came of it, one a line.

const readline = require("node:readline");
const path = require("node:path");
const fs = require("node:fs");

const library = require(fs.readFileSync(path.join(__dirname, "runtime.txt"), "utf8"));
const plain = (name) => name.replaceAll("_", "").toLowerCase();

/** A value with properties as TypeScript calls them. */
function camel(value) {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== "object") return value;
  const properties = Object.entries(value);
  return Object.fromEntries(properties.map(([key, value]) => [key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), camel(value)]));
}

/** The values of arguments that the original leaves out: programs number those of one name. */
function config(missing) {
  return new Proxy({}, {
    get(_, name) {
      if (typeof name !== "string") return undefined;
      const exact = missing.filter(([key]) => plain(key) === plain(name));
      const base = name.replace(/\d+$/, "");
      const index = exact.length ? 0 : Number(name.slice(base.length) || 0);
      const values = exact.length ? exact : missing.filter(([key]) => plain(key) === plain(base));
      if (values.length === 0) throw new TypeError(`the original leaves no \`${name}\` out`);
      return camel(values[Math.min(index, values.length - 1)][1]);
    },
  });
}

function run({ file, out, missing }) {
  const stacks = Object.values(require(path.resolve(file)));
  if (stacks.length === 0) throw new TypeError("the example has no stack");
  const app = new library.App({ outdir: out });
  new (stacks.at(-1))(app, "stack", config(missing));
  app.synth();
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const example = JSON.parse(line);
  let error;
  try {
    run(example);
  } catch (thrown) {
    error = String(thrown?.message ?? thrown);
  }
  fs.writeSync(1, JSON.stringify({ number: example.number, error }) + "\n");
});
