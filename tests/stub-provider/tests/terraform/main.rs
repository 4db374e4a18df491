//! Real Terraform takes the stand-ins for providers.

mod configuration;
mod every_schema_is_applied;
mod large_schemas_are_served;
mod resources_live;
mod wrong_programs_are_refused;
