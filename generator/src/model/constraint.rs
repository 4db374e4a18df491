//! Version constraints of providers.

/// Says what is wrong with a version constraint, such as `~> 6.0` or `>= 1.2, < 2.0`.
///
/// The rules are those of <https://developer.hashicorp.com/terraform/language/expressions/version-constraints>.
///
/// # Errors
///
/// The term that is none.
pub fn check_constraint(constraint: &str) -> Result<(), String> {
    match constraint.split(',').map(str::trim).find(|term| !is_term(term)) {
        None => Ok(()),
        Some(term) => Err(format!("`{term}` is no version constraint, expected one such as `~> 6.0`")),
    }
}

fn is_term(term: &str) -> bool {
    let version = term.trim_start_matches(['=', '!', '<', '>', '~']);
    let operator = &term[..term.len() - version.len()];
    let (numbers, label) = version.trim().split_once('-').unwrap_or((version.trim(), "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_label = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    matches!(operator, "" | "=" | "!=" | ">" | ">=" | "<" | "<=" | "~>")
        && numbers.split('.').count() <= 3
        && numbers.split('.').all(is_number)
        && label.split(['.', '-', '+']).all(is_label)
}

#[cfg(test)]
mod tests {
    use super::check_constraint;

    #[test]
    fn terms_have_an_operator_and_a_version() {
        for sound in ["~> 6.0", ">= 1.2, < 2.0.0", "1.2.3-beta.1", "!= 3", "= 0.1"] {
            assert_eq!(check_constraint(sound), Ok(()), "{sound}");
        }
        for wrong in ["", "banana", "~> 6.x", "=> 1.0", ">= 1.0,", "~> 1.0\"; evil", "1.2.3.4"] {
            assert!(check_constraint(wrong).is_err(), "{wrong}");
        }
    }
}
