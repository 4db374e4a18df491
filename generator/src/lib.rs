//! Turns what `terraform providers schema -json` prints into typed bindings and documentation.
//!
//! The data goes one way: [`model`] is built from provider schemas, names are decided on it for each language,
//! [`emit`] renders it and [`output`] writes what was rendered.

mod config;
pub mod convert;
mod device;
pub mod emit;
pub mod facts;
pub mod generate;
pub mod inspect;
pub mod model;
pub mod names;
mod nearest;
pub mod old_ways;
pub mod output;
pub mod pages;
mod pattern;
mod problem;
pub mod program;
pub mod read;
pub mod schema;
mod select;

pub use config::{Config, Problems};
pub use problem::Problem;
