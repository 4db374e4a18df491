"use strict";

// Turns configuration values into what Terraform reads: `cdk.tf.json`, or the attribute records that the library renders
// as HCL (`SYNTH_HCL_OUTPUT=true`).

const library = require("./library");
const { expression } = require("./expression");

const same = (value) => value;

/** How values of a type become JSON. `isNestedBlock` makes dynamic expressions dynamic blocks. */
function toJson(type, isNestedBlock = false) {
  return (type.toJson ??= mapper(type, isNestedBlock, library.listMapper, library.hashMapper, toJson, shapeToJson));
}

/** How values of a type become the inside of an attribute record. */
function toHcl(type, isNestedBlock = false) {
  return (type.toHcl ??= mapper(type, isNestedBlock, library.listMapperHcl, library.hashMapperHcl, toHcl, shapeToHcl));
}

function mapper(type, isNestedBlock, list, map, inner, shape) {
  switch (type.kind) {
    case "list":
    case "set":
      return type.single ? inner(type.element) : list(inner(type.element), isNestedBlock);
    case "map":
      return map(inner(type.element));
    case "tuple": {
      const elements = type.elements.map((element) => inner(element));
      return list((value, index) => (elements[index] ?? same)(value), false);
    }
    case "object":
      return (value) => shape(type.shape, value);
    default:
      return same;
  }
}

/** Whether a value stands for itself: nothing, or something that Terraform will know. */
function isWhole(value) {
  if (value === undefined || value === null || library.Tokenization.isResolvable(value)) return true;
  if (library.isComplexElement(value)) {
    throw new Error(
      "A complex element was used as configuration, this is not supported: https://cdktn.io/docs/concepts/resources#references",
    );
  }
  return false;
}

/**
 * What a nested value holds for a field. Terraform's own name is taken too: some nested values have no types in the bindings
 * that `cdktn get` writes, and programs give them as Terraform has them.
 */
function valueOf(field, value) {
  const given = value[field.property];
  return given === undefined && Object.hasOwn(value, field.name) ? value[field.name] : given;
}

/** The nested value of a shape as JSON. */
function shapeToJson(shape, value) {
  // Where the schema names nothing, what is given is passed on: Terraform says whether it takes it.
  if (isWhole(value) || shape.fields.length === 0) return value;
  const result = {};
  for (const field of shape.settable) {
    const mapped = fieldToJson(field, valueOf(field, value));
    if (mapped !== undefined) result[field.name] = mapped;
    else if (shape.wantsEveryKey) result[field.name] = null;
  }
  return result;
}

/** The nested value of a shape as attribute records. */
function shapeToHcl(shape, value) {
  if (isWhole(value)) return value;
  if (shape.fields.length === 0) return isObject(value) ? undescribedToHcl(value) : value;
  const result = {};
  for (const field of shape.settable) {
    const given = valueOf(field, value);
    addHcl(result, field, given === undefined && shape.wantsEveryKey ? null : given);
  }
  return result;
}

/** What the schema does not describe as attribute records. It is given for a block, so objects within it are blocks too. */
function undescribedToHcl(value) {
  const records = {};
  for (const [name, item] of Object.entries(value)) {
    const items = Array.isArray(item) ? item : [item];
    if (items.length > 0 && items.every(isObject)) {
      records[name] = { value: items.map(undescribedToHcl), isBlock: true, type: "list", storageClassType: "structList" };
    } else if (item !== undefined) {
      records[name] = expressionRecord(item);
    }
  }
  return records;
}

function isObject(value) {
  return typeof value === "object" && !Array.isArray(value) && !isWhole(value);
}

function fieldToJson(field, value) {
  return value === undefined ? undefined : toJson(field.type, field.isNestedBlock)(value);
}

/** Adds the record of a field, if it has a value; `wrap` is applied to the mapped value. */
function addHcl(records, field, value, wrap = same) {
  if (value === undefined) return;
  if (value === null) {
    // A reference is rendered as it is: `name = null`.
    records[field.name] = { value: null, isBlock: false, type: "reference", storageClassType: "reference" };
    return;
  }
  const { type } = field;
  if (field.isExpression) {
    records[field.name] = expressionRecord(toJson(type)(value), wrap);
    return;
  }
  const mapped = toHcl(type, field.isNestedBlock)(value);
  if (mapped === undefined) return;
  if (field.isNestedBlock && type.kind === "map" && mapped.constructor === Object) {
    // Each block carries its key as a label. The library knows no labels; a name can hold one.
    for (const [key, block] of Object.entries(mapped)) {
      records[`${field.name} ${JSON.stringify(key)}`] = { value: block, isBlock: true, type: "struct", storageClassType: field.storageClass };
    }
    return;
  }
  records[field.name] = { value: wrap(mapped), ...hclClass(field) };
}

function expressionRecord(value, wrap = same) {
  return { value: wrap(expression(value)), isBlock: false, type: "any", storageClassType: "any" };
}

function blockRecord(records) {
  return { value: records, isBlock: true, type: "struct", storageClassType: "struct" };
}

/** What the library's renderer wants to know of a value. */
function hclClass(field) {
  return { isBlock: Boolean(field.struct), type: HCL_TYPES[field.type.kind], storageClassType: field.storageClass };
}

const HCL_TYPES = {
  string: "simple",
  number: "simple",
  boolean: "simple",
  list: "list",
  set: "set",
  map: "map",
  object: "struct",
};

/** The name by which the library knows how a type is stored, such as `stringListMap`. */
function storageClass(type, structName) {
  switch (type.kind) {
    case "list":
    case "set":
      return `${storageClass(type.element, structName)}List`;
    case "map":
      return `${storageClass(type.element, structName)}Map`;
    case "any":
      return "anyMap";
    case "object":
      return structName;
    default:
      return type.kind;
  }
}

module.exports = { fieldToJson, addHcl, blockRecord, storageClass, shapeToJson, shapeToHcl, valueOf };
