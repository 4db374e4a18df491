"use strict";

// The four kinds of construct.

const library = require("./library");
const { inputOf, setField, setFields, collectionClass, defineGenericMembers } = require("./fields");
const { fieldToJson, addHcl, blockRecord, storageClass } = require("./mapping");
const { checkRules, checkImportId } = require("./reports");
const { readTable } = require("./table");
const { structClasses } = require("./references");

const TABLE = Symbol("ferroform.table");

/** What tables were read to, by their JSON text or by the key that they were registered under. */
const tables = new Map();

/** A table that is ready for use: each field knows its class. */
function prepare(source) {
  const structs = new Map();
  const table = readTable(source, (field) => prepareField(field, table.kind, structs.get(field.struct)));
  for (const struct of table.structs) {
    struct.classes = () => (struct.knownClasses ??= structClasses(struct));
    structs.set(struct.key, struct);
  }
  return table;
}

function prepareField(field, kind, struct) {
  field.storageClass = storageClass(field.type, struct?.name);
  // Nothing refers to the configuration of a provider: reading a field of it gives what was set.
  field.isPlain = kind === "provider";
  if (field.isPlain) return;
  field.isNested = struct !== undefined;
  const isSet = field.type.kind === "set";
  if (struct) {
    field.create = (owner) => new (struct.classes().at(-1))(owner, field.name, isSet);
  } else {
    const Collection = collectionClass(field, field.storageClass);
    if (Collection) field.create = (owner) => new Collection(owner, field.name, isSet);
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
      super(scope, id, optionsOf(table, config));
      if (this[TABLE] !== table) this[TABLE] = table;
      setFields(this, table.root, config, false);
      checkRules(this, table);
    }

    synthesizeAttributes() {
      const attributes = {};
      for (const field of this[TABLE].root.settable) {
        const value = fieldToJson(field, inputOf(this, field));
        if (value !== undefined) attributes[field.name] = mark(this, field, value);
      }
      return escaped(attributes, this[TABLE].kind, (block) => block);
    }

    synthesizeHclAttributes() {
      const attributes = {};
      for (const field of this[TABLE].root.settable) {
        addHcl(attributes, field, inputOf(this, field), (value) => mark(this, field, value));
      }
      return escaped(attributes, this[TABLE].kind, blockRecord);
    }
  }
  defineGenericMembers(TableConstruct.prototype, (owner) => owner[TABLE].root);
  return TableConstruct;
}

/** Tells the library of write-only values: only some versions of Terraform take them. */
function mark(construct, field, value) {
  return field.isWriteOnly && construct.markWriteOnlyAttribute ? construct.markWriteOnlyAttribute(value) : value;
}

/** What Terraform reads as its own in resources, data sources and ephemeral resources, or keeps for itself. */
const RESERVED = ["_", "connection", "count", "depends_on", "for_each", "lifecycle", "locals", "provider", "provisioner"];

/**
 * Moves what a provider calls by one of Terraform's names to a block `_`: what stands there, Terraform takes for the provider's.
 * In configurations of providers the library would change the name of such a block.
 */
function escaped(attributes, kind, toBlock) {
  const found = RESERVED.filter((name) => Object.hasOwn(attributes, name));
  if (found.length === 0 || kind === "provider") return attributes;
  const block = {};
  for (const name of found) {
    block[name] = attributes[name];
    delete attributes[name];
  }
  return { ...attributes, _: toBlock(block) };
}

function resourceOptions(table, config) {
  return {
    terraformResourceType: table.type,
    terraformGeneratorMetadata: table.generatorMetadata,
    provider: config.provider,
    dependsOn: config.dependsOn,
    count: config.count,
    lifecycle: config.lifecycle,
    provisioners: config.provisioners,
    connection: config.connection,
    forEach: config.forEach,
  };
}

function providerOptions(table) {
  return {
    terraformResourceType: table.type,
    terraformGeneratorMetadata: table.generatorMetadata,
    terraformProviderSource: table.providerSource,
  };
}

const TableResource = named("TableResource", class extends tableClass(library.TerraformResource, resourceOptions) {
  importFrom(id, provider) {
    super.importFrom(id, provider);
    checkImportId(this, this[TABLE], id);
  }
});
const TableDataSource = named("TableDataSource", tableClass(library.TerraformDataSource, resourceOptions));
// cdktf was archived before Terraform had ephemeral resources.
const TableEphemeralResource =
  library.TerraformEphemeralResource &&
  named("TableEphemeralResource", tableClass(library.TerraformEphemeralResource, resourceOptions));
const TableProvider = named("TableProvider", tableClass(library.TerraformProvider, providerOptions));
// The library asks for it to refer to a provider.
Object.defineProperty(TableProvider.prototype, "alias", {
  get() { return inputOf(this, this[TABLE].root.byProperty.get("alias")); },
  set(value) { setField(this, this[TABLE].root.byProperty.get("alias"), value); },
  configurable: true,
});

/** The `import` block for something that exists already, with configuration that Terraform writes. */
function importable(source, scope, id, importId, provider) {
  const table = typeof source === "string" ? tableOf(source) : source;
  const made = new library.ImportableResource(scope, id, { terraformResourceType: table.type, importId, provider });
  checkImportId(made, table, importId);
  return made;
}

function named(name, cls) {
  return Object.defineProperty(cls, "name", { value: name });
}

const CLASSES = {
  resource: TableResource,
  data: TableDataSource,
  ephemeral: TableEphemeralResource,
  provider: TableProvider,
};

module.exports = { TableResource, TableDataSource, TableEphemeralResource, TableProvider, CLASSES, TABLE, prepare, importable };
