//! What descriptions say in phrases that recur from page to page.

mod allowed;
mod pattern;
mod token;

pub use allowed::allowed_values;
