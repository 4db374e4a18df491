{{ header }}
//! Typed bindings for the Terraform provider {{ source }}.
//!
//! Each resource, data source and ephemeral resource has a module with its struct and the structs of its nested
//! blocks. The struct itself is exported here too.

{% for module in modules -%}
pub mod {{ module }};
{% endfor %}
{%- for (module, class) in exports %}
pub use {{ module }}::{{ class }};
{%- endfor %}
