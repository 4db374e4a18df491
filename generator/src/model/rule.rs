//! What a value must be, and what an import ID is made of.

use std::mem;

use serde_json::Number;

/// A rule on the value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    /// What is checked.
    pub check: Check,
    /// Whether a violation stops a program.
    pub severity: Severity,
    /// Where the rule comes from.
    pub provenance: Provenance,
}

/// What a rule checks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Check {
    /// The value, or each element of a collection, is one of these.
    OneOf(Vec<String>),
    /// The number, or each one of a collection, is one of these.
    OneOfNumbers(Vec<Number>),
    /// The number lies within these bounds, both inclusive.
    Range {
        /// The least value.
        min: Option<Number>,
        /// The greatest value.
        max: Option<Number>,
    },
    /// The string has this many characters, bounds inclusive.
    Length {
        /// The least number of characters.
        min: Option<u64>,
        /// The greatest number of characters.
        max: Option<u64>,
    },
    /// The string matches this regular expression, anywhere unless it is anchored.
    Pattern(String),
    /// The collection has at least this many items.
    MinItems(u64),
    /// The collection has at most this many items.
    MaxItems(u64),
    /// None of these fields of the same block is set beside it.
    ConflictsWith(Vec<String>),
    /// Of it and these fields of the same block exactly one is set.
    ExactlyOneOf(Vec<String>),
    /// Of it and these fields of the same block at least one is set.
    AtLeastOneOf(Vec<String>),
    /// Each of these fields of the same block is set beside it.
    RequiredWith(Vec<String>),
}

impl Check {
    /// Every [`term`](Self::term).
    pub const TERMS: &[&str] = &[
        "one_of",
        "range",
        "length",
        "pattern",
        "min_items",
        "max_items",
        "conflicts_with",
        "exactly_one_of",
        "at_least_one_of",
        "required_with",
    ];

    /// Whether both check the same thing, be it against other values.
    #[must_use]
    pub fn is_of_one_kind_with(&self, other: &Self) -> bool {
        mem::discriminant(self) == mem::discriminant(other)
    }

    /// What derives, overrides and messages call the rule.
    #[must_use]
    pub fn term(&self) -> &'static str {
        match self {
            Self::OneOf(_) | Self::OneOfNumbers(_) => "one_of",
            Self::Range { .. } => "range",
            Self::Length { .. } => "length",
            Self::Pattern(_) => "pattern",
            Self::MinItems(_) => "min_items",
            Self::MaxItems(_) => "max_items",
            Self::ConflictsWith(_) => "conflicts_with",
            Self::ExactlyOneOf(_) => "exactly_one_of",
            Self::AtLeastOneOf(_) => "at_least_one_of",
            Self::RequiredWith(_) => "required_with",
        }
    }

    /// The fields of the same block that the rule names.
    #[must_use]
    pub fn others(&self) -> &[String] {
        match self {
            Self::ConflictsWith(names)
            | Self::ExactlyOneOf(names)
            | Self::AtLeastOneOf(names)
            | Self::RequiredWith(names) => names,
            _ => &[],
        }
    }
}

/// What a violation of a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It stops the program.
    Error,
    /// It is printed.
    Warning,
}

/// Where a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// The provider's schema.
    Schema,
    /// The provider's documentation.
    Docs,
    /// A person who wrote an override.
    Override,
}

/// A format of the string that `terraform import` takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportId {
    /// Literal text and parts in turn, such as `{api_id}`, `/`, `{id}`.
    pub segments: Vec<Segment>,
    /// Where the format comes from.
    pub provenance: Provenance,
}

/// A piece of an [`ImportId`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text that stands in every ID.
    Literal(String),
    /// A named part, an attribute's name where one carries the value.
    Part(String),
    /// A named part at the end that may hold what separates the parts before it, as ARNs do.
    Rest(String),
}

impl ImportId {
    /// The format as a template, such as `{api_id}/{integration_id}/{id}` or `{group}/{+policy_arn}`; the `+` is that of RFC 6570's
    /// reserved expansion.
    #[must_use]
    pub fn template(&self) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Part(name) => format!("{{{name}}}"),
            Segment::Rest(name) => format!("{{+{name}}}"),
        };
        self.segments.iter().map(piece).collect()
    }
}
