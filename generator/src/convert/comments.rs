//! Comments, as they stand around what they speak of.

use hcl_edit::Decorate;

/// The comments above something and behind it on its last line.
pub(super) fn around(node: &impl Decorate) -> Vec<String> {
    let decor = node.decor();
    let above = decor.prefix().map(|text| lines(text)).unwrap_or_default();
    let behind = decor.suffix().map(|text| lines(text)).unwrap_or_default();
    above.into_iter().chain(behind).collect()
}

/// The comments behind a value on its line.
pub(super) fn behind(node: &impl Decorate) -> Vec<String> {
    node.decor().suffix().map(|text| lines(text)).unwrap_or_default()
}

/// The lines of the comments in what stands between two things, without marks.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['#', '/']) {
        rest = &rest[start..];
        if let Some(block) = rest.strip_prefix("/*") {
            let end = block.find("*/").unwrap_or(block.len());
            let inner = block[..end].lines().map(|line| line.trim().trim_start_matches('*').trim());
            found.extend(inner.filter(|line| !line.is_empty()).map(str::to_owned));
            rest = block.get(end + 2..).unwrap_or_default();
        } else {
            let end = rest.find('\n').unwrap_or(rest.len());
            let line = rest[..end].trim_start_matches("//").trim_start_matches('#');
            found.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
            rest = &rest[end..];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn marks_are_no_part_of_comments() {
        assert_eq!(
            lines("\n  # one\n  // two\n\n  /* three\n   * four */ "),
            ["one", "two", "three", "four"]
        );
        assert_eq!(lines("  \n\n "), Vec::<String>::new());
        assert_eq!(lines("#   indented  \n"), ["  indented"]);
    }
}
