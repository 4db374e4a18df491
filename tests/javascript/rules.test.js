"use strict";

// What the runtime says of configurations that break rules, on tables written by hand. The Rust runtime says the same.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const cdktn = require("cdktn");
const { define } = require("./providers/.runtime");

const TYPES = [
  [
    ["mode", "mode", "s", "o"],
    ["size", "size", "n", "o"],
    ["zones", "zones", "ts", "o"],
    ["tags", "tags", "ms", "o"],
    ["any", "any", "a", "o"],
    ["secret", "secret", "ms", "os"],
    ["rule", "rule", "L1", "o"],
    ["single", "single", "L1!", "o"],
    ["other", "other", "S1", "o"],
    ["objects", "objects", "lo2", "o"],
  ],
  [["port_number", "portNumber", "n", "o"], ["path", "path", "s", "o"]],
  ["o", [["name", "name", "s", "o"]]],
];

const STRUCTS = [["ThingRule", 1, "l"], ["ThingSingle", 1, "!"], ["ThingOther", 1, ""], ["ThingObjects", 2, "l"]];

/** The class of a resource with rules. */
function thing(more) {
  const shapes = TYPES.map((rows) => (typeof rows[0] === "string" ? rows : ["b", rows]));
  const table = { kind: "resource", type: "acme_thing", name: "Thing", provider: ["acme", null, null, "acme/acme"], shapes, structs: STRUCTS };
  return define({ ...table, ...more }).Thing;
}

function stack() {
  return new cdktn.TerraformStack(cdktn.Testing.app(), "stack");
}

/** What a configuration breaks. */
function broken(more, config) {
  return new (thing(more))(stack(), "it", config).node.validate();
}

test("each check says what was found and what is allowed", () => {
  const said = (rule, config) => broken({ rules: [[0, Object.keys(config)[0], [rule]]] }, config);
  assert.deepEqual(said(["one_of", "ed", "a", "b"], { mode: "c" }), [
    'error: mode: found "c", allowed: "a", "b" (from the provider\'s documentation)',
  ]);
  assert.deepEqual(said(["length", "es", 2, 3], { mode: "🦀" }), [
    "error: mode: found 1 characters, allowed: 2 to 3 characters (from the provider's schema)",
  ]);
  assert.deepEqual(said(["pattern", "eo", "^[a-z]+$"], { mode: 'A"\n\u0001' }), [
    'error: mode: found "A\\"\\n\\u0001", allowed: what matches `^[a-z]+$` (from an override)',
  ]);
  assert.deepEqual(said(["range", "eo", 1, 2.5], { size: 3 }), ["error: size: found 3, allowed: 1 to 2.5 (from an override)"]);
  assert.deepEqual(said(["range", "eo", 1, null], { size: 0 }), ["error: size: found 0, allowed: at least 1 (from an override)"]);
  assert.deepEqual(said(["range", "eo", null, 1], { size: 2 }), ["error: size: found 2, allowed: at most 1 (from an override)"]);
  assert.deepEqual(said(["one_of", "eo", 1, 2.5], { size: 2 }), ["error: size: found 2, allowed: 1, 2.5 (from an override)"]);
  assert.deepEqual(said(["min_items", "eo", 2], { zones: ["x"] }), ["error: zones: found 1 item, allowed: at least 2 (from an override)"]);
  assert.deepEqual(said(["max_items", "eo", 1], { rule: [{}, {}] }), ["error: rule: found 2 items, allowed: at most 1 (from an override)"]);
  assert.deepEqual(said(["range", "eo", 1, 2], { size: 2 }), []);
  assert.deepEqual(said(["min_items", "eo", 2], { rule: [] }), []);
  assert.deepEqual(said(["one_of", "eo", "1", "2.5"], { mode: 2.5 }), []);
  assert.deepEqual(said(["one_of", "eo", "a"], { mode: 1 }), []);
});

test("a place is said in Terraform's form", () => {
  const rules = [
    [0, "zones", [["one_of", "eo", "a"]]],
    [0, "tags", [["one_of", "eo", "a"]]],
    [0, "any", [["one_of", "eo", "a"]]],
    [1, "port_number", [["range", "eo", 1, 9]]],
    [2, "name", [["one_of", "eo", "a"]]],
  ];
  const said = broken({ rules }, {
    zones: ["a", "b"],
    tags: { "k.1": "b" },
    any: { list: ["b"] },
    rule: [{ portNumber: 1 }, { port_number: 10 }],
    single: { portNumber: 11 },
    other: { portNumber: 12 },
    objects: [{ name: "b" }],
  });
  assert.deepEqual(said.map((text) => text.split(": found ")[0]), [
    "error: zones[1]",
    'error: tags["k.1"]',
    'error: any["list"][0]',
    "error: rule[1].port_number",
    "error: single[0].port_number",
    "error: other.port_number",
    "error: objects[0].name",
  ]);
});

test("a rule can hold at one path only", () => {
  const paths = [["single.port_number", [["range", "eo", 1, 9]]]];
  const said = broken({ paths }, { rule: [{ portNumber: 10 }], single: { portNumber: 10 } });
  assert.deepEqual(said, ["error: single[0].port_number: found 10, allowed: 1 to 9 (from an override)"]);
});

test("fields can belong together", () => {
  const said = (check, config) => broken({ rules: [[0, "mode", [[check, "eo", "rule", "size"]]]] }, config);
  const other = new (thing({}))(stack(), "other", {});
  assert.deepEqual(said("conflicts_with", { mode: "a", size: 0, rule: [] }), [
    "error: mode: found it together with `size`, allowed: only one of it and `rule`, `size` (from an override)",
  ]);
  assert.deepEqual(said("conflicts_with", { mode: "a", size: other.size }), []);
  assert.deepEqual(said("required_with", { mode: "a", size: other.size }), [
    "error: mode: found it without `rule`, allowed: it together with `rule` (from an override)",
  ]);
  assert.deepEqual(said("required_with", { size: 1 }), []);
  assert.deepEqual(said("exactly_one_of", { size: 1, rule: [{}] }), [
    "error: mode: found `size`, `rule`, allowed: exactly one of `mode`, `size`, `rule` (from an override)",
  ]);
  assert.deepEqual(said("exactly_one_of", { size: 1, rule: other.rule }), []);
  assert.deepEqual(said("at_least_one_of", { zones: [] }), [
    "error: mode: found none, allowed: at least one of `mode`, `size`, `rule` (from an override)",
  ]);
  assert.deepEqual(said("at_least_one_of", { rule: other.rule }), []);
});

test("one field of a group speaks for all", () => {
  const rules = [[0, "mode", [["exactly_one_of", "eo", "size"]]], [0, "size", [["exactly_one_of", "eo", "mode"]]]];
  assert.deepEqual(broken({ rules }, {}), ["error: mode: found none, allowed: exactly one of `mode`, `size` (from an override)"]);
});

test("what is secret is not shown", () => {
  assert.deepEqual(broken({ rules: [[0, "secret", [["one_of", "eo", "a"]]]] }, { secret: { key: "b" } }), [
    'error: secret[(sensitive)]: found (sensitive), allowed: "a" (from an override)',
  ]);
});

test("what only Terraform will know breaks no rule", () => {
  const rules = [
    [0, "mode", [["one_of", "eo", "a"]]],
    [0, "size", [["range", "eo", 1, 2]]],
    [0, "zones", [["one_of", "eo", "a"], ["min_items", "eo", 2]]],
    [0, "tags", [["one_of", "eo", "a"], ["min_items", "eo", 2]]],
    [0, "rule", [["min_items", "eo", 2]]],
    [1, "port_number", [["range", "eo", 1, 9]]],
  ];
  const Thing = thing({ rules });
  const inStack = stack();
  const other = new Thing(inStack, "other", {});
  const said = (config) => new Thing(inStack, `it${inStack.node.children.length}`, config).node.validate();
  assert.deepEqual(said({ mode: other.mode, size: other.size, zones: other.zones, tags: other.tags, rule: other.rule }), []);
  assert.deepEqual(said({ mode: "${var.mode}", zones: [other.mode, `x-${other.mode}`], tags: { a: "%{ if true }b%{ endif }", b: other.mode } }), []);
  assert.deepEqual(said({ mode: cdktn.Lazy.stringValue({ produce: () => "b" }), size: null }), []);
  assert.deepEqual(said({ rule: [{ portNumber: other.size }, other.single] }), []);
  const blocks = cdktn.TerraformIterator.fromList(["a"]).dynamic({ port_number: 10, path: "x" });
  assert.deepEqual(said({ rule: blocks }), ["error: rule[*].port_number: found 10, allowed: 1 to 9 (from an override)"]);
  const overridden = new Thing(inStack, "overridden", { mode: "b" });
  overridden.addOverride("mode", "a");
  assert.deepEqual(overridden.node.validate(), []);
  const group = thing({ rules: [[0, "mode", [["at_least_one_of", "eo", "size"]]]] });
  const elsewhere = new group(inStack, "elsewhere", {});
  elsewhere.addOverride("size", 1);
  assert.deepEqual(elsewhere.node.validate(), []);
});

test("a construct without rules has no validation, and rules are asked when it is synthesized", () => {
  assert.equal(new (thing({}))(stack(), "it", {}).node._validations, undefined);
  const Thing = thing({ rules: [[0, "mode", [["one_of", "es", "a"]]]] });
  const inStack = stack();
  const it = new Thing(inStack, "it", { mode: "b" });
  it.mode = "a";
  assert.deepEqual(it.node.validate(), []);
});

test("warnings are annotations, and are told once", (context) => {
  const written = context.mock.method(process.stderr, "write", () => true);
  const Thing = thing({ rules: [[0, "mode", [["one_of", "wd", "a"]]]] });
  const it = new Thing(stack(), "it", { mode: "b" });
  const annotations = () => it.node.metadata.filter(({ type }) => type === "@cdktf/warn").map(({ data }) => data);
  const text = 'mode: found "b", allowed: "a" (from the provider\'s documentation)';
  assert.deepEqual([it.node.validate(), it.node.validate()], [[], []]);
  assert.deepEqual(annotations(), [text]);
  const lines = written.mock.calls.map(({ arguments: [line] }) => line).filter((line) => line.startsWith("warning"));
  assert.deepEqual(lines, [`warning: acme_thing.it: ${text}\n`]);
  // The command line prints annotations.
  process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = "true";
  context.after(() => delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS);
  it.mode = "c";
  it.node.validate();
  assert.equal(annotations().length, 2);
  assert.equal(written.mock.calls.filter(({ arguments: [line] }) => line.startsWith("warning")).length, 1);
});

test("an import ID is read in each format", () => {
  const said = (formats, id) => {
    const made = thing({ imports: ["e", formats] }).generateConfigForImport(stack(), "it", id);
    // The library looks for Terraform as well.
    return made.node.validate().find((text) => text.startsWith("error"));
  };
  const pair = ["{api_id}/{id}"];
  assert.equal(said(pair, "a/b"), undefined);
  assert.equal(said(pair, cdktn.Token.asString({ resolve: () => "x" })), undefined);
  assert.equal(said(pair, "a"), "error: `a` is no import ID of acme_thing: as `{api_id}/{id}`, `/` is missing after the part `api_id`");
  assert.equal(said(pair, "/b"), "error: `/b` is no import ID of acme_thing: as `{api_id}/{id}`, the part `api_id` is empty");
  assert.equal(
    said(pair, "a/b/c"),
    "error: `a/b/c` is no import ID of acme_thing: as `{api_id}/{id}`, the part `id` is `b/c`, which contains the separator `/`",
  );
  assert.equal(
    said(["arn:{id}:x", "{id},{name}"], "arn:a,b:x"),
    "error: `arn:a,b:x` is no import ID of acme_thing: as `arn:{id}:x`, the part `id` is `a,b`, which contains the separator `,` of `{id},{name}`; " +
      "as `{id},{name}`, the part `id` is `arn:a`, which contains the separator `arn:` of `arn:{id}:x`",
  );
  assert.equal(said(["x/{id}/y"], "x/a/yz"), "error: `x/a/yz` is no import ID of acme_thing: as `x/{id}/y`, `z` at the end is too much");
  assert.equal(said(["{group}/{+arn}"], "g/arn:a/b"), undefined);
  assert.equal(
    said(["{group}/{+arn}"], "g/"),
    "error: `g/` is no import ID of acme_thing: as `{group}/{+arn}`, the part `arn` is empty",
  );
  assert.equal(said(["x/{id}"], "a"), "error: `a` is no import ID of acme_thing: as `x/{id}`, `x/` is missing");
});

test("an import ID that documentation does not know is warned of", (context) => {
  context.mock.method(process.stderr, "write", () => true);
  const made = thing({ imports: ["w", ["{api_id}/{id}"]] }).generateConfigForImport(stack(), "it", "a");
  assert.deepEqual(made.node.validate().filter((text) => text.includes("import ID")), []);
  assert.deepEqual(made.node.metadata.filter(({ type }) => type === "@cdktf/warn").map(({ data }) => data), [
    "`a` is no import ID of acme_thing: as `{api_id}/{id}`, `/` is missing after the part `api_id`",
  ]);
});

test("an import ID of a resource is checked, too", () => {
  const Thing = thing({ imports: ["e", ["{api_id}/{id}"]] });
  const it = new Thing(stack(), "it", {});
  it.importFrom("a");
  const problems = it.node.validate().filter((text) => text.includes("no import ID"));
  assert.equal(problems.length, 1);
});
