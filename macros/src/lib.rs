//! The derive macros of the `ferroform` crate.
