//! Turns what `terraform providers schema -json` prints into typed bindings and documentation.
