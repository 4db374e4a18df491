//! The fields of a block.

use std::collections::HashSet;

use super::identifier;
use crate::model::Field;

/// A name for each field, all different. A field whose name is good Rust has it, wherever it stands.
pub fn assign(fields: &[Field]) -> Vec<String> {
    let mut names: Vec<String> = fields.iter().map(|field| identifier::field(&field.name)).collect();
    let mut taken: HashSet<String> = HashSet::with_capacity(names.len());
    let same = |field: &Field, name: &str| identifier::plain(name) == field.name;
    for (_, name) in fields.iter().zip(&names).filter(|(field, name)| same(field, name)) {
        taken.insert(name.clone());
    }
    for (_, name) in fields.iter().zip(&mut names).filter(|(field, name)| !same(field, name)) {
        let base = identifier::plain(name).to_owned();
        let mut count = 1;
        while !taken.insert(name.clone()) {
            count += 1;
            *name = format!("{base}_{count}");
        }
    }
    names
}
