"use strict";

// Checks what a program gave for a construct against the rules of its table.

const library = require("./library");
const { inputOf } = require("./fields");
const { valueOf } = require("./mapping");
const { brokenByRelation } = require("./relations");
const { brokenByValue, brokenByCount, quoted } = require("./rules");

/** Stands for a value that must not be shown. */
const SENSITIVE = "(sensitive)";

/** By this the library knows blocks that Terraform makes of a collection. */
const DYNAMIC = Symbol.for("cdktf/TerraformDynamicExpression");

/** Stands for what an override makes of a field, which is not known here. */
const OVERRIDDEN = { resolve: () => undefined };

/** Everything in a construct's configuration that breaks a rule, in the order of the fields. */
function violations(construct, { root, pathRules }) {
  const found = [];
  const overridden = new Set(Object.keys(construct.rawOverrides));
  const read = (field) => (overridden.has(field.name) ? OVERRIDDEN : inputOf(construct, field));
  checkFields(root, read, new Place("", false, pathRules), found);
  return found;
}

/** Where a value stands. */
class Place {
  constructor(path, isSecret, pathRules) {
    /** In Terraform's form: `rule[0].action`. */
    this.path = path;
    this.isSecret = isSecret;
    /** The rules that hold at this path and below it, though not wherever the shape is used. */
    this.pathRules = pathRules;
  }

  field({ name, isSecret }) {
    return new Place(this.path ? `${this.path}.${name}` : name, this.isSecret || isSecret, this.pathRules?.fields.get(name));
  }

  item(at) {
    return new Place(`${this.path}[${at}]`, this.isSecret, this.pathRules);
  }

  /** A secret map's keys are secret, too. */
  key(key) {
    return this.item(this.isSecret ? SENSITIVE : quoted(key));
  }

  violation({ severity, source }, [found, allowed]) {
    return { severity, text: `${this.path}: found ${this.isSecret ? SENSITIVE : found}, allowed: ${allowed} (from ${source})` };
  }
}

function checkFields(shape, read, place, found) {
  const presence = (field) => presenceOf(field, read(field));
  for (const field of place.pathRules ? shape.settable : shape.ruled) {
    const value = read(field);
    if (value !== undefined && value !== null) checkField(field, value, place.field(field), found);
    for (const rule of field.rules) {
      const broken = brokenByRelation(rule, field, shape, presence);
      // Names of fields are no secret.
      if (broken) found.push(place.field({ name: field.name }).violation(rule, broken));
    }
  }
}

/** Whether a field is set. No blocks are the same as none that were set, and Terraform may make none. */
function presenceOf(field, value) {
  if (value === undefined || value === null || (field.isNestedBlock && value.length === 0)) return "absent";
  return isUnknown(value) ? "unknown" : "present";
}

function checkField(field, value, place, found) {
  const { type } = field;
  const rules = place.pathRules ? [...field.rules, ...place.pathRules.rules] : field.rules;
  if (field.isNestedBlock && typeof value === "object" && DYNAMIC in value) {
    // How many there will be is not known.
    checkFields(type.element.shape, (inner) => valueOf(inner, value.content), place.item("*"), found);
  } else if (type.single) {
    checkValue(type.element, rules, value, place.item(0), found);
  } else {
    if (rules.length > 0) checkCount(field, rules, value, place, found);
    checkValue(type, rules, value, place, found);
  }
}

function checkCount(field, rules, value, place, found) {
  if (typeof value !== "object" || isUnknown(value)) return;
  if (presenceOf(field, value) === "absent") return;
  const items = Array.isArray(value) ? value.length : field.type.kind === "object" ? 1 : Object.keys(value).length;
  for (const rule of rules) {
    const broken = brokenByCount(rule, items);
    if (broken) found.push(place.violation(rule, broken));
  }
}

/** Checks the value or, of a collection, each element. */
function checkValue(type, rules, value, place, found) {
  if (value === undefined || value === null || isUnknown(value)) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => checkValue(type.elements?.[index] ?? type.element ?? type, rules, item, place.item(index), found));
  } else if (typeof value !== "object") {
    for (const rule of rules) {
      const broken = brokenByValue(rule, value);
      if (broken) found.push(place.violation(rule, broken));
    }
  } else if (type.kind === "object") {
    checkFields(type.shape, (field) => valueOf(field, value), place, found);
  } else if (type.kind === "map" || type.kind === "any") {
    for (const [key, item] of Object.entries(value)) checkValue(type.element ?? type, rules, item, place.key(key), found);
  }
}

/** Whether only Terraform will know the value: no rule fails on it. */
function isUnknown(value) {
  if (typeof value === "string") return /[$%]\{|\{TfToken\[/.test(value);
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER && library.Token.isUnresolved(value);
  if (typeof value !== "object" || (Array.isArray(value) && (value.length !== 1 || typeof value[0] === "object"))) return false;
  return library.Token.isUnresolved(value) || library.isComplexElement(value);
}

module.exports = { violations };
