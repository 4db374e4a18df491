//! Text that someone else wrote, safe within a doc comment.
//!
//! Providers write Markdown whatever their schema says, so code, lists, links and fences stay. What rustc or rustdoc would
//! complain of, or take for something that was not meant, is escaped: brackets that name no item, HTML, bare
//! addresses, code that is not Rust, and marks that turn the direction of the text after them.

use crate::model::{Text, TextFormat};

/// The lines of a doc comment, without indentation.
pub fn lines(text: &Text) -> Vec<String> {
    let mut page = Page { lines: Vec::new(), lists: Vec::new(), plain: text.format == TextFormat::Plain };
    let text = visible(&text.text);
    let mut source = text.lines();
    while let Some(line) = source.next() {
        let trimmed = line.trim();
        match fence(trimmed) {
            Some(marks) => page.fenced(marks, line, trimmed, &mut source),
            None if trimmed.is_empty() => page.blank(),
            None => page.line(line.len() - line.trim_start().len(), trimmed),
        }
    }
    while page.lines.last().is_some_and(String::is_empty) {
        page.lines.pop();
    }
    page.lines
}

/// One line of text as inline code.
pub fn code(text: &str) -> String {
    let text = visible(text).replace('\n', " ");
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    match text.trim() {
        "" => "an empty string".to_owned(),
        trimmed if trimmed.starts_with('`') || trimmed.ends_with('`') => format!("{marks} {trimmed} {marks}"),
        trimmed => format!("{marks}{trimmed}{marks}"),
    }
}

struct Page {
    lines: Vec<String>,
    /// The lists that the current line is in: indentation of the item's mark in the source, and of its text here.
    lists: Vec<(usize, usize)>,
    plain: bool,
}

impl Page {
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn line(&mut self, indent: usize, line: &str) {
        let after_blank = self.lines.last().is_none_or(String::is_empty);
        let Some(mark) = list_mark(line, after_blank || !self.lists.is_empty()) else {
            if after_blank {
                self.lists.clear();
            }
            let margin = self.lists.last().map_or(0, |(_, text)| *text);
            return self.push(margin, "", line);
        };
        while self.lists.last().is_some_and(|(of, _)| *of >= indent) {
            self.lists.pop();
        }
        let margin = self.lists.last().map_or(0, |(_, text)| *text);
        self.lists.push((indent, margin + mark.len() + 1));
        self.push(margin, mark, line[mark.len()..].trim_start());
    }

    fn push(&mut self, margin: usize, mark: &str, text: &str) {
        let mut out = " ".repeat(margin);
        out.push_str(mark);
        if !mark.is_empty() {
            out.push(' ');
        }
        Inline { out: &mut out, plain: self.plain }.text(text);
        self.lines.push(out);
    }

    /// A block of code up to its end, marked as no Rust.
    fn fenced<'a>(
        &mut self,
        marks: &str,
        line: &str,
        trimmed: &str,
        source: &mut impl Iterator<Item = &'a str>,
    ) {
        let indent = line.len() - line.trim_start().len();
        let is_language = |word: &&str| {
            word.chars().all(|char| char.is_ascii_alphanumeric() || char == '-')
                && ["hcl", "terraform", "json", "yaml", "shell", "console", "bash", "sh", "sql"]
                    .contains(word)
        };
        let language = trimmed[marks.len()..].split_whitespace().next().filter(is_language).unwrap_or("text");
        self.lists.clear();
        self.lines.push(format!("{marks}{language}"));
        for line in source {
            if fence(line.trim()).is_some_and(|end| end.starts_with(marks) && end == line.trim()) {
                break;
            }
            let own = line.len() - line.trim_start().len();
            self.lines.push(line[own.min(indent)..].trim_end().to_owned());
        }
        self.lines.push(marks.to_owned());
    }
}

/// The marks that open or close a fenced block.
fn fence(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|char| matches!(char, '`' | '~'))?;
    let marks = &line[..line.len() - line.trim_start_matches(mark).len()];
    let is_fence = marks.len() >= 3 && (mark == '~' || !line[marks.len()..].contains('`'));
    is_fence.then_some(marks)
}

/// The mark of a list item. Only a list that begins with 1 can follow a paragraph.
fn list_mark(line: &str, any_number: bool) -> Option<&str> {
    let (mark, rest) = line.split_once([' ', '\t'])?;
    let is_number =
        |number: &str| number.len() < 4 && number.parse::<u16>().is_ok_and(|n| any_number || n == 1);
    let is_mark = matches!(mark, "-" | "*" | "+") || mark.strip_suffix(['.', ')']).is_some_and(is_number);
    (is_mark && !rest.trim().is_empty()).then_some(mark)
}

/// The text of one line.
struct Inline<'a> {
    out: &'a mut String,
    plain: bool,
}

impl Inline<'_> {
    fn text(&mut self, text: &str) {
        let is_heading = |text: &str| {
            let title = text.trim_start_matches('#');
            title.len() < text.len() && (title.is_empty() || title.starts_with(' '))
        };
        let is_rule = |text: &str| text.chars().all(|char| "-=_* ".contains(char));
        if text.starts_with('>')
            || text.starts_with("~~~")
            || is_rule(text)
            || (self.plain && is_heading(text))
        {
            self.out.push('\\');
            let first = text.chars().next().map_or(0, char::len_utf8);
            self.out.push_str(&text[..first]);
            return self.run(text, first);
        }
        self.run(text, 0);
    }

    fn run(&mut self, text: &str, mut at: usize) {
        while let Some(char) = text[at..].chars().next() {
            let rest = &text[at..];
            let before = text[..at].chars().next_back();
            let after = rest[char.len_utf8()..].chars().next();
            at += match char {
                '`' => self.code(rest),
                '[' => self.link(rest),
                '<' => self.address(rest),
                'h' if !before.is_some_and(char::is_alphanumeric) && scheme(rest).is_some() => {
                    self.bare_address(rest)
                }
                '\\' => self.backslash(after),
                ']' => self.escaped(char),
                // Several spaces are one; after what looks like a list item they could begin code.
                ' ' if before == Some(' ') => 1,
                '*' | '~' if self.plain && !(is_gap(before) && is_gap(after)) => self.escaped(char),
                '_' if self.plain && !(is_word(before) && is_word(after)) => self.escaped(char),
                '&' if self.plain && (is_word(after) || after == Some('#')) => self.escaped(char),
                _ => {
                    self.out.push(char);
                    char.len_utf8()
                }
            };
        }
    }

    fn escaped(&mut self, char: char) -> usize {
        self.out.push('\\');
        self.out.push(char);
        char.len_utf8()
    }

    /// A code span as it is; marks that nothing closes are no code.
    fn code(&mut self, rest: &str) -> usize {
        let marks = &rest[..rest.len() - rest.trim_start_matches('`').len()];
        let mut end = marks.len();
        while let Some(found) = rest[end..].find('`') {
            let run = &rest[end + found..];
            let length = run.len() - run.trim_start_matches('`').len();
            end += found + length;
            if length == marks.len() {
                self.out.push_str(&rest[..end]);
                return end;
            }
        }
        for _ in marks.chars() {
            self.out.push_str("\\`");
        }
        marks.len()
    }

    /// `[text](address)`; the text alone where the address leads nowhere from here.
    fn link(&mut self, rest: &str) -> usize {
        let parts = rest[1..].split_once("](").and_then(|(text, rest)| {
            let (address, _) = rest.split_once(')')?;
            (!text.contains(['[', ']', '`', '<']) && !text.trim().is_empty()).then_some((text, address))
        });
        let Some((text, address)) = parts else { return self.escaped('[') };
        let length = "[](".len() + text.len() + address.len() + ")".len();
        let leads = scheme(address).is_some()
            && !address.contains(|char: char| char.is_whitespace() || "()<>\\".contains(char));
        if leads {
            self.out.push('[');
            self.words(text);
            self.out.push_str("](");
            self.out.push_str(address);
            self.out.push(')');
        } else if address.starts_with(['/', '#', '.']) {
            self.words(text);
        } else {
            return self.escaped('[');
        }
        length
    }

    /// Text without links.
    fn words(&mut self, text: &str) {
        for char in text.chars() {
            if char.is_ascii_punctuation() && !matches!(char, '.' | ',' | '-' | '/' | ':' | '(' | ')' | '\'')
            {
                self.out.push('\\');
            }
            self.out.push(char);
        }
    }

    /// `<https://…>`; anything else in angle brackets is no HTML.
    fn address(&mut self, rest: &str) -> usize {
        match rest[1..].split_once('>') {
            Some((address, _)) if scheme(address).is_some_and(is_address) => {
                self.out.push_str(&rest[..address.len() + 2]);
                address.len() + 2
            }
            _ => self.escaped('<'),
        }
    }

    fn bare_address(&mut self, rest: &str) -> usize {
        let end = rest
            .find(|char: char| char.is_whitespace() || "<>\"'`)]}|\\*".contains(char))
            .unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '_']);
        if scheme(address).is_some_and(is_address) {
            self.out.push('<');
            self.out.push_str(address);
            self.out.push('>');
            address.len()
        } else {
            self.out.push('h');
            1
        }
    }

    fn backslash(&mut self, after: Option<char>) -> usize {
        match after {
            Some(char) if char.is_ascii_punctuation() && !self.plain => {
                self.out.push('\\');
                self.out.push(char);
                2
            }
            _ => self.escaped('\\'),
        }
    }
}

/// What follows the scheme of an address on the web.
fn scheme(text: &str) -> Option<&str> {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))
}

fn is_address(rest: &str) -> bool {
    !rest.is_empty()
        && !rest.contains(|char: char| char.is_whitespace() || char.is_control() || "<>".contains(char))
}

fn is_word(char: Option<char>) -> bool {
    char.is_some_and(char::is_alphanumeric)
}

fn is_gap(char: Option<char>) -> bool {
    char.is_none_or(|char| char == ' ')
}

/// The text without characters that are not seen or that change what is seen; one kind of line end.
pub fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let visible = |char: char| match char {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        _ if char.is_control() => None,
        _ => Some(char),
    };
    text.chars().filter_map(visible).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn markdown(text: &str) -> String {
        lines(&Text { text: text.to_owned(), format: TextFormat::Markdown }).join("\n")
    }

    fn plain(text: &str) -> String {
        lines(&Text { text: text.to_owned(), format: TextFormat::Plain }).join("\n")
    }

    #[test]
    fn what_is_safe_stays() {
        let text = "The `name`, at most [64](https://example.com/limits) *characters*:\n\n* one\n  two\n  * three\n\n# Done";
        assert_eq!(markdown(text), text);
    }

    #[test]
    fn what_rustdoc_would_take_for_more_is_escaped() {
        let pairs = [
            ("a [`link`] to [Self]", r"a \[`link`\] to \[Self\]"),
            ("<b>html</b> & <script>", r"\<b>html\</b> & \<script>"),
            ("see https://example.com/a_b.", "see <https://example.com/a_b>."),
            ("see <https://example.com>", "see <https://example.com>"),
            ("[page](/docs/r/vpc.html)", "page"),
            ("[broken](link", r"\[broken\](link"),
            ("`unclosed", r"\`unclosed"),
            ("> quote", r"\> quote"),
            ("---\ntitle: front matter\n---", "\\---\ntitle: front matter\n\\---"),
            ("nul \0, \u{202e}turned\u{2028}line", "nul , turned\nline"),
        ];
        for (text, safe) in pairs {
            assert_eq!(markdown(text), safe);
        }
    }

    #[test]
    fn code_is_no_rust() {
        assert_eq!(markdown("```\npanic!()\n```"), "```text\npanic!()\n```");
        assert_eq!(markdown("    indented()"), "indented()");
        assert_eq!(markdown("~~~rust\nnever closed"), "~~~text\nnever closed\n~~~");
        assert_eq!(markdown("  ```hcl\n  a {\n    b = 1\n  }\n  ```"), "```hcl\na {\n  b = 1\n}\n```");
    }

    #[test]
    fn plain_text_means_what_it_says() {
        assert_eq!(
            plain("*.example.com and _this_, a\\b, some_name"),
            r"\*.example.com and \_this\_, a\\b, some_name"
        );
    }

    #[test]
    fn code_may_hold_its_own_marks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`a` ``b"), "``` `a` ``b ```");
        assert_eq!(code(" \n"), "an empty string");
    }

    /// What rustdoc, which reads Markdown with the same parser, would complain of.
    fn complaints(text: &str) -> Vec<String> {
        use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_SMART_PUNCTUATION;
        // rustdoc takes every `[name]` for a link.
        let mut resolve =
            |link: pulldown_cmark::BrokenLink| Some((link.reference.to_string().into(), "".into()));
        let events = Parser::new_with_broken_link_callback(text, options, Some(&mut resolve));
        let is_known = |language: &str| language == "text" || language == "hcl";
        let complaint = |event| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(format!("HTML {html}")),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => Some("indented code".to_owned()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if !is_known(&language) => {
                Some(format!("code in {language}"))
            }
            Event::Start(Tag::Link {
                link_type: LinkType::Autolink | LinkType::Inline, dest_url, ..
            }) if scheme(&dest_url).is_some() => None,
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                Some(format!("{link_type:?} link to {dest_url}"))
            }
            Event::Start(tag @ (Tag::Image { .. } | Tag::FootnoteDefinition(_))) => Some(format!("{tag:?}")),
            _ => None,
        };
        events.filter_map(complaint).collect()
    }

    /// Text in which something is often wrong.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = [
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "`",
            "``",
            "```",
            "~~~",
            "\\",
            "*",
            "_",
            "#",
            "-",
            "+",
            "1.",
            "2.",
            "10)",
            "|",
            "!",
            "&",
            "&lt;",
            "^",
            ":",
            "\n",
            "\n\n",
            "\n    ",
            "\n  ",
            "\t",
            " ",
            "    ",
            "a",
            "Self",
            "b c",
            "https://",
            "http://x.y/z",
            "/docs/r",
            "<b>",
            "<!--",
            "</p>",
            "rust",
            "hcl",
            "===",
            "---",
            "\r",
            "\u{2028}",
            "\u{202e}",
            "\0",
            "\u{e9}",
            "\u{1f600}",
            "[x]: http://a",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn no_text_makes_rustdoc_complain(text in hostile()) {
            for safe in [markdown(&text), plain(&text)] {
                prop_assert_eq!(complaints(&safe), Vec::<String>::new(), "in {:?}, written for {:?}", safe, text);
                let is_visible = !safe.contains(['\r', '\0', '\u{202e}', '\u{2028}']);
                prop_assert!(is_visible, "{:?}", safe);
            }
        }

        #[test]
        fn code_is_one_span(text in hostile()) {
            use pulldown_cmark::{Event, Parser};
            let code = code(&text);
            let spans = Parser::new(&code).filter(|event| matches!(event, Event::Code(_))).count();
            prop_assert_eq!(spans, usize::from(code != "an empty string"), "in {:?}", code);
            prop_assert_eq!(complaints(&code), Vec::<String>::new());
        }
    }
}
