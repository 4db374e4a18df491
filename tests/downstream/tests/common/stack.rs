//! A stack that says where the provider of the tests' resources is.

use ferroform::{App, Stack};

/// The stack of this name.
pub fn stack(app: &App, name: &str) -> Stack {
    let stack = app.stack(name);
    stack.required_provider("store", "example/store", None).unwrap();
    stack
}
