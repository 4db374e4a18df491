//! What a page says of an argument, as a description that stands for itself.

use std::collections::HashMap;
use std::ops::Range;

/// Words in parentheses before a description that the schema knows better.
const MARKS: &[&str] = &[
    "attributes",
    "beta",
    "block",
    "bool",
    "boolean",
    "computed",
    "deprecated",
    "force",
    "forces",
    "int",
    "integer",
    "list",
    "map",
    "number",
    "optional",
    "output",
    "read-only",
    "required",
    "sensitive",
    "set",
    "string",
    "write-only",
];

/// What sentences begin with that only say where on the page there is more.
const POINTERS: &[&str] = &[
    "see",
    "structure",
    "defined",
    "described",
    "detailed",
    "details",
    "documented",
    "fields",
    "refer",
    "supports",
];

/// What a page says of an argument.
#[derive(Debug, Default, Clone)]
pub struct Entry {
    /// What stands in parentheses first: `Optional, Forces new resource`.
    pub marks: String,
    /// The description, in Markdown; empty where nothing is said.
    pub description: String,
    /// What paragraphs beside it say.
    pub notes: String,
}

/// What stands at some places of a page. `targets` is where links lead that the page names at its end.
pub fn read(page: &str, ranges: &[Range<usize>], targets: &HashMap<String, String>) -> Entry {
    let texts = ranges.iter().map(|range| dedented(&page[range.clone()]));
    let text = texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n\n");
    let (marks, text) = split_marks(&text);
    let text = without_pointers(&without_own_links(&with_targets(text, targets)));
    Entry { marks, description: text.trim().to_owned(), notes: String::new() }
}

impl Entry {
    /// Adds the paragraphs beside it.
    pub fn with_notes(self, page: &str, ranges: &[Range<usize>]) -> Self {
        let notes: Vec<_> = ranges.iter().map(|range| &page[range.clone()]).collect();
        Self { notes: notes.join("\n\n"), ..self }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.description.is_empty() && self.notes.is_empty()
    }
}

/// The first sentence with a word, whatever its case; empty where there is none.
pub fn sentence_with<'t>(text: &'t str, word: &str) -> &'t str {
    let has = |sentence: &&str| sentence.to_lowercase().contains(word);
    let sentence = sentences(text).into_iter().find(has).unwrap_or_default();
    let from = sentence.to_lowercase().find(word).and_then(|at| sentence.get(..at)?.rfind('\n'));
    sentence[from.unwrap_or(0)..].trim()
}

/// Takes away the space that the lines of a list item are set in by.
fn dedented(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<_> = lines.collect();
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let least = rest.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let mut dedented = first.trim().to_owned();
    for line in rest {
        dedented.push('\n');
        dedented.push_str(line.get(least..).unwrap_or_default().trim_end());
    }
    dedented
}

/// Takes off `- (Required, Forces new resource)`.
fn split_marks(text: &str) -> (String, &str) {
    let mut text = text.trim_start();
    let mut found = Vec::new();
    loop {
        text = text.trim_start_matches(['-', '–', '—', ':']).trim_start();
        let Some((marks, rest)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) else { break };
        let first = marks.split([',', ' ', ';']).next().unwrap_or_default().to_lowercase();
        if !MARKS.contains(&first.trim_matches(['*', '_'])) {
            break;
        }
        found.push(marks);
        text = rest.trim_start();
    }
    (found.join(", "), text)
}

/// Writes out where links lead: `[text][name]`.
fn with_targets(text: &str, targets: &HashMap<String, String>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("][") {
        written.push_str(before);
        let named = after
            .split_once(']')
            .and_then(|(name, behind)| Some((targets.get(&name.to_lowercase())?, behind)));
        if let Some((target, behind)) = named {
            written.push_str("](");
            written.push_str(target);
            written.push(')');
            rest = behind;
        } else {
            written.push_str("][");
            rest = after;
        }
    }
    written + rest
}

/// Links that begin at the page lead nowhere elsewhere: their text is kept.
fn without_own_links(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let (Some(open), Some((target, behind))) = (before.rfind('['), after.split_once(')')) else { break };
        // A regular expression may look like a link: `[a-z]([a-z0-9]*)?`.
        let is_elsewhere = target.starts_with("https://") || target.starts_with("http://");
        if is_elsewhere || target.contains(['[', '\\', '{', '*', '+', '^']) {
            kept.push_str(&rest[..rest.len() - behind.len()]);
        } else {
            kept.push_str(&before[..open]);
            kept.push_str(&before[open + 1..]);
        }
        rest = behind;
    }
    kept + rest
}

/// Takes away sentences that only say where on the page there is more: "See below."
fn without_pointers(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for sentence in sentences(text) {
        if !is_pointer(sentence) {
            kept.push_str(sentence);
        }
    }
    kept
}

fn is_pointer(sentence: &str) -> bool {
    let words: Vec<_> = sentence
        .split_whitespace()
        .map(|word| word.trim_matches(['.', ',', '`', '[', ']', '*', '(', ')']).to_lowercase())
        .collect();
    words.len() <= 14
        && words.iter().any(|word| word == "below" || word == "above")
        && words.first().is_some_and(|word| POINTERS.contains(&word.as_str()))
}

/// Sentences with the space after each.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut is_code = false;
    for (at, char) in text.char_indices() {
        match char {
            '`' => is_code = !is_code,
            '.' if !is_code && text[at + 1..].starts_with([' ', '\n']) => {
                let end = at + 1 + text[at + 1..].len() - text[at + 1..].trim_start().len();
                sentences.push(&text[start..end]);
                start = end;
            }
            _ => {}
        }
    }
    sentences.push(&text[start..]);
    sentences
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::slice;

    use super::read;

    fn described(text: &str) -> String {
        let targets = HashMap::from([
            ("1".to_owned(), "https://example.com".to_owned()),
            ("below".to_owned(), "#x".to_owned()),
        ]);
        read(text, slice::from_ref(&(0..text.len())), &targets).description
    }

    #[test]
    fn marks_and_pointers_are_left_out() {
        let texts = [
            " - (Optional, Forces new resource) Size of the disk.",
            " (Required) - One or more blocks. See [below](#disk) for details.",
            " -\n  (Optional)\n  First line,\n  second line.\n  Structure is [documented below](#nested_disk).",
            " - (Optional) (Boolean) Set to `true.` when open. Defaults to `false`.",
            " (String) An [identifier](https://example.com/#id), see [`id`](#id) and [disks](/docs/disk.html).",
            " - (Default value) stays.",
            " - A [thing][1] of [ours][Below], not [theirs][2].",
            " - Must match ^[a-z]([a-z0-9]{0,61}[a-z0-9])?$ (see [x](#x)).",
        ];
        insta::assert_debug_snapshot!(texts.map(described), @r#"
        [
            "Size of the disk.",
            "One or more blocks.",
            "First line,\nsecond line.",
            "Set to `true.` when open. Defaults to `false`.",
            "An [identifier](https://example.com/#id), see `id` and disks.",
            "(Default value) stays.",
            "A [thing](https://example.com) of ours, not [theirs][2].",
            "Must match ^[a-z]([a-z0-9]{0,61}[a-z0-9])?$ (see x).",
        ]
        "#);
    }

    #[test]
    fn nothing_said_is_no_description() {
        assert_eq!(described(" - (Required)"), "");
        assert_eq!(read("", &[], &HashMap::new()).description, "");
        assert_eq!(
            read(" - (Optional, Forces new) (String) A.", slice::from_ref(&(0..36)), &HashMap::new()).marks,
            "Optional, Forces new, String"
        );
    }
}
