//! What generated and hand-written Terraform programs in Rust stand on.
