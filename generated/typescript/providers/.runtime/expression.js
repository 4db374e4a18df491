"use strict";

// Values as HCL expressions: `{ name = "value" }`.
//
// The library renders values that are no blocks, but leaves text in them as it is, takes text that starts with a bracket
// for an expression, and fails on `null`. So text is given to it in the form in which it passes it on.

const library = require("./library");

/** A token for `value` in the form that the library renders as an expression. */
function expression(value) {
  return library.Lazy.anyValue({ produce: (context) => rendered(context.resolve(value)) });
}

function rendered(value) {
  if (value === null) return "${null}";
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map(rendered);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rendered(item)]));
}

/** Text with references is quoted by the library, other text here: the library passes on what starts with a quote. */
function text(value) {
  const escaped = pieces(value).map((piece, index) => (index % 2 ? piece : escape(piece))).join("");
  return escaped.includes("${") ? escaped : `"${escaped}"`;
}

/** Literal text and references (`${…}`) in turn. */
function pieces(value) {
  const found = [];
  let start = 0;
  for (let at = 0; at < value.length; at++) {
    if (value.startsWith("$${", at)) at += 2;
    else if (value.startsWith("${", at)) {
      const end = endOfReference(value, at + 2);
      found.push(value.slice(start, at), value.slice(at, end));
      start = end;
      at = end - 1;
    }
  }
  found.push(value.slice(start));
  return found;
}

/** Where the reference that began before `at` ends: braces and quotes within it come in pairs. */
function endOfReference(value, at) {
  let depth = 1;
  let isQuoted = false;
  for (; at < value.length && depth > 0; at++) {
    if (value[at] === "\\") at++;
    else if (value[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && value[at] === "{") depth++;
    else if (!isQuoted && value[at] === "}") depth--;
  }
  return at;
}

function escape(value) {
  return value.replace(/["\\\n\r\t]/g, (c) => ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c]);
}

module.exports = { expression };
