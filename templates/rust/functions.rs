ferroform::provider_functions! { {{ provider }};
{%- for it in functions %}
{%- for line in it.doc %}
    ///{% if !line.is_empty() %} {% endif %}{{ line }}
{%- endfor %}
{%- for attribute in it.attributes %}
    {{ attribute }}
{%- endfor %}
    {{ it.terraform }} => fn {{ it.name }}({{ it.parameters }}) {{ it.returns }};
{%- endfor %}
}
