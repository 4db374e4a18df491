"use strict";

// Reads tables. A table is the JSON that the generator writes for one construct:
//
//   kind      "resource", "data", "ephemeral" or "provider"
//   type      Terraform's name, such as "aws_vpc"
//   name      the construct's class
//   provider  [name, version or null, version constraint or null, source]
//   shapes    [origin, fields] each; the construct's own shape comes first. Origin "o" is an `object({…})` type, where
//             Terraform wants every key; "b" is a block and "n" the object of a nested attribute, where it does not.
//   structs   [class name, shape, nesting, 1 if only the provider sets it] each: the nested classes
//   rules     [shape, field, rules] each, if there are any: of a field wherever its shape is used
//   paths     [path, rules] each, if there are any: of the field at a path from the construct, in dots
//   imports   [severity, formats], if formats of the import ID are known, such as `{api_id}/{id}`
//
// A rule is [check, severity and source, …what it allows], such as `["range","wd",1,null]`. Checks are called as in overrides.
//
//   severity  e error, w warning
//   source    s schema, d documentation, o override
//
// and a field is [Terraform's name, property, type code, flags, names of methods that are not the usual ones]:
//
//   s n b a       string, number, bool, any
//   l… t… m…      list, set, map of the type that follows
//   u(…,…)        tuple
//   o3            object of shape 3
//   L3 T3 M3      nested blocks of shape 3 as list, set, map; S3 and G3 a single one
//   L3! T3!       nested blocks of which there is at most one: the value is that one
//
//   flags         r required, o optional, c computed, s sensitive, w write-only

const PRIMITIVES = { s: "string", n: "number", b: "boolean", a: "any" };
const COLLECTIONS = { l: "list", t: "set", m: "map", L: "list", T: "set", M: "map" };

/** Parses one type code. Types of the same code are one object within a table. */
class TypeReader {
  constructor(shapes) {
    this.shapes = shapes;
    this.types = new Map();
  }

  type(code) {
    let type = this.types.get(code);
    if (!type) {
      this.code = code;
      this.at = 0;
      type = this.next();
      if (code.endsWith("!")) type = { ...type, single: true };
      this.types.set(code, type);
    }
    return type;
  }

  next() {
    const letter = this.code[this.at++];
    if (letter in PRIMITIVES) return { kind: PRIMITIVES[letter] };
    if ("ltm".includes(letter)) return { kind: COLLECTIONS[letter], element: this.next() };
    if (letter === "u") return { kind: "tuple", elements: this.elements() };
    const object = { kind: "object", shape: this.shape() };
    return letter in COLLECTIONS ? { kind: COLLECTIONS[letter], element: object } : object;
  }

  elements() {
    const elements = [];
    this.at++;
    while (this.code[this.at] !== ")") {
      if (this.code[this.at] === ",") this.at++;
      else elements.push(this.next());
    }
    this.at++;
    return elements;
  }

  shape() {
    const start = this.at;
    while (this.code[this.at] >= "0" && this.code[this.at] <= "9") this.at++;
    return this.shapes[Number(this.code.slice(start, this.at))];
  }
}

function readField(row, types, takesBlocks) {
  const [name, property, code, flags, methods] = row;
  const capital = property[0].toUpperCase() + property.slice(1);
  const type = types.type(code);
  return {
    name,
    property,
    type,
    isNestedBlock: code[0] < "a",
    isExpression: isExpression(code, type, takesBlocks),
    isSettable: flags.includes("r") || flags.includes("o"),
    isRequired: flags.includes("r"),
    isComputed: flags.includes("c"),
    isWriteOnly: flags.includes("w"),
    isSecret: flags.includes("s") || flags.includes("w"),
    put: `put${capital}`,
    reset: `reset${capital}`,
    input: `${property}Input`,
    ...methods,
    struct: structKey(type, flags),
  };
}

/**
 * Whether HCL has to write a value as an expression: the library renders blocks, primitives and plain collections of them.
 * Terraform takes blocks for a list or set of `object({…})` too, and they are easier to read; but not where the schema has
 * nested attributes.
 */
function isExpression(code, { kind, element }, takesBlocks) {
  if (code[0] <= "Z") return false;
  if (kind === "list" || kind === "set") return isNested(element.kind) && !(takesBlocks && element.shape?.wantsEveryKey);
  return kind === "map" ? isNested(element.kind) : isNested(kind);
}

function isNested(kind) {
  return !["string", "number", "boolean"].includes(kind);
}

/** Which nested class a field has: its shape, how values are collected, and whether only the provider sets them. */
function structKey(type, flags) {
  let nesting = "";
  let at = type;
  for (; at.element; at = at.element) nesting += at.kind === "map" ? "m" : at.kind === "set" && nesting ? "t" : "l";
  if (at.kind !== "object") return undefined;
  return keyOf(at.shape.index, type.single ? "!" : nesting, flags.replace(/[sw]/g, "") === "c");
}

function keyOf(shape, nesting, isComputedOnly) {
  return `${shape}${nesting}${isComputedOnly ? "c" : ""}`;
}

const SEVERITIES = { e: "error", w: "warning" };
const SOURCES = { s: "the provider's schema", d: "the provider's documentation", o: "an override" };

function readRule([check, [severity, source], ...values]) {
  return { check, severity: SEVERITIES[severity], source: SOURCES[source], values };
}

/** The rules of rows by the names that lead to them: `{ rules, fields }`, where `fields` has the same for each name. */
function readPaths(rows) {
  const root = { rules: [], fields: new Map() };
  for (const [path, rules] of rows) {
    let at = root;
    for (const name of path.split(".")) {
      if (!at.fields.has(name)) at.fields.set(name, { rules: [], fields: new Map() });
      at = at.fields.get(name);
    }
    at.rules = rules.map(readRule);
  }
  return root;
}

/** One shape of a table. Its fields are read when they are first asked for: most nested blocks are never used. */
class Shape {
  constructor(index, [origin, rows], read, shapes) {
    this.index = index;
    this.shapes = shapes;
    /** Terraform wants a value for every key, be it `null`. */
    this.wantsEveryKey = origin === "o";
    this.rows = rows;
    this.read = read;
    /** The rules of fields by their names. */
    this.rules = new Map();
  }

  get fields() {
    return (this.known ??= this.rows.map((row, position) => this.read(row, position, this.rules)));
  }

  /** The fields that a configuration can set. */
  get settable() {
    return (this.knownSettable ??= this.fields.filter((field) => field.isSettable));
  }

  /** Those of them that have a rule, or lead to some that do. */
  get ruled() {
    return (this.knownRuled ??= this.settable.filter(({ index }) => this.isRuled(this.rows[index])));
  }

  /** Whether the field of a row is one of these. No fields are read for that. */
  isRuled([name, , code]) {
    return this.rules.has(name) || (code.match(/\d+/g) ?? []).some((shape) => this.shapes[shape].hasRules);
  }

  get hasRules() {
    return (this.knownHasRules ??= this.rows.some((row) => this.isRuled(row)));
  }

  get byProperty() {
    return (this.knownByProperty ??= new Map(this.fields.map((field) => [field.property, field])));
  }
}

/**
 * Turns a table, JSON text or what it parses to, into what the rest of the runtime works with. `prepare` is called for every
 * field that is read.
 */
function readTable(source, prepare) {
  const table = typeof source === "string" ? JSON.parse(source) : source;
  const { kind, type, name, provider, shapes: rows, structs, rules = [], paths = [], imports = ["e", []] } = table;
  const takesBlocks = rows.every(([origin]) => origin !== "n");
  const read = (row, position, shapeRules) => {
    const field = readField(row, types, takesBlocks);
    field.index = position;
    field.rules = shapeRules.get(field.name) ?? [];
    prepare(field);
    return field;
  };
  const shapes = [];
  for (const [index, row] of rows.entries()) shapes.push(new Shape(index, row, read, shapes));
  const types = new TypeReader(shapes);
  for (const [shape, field, fieldRules] of rules) shapes[shape].rules.set(field, fieldRules.map(readRule));
  const [providerName, providerVersion, providerVersionConstraint, providerSource] = provider;
  return {
    kind,
    type,
    name,
    providerSource,
    generatorMetadata: {
      providerName,
      providerVersion: providerVersion ?? undefined,
      providerVersionConstraint: providerVersionConstraint ?? undefined,
    },
    root: shapes[0],
    hasRules: rules.length + paths.length > 0,
    pathRules: paths.length > 0 ? readPaths(paths) : undefined,
    imports: { severity: SEVERITIES[imports[0]], formats: imports[1] },
    structs: structs.map(([structName, shape, nesting, isComputedOnly]) => ({
      key: keyOf(shape, nesting, Boolean(isComputedOnly)),
      name: structName,
      shape: shapes[shape],
      nesting,
      /** Whether a reference cannot stand for a whole object: it is one item of a list, or nothing can be given. */
      isClass: nesting === "!" || Boolean(isComputedOnly),
    })),
  };
}

module.exports = { readTable };
