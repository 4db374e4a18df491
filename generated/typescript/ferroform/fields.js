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

/** What reading a field gives: the nested object, or a token for what Terraform will know. */
function getField(owner, field) {
  if (field.isPlain) return valuesOf(owner)[field.index];
  return field.create ? child(owner, field) : token(owner, field);
}

/** The object that stands for a field, made when it is first asked for. */
function child(owner, field) {
  return (valuesOf(owner)[field.index] ??= field.create(owner));
}

function setField(owner, field, value) {
  const values = valuesOf(owner);
  if (!field.isNested) values[field.index] = value;
  else if (value !== undefined || values[field.index]) child(owner, field).internalValue = value;
}

function resetField(owner, field) {
  setField(owner, field, undefined);
}

/** What the field was set to. */
function inputOf(owner, field) {
  const value = valuesOf(owner)[field.index];
  return field.isNested ? value?.internalValue : value;
}

/** Sets every settable field to what `read` finds for it. */
function setFields(owner, shape, read) {
  for (const field of shape.settable) setField(owner, field, read(field));
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
  const members = {};
  const method = (name, value) => (members[name] = { value, writable: true, configurable: true });
  for (const field of shape.fields) {
    const accessor = { get() { return getField(this, field); }, configurable: true };
    members[field.property] = accessor;
    if (!field.isSettable) continue;
    if (field.isNested) method(field.put, function (value) { setField(this, field, value); });
    else accessor.set = function (value) { setField(this, field, value); };
    if (!field.isRequired) method(field.reset, function () { resetField(this, field); });
    members[field.input] = { get() { return inputOf(this, field); }, configurable: true };
  }
  Object.defineProperties(prototype, members);
}

/** Methods that reach fields by property, for bindings that define no member per field (Python). */
function defineGenericMembers(prototype, shapeOf) {
  const fieldOf = (owner, property) => {
    const field = shapeOf(owner).byProperty.get(property);
    if (!field) throw new Error(`${owner.constructor.name} has no property ${property}`);
    return field;
  };
  Object.assign(prototype, {
    get_field(property) { return getField(this, fieldOf(this, property)); },
    set_field(property, value) { setField(this, fieldOf(this, property), value); },
    reset_field(property) { resetField(this, fieldOf(this, property)); },
    input_field(property) { return inputOf(this, fieldOf(this, property)); },
  });
}

module.exports = { inputOf, setFields, resetField, collectionClass, defineMembers, defineGenericMembers };
