"use strict";
{{ self.0.header }}
Object.defineProperty(exports, "__esModule", { value: true });
require("../../.runtime").defineFunctions({{ self.0.table }}, exports);
// Never runs. It tells ES modules which names there are to import.
0 && (module.exports = { {{ self.0.class }} });
