//! The fields of a block.

use std::collections::HashSet;

use super::identifier;
use crate::model::Field;

/// A name for each field, all different.
pub fn assign(fields: &[Field]) -> Vec<String> {
    let fields: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
    distinct(&fields)
}

/// A name for each of Terraform's, all different. One that is good Rust stays as it is, wherever it stands.
pub fn distinct(fields: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = fields.iter().map(|field| identifier::field(field)).collect();
    let mut taken: HashSet<String> = HashSet::with_capacity(names.len());
    let same = |field: &str, name: &str| identifier::plain(name) == field;
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
