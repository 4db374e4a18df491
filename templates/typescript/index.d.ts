{{ self.0.header }}
{%- for module in self.0.modules %}
export * as {{ module.namespace }} from "./{{ module.module }}/index";
{%- endfor %}
