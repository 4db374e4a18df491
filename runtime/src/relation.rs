//! Rules on which fields are set together.

use crate::node::Content;
use crate::path::{self, Presence};
use crate::rule::Check;
use crate::table::Table;

/// What is found and what would be allowed, where the field `own` of a body breaks such a rule.
///
/// An expression may be `null`: no rule fails on it.
pub(crate) fn broken(
    check: &Check,
    own: usize,
    table: &Table,
    content: &Content<'_>,
) -> Option<(String, String)> {
    let presence = |path: &str| path::presence(path, content);
    let with = |paths: &[String], wanted: Presence| -> Vec<String> {
        paths.iter().filter(|path| presence(path) == wanted).cloned().collect()
    };
    let name = table.fields[own].name;
    match check {
        Check::ConflictsWith(others) if presence(name) == Presence::Present => {
            let set = with(others, Presence::Present);
            let found = || format!("it together with {}", quoted(&set));
            (!set.is_empty()).then(|| (found(), format!("only one of it and {}", quoted(others))))
        }
        Check::RequiredWith(others) if presence(name) == Presence::Present => {
            let missing = with(others, Presence::Absent);
            let found = || format!("it without {}", quoted(&missing));
            (!missing.is_empty()).then(|| (found(), format!("it together with {}", quoted(&missing))))
        }
        Check::ExactlyOneOf(_) | Check::AtLeastOneOf(_) => {
            let group = group(check, own, table);
            if speaker(check, &group, table) != Some(own) {
                return None;
            }
            let set = with(&group, Presence::Present);
            let none = set.is_empty() && with(&group, Presence::Unknown).is_empty();
            let found = if none { "none".to_owned() } else { quoted(&set) };
            match check {
                Check::ExactlyOneOf(_) if none || set.len() > 1 => {
                    Some((found, format!("exactly one of {}", quoted(&group))))
                }
                Check::AtLeastOneOf(_) if none => {
                    Some((found, format!("at least one of {}", quoted(&group))))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The paths that the rule is about, that of the field on which it stands among them, in the order of the fields.
fn group(check: &Check, own: usize, table: &Table) -> Vec<String> {
    let (Check::ExactlyOneOf(others) | Check::AtLeastOneOf(others)) = check else { return Vec::new() };
    let position = |path: &String| {
        let name = path.split('.').next();
        table.fields.iter().position(|field| Some(field.name) == name)
    };
    let mut group: Vec<String> = others.iter().cloned().chain([table.fields[own].name.to_owned()]).collect();
    group.sort_by_cached_key(|path| (position(path), path.clone()));
    group.dedup();
    group
}

/// Each field of a group usually carries the rule: the first one that does speaks for all.
fn speaker(check: &Check, members: &[String], table: &Table) -> Option<usize> {
    let kind = std::mem::discriminant(check);
    table.fields.iter().enumerate().position(|(index, field)| {
        field.rules.iter().any(|rule| {
            std::mem::discriminant(&rule.check) == kind && group(&rule.check, index, table) == members
        })
    })
}

fn quoted(paths: &[String]) -> String {
    paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ")
}
