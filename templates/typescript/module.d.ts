{%- macro interface(it) -%}
{{ it.doc }}export interface {{ it.name }}{{ it.extends }} {
{%- for property in it.properties %}
{{ property.doc }}  readonly {{ property.name }}{{ property.mark }}: {{ property.ty }};
{%- endfor %}
}
{% endmacro -%}
{%- macro members(it) -%}
{%- for member in it.members %}
{{ member.doc }}  get {{ member.names.property }}(): {{ member.output }};
{%- if let Some(ty) = member.setter %}
  set {{ member.names.property }}(value: {{ ty }});
{%- endif %}
{%- if let Some(ty) = member.put %}
  {{ member.names.put }}(value: {{ ty }}): void;
{%- endif %}
{%- if member.can_reset %}
  {{ member.names.reset }}(): void;
{%- endif %}
{%- if let Some(ty) = member.input %}
  get {{ member.names.input }}(): {{ ty }} | undefined;
{%- endif %}
{%- endfor %}
{%- endmacro -%}
{{ header }}
import { Construct } from "constructs";
import * as {{ library }} from "{{ library }}";
{%- if let Some(functions) = functions %}
import { {{ functions.class }} } from "../{{ functions.module }}/index";
{%- endif %}

{% call interface(config) %}{% endcall %}
{%- for nested in structs %}
{%- if let Some(it) = nested.interface %}
{% call interface(it) %}{% endcall %}
{%- endif %}
{%- for name in nested.functions %}
export declare function {{ name }}(struct?: {{ nested.takes }}): any;
{%- endfor %}
{%- if let Some(reference) = nested.reference %}

export declare class {{ reference.name }} extends {{ library }}.ComplexObject {
  constructor(terraformResource: {{ library }}.IInterpolatingParent, terraformAttribute: string{{ reference.parameters }});
  get internalValue(): {{ reference.value }} | undefined;
  set internalValue(value: {{ reference.value }} | undefined);
{%- call members(reference) %}{% endcall %}
}
{%- endif %}
{%- for collection in nested.collections %}

export declare class {{ collection.name }} extends {{ library }}.{{ collection.base }} {
{%- if let Some(ty) = collection.value %}
  internalValue?: {{ ty }};
{%- endif %}
  constructor(terraformResource: {{ library }}.IInterpolatingParent, terraformAttribute: string{% if collection.has_sets %}, wrapsSet: boolean{% endif %});
  get({{ collection.index }}): {{ collection.item }};
}
{%- endfor %}
{%- if !nested.aliases.is_empty() %}

{{ alias_export }} {
{%- for (name, alias) in nested.aliases %}
  {{ name }} as {{ alias }},
{%- endfor %}
};
{%- endif %}
{% endfor %}
{{ class.doc }}export declare class {{ class.name }} extends {{ library }}.{{ class.base }} {
  static readonly tfResourceType = "{{ class.type_name }}";
{%- if let Some(doc) = class.import_doc %}
{{ doc }}  static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: {{ library }}.TerraformProvider): {{ library }}.ImportableResource;
{%- endif %}
{{ class.constructor_doc }}  constructor(scope: Construct, id: string, config{{ class.mark }}: {{ config.name }});
{%- call members(class) %}{% endcall %}
{%- if let Some(functions) = functions %}
  /** The functions of the provider. */
  get functions(): {{ functions.class }};
{%- endif %}
}
