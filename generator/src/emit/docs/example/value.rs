//! Plausible values for arguments, by type, name and rules.

use regex_lite::Regex;
use serde_json::Number;

use crate::model::{Check, Field, Rule};
use crate::program::Expression;

/// What a value is wanted for.
#[derive(Clone, Copy)]
pub(super) struct Want<'a> {
    /// The name of the argument, or of one of its elements.
    pub name: &'a str,
    /// The words of the construct's type name, such as `["aws", "apigatewayv2", "api"]`.
    pub words: &'a [&'a str],
    /// Whether the value is one that no page shows.
    pub is_hidden: bool,
    /// What the value must be.
    pub rules: &'a [&'a Rule],
    /// Which element of a collection it is.
    pub index: usize,
}

impl<'a> Want<'a> {
    pub(super) fn of(field: &'a Field, words: &'a [&'a str], rules: &'a [&'a Rule]) -> Self {
        Self { name: &field.name, words, is_hidden: field.sensitive || field.write_only, rules, index: 0 }
    }

    /// A string that keeps the rules, as far as one can be found.
    pub(super) fn string(self) -> String {
        let allowed = self.rules.iter().find_map(|rule| match &rule.check {
            Check::OneOf(values) => values.get(self.index % values.len().max(1)),
            _ => None,
        });
        if let Some(allowed) = allowed {
            return allowed.clone();
        }
        let hidden = self.is_hidden.then(|| "(sensitive)".to_owned());
        let named = hidden.unwrap_or_else(|| by_name(self.name, self.words));
        let named = if self.index == 0 { named } else { format!("{named}-{}", self.index + 1) };
        let named = self.of_length(named);
        let pattern = self.rules.iter().find_map(|rule| match &rule.check {
            Check::Pattern(pattern) => Regex::new(pattern).ok(),
            _ => None,
        });
        let Some(pattern) = pattern.filter(|pattern| !pattern.is_match(&named)) else { return named };
        let others = PATTERNED.iter().map(|other| self.of_length((*other).to_owned()));
        others.into_iter().find(|other| pattern.is_match(other)).unwrap_or(named)
    }

    /// The text with as many characters as the rules want.
    fn of_length(self, text: String) -> String {
        let mut text = text;
        for rule in self.rules {
            if let Check::Length { min, max } = &rule.check {
                let count = text.chars().count() as u64;
                if let Some(min) = min.filter(|min| count < *min) {
                    text.extend((count..min).map(|_| 'x'));
                }
                if let Some(max) = max.filter(|max| count > *max) {
                    text = text.chars().take(usize::try_from(max).unwrap_or(usize::MAX)).collect();
                }
            }
        }
        text
    }

    /// A number that keeps the rules.
    pub(super) fn number(self) -> Expression {
        let allowed = self.rules.iter().find_map(|rule| match &rule.check {
            Check::OneOfNumbers(values) => values.get(self.index % values.len().max(1)),
            _ => None,
        });
        if let Some(allowed) = allowed {
            return number(allowed);
        }
        let named =
            last_word(self.name, NUMBERS).copied().unwrap_or(1) + i64::try_from(self.index).unwrap_or(0);
        let bounds = self.rules.iter().find_map(|rule| match &rule.check {
            Check::Range { min, max } => Some((min.as_ref(), max.as_ref())),
            _ => None,
        });
        let (min, max) = bounds.unwrap_or_default();
        #[allow(clippy::cast_precision_loss, reason = "values by name are small")]
        let value = named as f64;
        match (min.filter(|min| float(min) > value), max.filter(|max| float(max) < value)) {
            (Some(bound), _) | (None, Some(bound)) => number(bound),
            (None, None) => Expression::Integer(named),
        }
    }
}

fn number(number: &Number) -> Expression {
    number.as_i64().map_or_else(|| Expression::Float(float(number)), Expression::Integer)
}

fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or_default()
}

/// The entry for the longest run of last words of a name.
fn last_word<'a, T>(name: &str, table: &'a [(&str, T)]) -> Option<&'a T> {
    table.iter().find_map(|(ending, value)| {
        let before = name.strip_suffix(ending)?;
        (before.is_empty() || before.ends_with('_')).then_some(value)
    })
}

/// A string that an argument of this name might hold.
fn by_name(name: &str, words: &[&str]) -> String {
    let provider = words.first().copied().unwrap_or_default();
    if let Some(value) =
        last_word(name, if provider == "aws" { AWS } else { &[] }).or_else(|| last_word(name, STRINGS))
    {
        return (*value).to_owned();
    }
    if let Some(stem) = name.strip_suffix("arn") {
        let stem = stem.trim_end_matches('_').replace('_', "-");
        let service = words.get(1).filter(|_| provider == "aws").copied().unwrap_or("example");
        let region = if service == "iam" { "" } else { "eu-west-1" };
        let resource = if stem.is_empty() { "example".to_owned() } else { format!("{stem}/example") };
        return format!("arn:aws:{service}:{region}:123456789012:{resource}");
    }
    match name.strip_suffix("id") {
        Some("") => "12345678".to_owned(),
        Some(stem) if stem.ends_with('_') => {
            format!("{}-12345678", stem.trim_end_matches('_').replace('_', "-"))
        }
        _ => "example".to_owned(),
    }
}

/// Strings by the last words of the argument's name; longer endings before the shorter ones in them.
const STRINGS: &[(&str, &str)] = &[
    ("backend", "local"),
    ("bucket", "example-bucket"),
    ("cidr", "10.0.0.0/16"),
    ("cidr_block", "10.0.0.0/16"),
    ("cidr_ipv4", "10.0.0.0/16"),
    ("cidr_ipv6", "2001:db8::/56"),
    ("country", "DE"),
    ("cron", "0 4 * * *"),
    ("date", "2030-01-01"),
    ("definition", "{}"),
    ("description", "An example."),
    ("dns_name", "example.com"),
    ("document", "{}"),
    ("domain", "example.com"),
    ("domain_name", "example.com"),
    ("email", "user@example.com"),
    ("email_address", "user@example.com"),
    ("endpoint", "https://example.com"),
    ("fqdn", "example.com"),
    ("host", "example.com"),
    ("hostname", "example.com"),
    ("ip", "192.0.2.1"),
    ("ip_address", "192.0.2.1"),
    ("ip_range", "10.0.0.0/16"),
    ("ipv4_address", "192.0.2.1"),
    ("ipv6_address", "2001:db8::1"),
    ("json", "{}"),
    ("method", "GET"),
    ("path", "/example"),
    ("policy", "{}"),
    ("port", "443"),
    ("protocol", "tcp"),
    ("schema", "{}"),
    ("time", "2030-01-01T00:00:00Z"),
    ("timestamp", "2030-01-01T00:00:00Z"),
    ("uri", "https://example.com"),
    ("url", "https://example.com"),
    ("version", "1.0"),
    ("zone_name", "example.com"),
];

/// Strings that look like this with Amazon only.
const AWS: &[(&str, &str)] = &[
    ("account_id", "123456789012"),
    ("availability_zone", "eu-west-1a"),
    ("aws_account", "123456789012"),
    (
        "certificate_arn",
        "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
    ),
    ("kms_key_arn", "arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012"),
    ("region", "eu-west-1"),
    ("role_arn", "arn:aws:iam::123456789012:role/example"),
    ("schedule_expression", "rate(1 day)"),
    ("security_group_id", "sg-12345678"),
    ("security_group_ids", "sg-12345678"),
    ("subnet_id", "subnet-12345678"),
    ("subnet_ids", "subnet-12345678"),
];

/// Numbers by the last word of the argument's name; 1 for all others.
const NUMBERS: &[(&str, i64)] = &[
    ("days", 7),
    ("gb", 10),
    ("id", 12_345_678),
    ("minutes", 5),
    ("percent", 50),
    ("percentage", 50),
    ("port", 443),
    ("seconds", 300),
    ("size", 10),
    ("ttl", 300),
    ("year", 2030),
];

/// What a pattern may want where the name gives no match.
const PATTERNED: &[&str] = &[
    "example",
    "Example",
    "EXAMPLE",
    "example-1",
    "example1",
    "a",
    "1",
    "12345678",
    "123456789012",
    "0",
    "1.0",
    "1.0.0",
    "*",
    "/",
    "/example",
    "$default",
    "$request.body.action",
    "10.0.0.0/16",
    "192.0.2.1",
    "example.com",
    "https://example.com",
    "s3://example/example",
    "arn:aws:iam::123456789012:role/example",
    "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
    "eu-west-1",
    "2030-01-01",
    "2030-01-01T00:00:00Z",
    "00:00",
    "user@example.com",
    "{}",
    "12345678-1234-1234-1234-123456789012",
];
