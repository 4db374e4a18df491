//! The word that a misspelt one was meant to be.

/// The candidate that is fewest changes of a character away, unless that is more than a third of the word.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = candidates.into_iter().map(|candidate| (distance(word, candidate), candidate));
    let near = near.filter(|(distance, _)| *distance <= word.chars().count() / 3 + 1);
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// How many characters have to be put in, left out or replaced.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, char) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, candidate) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(char != *candidate);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_seen_through() {
        let words = ["name", "labels", "quota"];
        assert_eq!(nearest("lables", words), Some("labels"));
        assert_eq!(nearest("nam", words), Some("name"));
        assert_eq!(nearest("encryption", words), None);
    }
}
