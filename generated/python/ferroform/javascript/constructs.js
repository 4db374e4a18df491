"use strict";

// The four kinds of construct.

const library = require("./library");
const { inputOf, setFields, collectionClass, defineGenericMembers } = require("./fields");
const { fieldToJson, addHcl, storageClass } = require("./mapping");
const { readTable } = require("./table");
const { defineStruct } = require("./references");

const TABLE = Symbol("ferroform.table");

/** What tables were read to, by their JSON text or by the key that they were registered under. */
const tables = new Map();

/** A table that is ready for use: each field knows its class, and `classes` holds the nested classes by name. */
function prepare(source) {
  const table = readTable(source);
  const structs = new Map();
  table.classes = {};
  for (const struct of table.structs) {
    const definition = { name: struct.name };
    // A provider's own configuration can be referred to nowhere, so there is nothing to get.
    if (table.kind !== "provider") Object.assign(definition, defineLazily(struct));
    structs.set(struct.key, definition);
  }
  const shapes = new Set([table.root, ...table.structs.map((struct) => struct.shape)]);
  for (const shape of shapes) for (const field of shape.fields) prepareField(table, field, structs);
  table.defineStructs = () => {
    for (const definition of structs.values()) Object.assign(table.classes, definition.define?.().classes);
    return table.classes;
  };
  return table;
}

/** Defines the classes of a struct when they are first needed. */
function defineLazily(struct) {
  let defined;
  const define = () => (defined ??= defineStruct(struct));
  return { define, create: (owner, field) => define().create(owner, field) };
}

function prepareField(table, field, structs) {
  const struct = structs.get(field.struct);
  field.storageClass = storageClass(field.type, struct?.name);
  field.isPlain = table.kind === "provider";
  if (field.isPlain) return;
  if (struct) {
    field.isNested = true;
    field.create = (owner) => struct.create(owner, field);
  } else {
    const Collection = collectionClass(field, field.storageClass);
    if (Collection) field.create = (owner) => new Collection(owner, field.name, field.type.kind === "set");
  }
}

/** The table behind what Python passes: a key that was registered, or the JSON text. */
function tableOf(source) {
  let table = tables.get(source);
  if (!table) tables.set(source, (table = prepare(source)));
  return table;
}

/** Makes a construct class of a library's class. */
function tableClass(Base, optionsOf) {
  class TableConstruct extends Base {
    /** Lets `key` stand for the JSON text of a table. */
    static register(key, source) {
      tables.set(key, tableOf(source));
    }

    constructor(scope, id, source, config) {
      const table = typeof source === "string" ? tableOf(source) : source;
      super(scope, id, {
        terraformResourceType: table.type,
        terraformGeneratorMetadata: table.generatorMetadata,
        ...optionsOf(table, config),
      });
      this[TABLE] = table;
      setFields(this, table.root, (field) => config[field.property]);
    }

    synthesizeAttributes() {
      const attributes = {};
      for (const field of this[TABLE].root.settable) {
        const value = fieldToJson(field, inputOf(this, field));
        if (value !== undefined) attributes[field.name] = marked(this, field)(value);
      }
      return attributes;
    }

    synthesizeHclAttributes() {
      const attributes = {};
      for (const field of this[TABLE].root.settable) addHcl(attributes, field, inputOf(this, field), marked(this, field));
      return attributes;
    }
  }
  defineGenericMembers(TableConstruct.prototype, (owner) => owner[TABLE].root);
  return TableConstruct;
}

/** Tells the library of write-only values: only some versions of Terraform take them. */
function marked(construct, field) {
  const marks = field.isWriteOnly && construct.markWriteOnlyAttribute;
  return (value) => (marks ? construct.markWriteOnlyAttribute(value) : value);
}

function metaArguments(config) {
  const { provider, dependsOn, count, lifecycle, forEach } = config;
  return { provider, dependsOn, count, lifecycle, forEach };
}

function resourceOptions(table, config) {
  return { ...metaArguments(config), provisioners: config.provisioners, connection: config.connection };
}

const TableResource = named("TableResource", tableClass(library.TerraformResource, resourceOptions));
const TableDataSource = named("TableDataSource", tableClass(library.TerraformDataSource, resourceOptions));
// cdktf was archived before Terraform had ephemeral resources.
const TableEphemeralResource =
  library.TerraformEphemeralResource &&
  named(
    "TableEphemeralResource",
    tableClass(library.TerraformEphemeralResource, (table, config) => metaArguments(config)),
  );
const TableProvider = named(
  "TableProvider",
  tableClass(library.TerraformProvider, (table) => ({ terraformProviderSource: table.providerSource })),
);

function named(name, cls) {
  return Object.defineProperty(cls, "name", { value: name });
}

const CLASSES = {
  resource: TableResource,
  data: TableDataSource,
  ephemeral: TableEphemeralResource,
  provider: TableProvider,
};

module.exports = { TableResource, TableDataSource, TableEphemeralResource, TableProvider, CLASSES, prepare };
