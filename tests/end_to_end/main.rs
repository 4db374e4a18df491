//! What a user would notice, tried with the real tools. One file per promise.

mod repository_is_in_order;
mod schemas_are_what_terraform_prints;
