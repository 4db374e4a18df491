"use strict";
{{ self.0.header }}
Object.defineProperty(exports, "__esModule", { value: true });
require("../../.runtime").define({{ self.0.table }}, [
{%- for (alias, name) in self.0.structs %}
["{{ alias }}","{{ name }}"]{% if !loop.last %},{% endif %}
{%- endfor %}], exports);
{%- if let Some(functions) = self.0.functions %}
require("../../.runtime").addFunctions(exports.{{ self.0.class }}, () => require("../{{ functions.module }}").{{ functions.class }});
{%- endif %}
// Never runs. It tells ES modules which names there are to import.
0 && (module.exports = {
  {{ self.0.class }},
{%- for name in self.0.mappers %}
  {{ name }},
{%- endfor %}
{%- for name in self.0.classes %}
  {{ name }},
{%- endfor %}
{%- for (_, alias) in self.0.aliases %}
  {{ alias }},
{%- endfor %}
});
