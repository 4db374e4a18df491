"use strict";

// Makes every construct of the bindings in `.gen`, with a value for everything that can be set, and every nested class on its
// own; reads every member and synthesizes the whole as JSON and as HCL. Says how many there were.
//
// node instantiate.js cdktn|cdktf

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");

const library = require(process.argv[2]);

// Each module hands its table to the runtime as it is loaded, with the modules that it needs.
const tables = new Map();
let table;
listen(require("./.gen/providers/.runtime/functions"), "defineFunctions");
listen(require("./.gen/providers/.runtime"), "define");

function listen(runtime, name) {
  const define = runtime[name];
  runtime[name] = (source, ...more) => {
    tables.set(source.name, source);
    return define(source, ...more);
  };
}

/** A value for a type code; `table.js` of the runtime explains them. */
function example(code, depth) {
  let at = 0;
  const next = () => {
    const letter = code[at++];
    if (letter === "s") return "text";
    if (letter === "n") return 3;
    if (letter === "b") return true;
    if (letter === "a") return { any: ["thing", null] };
    if (letter === "l" || letter === "t") return [next()];
    if (letter === "m") return { key: next() };
    if (letter === "u") {
      const items = [];
      for (at++; code[at] !== ")"; at += code[at] === "," ? 1 : 0) items.push(next());
      at++;
      return items;
    }
    const [number] = /^\d+/.exec(code.slice(at));
    at += number.length;
    const object = examples(Number(number), depth + 1);
    if (letter === "M") return { key: object };
    return code[at] === "!" || !"LT".includes(letter) ? object : [object];
  };
  return next();
}

/** A value for every field of a shape that can be set. */
function examples(shape, depth) {
  const settable = table.shapes[shape][1].filter(([, , , flags]) => /[ro]/.test(flags));
  const wanted = settable.filter(([, , , flags]) => depth < 8 || flags.includes("r"));
  return Object.fromEntries(wanted.map(([, property, code]) => [property, example(code, depth)]));
}

function readAll(object, shape) {
  for (const [, property, , flags, methods = {}] of table.shapes[shape][1]) {
    assert.notEqual(object[property], undefined, `${object.constructor.name}.${property}`);
    if (/[ro]/.test(flags)) assert.notEqual(object[methods.input ?? `${property}Input`], undefined, `${property}Input`);
  }
}

/** Calls every function of a provider, with every argument. */
function callAll(module) {
  const functions = new module[table.name]("local");
  for (const [name, method, , parameters] of table.functions) {
    const given = parameters.map(([, code, flags]) => (flags.includes("v") ? [example(code, 0)] : example(code, 0)));
    new library.TerraformOutput(stack, `call-${name}`, { value: functions[method](...given) });
    const { value } = stack.toTerraform().output[`call-${name}`];
    assert.ok(value.startsWith(`\${provider::local::${name}(`), value);
  }
}

const stack = new library.TerraformStack(library.Testing.app({ stackTraces: false }), "stack");
let constructs = 0;
let nested = 0;
for (const folder of fs.readdirSync(`${__dirname}/.gen/providers`).map((provider) => `${__dirname}/.gen/providers/${provider}`)) {
  for (const name of fs.readdirSync(folder).filter((name) => fs.statSync(path.join(folder, name)).isDirectory())) {
    const module = require(`${folder}/${name}`);
    table = tables.get(Object.keys(module).find((name) => tables.has(name)));
    if (table.functions) {
      callAll(module);
      continue;
    }
    const construct = new module[table.name](stack, `it-${constructs++}`, examples(0, 0));
    if (table.kind !== "provider") readAll(construct, 0);
    for (const [struct, shape, nesting] of table.kind === "provider" ? [] : table.structs) {
      const Class = module[`${struct}OutputReference`];
      const object = nesting.endsWith("m") ? new Class(construct, "at", "key") : new Class(construct, "at", 0, false);
      const value = examples(shape, 5);
      object.internalValue = value;
      assert.deepEqual(object.internalValue, Object.keys(value).length ? value : {}, struct);
      readAll(object, shape, 5);
      object.internalValue = undefined;
      assert.equal(object.internalValue, undefined, struct);
      nested++;
    }
  }
}
const { resource = {}, data = {}, ephemeral = {}, provider = {} } = JSON.parse(library.Testing.synth(stack));
const synthesized = [resource, data, ephemeral].flatMap(Object.values).flatMap(Object.keys);
assert.equal(synthesized.length + Object.keys(provider).length, constructs);
assert.ok(library.Testing.synthHcl(stack));
console.log(`${constructs} constructs, ${nested} nested classes`);
