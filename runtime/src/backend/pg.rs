//! `pg`: a PostgreSQL database.

use super::Backend;
use crate::Value;

/// Keeps states in a table of a PostgreSQL database.
///
/// See <https://developer.hashicorp.com/terraform/language/backend/pg>.
#[derive(ferroform::Block)]
pub struct PgBackend {
    /// How the database is reached: `postgres://user:password@host/database`.
    #[tf(sensitive)]
    pub conn_str: Value<String>,
    /// The schema with the table; `terraform_remote_state` unless set.
    pub schema_name: Value<String>,
    /// Whether the schema is there already, so that Terraform need not create it.
    pub skip_schema_creation: Value<bool>,
    /// Whether the table is there already.
    pub skip_table_creation: Value<bool>,
    /// Whether the index is there already.
    pub skip_index_creation: Value<bool>,
}

impl Backend for PgBackend {
    const TYPE: &'static str = "pg";
}
