{{ doc }}

{% for statement in imports -%}
{{ statement }}
{% endfor %}
class {{ class }}:
    {{ doc }}

    def __init__(self, provider_local_name: {{ string }}) -> None:
        """A provider's configuration has them ready, as ``functions``.

        :param provider_local_name: the name that stacks require the provider by, usually its own; an alias is none
        """
{% for function in functions %}
    {%- for decorator in function.decorator %}
    {{ decorator }}
    {%- endfor %}
    def {{ function.method }}(self{{ function.parameters }}) -> {{ function.result }}:
        {{ function.doc }}
{% endfor %}
