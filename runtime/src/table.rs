//! The packed facts of a construct, as the derives write them.
//!
//! One string literal per struct costs rustc next to nothing, where a table of structs would be checked and
//! evaluated entry by entry. Lines are separated by `\n`, items of a line by `\t`, values of an item by `\u{1f}`;
//! a backslash escapes the three and itself (`\n`, `\t`, `\u`, `\\`). The first line is about the struct:
//!
//! - `o`: an object type, whose unset fields are `null`
//! - `d…`: deprecated, and why
//! - `@…`: the path that the rules (`r…`) up to the next `@` are about
//!
//! Every further line is a field: its Terraform name, then
//!
//! - `!`: required
//! - `s`: sensitive or write-only
//! - `w`: write-only
//! - `l`: the block is written into a list, though there is at most one
//! - `d…`: deprecated, and why
//! - `r…`: a rule: severity (`e`, `w`), source (`s`, `d`, `o`, `c`), kind (see [`Rule`]), values

use crate::rule::{Bounds, Check, Rule};
use crate::{Severity, Source};

/// What is known about a struct.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Whether unset fields are written as `null`.
    pub(crate) object: bool,
    /// Why the construct should no longer be used.
    pub(crate) deprecated: Option<String>,
    /// Rules on one path below the construct, in dots.
    pub(crate) path_rules: Vec<(String, Rule)>,
    /// What is known about each field.
    pub(crate) fields: Vec<FieldFacts>,
}

/// What is known about a field.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub(crate) struct FieldFacts {
    /// The name in configuration.
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// Whether the value may be shown.
    pub(crate) secret: bool,
    /// Whether Terraform keeps the value nowhere.
    pub(crate) write_only: bool,
    /// Whether Terraform counts the one block: `cors_configuration[0]`.
    pub(crate) listed: bool,
    /// Why it should no longer be set.
    pub(crate) deprecated: Option<String>,
    pub(crate) rules: Vec<Rule>,
}

impl Table {
    pub(crate) fn parse(packed: &'static str) -> Self {
        let mut lines = packed.split('\n');
        let mut table = Self::default();
        let mut path = String::new();
        for item in lines.next().unwrap_or_default().split('\t') {
            match item.split_at_checked(1) {
                Some(("o", _)) => table.object = true,
                Some(("d", why)) => table.deprecated = Some(unescape(why)),
                Some(("@", at)) => path = unescape(at),
                Some(("r", rule)) => {
                    table.path_rules.extend(parse_rule(rule).map(|rule| (path.clone(), rule)));
                }
                _ => {}
            }
        }
        table.fields = lines.map(FieldFacts::parse).collect();
        table
    }
}

impl FieldFacts {
    fn parse(line: &'static str) -> Self {
        let mut items = line.split('\t');
        let name = items.next().unwrap_or_default();
        let mut facts = Self {
            name,
            required: false,
            secret: false,
            write_only: false,
            listed: false,
            deprecated: None,
            rules: Vec::new(),
        };
        for item in items {
            match item.split_at_checked(1) {
                Some(("!", _)) => facts.required = true,
                Some(("s", _)) => facts.secret = true,
                Some(("w", _)) => facts.write_only = true,
                Some(("l", _)) => facts.listed = true,
                Some(("d", why)) => facts.deprecated = Some(unescape(why)),
                Some(("r", rule)) => facts.rules.extend(parse_rule(rule)),
                _ => {}
            }
        }
        facts
    }
}

fn parse_rule(text: &str) -> Option<Rule> {
    let mut head = text.chars();
    let severity = if head.next()? == 'w' { Severity::Warning } else { Severity::Error };
    let source = match head.next()? {
        's' => Source::Schema,
        'd' => Source::Docs,
        'o' => Source::Override,
        _ => Source::Declared,
    };
    let kind = head.next()?;
    let values: Vec<String> = head.as_str().split('\u{1f}').map(unescape).collect();
    let count = || values.first()?.parse().ok();
    let check = match kind {
        'o' => Check::OneOf(values),
        'n' => Check::Range(bounds(&values)),
        'l' => Check::Length(bounds(&values)),
        'p' => Check::Pattern(values.into_iter().next()?),
        'm' => Check::MinItems(count()?),
        'x' => Check::MaxItems(count()?),
        'c' => Check::ConflictsWith(values),
        '1' => Check::ExactlyOneOf(values),
        '+' => Check::AtLeastOneOf(values),
        'w' => Check::RequiredWith(values),
        _ => return None,
    };
    Some(Rule { check, severity, source })
}

fn bounds(values: &[String]) -> Bounds {
    let bound = |index: usize| values.get(index).and_then(|text| text.parse().ok());
    Bounds { min: bound(0), max: bound(1) }
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => plain.push('\n'),
                Some('t') => plain.push('\t'),
                Some('u') => plain.push('\u{1f}'),
                Some(other) => plain.push(other),
                None => {}
            },
            other => plain.push(other),
        }
    }
    plain
}
