// @ts-nocheck
{{ self.0.header }}
{%- for module in self.0.modules %}
Object.defineProperty(exports, "{{ module.namespace }}", { get: function () { return require("./{{ module.module }}"); } });
{%- endfor %}
