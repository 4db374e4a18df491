//! Which Terraform a stack is for, and which one its parts need.

use std::fmt;

/// A version of Terraform, such as 1.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32, pub(crate) u32);

/// Something that older versions of Terraform do not understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    /// What it is, such as "a `removed` block".
    pub(crate) feature: &'static str,
    /// The first version that has it.
    pub(crate) since: Version,
}

impl Need {
    /// What Terraform has since version 1.`minor`.
    pub(crate) const fn new(feature: &'static str, minor: u32) -> Self {
        Self { feature, since: Version(1, minor, 0) }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(major, minor, patch) = self;
        write!(formatter, "{major}.{minor}")?;
        if *patch > 0 { write!(formatter, ".{patch}") } else { Ok(()) }
    }
}

/// What is wrong with a version constraint, by the rules of
/// <https://developer.hashicorp.com/terraform/language/expressions/version-constraints>.
pub(crate) fn check(constraint: &str) -> Result<(), String> {
    let wrong = constraint.split(',').find(|term| bound(term).is_none());
    match wrong {
        None => Ok(()),
        Some(term) => {
            Err(format!("`{}` is no version constraint; one is `>= 1.5` or `~> 1.9.0`", term.trim()))
        }
    }
}

/// The oldest version that a constraint allows.
pub(crate) fn lowest(constraint: &str) -> Version {
    constraint.split(',').filter_map(bound).max().unwrap_or(Version(0, 0, 0))
}

/// What one term of a constraint says of the oldest version; `None` where it is none.
fn bound(term: &str) -> Option<Version> {
    let term = term.trim();
    let split = term.find(|char: char| char.is_ascii_digit())?;
    let (operator, version) = term.split_at(split);
    let version = parse(version.trim())?;
    match operator.trim() {
        "" | "=" | ">=" | "~>" => Some(version),
        ">" => Some(Version(version.0, version.1, version.2 + 1)),
        "!=" | "<" | "<=" => Some(Version(0, 0, 0)),
        _ => None,
    }
}

/// A version; what follows its numbers after a hyphen, such as `beta1`, does not count.
fn parse(version: &str) -> Option<Version> {
    let mut numbers = version.split('-').next()?.split('.').map(|number| number.parse::<u32>().ok());
    let major = numbers.next()??;
    let [minor, patch] = [numbers.next().unwrap_or(Some(0))?, numbers.next().unwrap_or(Some(0))?];
    numbers.next().is_none().then_some(Version(major, minor, patch))
}

#[cfg(test)]
mod tests {
    use super::{Version, check, lowest};

    #[test]
    fn the_oldest_version_is_the_highest_of_the_lower_bounds() {
        assert_eq!(lowest(">= 1.5"), Version(1, 5, 0));
        assert_eq!(lowest("~> 1.9.2, != 1.9.3"), Version(1, 9, 2));
        assert_eq!(lowest("< 2.0, >= 1.7.1"), Version(1, 7, 1));
        assert_eq!(lowest("1.11.0-beta1"), Version(1, 11, 0));
        assert_eq!(lowest("> 1.6.9"), Version(1, 6, 10));
        assert_eq!(lowest("< 2"), Version(0, 0, 0));
    }

    #[test]
    fn what_is_no_constraint_is_said() {
        assert_eq!(check(">= 1.5, < 2.0.0"), Ok(()));
        for wrong in ["", "latest", ">= 1.5,", "=> 1.5", "1.x", "1.2.3.4"] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
    }
}
