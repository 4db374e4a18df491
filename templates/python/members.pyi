{%- macro list(members) -%}
{%- for member in members.iter() -%}
{%- match member -%}
{%- when Member::Attribute with { name, ty, doc } %}
    {{ name }}: {{ ty }}
{%- if let Some(doc) = doc %}
    {{ doc }}
{%- endif %}
{%- when Member::Deprecated with { name, property, deprecated, get, set } %}
    @{{ property }}
    @{{ deprecated }}
    def {{ name }}(self) -> {{ get }}: ...
{%- if let Some(set) = set %}
    @{{ name }}.setter
    @{{ deprecated }}
    def {{ name }}(self, value: {{ set }}) -> None: ...
{%- endif %}
{%- when Member::Method with { name, parameters } %}
    def {{ name }}(self{{ parameters }}) -> None: ...
{%- endmatch -%}
{%- endfor -%}
{%- endmacro -%}
