"use strict";
{{ self.0.header }}
Object.defineProperty(exports, "__esModule", { value: true });
// A module is loaded when it is first used. Bundlers find the modules, since each `require` says its own.
const lazy = (name, get) => Object.defineProperty(exports, name, { enumerable: true, get });
{%- for module in self.0.modules %}
lazy("{{ module.namespace }}", () => require("./{{ module.module }}"));
{%- endfor %}
// Never runs. It tells ES modules which names there are to import.
if (0) {
{%- for module in self.0.modules %}
  exports.{{ module.namespace }} = 0;
{%- endfor %}
}
