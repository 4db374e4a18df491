//! What is wrong with a configuration.
//!
//! Terraform has the schema and judges by it; two things it leaves to providers, which all refuse them alike.

use std::cell::RefCell;

use rmpv::Value;

use crate::protocol::Diagnostic;
use crate::schema::Block;
use crate::walk;

/// Everything that a provider would refuse.
pub fn problems(block: &Block, configuration: Value) -> Vec<Diagnostic> {
    let problems = RefCell::new(Vec::new());
    let problem = |summary, detail| problems.borrow_mut().push(Diagnostic::error(summary, detail));
    walk::attributes(block, configuration, &Value::Nil, &|name, attribute, value, _| {
        let is_null = value.is_nil();
        if attribute.required && is_null {
            problem(
                "Missing required argument",
                format!("The argument \"{name}\" is required, but it is null."),
            );
        }
        if !attribute.required && !attribute.optional && !is_null {
            problem(
                "Value for unconfigurable attribute",
                format!("Only the provider decides what \"{name}\" is."),
            );
        }
        value
    });
    problems.into_inner()
}
