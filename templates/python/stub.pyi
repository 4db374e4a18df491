{%- import "python/members.pyi" as members -%}
{{ doc }}

{% for statement in imports -%}
{{ statement }}
{% endfor %}
class {{ construct.class }}({{ construct.base }}):
    {{ construct.doc }}

    def __init__(
        self,
        {{ construct.scope }}: {{ construct.scope_type }},
        {{ construct.id }}: {{ construct.id_type }},
        {%- if !construct.arguments.is_empty() %}
        *,
        {%- endif %}
        {%- for argument in construct.arguments %}
        {{ argument.name }}: {{ argument.ty }}{{ argument.default }},
        {%- endfor %}
        {%- if let Some(meta) = construct.meta %}
        **{{ meta }},
        {%- endif %}
    ) -> None:
        {{ construct.arguments_doc }}
{% call members::list(&construct.members) -%}{%- endcall %}
{% for value in values %}
class {{ value.class }}({{ value.base }}):
    {{ value.doc }}
{%- for part in value.parts %}
    {{ part.name }}: {{ part.ty }}{{ part.default }}
{%- if let Some(doc) = part.doc %}
    {{ doc }}
{%- endif %}
{%- endfor %}
{% if let Some(dict) = value.dict %}
class {{ dict.class }}({{ dict.base }}, total=False):
{%- for part in dict.parts %}
    {{ part.name }}: {{ part.ty }}
{%- else %}
    pass
{%- endfor %}

{{ dict.alias }}
{% endif -%}
{% for reference in value.references %}
class {{ reference.class }}({{ reference.base }}):
    {%- call members::list(&reference.members) -%}{%- endcall %}
{%- if reference.members.is_empty() %}
    pass
{%- endif %}
{% endfor -%}
{% endfor -%}
{% for alias in aliases %}
{%- if loop.first %}
{% endif -%}
{{ alias.name }} = {{ alias.of }}
{% endfor -%}
