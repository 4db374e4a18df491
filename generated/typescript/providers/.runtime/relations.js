"use strict";

// Rules on which fields of a block are set together. The Rust runtime says the same of those that are broken.

/** For each relation what is found and what would be allowed, or nothing where it holds. */
const RELATIONS = {
  conflicts_with: ({ own, others, presence }) => {
    const set = others.filter((field) => presence(field) === "present");
    if (presence(own) !== "present" || set.length === 0) return undefined;
    return [`it together with ${named(set)}`, `only one of it and ${named(others)}`];
  },
  required_with: ({ own, others, presence }) => {
    const missing = others.filter((field) => presence(field) === "absent");
    if (presence(own) !== "present" || missing.length === 0) return undefined;
    return [`it without ${named(missing)}`, `it together with ${named(missing)}`];
  },
  exactly_one_of: ({ group, presence }) => {
    const set = group.filter((field) => presence(field) === "present");
    const isNone = group.every((field) => presence(field) === "absent");
    return set.length > 1 || isNone ? [isNone ? "none" : named(set), `exactly one of ${named(group)}`] : undefined;
  },
  at_least_one_of: ({ group, presence }) => {
    const isNone = group.every((field) => presence(field) === "absent");
    return isNone ? ["none", `at least one of ${named(group)}`] : undefined;
  },
};

/**
 * How the fields of a shape break a rule on one of them, if they do. `presence` tells whether a field is "present" or "absent",
 * or that only Terraform will know: no rule fails on what is "unknown".
 */
function brokenByRelation(rule, own, shape, presence) {
  const relation = RELATIONS[rule.check];
  if (!relation) return undefined;
  const group = groupOf(rule, own, shape);
  if (rule.check.endsWith("_one_of") && speakerOf(rule.check, group, shape) !== own) return undefined;
  return relation({ own, others: rule.values.map((name) => fieldOf(shape, name)), group, presence });
}

function fieldOf(shape, name) {
  return shape.settable.find((field) => field.name === name);
}

/** The fields that a rule is about, in the order of the shape. */
function groupOf({ values }, own, shape) {
  return shape.settable.filter((field) => field === own || values.includes(field.name));
}

/** Each field of a group usually has the rule: the first one speaks for all. */
function speakerOf(check, group, shape) {
  const isSame = (rule, field) => rule.check === check && named(groupOf(rule, field, shape)) === named(group);
  return group.find((field) => field.rules.some((rule) => isSame(rule, field)));
}

function named(fields) {
  return fields.map(({ name }) => `\`${name}\``).join(", ");
}

module.exports = { brokenByRelation };
