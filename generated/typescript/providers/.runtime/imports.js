"use strict";

// Import IDs. A format is literal text and names of parts in braces: `{api_id}/{id}`. A part at the end that may hold separators has a
// plus: `{group}/{+policy_arn}`. The Rust runtime reads them in the same way.

/** Why `text` is no import ID of a resource type; undefined where it is one, or only Terraform will know. */
function importIdProblem(type, formats, text) {
  if (/[$%]\{/.test(text)) return undefined;
  const all = formats.map(segmentsOf);
  const reasons = [];
  for (const [index, segments] of all.entries()) {
    const reason = misreading(segments, all, formats, text);
    if (reason === undefined) return undefined;
    reasons.push(`as \`${formats[index]}\`, ${reason}`);
  }
  return `\`${text}\` is no import ID of ${type}: ${reasons.join("; ")}`;
}

/** Literal text (`{ literal }`), parts (`{ part }`), and at the end a part that may hold separators (`{ rest }`). */
function segmentsOf(format) {
  const pieces = format.split(/\{([^}]*)\}/).map((piece, index) => {
    if (index % 2 === 0) return { literal: piece };
    return piece.startsWith("+") ? { rest: piece.slice(1) } : { part: piece };
  });
  return pieces.filter(({ literal }) => literal !== "");
}

/** Why `text` cannot be read in a format. */
function misreading(segments, all, formats, text) {
  let rest = text;
  for (const [index, { literal, part, rest: last }] of segments.entries()) {
    if (last !== undefined) {
      if (rest === "") return `the part \`${last}\` is empty`;
      rest = "";
    } else if (part === undefined) {
      if (!rest.startsWith(literal)) return `\`${literal}\` is missing`;
      rest = rest.slice(literal.length);
    } else {
      const next = segments[index + 1]?.literal;
      const end = next === undefined ? rest.length : rest.indexOf(next);
      if (end < 0) return `\`${next}\` is missing after the part \`${part}\``;
      const problem = partProblem(part, rest.slice(0, end), segments, all, formats);
      if (problem !== undefined) return problem;
      rest = rest.slice(end);
    }
  }
  return rest === "" ? undefined : `\`${rest}\` at the end is too much`;
}

/** Why a part cannot be `text`: it is empty, or holds what separates the part in one of the formats. */
function partProblem(name, text, own, all, formats) {
  if (text === "") return `the part \`${name}\` is empty`;
  for (const [index, segments] of all.entries()) {
    const at = segments.findIndex(({ part }) => part === name);
    if (at < 0) continue;
    for (const neighbour of [segments[at - 1], segments[at + 1]]) {
      const separator = neighbour?.literal;
      if (separator !== undefined && text.includes(separator)) {
        const place = segments === own ? "" : ` of \`${formats[index]}\``;
        return `the part \`${name}\` is \`${text}\`, which contains the separator \`${separator}\`${place}`;
      }
    }
  }
  return undefined;
}

module.exports = { importIdProblem };
