{{ header }}
//! {{ doc }}
{%- if !imports.is_empty() %}

use {{ imports }};
{%- endif %}
{%- if !exports.is_empty() %}
{% for it in exports %}
pub use {{ it.module }}::{{ it.name }}{% if let Some(alias) = it.alias %} as {{ alias }}{% endif %};
{%- endfor %}
{%- endif %}
{%- if !preamble.is_empty() %}

{{ preamble }}
{%- endif %}
{%- for it in structs %}
{% for line in it.doc %}
///{% if !line.is_empty() %} {% endif %}{{ line }}
{%- endfor %}
#[derive(ferroform::{{ it.derive }})]
{%- for attribute in it.attributes %}
{{ attribute }}
{%- endfor %}
{%- if let Some(line) = it.computed_line %}
{{ line }}
{%- else if !it.computed.is_empty() %}
#[tf(computed(
{%- for member in it.computed %}
{%- for line in member.doc %}
    ///{% if !line.is_empty() %} {% endif %}{{ line }}
{%- endfor %}
{%- for attribute in member.attributes %}
    {{ attribute }}
{%- endfor %}
    {{ member.name }}:{{ member.gap }}{{ member.ty }},
{%- endfor %}
))]
{%- endif %}
{%- if it.fields.is_empty() %}
pub struct {{ it.name }} {}
{%- else %}
pub struct {{ it.name }}{{ it.gap }}{
{%- for member in it.fields %}
{%- for line in member.doc %}
    ///{% if !line.is_empty() %} {% endif %}{{ line }}
{%- endfor %}
{%- for attribute in member.attributes %}
    {{ attribute }}
{%- endfor %}
    pub {{ member.name }}:{{ member.gap }}{{ member.ty }},
{%- endfor %}
}
{%- endif %}
{%- endfor %}
{%- for it in aliases %}

/// {{ it.doc }}
pub type {{ it.name }} ={{ it.gap }}{{ it.of }};
{%- endfor %}
