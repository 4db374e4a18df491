"use strict";

// Single rules: what is said of a value that breaks one. The Rust runtime says the same.

/** For each check on a string what is found and what would be allowed, or nothing where the string passes. */
const OF_STRINGS = {
  one_of: (text, allowed) => (allowed.includes(text) ? undefined : [quoted(text), allowed.map(quoted).join(", ")]),
  length: (text, bounds) => {
    const length = [...text].length;
    return isWithin(length, bounds) ? undefined : [`${length} characters`, `${within(bounds)} characters`];
  },
  // The generator writes only patterns that are the same in JavaScript.
  pattern: (text, [pattern]) => (new RegExp(pattern, "u").test(text) ? undefined : [quoted(text), `what matches \`${pattern}\``]),
};

const OF_NUMBERS = {
  // A number may stand for a string. Of words nothing is said of numbers.
  one_of: (number, allowed) =>
    allowed.map(Number).some((value) => value === number || Number.isNaN(value)) ? undefined : [`${number}`, allowed.join(", ")],
  range: (number, bounds) => (isWithin(number, bounds) ? undefined : [`${number}`, within(bounds)]),
};

const OF_COUNTS = {
  min_items: (items, [min]) => (items < min ? [counted(items), `at least ${min}`] : undefined),
  max_items: (items, [max]) => (items > max ? [counted(items), `at most ${max}`] : undefined),
};

/** How a string or number breaks a rule, if it does. */
function brokenByValue({ check, values }, value) {
  const checks = { string: OF_STRINGS, number: OF_NUMBERS }[typeof value];
  return checks?.[check]?.(value, values);
}

/** How a number of items breaks a rule, if it does. */
function brokenByCount({ check, values }, items) {
  return OF_COUNTS[check]?.(items, values);
}

function isWithin(number, [min, max]) {
  return (min === null || number >= min) && (max === null || number <= max);
}

function within([min, max]) {
  if (min === null) return max === null ? "any" : `at most ${max}`;
  return max === null ? `at least ${min}` : `${min} to ${max}`;
}

function counted(items) {
  return `${items} item${items === 1 ? "" : "s"}`;
}

const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A string as Terraform's configuration has it, with nothing in it that is evaluated. */
function quoted(text) {
  const escaped = text.replace(/[$%](?=\{)/g, "$&$&").replace(/["\\\p{Cc}]/gu, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

module.exports = { brokenByValue, brokenByCount, quoted };
