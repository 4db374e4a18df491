"use strict";

// The fields of a construct or of a nested object: what was set, and what reading them gives.
//
// An owner is a construct or a nested object. What it was given is kept under a symbol, so that no field, whatever it
// is called, can hide it.

const library = require("./library");

const VALUES = Symbol("ferroform.values");

/** The values of an owner, by the position of the field. A field with a nested class holds an instance of it. */
function valuesOf(owner) {
  return (owner[VALUES] ??= []);
}

function valueAt(owner, field) {
  return owner[VALUES]?.[field.index];
}

/** What reading a field gives: the nested object, or a token for what Terraform will know. */
function getField(owner, field) {
  if (field.isPlain) return valueAt(owner, field);
  return field.create ? child(owner, field) : token(owner, field);
}

/** The object that stands for a field, made when it is first asked for. */
function child(owner, field) {
  return (valuesOf(owner)[field.index] ??= field.create(owner));
}

function setField(owner, field, value) {
  if (field.isNested) child(owner, field).internalValue = value;
  else valuesOf(owner)[field.index] = value;
}

/** Nothing has to be done for a field that was never set. */
function resetField(owner, field) {
  if (valueAt(owner, field) !== undefined) setField(owner, field, undefined);
}

/** What the field was set to. */
function inputOf(owner, field) {
  const value = valueAt(owner, field);
  return field.isNested ? value?.internalValue : value;
}

/**
 * Sets the fields of `owner` to what `given` has for them. A field is given by its property; where `names` is true, Terraform's
 * own name will do.
 */
function setFields(owner, shape, given, names) {
  owner[VALUES] ??= new Array(shape.fields.length);
  for (const field of shape.settable) {
    let value = given[field.property];
    if (value === undefined && names && Object.hasOwn(given, field.name)) value = given[field.name];
    if (value === undefined) resetField(owner, field);
    else setField(owner, field, value);
  }
}

const PRIMITIVE_TOKENS = {
  string: (owner, name) => owner.getStringAttribute(name),
  number: (owner, name) => owner.getNumberAttribute(name),
  boolean: (owner, name) => owner.getBooleanAttribute(name),
  any: (owner, name) => owner.getAnyMapAttribute(name),
};

const LIST_TOKENS = {
  string: (owner, name) => owner.getListAttribute(name),
  number: (owner, name) => owner.getNumberListAttribute(name),
};

const SET_TOKENS = {
  string: (owner, name) => library.Fn.tolist(owner.getListAttribute(name)),
  number: (owner, name) => library.Token.asNumberList(library.Fn.tolist(owner.getNumberListAttribute(name))),
};

const MAP_TOKENS = {
  string: (owner, name) => owner.getStringMapAttribute(name),
  number: (owner, name) => owner.getNumberMapAttribute(name),
  boolean: (owner, name) => owner.getBooleanMapAttribute(name),
};

const interpolation = (owner, name) => owner.interpolationForAttribute(name);
// The elements of a set have no index. `asAny` keeps the list mapper from taking the token for a list of tokens.
const setInterpolation = (owner, name) => library.Token.asAny(library.Fn.tolist(owner.interpolationForAttribute(name)));

/** A token for the value of a field. */
function token(owner, field) {
  return (field.token ??= tokenOf(field.type))(owner, field.name);
}

function tokenOf(type) {
  const element = type.element?.kind;
  switch (type.kind) {
    case "list":
      return LIST_TOKENS[element] ?? interpolation;
    case "set":
      return SET_TOKENS[element] ?? setInterpolation;
    case "map":
      return MAP_TOKENS[element] ?? interpolation;
    default:
      return PRIMITIVE_TOKENS[type.kind] ?? interpolation;
  }
}

/**
 * The library's class for a collection that only the provider sets, such as `StringMap` for a map of strings: values are
 * looked up in it one by one. Undefined where a plain token serves, or where the library has no such class.
 */
function collectionClass(field, storageClass) {
  const { kind, element } = field.type;
  if (field.isSettable || !["list", "set", "map", "any"].includes(kind)) return undefined;
  if (kind === "any") return library.AnyMap;
  if (kind !== "map" && (element.kind === "string" || element.kind === "number")) return undefined;
  const name = storageClass[0].toUpperCase() + storageClass.slice(1);
  if (library[name]) return library[name];
  const outer = kind === "map" ? "Map" : "List";
  const inner = { list: "List", set: "List", map: "Map", any: "Map" }[element.kind];
  return inner && library[`Any${inner}${outer}`];
}

/** Gives a prototype the accessors and methods of the fields of a shape. */
function defineMembers(prototype, shape) {
  for (const field of shape.fields) {
    const accessor = { get() { return getField(this, field); }, configurable: true };
    if (field.isSettable) {
      if (field.isNested) defineMethod(prototype, field.put, function (value) { setField(this, field, value); });
      else accessor.set = function (value) { setField(this, field, value); };
      if (!field.isRequired) defineMethod(prototype, field.reset, function () { resetField(this, field); });
      Object.defineProperty(prototype, field.input, { get() { return inputOf(this, field); }, configurable: true });
    }
    Object.defineProperty(prototype, field.property, accessor);
  }
}

function defineMethod(prototype, name, value) {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

/** Methods that reach fields by property, for bindings that define no member per field (Python). */
function defineGenericMembers(prototype, shapeOf) {
  const fieldOf = (owner, property) => {
    const field = shapeOf(owner).byProperty.get(property);
    if (!field) throw new Error(`${owner.constructor.name} has no property ${property}`);
    return field;
  };
  defineMethod(prototype, "get_field", function (property) { return getField(this, fieldOf(this, property)); });
  defineMethod(prototype, "set_field", function (property, value) { setField(this, fieldOf(this, property), value); });
  defineMethod(prototype, "reset_field", function (property) { resetField(this, fieldOf(this, property)); });
  defineMethod(prototype, "input_field", function (property) { return inputOf(this, fieldOf(this, property)); });
}

module.exports = { inputOf, setField, setFields, resetField, collectionClass, defineMembers, defineGenericMembers };
