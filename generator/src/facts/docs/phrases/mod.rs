//! What descriptions say in phrases that recur from page to page.

mod allowed;
mod bounds;
mod condition;
mod default;
mod deprecation;
mod list;
mod pattern;
mod regex;
mod relation;
mod replacement;
mod token;
mod unit;

pub use allowed::allowed_values;
pub use bounds::{Bounds, Measure, bounds};
pub use default::default;
pub use deprecation::is_deprecated;
pub use regex::pattern;
pub use relation::{Kind, Relation, relations};
pub use replacement::replaces;
pub use token::Text;
