//! Letter case as the programs that users come from change it.
//!
//! `cdktn get` names things with npm's [codemaker], which stands on [camelcase] 6.3 and [decamelize] 5.0; jsii-pacmak
//! names Python members with the same package. A program keeps working only where our names equal theirs, so these
//! functions do what those packages do, odd corners included: a letter after a digit is upper-cased, `_id` and `id`
//! are one name, `__meta__` is `meta`.
//!
//! Outside ASCII, `\p{Lu}` and `\p{Ll}` are taken as Unicode's `Uppercase` and `Lowercase` (the standard library has
//! no general categories); the two differ on Roman numerals, circled letters and modifier letters only.
//!
//! [codemaker]: https://www.npmjs.com/package/codemaker
//! [camelcase]: https://www.npmjs.com/package/camelcase
//! [decamelize]: https://www.npmjs.com/package/decamelize

/// The name with an underscore for everything that is no ASCII letter or digit. Keys of objects can hold any character,
/// and source code in which some of them stand says something else than it shows.
#[must_use]
pub fn words(name: &str) -> String {
    name.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect()
}

/// `cors_configuration` becomes `corsConfiguration`.
#[must_use]
pub fn to_camel_case(name: &str) -> String {
    camel_case(name, false)
}

/// `cors_configuration` becomes `CorsConfiguration`.
#[must_use]
pub fn to_pascal_case(name: &str) -> String {
    camel_case(name, true)
}

/// `corsConfiguration` becomes `cors_configuration`; what is in snake case already stays.
#[must_use]
pub fn to_snake_case(name: &str) -> String {
    let chars: Vec<char> = join_units(name);
    if chars.iter().map(|c| c.len_utf16()).sum::<usize>() < 2 {
        return name.to_lowercase();
    }
    if !chars.iter().any(|c| c.is_uppercase()) {
        return chars.iter().collect::<String>().to_lowercase();
    }
    split_acronyms(&split_humps(&chars)).to_lowercase()
}

/// The first character in upper case, as `putFoo` and `resetFoo` are made of `foo`.
#[must_use]
pub fn upper_first(name: &str) -> String {
    let mut chars = name.chars();
    // JavaScript's `name[0].toUpperCase()` sees one UTF-16 unit: half a character outside the BMP, which has no case.
    match chars.next() {
        Some(first) if first.len_utf16() == 1 => first.to_uppercase().chain(chars).collect(),
        _ => name.to_owned(),
    }
}

/// The first character in lower case, as `fooToTerraform` is made of `Foo`.
#[must_use]
pub fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if first.len_utf16() == 1 => first.to_lowercase().chain(chars).collect(),
        _ => name.to_owned(),
    }
}

fn camel_case(name: &str, pascal: bool) -> String {
    let name = name.trim_matches(is_space);
    let mut chars = name.chars();
    let Some(first) = chars.next() else { return String::new() };
    if first.len_utf16() == 1 && chars.next().is_none() {
        return if pascal { name.to_uppercase() } else { name.to_lowercase() };
    }
    let lower = name.to_lowercase();
    let lower = if lower == name { lower } else { mark_humps(name).to_lowercase() };
    let mut chars: Vec<char> = lower.trim_start_matches(is_separator).chars().collect();
    if pascal && chars.first().is_some_and(|c| c.len_utf16() == 1) {
        chars.splice(..1, chars[0].to_uppercase().collect::<Vec<_>>());
    }
    upper_after_digits(&upper_after_separators(&chars))
}

/// What JavaScript's `trim` takes away.
fn is_space(c: char) -> bool {
    c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}')
}

fn is_separator(c: char) -> bool {
    matches!(c, '_' | '.' | '-' | ' ')
}

fn is_identifier(c: char) -> bool {
    c == '_' || c.is_alphabetic() || c.is_numeric()
}

/// Puts a separator where `fooBar` and `FOOBar` have a border, so that lower-casing does not lose it.
fn mark_humps(name: &str) -> String {
    let mut marked: Vec<char> = Vec::with_capacity(name.len() + 4);
    let (mut last_lower, mut last_upper, mut before_last_upper) = (false, false, false);
    for c in name.chars() {
        if c.len_utf16() == 2 {
            // JavaScript sees two halves, neither of which has a case.
            (last_lower, last_upper, before_last_upper) = (false, false, false);
        } else if last_lower && c.is_uppercase() {
            marked.push('-');
            (last_lower, last_upper, before_last_upper) = (false, true, last_upper);
        } else if last_upper && before_last_upper && c.is_lowercase() {
            marked.insert(marked.len() - 1, '-');
            (last_lower, last_upper, before_last_upper) = (true, false, false);
        } else {
            let (is_lower, is_upper) = (is_own(c, c.to_lowercase()), is_own(c, c.to_uppercase()));
            (last_lower, last_upper, before_last_upper) =
                (is_lower && !is_upper, is_upper && !is_lower, last_upper);
        }
        marked.push(c);
    }
    marked.into_iter().collect()
}

fn is_own(c: char, mut mapped: impl Iterator<Item = char>) -> bool {
    mapped.next() == Some(c) && mapped.next().is_none()
}

/// Drops each run of separators and upper-cases what follows.
fn upper_after_separators(chars: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        if !is_separator(chars[at]) {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        let run = chars[at..].iter().take_while(|c| is_separator(**c)).count();
        match chars.get(at + run) {
            None => at += run,
            Some(next) if is_identifier(*next) => {
                out.extend(next.to_uppercase());
                at += run + 1;
            }
            Some(_) => {
                // Nothing to upper-case. An underscore counts as what follows the separators before it.
                let underscore = (1..run).rev().find(|offset| chars[at + offset] == '_').unwrap_or(0);
                out.push(chars[at + underscore]);
                at += underscore + 1;
            }
        }
    }
    out
}

/// Upper-cases a letter that stands right after a digit.
fn upper_after_digits(chars: &[char]) -> String {
    let mut out = String::with_capacity(chars.len());
    let mut after_digit = false;
    for &c in chars {
        if after_digit && is_identifier(c) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        after_digit = c.is_ascii_digit();
    }
    out
}

/// The characters of `name` with `KiB`, `MiB` and `GiB` as words (`sizeGiB` is `size_gib`, not `size_gi_b`).
fn join_units(name: &str) -> Vec<char> {
    let mut chars: Vec<char> = name.chars().collect();
    let mut at = 0;
    while at + 3 <= chars.len() {
        let starts_word = at == 0 || !chars[at - 1].is_ascii_uppercase();
        let is_unit = matches!(chars[at..at + 3], ['K' | 'M' | 'G', 'i', 'B']);
        let ends_word = chars.get(at + 3).is_none_or(|c| !c.is_ascii_lowercase());
        if starts_word && is_unit && ends_word {
            chars[at + 2] = 'b';
            // The character after a unit belongs to its match and cannot start the next one.
            at += 4;
        }
        at += 1;
    }
    chars
}

/// `fooBar` becomes `foo_Bar`.
fn split_humps(chars: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(chars.len() + 8);
    for (at, &c) in chars.iter().enumerate() {
        let after = at.checked_sub(1).map(|before| chars[before]);
        if c.is_uppercase() && after.is_some_and(|b| b.is_lowercase() || b.is_ascii_digit()) {
            out.push('_');
        }
        out.push(c);
    }
    out
}

/// `FOOBar` becomes `FOO_Bar`.
fn split_acronyms(chars: &[char]) -> String {
    let mut out = String::with_capacity(chars.len() + 8);
    let mut at = 0;
    while at < chars.len() {
        out.push(chars[at]);
        let ends_acronym = chars[at].is_uppercase()
            && chars.get(at + 1).is_some_and(|c| c.is_uppercase())
            && chars.get(at + 2).is_some_and(|c| c.is_lowercase());
        at += 1;
        if ends_acronym {
            out.push('_');
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What codemaker 1.128 makes of each name: camel, Pascal and snake case, and the snake case of the camel case,
    /// which is what jsii-pacmak calls the member in Python.
    const CODEMAKER: &[(&str, &str, &str, &str, &str)] = &[
        ("2fa_enabled", "2FaEnabled", "2FaEnabled", "2fa_enabled", "2_fa_enabled"),
        ("_id", "id", "Id", "_id", "id"),
        ("__meta__", "meta", "Meta", "__meta__", "meta"),
        ("ETag", "eTag", "ETag", "e_tag", "e_tag"),
        ("policy_id", "policyId", "PolicyId", "policy_id", "policy_id"),
        ("policyid", "policyid", "Policyid", "policyid", "policyid"),
        ("a1b2", "a1B2", "A1B2", "a1b2", "a1_b2"),
        ("x509_cert", "x509Cert", "X509Cert", "x509_cert", "x509_cert"),
        ("ipv6_cidr", "ipv6Cidr", "Ipv6Cidr", "ipv6_cidr", "ipv6_cidr"),
        ("foo-bar", "fooBar", "FooBar", "foo-bar", "foo_bar"),
        ("foo.bar", "fooBar", "FooBar", "foo.bar", "foo_bar"),
        ("foo__bar", "fooBar", "FooBar", "foo__bar", "foo_bar"),
        ("FooBAR_baz", "fooBarBaz", "FooBarBaz", "foo_bar_baz", "foo_bar_baz"),
        ("GiB", "giB", "GiB", "gib", "gi_b"),
        ("sizeGiB", "sizeGiB", "SizeGiB", "size_gib", "size_gib"),
        ("bgp_ipv6_state", "bgpIpv6State", "BgpIpv6State", "bgp_ipv6_state", "bgp_ipv6_state"),
        ("bgp_ipv6state", "bgpIpv6State", "BgpIpv6State", "bgp_ipv6state", "bgp_ipv6_state"),
        ("HTTPServer", "httpServer", "HttpServer", "http_server", "http_server"),
        ("\u{fc}nder_score", "\u{fc}nderScore", "\u{dc}nderScore", "\u{fc}nder_score", "\u{fc}nder_score"),
        ("id_", "id", "Id", "id_", "id"),
        ("a", "a", "A", "a", "a"),
        ("A", "a", "A", "a", "a"),
        ("\u{df}_a", "\u{df}A", "SSA", "\u{df}_a", "\u{df}_a"),
        ("foo bar", "fooBar", "FooBar", "foo bar", "foo_bar"),
        ("v2_0", "v20", "V20", "v2_0", "v20"),
        ("aB1cD", "aB1CD", "AB1CD", "a_b1c_d", "a_b1_cd"),
    ];

    #[test]
    fn names_change_case_as_codemaker_changes_it() {
        for (name, camel, pascal, snake, python) in CODEMAKER {
            assert_eq!(to_camel_case(name), *camel, "camel case of {name}");
            assert_eq!(to_pascal_case(name), *pascal, "Pascal case of {name}");
            assert_eq!(to_snake_case(name), *snake, "snake case of {name}");
            assert_eq!(to_snake_case(camel), *python, "Python name of {name}");
        }
    }

    #[test]
    fn a_first_letter_changes_alone() {
        assert_eq!(upper_first("corsConfiguration"), "CorsConfiguration");
        assert_eq!(lower_first("Apigatewayv2Api"), "apigatewayv2Api");
        assert_eq!(upper_first(""), "");
    }
}
