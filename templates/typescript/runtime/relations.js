"use strict";

// Rules on which fields of a block are set together. The Rust runtime says the same of those that are broken.

/** For each relation what is found and what would be allowed, or nothing where it holds. */
const RELATIONS = {
  conflicts_with: ({ own, others }, presence) => {
    const set = others.filter((field) => presence(field) === "present");
    if (presence(own) !== "present" || set.length === 0) return undefined;
    return [`it together with ${named(set)}`, `only one of it and ${named(others)}`];
  },
  required_with: ({ own, others }, presence) => {
    const missing = others.filter((field) => presence(field) === "absent");
    if (presence(own) !== "present" || missing.length === 0) return undefined;
    return [`it without ${named(missing)}`, `it together with ${named(missing)}`];
  },
  exactly_one_of: ({ group }, presence) => {
    const set = group.filter((field) => presence(field) === "present");
    const isNone = group.every((field) => presence(field) === "absent");
    return set.length > 1 || isNone ? [isNone ? "none" : named(set), `exactly one of ${named(group)}`] : undefined;
  },
  at_least_one_of: ({ group }, presence) => {
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
  rule.fields ??= fieldsOf(rule, own, shape);
  return rule.fields.isSaidBefore ? undefined : relation(rule.fields, presence);
}

/** The fields that a rule is about. */
function fieldsOf({ check, values }, own, shape) {
  const others = values.map((name) => shape.settable.find((field) => field.name === name));
  const group = groupOf(own, values, shape);
  // Each field of a group usually has the rule: the first one speaks for all.
  const isSame = (rule, field) => rule.check === check && named(groupOf(field, rule.values, shape)) === named(group);
  const speaker = group.find((field) => field.rules.some((rule) => isSame(rule, field)));
  return { own, others, group, isSaidBefore: check.endsWith("_one_of") && speaker !== own };
}

/** A field and those of these names, in the order of the shape. */
function groupOf(own, names, shape) {
  return shape.settable.filter((field) => field === own || names.includes(field.name));
}

function named(fields) {
  return fields.map(({ name }) => `\`${name}\``).join(", ");
}

module.exports = { brokenByRelation };
