"use strict";

// Constructs and functions from tables. TypeScript bindings call `define…`; Python bindings create the `Table…` classes through jsii.
// How a table is written is said in `table.js`.

const { CLASSES, TABLE, TableResource, TableDataSource, TableEphemeralResource, TableProvider, prepare, importable } = require("./constructs");
const { defineMembers } = require("./fields");
const { defineFunctions, addFunctions } = require("./functions");
const { shapeToJson, shapeToHcl } = require("./mapping");
const { TableObject, TableList, TableMap, TableMapList, extend } = require("./references");

/**
 * Adds every class and function of a construct's module to `exports`, which is returned. `aliases` are further names of nested
 * classes, each with the name in the table.
 */
function define(source, aliases = [], exports = {}) {
  const table = prepare(source);
  exports[table.name] = constructClass(table);
  const structs = new Map();
  for (const struct of table.structs) {
    structs.set(struct.name, struct);
    exportStruct(exports, table, struct, struct.name);
  }
  for (const [alias, name] of aliases) exportStruct(exports, table, structs.get(name), alias);
  return exports;
}

function exportStruct(exports, { kind }, struct, name) {
  const prefix = name[0].toLowerCase() + name.slice(1);
  exports[`${prefix}ToTerraform`] = struct.toTerraform ??= (value) => shapeToJson(struct.shape, value);
  exports[`${prefix}ToHclTerraform`] = struct.toHclTerraform ??= (value) => shapeToHcl(struct.shape, value);
  if (kind === "provider") return;
  for (const cls of struct.classes()) exports[name + cls.name.slice(struct.name.length)] = cls;
}

function constructClass(table) {
  const canBeEmpty = table.root.fields.every((field) => !field.isRequired);
  const cls = class extends CLASSES[table.kind] {
    constructor(scope, id, config = canBeEmpty ? {} : undefined) {
      super(scope, id, table, config);
    }
  };
  Object.defineProperty(cls, "name", { value: table.name });
  cls.tfResourceType = table.type;
  if (table.kind !== "ephemeral") {
    cls.generateConfigForImport = (scope, importToId, importFromId, provider) =>
      importable(table, scope, importToId, importFromId, provider);
  }
  cls.prototype[TABLE] = table;
  defineMembers(cls.prototype, table.root);
  return cls;
}

module.exports = { define, extend, defineFunctions, addFunctions, importable, TableObject, TableList, TableMap, TableMapList, TableResource, TableDataSource, TableEphemeralResource, TableProvider };
