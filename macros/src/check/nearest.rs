//! The nearest right word.

/// `; did you mean …?`, or all that would be right where nothing is near.
pub fn hint(wrong: &str, right: &[&str]) -> String {
    let near = right
        .iter()
        .map(|word| (strsim::damerau_levenshtein(wrong, word), *word))
        .filter(|(distance, word)| *distance <= word.len().max(wrong.len()) / 3)
        .min();
    match near {
        Some((_, word)) => format!("; did you mean `{word}`?"),
        None if right.is_empty() => String::new(),
        None => format!("; expected one of `{}`", right.join("`, `")),
    }
}
