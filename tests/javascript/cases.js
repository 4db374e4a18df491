"use strict";

// Every name of `names.json` in camel, Pascal and snake case, and its camel case in snake case again: the name in Python.

const { toCamelCase, toPascalCase, toSnakeCase } = require("codemaker");

const cases = (name) => [toCamelCase(name), toPascalCase(name), toSnakeCase(name), toSnakeCase(toCamelCase(name))];
process.stdout.write(JSON.stringify(require("./names.json").map(cases)));
