//! Which arguments of a block an example has.

use std::collections::BTreeSet;

use crate::model::{Check, Field, Presence};

/// The positions of the required fields, of those that are to be shown, and of what rules want beside them.
pub(super) fn chosen(fields: &[Field], is_shown: impl Fn(&Field) -> bool) -> BTreeSet<usize> {
    let is_chosen = |field: &Field| field.presence == Presence::Required || is_shown(field);
    let mut chosen: BTreeSet<usize> = (0..fields.len()).filter(|at| is_chosen(&fields[*at])).collect();
    let position = |name: &String| fields.iter().position(|field| field.name == *name);
    for (at, field) in fields.iter().enumerate() {
        for rule in &field.rules {
            if let Check::ExactlyOneOf(others) | Check::AtLeastOneOf(others) = &rule.check {
                let group: BTreeSet<_> = others.iter().filter_map(position).chain([at]).collect();
                if chosen.is_disjoint(&group) {
                    chosen.extend(group.first());
                }
            }
        }
    }
    let mut open: Vec<usize> = chosen.iter().copied().collect();
    while let Some(at) = open.pop() {
        for rule in &fields[at].rules {
            if let Check::RequiredWith(others) = &rule.check {
                open.extend(others.iter().filter_map(position).filter(|other| chosen.insert(*other)));
            }
        }
    }
    chosen
}
