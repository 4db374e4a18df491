{{ self.0.header }}
import * as runtime from "../../.runtime";
{%- if let Some(functions) = self.0.functions %}
import { {{ functions.class }} } from "../{{ functions.module }}";
{%- endif %}
import type * as types from "./types";

export type * from "./types";

const made = runtime.define({{ self.0.table }}) as typeof types;
{%- if !self.0.mappers.is_empty() %}

export const {
{%- for name in self.0.mappers %}
  {{ name }},
{%- endfor %}
} = made;
{%- endif %}
{% for name in self.0.classes %}
export class {{ name }} extends made.{{ name }} {}
{%- endfor %}
export class {{ self.0.class }} extends made.{{ self.0.class }} {}
{%- if !self.0.classes.is_empty() %}
// What is read from a construct is an instance of these.
runtime.extend(
{%- for name in self.0.classes %}
  {{ name }},
{%- endfor %}
);
{%- endif %}
{%- if let Some(functions) = self.0.functions %}
runtime.addFunctions({{ self.0.class }}, () => {{ functions.class }});
{%- endif %}
{%- if !self.0.aliases.is_empty() %}

export {
{%- for (name, alias) in self.0.aliases %}
  {{ name }} as {{ alias }},
{%- endfor %}
};
{%- endif %}
