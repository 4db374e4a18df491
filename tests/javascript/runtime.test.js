"use strict";

// The runtime on tables written by hand. A table's form is described in `templates/typescript/runtime/table.js`.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const cdktn = require("cdktn");
const { define, TableProvider, TableResource } = require("./providers/.runtime");

/** The table of a resource with these shapes, given as rows of fields, and nested classes. */
function table(shapes, structs = [], more = {}) {
  return {
    kind: "resource",
    type: "acme_thing",
    name: "Thing",
    provider: ["acme", "1.2.3", "~> 1.0", "acme/acme"],
    shapes: shapes.map((rows) => (typeof rows[0] === "string" ? rows : ["b", rows])),
    structs,
    ...more,
  };
}

function stack() {
  return new cdktn.TerraformStack(cdktn.Testing.app({ stackTraces: false }), "stack");
}

/** What a construct, called `it`, is in `cdk.tf.json`. */
function synthesized(inStack, kind = "resource", type = "acme_thing") {
  return JSON.parse(cdktn.Testing.synth(inStack))[kind][type].it;
}

/** What the last resource of a stack is in HCL, line by line. */
function hcl(inStack) {
  const [, last] = cdktn.Testing.synthHcl(inStack).split('resource "acme_thing" "it" {\n');
  return last.trim().split("\n").slice(0, -1);
}

/** What a token stands for. */
function resolved(inStack, value) {
  const resolver = new cdktn.DefaultTokenResolver(new cdktn.StringConcat());
  return cdktn.Tokenization.resolve(value, { scope: inStack, preparing: false, resolver });
}

const simple = table([[
  ["name", "name", "s", "r"],
  ["size", "size", "n", "o"],
  ["is_open", "isOpen", "b", "oc"],
  ["zones", "zones", "ts", "o"],
  ["tags", "tags", "ms", "o"],
  ["any", "any", "a", "o"],
  ["made", "made", "ms", "c"],
]]);

test("what is set is synthesized under Terraform's names, and nothing else", () => {
  const { Thing } = define(simple);
  const inStack = stack();
  const it = new Thing(inStack, "it", { name: "a", isOpen: false, tags: { k: "v" }, any: [1, "two"], count: 2 });
  it.size = 3;
  it.zones = ["x"];
  it.resetZones();
  assert.deepEqual(synthesized(inStack), { name: "a", size: 3, is_open: false, tags: { k: "v" }, any: [1, "two"], count: 2 });
  assert.equal(it.sizeInput, 3);
  assert.equal(it.zonesInput, undefined);
  assert.equal(Thing.name, "Thing");
  assert.equal(Thing.tfResourceType, "acme_thing");
  assert.equal(it.resetName, undefined);
});

test("a required argument has to be given", () => {
  const { Thing } = define(simple);
  assert.throws(() => new Thing(stack(), "it"), TypeError);
});

test("reading a field gives a token for what Terraform will know", () => {
  const { Thing } = define(simple);
  const inStack = stack();
  const it = new Thing(inStack, "it", { name: "a" });
  const read = (value) => resolved(inStack, value);
  assert.equal(typeof it.name, "string");
  assert.equal(typeof it.size, "number");
  assert.ok(Array.isArray(it.zones));
  assert.equal(read(it.name), "${acme_thing.it.name}");
  assert.equal(read(it.size), "${acme_thing.it.size}");
  assert.equal(read(it.isOpen), "${acme_thing.it.is_open}");
  assert.equal(read(it.zones), "${tolist(acme_thing.it.zones)}");
  assert.ok(it.made instanceof cdktn.StringMap);
  assert.equal(read(it.made.lookup("k")), '${acme_thing.it.made["k"]}');
});

const nested = table(
  [
    [["single", "single", "L1!", "o"], ["list", "list", "L1", "o"], ["labelled", "labelled", "M1", "o"], ["timeouts", "timeouts", "S1", "o"]],
    [["port", "port", "n", "r"], ["path", "path", "s", "o"], ["id", "id", "s", "c"]],
  ],
  [["ThingSingle", 1, "!"], ["ThingList", 1, "l"], ["ThingLabelled", 1, "m"], ["ThingTimeouts", 1, ""]],
);

test("nested blocks are one value, lists, maps by their label", () => {
  const { Thing } = define(nested);
  const inStack = stack();
  const it = new Thing(inStack, "it", { single: { port: 1 }, list: [{ port: 2, path: "/" }], labelled: { a: { port: 3 } } });
  it.putTimeouts({ port: 4 });
  assert.deepEqual(synthesized(inStack), {
    single: { port: 1 },
    list: [{ port: 2, path: "/" }],
    labelled: { a: { port: 3 } },
    timeouts: { port: 4 },
  });
  assert.deepEqual(hcl(inStack), [
    "single {", "port = 1", "}",
    "list {", "port = 2", 'path = "/"', "}",
    'labelled "a" {', "port = 3", "}",
    "timeouts {", "port = 4", "}",
  ]);
});

test("a nested object remembers what was set on it", () => {
  const { Thing, ThingSingleOutputReference } = define(nested);
  const inStack = stack();
  const it = new Thing(inStack, "it", { single: { port: 1, path: "/" } });
  assert.ok(it.single instanceof ThingSingleOutputReference);
  assert.equal(it.single, it.single);
  it.single.port = 2;
  it.single.resetPath();
  assert.deepEqual(it.singleInput, { port: 2 });
  it.resetSingle();
  assert.equal(it.singleInput, undefined);
  it.putSingle({});
  assert.deepEqual(it.singleInput, {});
  assert.deepEqual(synthesized(inStack), { single: {} });
});

test("references lead through lists, sets and maps", () => {
  const { Thing } = define(table(
    [
      [["list", "list", "L1", "o"], ["set", "set", "T1", "o"], ["map", "map", "mo1", "c"], ["lists", "lists", "mlo1", "c"], ["maps", "maps", "lmo1", "c"], ["single", "single", "L1!", "o"]],
      [["id", "id", "s", "c"]],
    ],
    [["ThingItem", 1, "l"], ["ThingMap", 1, "m", 1], ["ThingLists", 1, "ml", 1], ["ThingMaps", 1, "lm", 1], ["ThingSingle", 1, "!"]],
  ));
  const inStack = stack();
  const it = new Thing(inStack, "it", {});
  const read = (value) => resolved(inStack, value);
  assert.equal(read(it.single.id), "${acme_thing.it.single[0].id}");
  assert.equal(read(it.list.get(1).id), "${acme_thing.it.list[1].id}");
  assert.equal(read(it.set.get(1).id), "${tolist(acme_thing.it.set).1.id}");
  assert.equal(read(it.map.get("k").id), '${acme_thing.it.map["k"].id}');
  assert.equal(read(it.map.get('"k"').id), '${acme_thing.it.map["k"].id}');
  assert.equal(read(it.lists.get("k").get(0).id), '${acme_thing.it.lists["k"][0].id}');
  assert.equal(read(it.maps.get(0).get("k").id), '${acme_thing.it.maps[0]["k"].id}');
  assert.equal(it.map.constructor.name, "ThingMapMap");
  assert.equal(it.maps.constructor.name, "ThingMapsMapList");
});

test("a reference can stand for a nested object", () => {
  const { Thing } = define(nested);
  const inStack = stack();
  const other = new Thing(inStack, "other", {});
  new Thing(inStack, "it", { list: other.list, timeouts: other.timeouts });
  assert.deepEqual(synthesized(inStack), { list: "${acme_thing.other.list}", timeouts: "${acme_thing.other.timeouts}" });
});

test("an iterator makes dynamic blocks of nested blocks", () => {
  const { Thing } = define(nested);
  const inStack = stack();
  const iterator = cdktn.TerraformIterator.fromList(["a", "b"]);
  new Thing(inStack, "it", { list: iterator.dynamic({ path: iterator.value }) });
  assert.deepEqual(synthesized(inStack), {
    dynamic: { list: { for_each: '${toset(["a", "b"])}', iterator: "each", content: { path: "${each.value}" } } },
  });
});

test("an object type has all its keys, be they null", () => {
  const { Thing } = define(table(
    [[["rule", "rule", "lo1", "o"]], ["o", [["port", "port", "n", "o"], ["tags", "tags", "ms", "o"], ["to", "to", "s", "c"]]]],
    [["ThingRule", 1, "l"]],
  ));
  const inStack = stack();
  new Thing(inStack, "it", { rule: [{ port: 1 }] });
  assert.deepEqual(synthesized(inStack), { rule: [{ port: 1, tags: null }] });
  assert.deepEqual(hcl(inStack), ["rule {", "port = 1", "tags = null", "}"]);
});

test("HCL writes nested attributes as expressions", () => {
  const { Thing } = define(table(
    [[["one", "one", "o1", "o"], ["many", "many", "mo1", "o"], ["matrix", "matrix", "lln", "o"]], ["n", [["text", "text", "s", "o"]]]],
    [["ThingOne", 1, ""], ["ThingMany", 1, "m"]],
  ));
  const inStack = stack();
  const other = new Thing(inStack, "other", {});
  new Thing(inStack, "it", { one: { text: `[{"a":"b"}] ${other.one.text} "\n` }, many: { k: { text: "123" } }, matrix: [[1], [2]] });
  assert.deepEqual(hcl(inStack), [
    "one = {", 'text = "[{\\"a\\":\\"b\\"}] ${acme_thing.other.one.text} \\"\\n"', "}",
    "many = {", "k = {", 'text = "123"', "}", "}",
    "matrix = [", "[", "1,", "],", "[", "2,", "],", "]",
  ]);
});

test("nested values are taken under Terraform's own names too", () => {
  const { Thing } = define(table(
    [[["rule", "rule", "L1!", "o"]], [["is_open", "isOpen", "b", "o"], ["constructor", "constructorAttribute", "s", "o"], ["inner", "inner", "L1", "o"]]],
    [["ThingRule", 1, "!"], ["ThingRuleInner", 1, "l"]],
  ));
  const inStack = stack();
  new Thing(inStack, "it", { rule: { is_open: true, inner: [{ is_open: false }] } });
  assert.deepEqual(synthesized(inStack), { rule: { is_open: true, inner: [{ is_open: false }] } });
});

test("what the schema does not describe is passed on", () => {
  const { Thing } = define(table([[["rule", "rule", "L1", "o"]], []], [["ThingRule", 1, "l"]]));
  const inStack = stack();
  const rule = [{ name: "first", match: { path: "/", ports: [80], tags: [["a"]] } }, { action: [{ order: 1 }, {}] }, {}];
  new Thing(inStack, "it", { rule });
  assert.deepEqual(synthesized(inStack), { rule });
  assert.deepEqual(hcl(inStack), [
    "rule {", 'name = "first"', "match {", 'path = "/"', "ports = [", "80,", "]", "tags = [", "[", '"a",', "],", "]", "}", "}",
    "rule {", "action {", "order = 1", "}", "action {", "", "}", "}",
    "rule {", "", "}",
  ]);
});

test("what a provider calls like a meta-argument stands where Terraform takes it for the provider's", () => {
  const { Thing } = define(table(
    [[["count", "countAttribute", "n", "o"], ["lifecycle", "lifecycleAttribute", "L1!", "o"], ["name", "name", "s", "o"]], [["days", "days", "n", "o"]]],
    [["ThingLifecycle", 1, "!"]],
  ));
  const inStack = stack();
  new Thing(inStack, "it", { countAttribute: 3, lifecycleAttribute: { days: 7 }, name: "x", count: 2 });
  assert.deepEqual(synthesized(inStack), { _: { count: 3, lifecycle: { days: 7 } }, name: "x", count: 2 });
  assert.deepEqual(hcl(inStack), ['name = "x"', "_ {", "count = 3", "lifecycle {", "days = 7", "}", "}", "count = 2"]);
});

test("a write-only value needs a Terraform that knows such", () => {
  const { Thing } = define(table([[["secret", "secret", "s", "osw"]]]));
  const inStack = stack();
  const it = new Thing(inStack, "it", { secret: "s" });
  let marked = 0;
  it.markWriteOnlyAttribute = (value) => (marked++, value);
  assert.deepEqual(synthesized(inStack), { secret: "s" });
  it.resetSecret();
  synthesized(inStack);
  assert.equal(marked, 1);
});

test("constructs can be imported and moved", () => {
  const { Thing } = define(nested);
  const inStack = stack();
  new Thing(inStack, "it", {}).importFrom("the-id");
  new Thing(inStack, "target", {}).addMoveTarget("here");
  new Thing(inStack, "old", {}).moveTo("here");
  Thing.generateConfigForImport(inStack, "found", "its-id");
  const configuration = JSON.parse(cdktn.Testing.synth(inStack));
  assert.deepEqual(configuration.import, [{ id: "the-id", to: "acme_thing.it" }, { id: "its-id", to: "acme_thing.found" }]);
  assert.deepEqual(configuration.moved, [{ from: "acme_thing.old", to: "acme_thing.target" }]);
});

test("a provider is chosen by its alias", () => {
  const source = table([[["region", "region", "s", "o"], ["alias", "alias", "s", "o"]]], [], { kind: "provider", type: "acme", name: "AcmeProvider" });
  const { AcmeProvider } = define(source);
  const inStack = stack();
  const second = new AcmeProvider(inStack, "second", { region: "x", alias: "second" });
  assert.equal(second.region, "x");
  const { Thing } = define(nested);
  new Thing(inStack, "it", { provider: second });
  assert.equal(synthesized(inStack).provider, "acme.second");
  assert.deepEqual(JSON.parse(cdktn.Testing.synth(inStack)).provider, { acme: [{ region: "x", alias: "second" }] });
  const generic = new TableProvider(inStack, "generic", JSON.stringify(source), { alias: "generic" });
  assert.equal(resolved(inStack, generic.fqn), "acme.generic");
});

test("Python reaches fields by property", () => {
  TableResource.register("nested", JSON.stringify(nested));
  const inStack = stack();
  const it = new TableResource(inStack, "it", "nested", { single: { port: 1 } });
  assert.equal(it.get_field("single"), it.get_field("single"));
  it.get_field("single").set_field("path", "/");
  it.set_field("list", [{ port: 2 }]);
  it.reset_field("list");
  assert.deepEqual(it.input_field("single"), { port: 1, path: "/" });
  assert.deepEqual(synthesized(inStack), { single: { port: 1, path: "/" } });
  assert.throws(() => it.get_field("nothing"), /has no property nothing/);
});

test("equal shapes are one class under several names", () => {
  const module = define(nested, [["ThingTwin", "ThingSingle"]]);
  assert.equal(module.ThingTwinOutputReference, module.ThingSingleOutputReference);
  assert.deepEqual(module.thingTwinToTerraform({ port: 1 }), { port: 1 });
});

test("a program's own class extends a construct and overrides its members", () => {
  const { Thing } = define(simple);
  class OwnThing extends Thing {
    constructor(scope, id, config) {
      super(scope, id, { ...config, size: 2 });
      this.isOpen = true;
    }
    get name() { return super.name; }
    set name(value) { super.name = value.toUpperCase(); }
  }
  const inStack = stack();
  const it = new OwnThing(inStack, "it", { name: "given" });
  assert.ok(it instanceof OwnThing && it instanceof Thing && it instanceof cdktn.TerraformResource);
  assert.equal(OwnThing.tfResourceType, "acme_thing");
  assert.deepEqual(resolved(inStack, it.name), "${acme_thing.it.name}");
  it.name = "changed";
  assert.deepEqual(synthesized(inStack), { name: "CHANGED", size: 2, is_open: true });
});
