//! How long operations may take: shared by constructs.

use ferroform::Value;

/// How long operations may take.
#[derive(ferroform::Block)]
pub struct Timeouts {
    /// How long a creation may take, such as `30m`.
    #[tf(pattern("^[0-9]+[smh]$"))]
    pub create: Value<String>,
    /// How long a deletion may take.
    pub delete: Value<String>,
}
