//! What each thing is called in each language, decided on the whole provider.

pub mod case;
