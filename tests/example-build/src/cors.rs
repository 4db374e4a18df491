//! The house's own view of a nested block: less to set, and less to get wrong.

use ferroform::{Number, Set, Value};

/// Who may call an API from a browser.
#[derive(ferroform::Block)]
pub struct Cors {
    /// Origins, each with its scheme.
    #[tf(required, name = "allow_origins", min_items(1))]
    pub origins: Value<Set<String>>,
    /// How long browsers remember the answer, in seconds; an hour at most.
    #[tf(name = "max_age", range(0, 3600))]
    pub seconds: Value<Number>,
}
