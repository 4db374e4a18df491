"use strict";

// Tells of constructs that break a rule, in the library's own ways: errors fail the synthesis, all at once, and warnings are
// annotations, which stand in the manifest.

const library = require("./library");
const { violations } = require("./checks");
const { importIdProblem } = require("./imports");

/** Has a construct's configuration checked. A construct without rules has no validation. */
function checkRules(construct, table) {
  if (table.hasRules) report(construct, table, () => violations(construct, table));
}

/** Has the import ID that a program gives for a construct checked. */
function checkImportId(construct, table, id) {
  const { formats, severity } = table.imports;
  if (formats.length === 0) return;
  report(construct, table, () => {
    const text = importIdProblem(table.type, formats, id);
    return text === undefined ? [] : [{ severity, text }];
  });
}

/** Has what `find` finds reported when the construct is validated. */
function report(construct, table, find) {
  const validate = () => {
    const found = find();
    for (const { severity, text } of found) {
      if (severity === "warning") warn(construct, table, text);
    }
    return found.filter(({ severity }) => severity === "error").map(({ text }) => `error: ${text}`);
  };
  construct.node.addValidation({ validate });
}

/** Adds a warning, once however often the construct is validated. */
function warn(construct, table, text) {
  if (construct.node.metadata.some(({ data }) => data === text)) return;
  library.Annotations.of(construct).addWarning(text);
  // The library prints no annotations. Its command line does, and runs programs with this variable.
  if (process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS === undefined) {
    process.stderr.write(`warning: ${addressOf(construct, table)}: ${text}\n`);
  }
}

/** Terraform's address of a construct. */
function addressOf(construct, { kind, type }) {
  if (kind === "provider") return [kind, type, construct.alias].filter(Boolean).join(".");
  return `${kind === "resource" ? "" : `${kind}.`}${type}.${construct.friendlyUniqueId}`;
}

module.exports = { checkRules, checkImportId };
