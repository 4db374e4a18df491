"use strict";

// The classes behind nested blocks and objects: what was set on them, and references to what Terraform will know.

const library = require("./library");
const { inputOf, setFields, resetField, defineMembers, defineGenericMembers } = require("./fields");
const { valueOf } = require("./mapping");

const STRUCT = Symbol("ferroform.struct");
const STATE = Symbol("ferroform.state");

/** Whether nothing, an object without values, or a reference to a whole object was set. */
const UNSET = { isEmpty: false };
const EMPTY = { isEmpty: true };

/** A nested block or object. */
class TableObject extends library.ComplexObject {
  get internalValue() {
    const { isEmpty, reference } = this[STATE] ?? UNSET;
    if (reference) return reference;
    const value = {};
    let hasValues = isEmpty;
    for (const field of this[STRUCT].shape.settable) {
      const input = inputOf(this, field);
      if (input === undefined) continue;
      hasValues = true;
      value[field.property] = input;
    }
    return hasValues ? value : undefined;
  }

  set internalValue(value) {
    const { shape, isClass } = this[STRUCT];
    if (value === undefined) {
      this[STATE] = UNSET;
      for (const field of shape.settable) resetField(this, field);
    } else if (!isClass && library.Tokenization.isResolvable(value)) {
      this[STATE] = { isEmpty: false, reference: value };
    } else {
      this[STATE] = Object.keys(value).length === 0 ? EMPTY : UNSET;
      setFields(this, shape, (field) => valueOf(field, value));
    }
  }
}
defineGenericMembers(TableObject.prototype, (owner) => owner[STRUCT].shape);

/** A list or set of nested blocks or objects. */
class TableList extends library.ComplexList {}

/** A map of nested blocks, objects or collections of them. */
class TableMap extends library.ComplexMap {}

/** A list or set of collections of objects. */
class TableMapList extends library.MapList {}

/** A key as it stands between brackets. Programs that quote a key themselves keep working. */
function quoted(key) {
  return typeof key === "string" && !/^".*"$/s.test(key) ? `"${key}"` : key;
}

/** Gives an anonymous class its name. */
function named(name, cls) {
  return Object.defineProperty(cls, "name", { value: name });
}

/** The class of one object; how it is told which one it is depends on the innermost collection. */
function objectClass(struct) {
  const name = `${struct.name}OutputReference`;
  const innermost = struct.nesting.at(-1);
  const cls = {
    undefined: class extends TableObject {
      constructor(parent, attribute) { super(parent, attribute, false); }
    },
    "!": class extends TableObject {
      constructor(parent, attribute) { super(parent, attribute, false, 0); }
    },
    m: class extends TableObject {
      constructor(parent, attribute, key) { super(parent, attribute, false, quoted(key)); }
    },
    l: class extends TableObject {
      constructor(parent, attribute, index, isFromSet) { super(parent, attribute, isFromSet, index); }
    },
  }[innermost === "t" ? "l" : innermost];
  cls.prototype[STRUCT] = struct;
  defineMembers(cls.prototype, struct.shape);
  return named(name, cls);
}

function listOfObjects(name, Item) {
  return named(name, class extends TableList {
    get(index) { return new Item(this.terraformResource, this.terraformAttribute, index, this.wrapsSet); }
  });
}

function mapOfObjects(name, Item) {
  return named(name, class extends TableMap {
    get(key) { return new Item(this.terraformResource, this.terraformAttribute, key); }
  });
}

function listOfCollections(name, Inner, wrapsSet) {
  return named(name, class extends TableMapList {
    get(index) { return new Inner(this, `[${index}]`, wrapsSet); }
  });
}

function mapOfCollections(name, Inner, wrapsSet) {
  return named(name, class extends TableMap {
    get(key) { return new Inner(this, `[${quoted(key)}]`, wrapsSet); }
    // What is asked for starts with the key in brackets, it is no property.
    interpolationForAttribute(path) { return this.terraformResource.interpolationForAttribute(`${this.terraformAttribute}${path}`); }
  });
}

/** The classes of a struct by name, and `create`, which makes the object that stands for a field of it. */
function defineStruct(struct) {
  struct.isClass = struct.isComputedOnly || struct.nesting === "!";
  const classes = {};
  let name = struct.name;
  let outer = (classes[`${name}OutputReference`] = objectClass(struct));
  let inner;
  for (const letter of struct.nesting === "!" ? "" : [...struct.nesting].reverse()) {
    const isMap = letter === "m";
    name += isMap ? "Map" : "List";
    const define = isMap ? (inner ? mapOfCollections : mapOfObjects) : inner ? listOfCollections : listOfObjects;
    outer = classes[name] = define(name, outer, inner === "t");
    inner = letter;
  }
  return { classes, create: (owner, field) => new outer(owner, field.name, field.type.kind === "set") };
}

module.exports = { TableObject, TableList, TableMap, TableMapList, defineStruct };
