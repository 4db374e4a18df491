"use strict";
{{ header }}
Object.defineProperty(exports, "__esModule", { value: true });
require("../../.runtime").define({{ table }}, [
{%- for (alias, name) in aliases %}
["{{ alias }}","{{ name }}"]{% if !loop.last %},{% endif %}
{%- endfor %}], exports);
{%- if let Some(functions) = functions %}
require("../../.runtime").addFunctions(exports.{{ class }}, () => require("../{{ functions.module }}").{{ functions.class }});
{%- endif %}
// Never runs. It tells ES modules which names there are to import.
0 && (module.exports = {
{%- for name in exports %}
  {{ name }},
{%- endfor %}
});
