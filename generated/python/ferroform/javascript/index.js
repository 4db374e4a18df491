"use strict";

// Constructs from tables. TypeScript bindings call `define`; Python bindings create the `Table…` classes through jsii.
// How a table is written is said in `table.js`.

const library = require("./library");
const { CLASSES, prepare, ...constructs } = require("./constructs");
const { defineMembers } = require("./fields");
const { shapeToJson, shapeToHcl } = require("./mapping");
const { TableObject, TableList, TableMap, TableMapList } = require("./references");

/** Every class and function of a construct's module, by name. */
function define(source) {
  const table = prepare(source);
  const definitions = { [table.name]: constructClass(table), ...table.defineStructs() };
  for (const { name, shape } of table.structs) {
    const prefix = name[0].toLowerCase() + name.slice(1);
    definitions[`${prefix}ToTerraform`] = (value) => shapeToJson(shape, value);
    definitions[`${prefix}ToHclTerraform`] = (value) => shapeToHcl(shape, value);
  }
  return definitions;
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
      new library.ImportableResource(scope, importToId, { terraformResourceType: table.type, importId: importFromId, provider });
  }
  defineMembers(cls.prototype, table.root);
  return cls;
}

module.exports = { define, TableObject, TableList, TableMap, TableMapList, ...constructs };
