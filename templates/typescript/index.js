"use strict";
{{ self.0.header }}
Object.defineProperty(exports, "__esModule", { value: true });
// A module is loaded when it is first used.
{%- for module in self.0.modules %}
Object.defineProperty(exports, "{{ module.namespace }}", { enumerable: true, get: () => require("./{{ module.module }}") });
{%- endfor %}
// Never runs. It tells ES modules which names there are to import.
0 && (module.exports = {
{%- for module in self.0.modules %}
  {{ module.namespace }}: exports,
{%- endfor %}
});
