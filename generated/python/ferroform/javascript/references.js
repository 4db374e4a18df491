"use strict";

// The classes behind nested blocks and objects: what was set on them, and references to what Terraform will know.

const library = require("./library");
const { inputOf, setFields, resetField, defineMembers, defineGenericMembers } = require("./fields");

const STRUCT = Symbol("ferroform.struct");
const STATE = Symbol("ferroform.state");

/** Whether an object without values, or a reference to a whole object, was set. */
const UNSET = { isEmpty: false, reference: undefined };
const EMPTY = { isEmpty: true, reference: undefined };

function setState(object, state) {
  if (object[STATE] !== state) object[STATE] = state;
}

/** A nested block or object. */
class TableObject extends library.ComplexObject {
  constructor(parent, attribute, isFromSet, position) {
    super(parent, attribute, isFromSet, position);
    this[STRUCT].define();
  }

  get internalValue() {
    const { isEmpty, reference } = this[STATE];
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
      setState(this, UNSET);
      for (const field of shape.settable) resetField(this, field);
    } else if (!isClass && library.Tokenization.isResolvable(value)) {
      setState(this, { isEmpty: false, reference: value });
    } else {
      setState(this, Object.keys(value).length === 0 ? EMPTY : UNSET);
      setFields(this, shape, value, true);
    }
  }
}
TableObject.prototype[STATE] = UNSET;
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
  switch (struct.nesting.at(-1)) {
    case undefined:
      return class extends TableObject {
        constructor(parent, attribute) { super(parent, attribute, false); }
      };
    case "!":
      return class extends TableObject {
        constructor(parent, attribute) { super(parent, attribute, false, 0); }
      };
    case "m":
      return class extends TableObject {
        constructor(parent, attribute, key) { super(parent, attribute, false, quoted(key)); }
      };
    default:
      return class extends TableObject {
        constructor(parent, attribute, index, isFromSet) { super(parent, attribute, isFromSet, index); }
      };
  }
}

// The classes of collections make instances of `inner()`, the class of what they hold.

function listOfObjects(inner) {
  return class extends TableList {
    get(index) { return new (inner())(this.terraformResource, this.terraformAttribute, index, this.wrapsSet); }
  };
}

function mapOfObjects(inner) {
  return class extends TableMap {
    get(key) { return new (inner())(this.terraformResource, this.terraformAttribute, key); }
  };
}

function listOfCollections(inner, wrapsSet) {
  return class extends TableMapList {
    get(index) { return new (inner())(this, `[${index}]`, wrapsSet); }
  };
}

function mapOfCollections(inner, wrapsSet) {
  return class extends TableMap {
    get(key) { return new (inner())(this, `[${quoted(key)}]`, wrapsSet); }
    // What is asked for starts with the key in brackets, it is no property.
    interpolationForAttribute(path) { return this.terraformResource.interpolationForAttribute(`${this.terraformAttribute}${path}`); }
  };
}

/** Where a nested class stands among the classes of its struct. */
const PLACE = Symbol("ferroform.place");

/**
 * The classes of a struct: of one object, then of each collection, the innermost first. The members of the first are defined
 * when there is an object to have them.
 */
function structClasses(struct) {
  const Item = objectClass(struct);
  Item.prototype[STRUCT] = struct;
  struct.define = () => {
    struct.define = () => {};
    defineMembers(Item.prototype, struct.shape);
  };
  const classes = [named(`${struct.name}OutputReference`, Item)];
  let name = struct.name;
  let innerLetter;
  for (const letter of struct.nesting === "!" ? "" : [...struct.nesting].reverse()) {
    const isMap = letter === "m";
    const at = classes.length - 1;
    const collection = isMap ? (innerLetter ? mapOfCollections : mapOfObjects) : innerLetter ? listOfCollections : listOfObjects;
    name += isMap ? "Map" : "List";
    classes.push(named(name, collection(() => classes[at], innerLetter === "t")));
    innerLetter = letter;
  }
  classes.forEach((cls, at) => { cls[PLACE] = { classes, at }; });
  return classes;
}

/** Lets subclasses of nested classes take the place of these: what is read is then an instance of them. */
function extend(...subclasses) {
  for (const cls of subclasses) cls[PLACE].classes[cls[PLACE].at] = cls;
}

module.exports = { TableObject, TableList, TableMap, TableMapList, structClasses, extend };
