{{ header }}
{%- for (name, text) in modules %}

#[allow(missing_docs, clippy::pedantic, reason = "what is said, and how, is the provider's")]
pub mod {{ name }} {
{{ text }}}
{%- endfor %}
{% for (module, class) in exports %}
pub use {{ module }}::{{ class }};
{%- endfor %}
