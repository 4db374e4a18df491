//! Descriptions, which may hold anything, made safe to stand in a page.
//!
//! Markdown is kept as far as it stays within its own place: no heading, HTML, open fence or link definition of
//! a description reaches the page around it. Plain text loses its special characters' meaning, except that
//! what stands in backticks is code, and what looks like a list or a link to the web is one, as its authors
//! mean it.

use std::fmt;

use super::FieldRef;
use crate::model::{Text, TextFormat};

/// Text of a page, with the places where a field is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prose {
    text: String,
    /// Where fields are named, ascending.
    names: Vec<Name>,
    /// Whether more can be said on the last line.
    is_open: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    start: usize,
    end: usize,
    field: FieldRef,
}

/// Where a text is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Paragraphs of their own.
    Paragraphs,
    /// Behind other text of a list item whose lines are indented by so many spaces.
    Item(usize),
}

impl Default for Prose {
    fn default() -> Self {
        Self::new("")
    }
}

impl Prose {
    /// Text of our own.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), names: Vec::new(), is_open: true }
    }

    /// A text of the provider's; `field` finds the fields that its code names.
    pub(super) fn contain(text: &Text, place: Place, field: &dyn Fn(&str) -> Option<FieldRef>) -> Self {
        let indent = match place {
            Place::Paragraphs => 0,
            Place::Item(indent) => indent,
        };
        let is_markdown = text.format == TextFormat::Markdown;
        let mut writer = Writer { prose: Self::new(""), indent, is_markdown, field, fence: None, lines: 0 };
        let clean = clean(&text.text);
        let text = clean.trim();
        if matches!(place, Place::Item(_)) && is_markdown && !text.is_empty() && begins_block(text) {
            writer.prose.text.push('\n');
            writer.start_line(true);
        }
        for line in text.split('\n') {
            writer.line(line);
        }
        if let Some(fence) = writer.fence.take() {
            writer.start_line(true);
            writer.prose.text.push_str(&fence.marker);
            writer.prose.is_open = false;
        }
        writer.prose
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the text begins on a line of its own.
    pub(super) fn begins_line(&self) -> bool {
        self.text.starts_with('\n')
    }

    /// Adds a sentence: to the last line, or as a paragraph where that line is part of something.
    pub(super) fn sentence(&mut self, sentence: &Self, indent: usize) {
        if sentence.is_empty() {
            return;
        }
        if !self.is_open {
            self.text.push_str("\n\n");
            self.text.extend(std::iter::repeat_n(' ', indent));
        } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            if self
                .text
                .ends_with(|last: char| last.is_alphanumeric() || matches!(last, '`' | ')' | ']' | '"'))
            {
                self.text.push('.');
            }
            self.text.push(' ');
        }
        self.append(sentence);
        self.is_open = sentence.is_open;
    }

    /// Adds text directly behind this one.
    pub(super) fn append(&mut self, other: &Self) {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        let moved = |name: &Name| Name { start: name.start + offset, end: name.end + offset, ..*name };
        self.names.extend(other.names.iter().map(moved));
    }

    /// Adds the name of a field, without code marks around it.
    pub(super) fn push_name(&mut self, name: &str, field: FieldRef) {
        let start = self.text.len();
        self.text.push_str(name);
        self.names.push(Name { start, end: self.text.len(), field });
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The text with fields called as Terraform calls them.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Writes the text with fields called as `name` says.
    pub(super) fn write<'a>(
        &self,
        out: &mut fmt::Formatter<'_>,
        name: impl Fn(FieldRef) -> &'a str,
    ) -> fmt::Result {
        let mut written = 0;
        for mark in &self.names {
            out.write_str(&self.text[written..mark.start])?;
            out.write_str(name(mark.field))?;
            written = mark.end;
        }
        out.write_str(&self.text[written..])
    }
}

/// A text as inline code, whatever it holds.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    if longest == 0 && !text.is_empty() && !text.contains('\n') {
        return format!("`{}`", clean(text));
    }
    let marks = "`".repeat(longest + 1);
    format!("{marks} {} {marks}", clean(text).replace('\n', " "))
}

/// The marks that open and close a fence around code.
pub(super) fn fence(code: &str) -> String {
    let longest = code.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

/// The first paragraph on one line, for front matter.
pub(super) fn summary(text: &str) -> String {
    let clean = clean(text);
    let paragraph = clean.trim().split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Line ends as `\n`; what cannot be seen, or turns the text around it about, as the replacement character.
fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push_str("    "),
            _ if crate::program::is_invisible(char) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(char),
        }
    }
    out
}

/// Whether a text begins with a block that has to stand at the beginning of a line.
fn begins_block(text: &str) -> bool {
    fence_of(text.lines().next().unwrap_or_default()).is_some()
        || text.starts_with('|')
        || list_marker(text) > 0
}

/// An open fence.
struct Fence {
    marker: String,
    /// How far it was indented.
    indent: usize,
}

struct Writer<'a> {
    prose: Prose,
    indent: usize,
    is_markdown: bool,
    field: &'a dyn Fn(&str) -> Option<FieldRef>,
    fence: Option<Fence>,
    lines: usize,
}

impl Writer<'_> {
    fn start_line(&mut self, indented: bool) {
        self.prose.text.push('\n');
        if indented {
            self.prose.text.extend(std::iter::repeat_n(' ', self.indent));
        }
    }

    fn line(&mut self, line: &str) {
        let line = line.trim_end();
        let is_first = self.lines == 0;
        self.lines += 1;
        if line.is_empty() && self.fence.is_none() && self.prose.text.ends_with('\n') {
            return;
        }
        if !is_first {
            self.start_line(!line.is_empty());
            // A second paragraph, a list, a table: what comes behind gets a paragraph of its own.
            self.prose.is_open = false;
        }
        let body = line.trim_start_matches(' ');
        let depth = line.len() - body.len();
        if let Some(fence) = &self.fence {
            let closes = fence_of(body).is_some_and(|(marker, info)| {
                info.is_empty() && marker.len() >= fence.marker.len() && marker[..1] == fence.marker[..1]
            });
            let kept = &line[depth.min(fence.indent)..];
            if closes {
                self.prose.text.push_str(body);
                self.fence = None;
            } else {
                self.prose.text.push_str(kept);
            }
            return;
        }
        if self.is_markdown {
            if let Some((marker, _)) = fence_of(body) {
                // Without its indentation a fence is one wherever it stands.
                self.fence = Some(Fence { marker: marker.to_owned(), indent: depth });
                self.prose.is_open = false;
                self.prose.text.push_str(body);
                return;
            }
            self.prose.text.push_str(&line[..depth]);
        }
        let markers = list_marker(body);
        self.prose.text.push_str(&body[..markers]);
        let rest = &body[markers..];
        if opens_line(rest, markers > 0, self.is_markdown) {
            self.prose.text.push('\\');
        }
        self.inline(rest);
    }

    fn inline(&mut self, line: &str) {
        let mut rest = line;
        let mut before = None;
        while let Some(char) = rest.chars().next() {
            let length = match char {
                '`' => self.backticks(rest),
                '\\' if self.is_markdown => {
                    let escaped = rest[1..].chars().next().filter(char::is_ascii_punctuation);
                    self.prose.text.push('\\');
                    self.prose.text.extend(escaped);
                    1 + escaped.map_or(0, char::len_utf8)
                }
                '<' => self.angle(rest),
                '[' if !self.is_markdown && web_link(rest) > 0 => {
                    let length = web_link(rest);
                    self.prose.text.push_str(&rest[..length]);
                    length
                }
                ']' if self.is_markdown && has_strange_scheme(rest) => {
                    self.prose.text.push_str("\\]");
                    1
                }
                _ => {
                    // Some read what stands between dollars as mathematics, before they look for code.
                    if char == '$' || (!self.is_markdown && is_special(char, before, rest)) {
                        self.prose.text.push('\\');
                    }
                    self.prose.text.push(char);
                    char.len_utf8()
                }
            };
            before = rest[..length].chars().next_back();
            rest = &rest[length..];
        }
    }

    /// A code span that ends on the line, else backticks as they are. Returns how much was read.
    fn backticks(&mut self, rest: &str) -> usize {
        let count = rest.len() - rest.trim_start_matches('`').len();
        let marks = &rest[..count];
        let after = &rest[count..];
        let mut search = 0;
        while let Some(found) = after[search..].find(marks) {
            let start = search + found;
            let run = after[start..].len() - after[start..].trim_start_matches('`').len();
            if run == count {
                let content = &after[..start];
                // A bar could end a cell of a table, and with it the code.
                if content.contains('|') && content.contains('<') {
                    break;
                }
                self.prose.text.push_str(marks);
                let named = (self.field)(content).filter(|_| !is_elsewhere(&after[start + count..]));
                match named {
                    Some(field) => self.prose.push_name(content, field),
                    None => self.prose.text.push_str(content),
                }
                self.prose.text.push_str(marks);
                return 2 * count + start;
            }
            search = start + run;
        }
        for _ in 0..count {
            self.prose.text.push_str("\\`");
        }
        count
    }

    /// A link in angle brackets, else an angle bracket as it is. Returns how much was read.
    fn angle(&mut self, rest: &str) -> usize {
        let inside = rest[1..].split_once('>').map(|(inside, _)| inside);
        let is_link = |inside: &&str| {
            (inside.starts_with("https://") || inside.starts_with("http://"))
                && !inside.contains(|char: char| char.is_whitespace() || matches!(char, '<' | '`'))
        };
        if let Some(inside) = inside.filter(|inside| self.is_markdown && is_link(inside)) {
            self.prose.text.push_str(&rest[..inside.len() + 2]);
            return inside.len() + 2;
        }
        self.prose.text.push_str("\\<");
        1
    }
}

/// Whether what follows a name says that it is not that of a field, as in "`a` or `b` environment variables".
fn is_elsewhere(rest: &str) -> bool {
    let mut rest = rest;
    loop {
        rest = rest.trim_start_matches([' ', ',']);
        let other = rest.strip_prefix('`').and_then(|name| name.split_once('`'));
        match rest.strip_prefix("or ").or(rest.strip_prefix("and ")).or(other.map(|(_, after)| after)) {
            Some(after) => rest = after,
            None => break,
        }
    }
    ["environment variable", "shared config file", "config file"].iter().any(|place| rest.starts_with(place))
}

/// The length of a plain link to the web that the text begins with: authors of plain text mean it as one, too.
fn web_link(rest: &str) -> usize {
    let link = rest[1..].split_once("](").and_then(|(label, after)| Some((label, after.split_once(')')?.0)));
    let is_label = |char: char| char.is_alphanumeric() || " -.,:/'()".contains(char);
    let is_address = |char: char| char.is_ascii_graphic() && !"<>()[]\\`|\"".contains(char);
    match link {
        Some((label, address))
            if (address.starts_with("https://") || address.starts_with("http://"))
                && !label.is_empty()
                && label.chars().all(is_label)
                && address.chars().all(is_address) =>
        {
            label.len() + address.len() + 4
        }
        _ => 0,
    }
}

/// The marker and the info string, if the line, without its indentation, is a fence.
fn fence_of(line: &str) -> Option<(&str, &str)> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let count = line.len() - line.trim_start_matches(mark).len();
    let (marker, info) = line.split_at(count);
    (count >= 3 && !(mark == '`' && info.contains('`'))).then(|| (marker, info.trim()))
}

/// The length of the markers of lists and quotes that a line, without its indentation, begins with.
fn list_marker(line: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &line[length..];
        let digits = rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        let marker = match rest.as_bytes() {
            [b'-' | b'+' | b'*', b' ', ..] => 2,
            [b'>', ..] => 1,
            _ if (1..=9).contains(&digits)
                && matches!(rest.as_bytes()[digits..], [b'.' | b')', b' ', ..]) =>
            {
                digits + 2
            }
            _ => return length,
        };
        length += marker;
        length += line[length..].len() - line[length..].trim_start_matches(' ').len();
    }
}

/// Whether a line begins with what would make more of it than text: a heading, the underline that makes the line
/// before one, a link definition, or a fence where it cannot be followed.
fn opens_line(line: &str, has_marker: bool, is_markdown: bool) -> bool {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let is_heading = (1..=6).contains(&hashes) && matches!(line.as_bytes().get(hashes), None | Some(b' '));
    let is_underline = !line.is_empty()
        && (line.trim_end_matches(['-', ' ']).is_empty() || line.trim_end_matches(['=', ' ']).is_empty());
    let is_definition = is_markdown
        && line
            .strip_prefix('[')
            .and_then(|label| label.split_once(']'))
            .is_some_and(|(_, after)| after.starts_with(':'));
    let is_fence = has_marker && fence_of(line).is_some();
    is_heading || is_underline || is_definition || is_fence || line.starts_with("~~~")
}

/// Whether a link's destination, behind the bracket that `rest` begins with, has a scheme that no page needs.
fn has_strange_scheme(rest: &str) -> bool {
    let Some(destination) = rest.strip_prefix("](") else { return false };
    let destination = destination.trim_start().trim_start_matches('<');
    let scheme = destination.split(['/', '#', '?', ')']).next().unwrap_or_default();
    let Some((scheme, _)) = scheme.split_once([':', '&']) else { return false };
    !["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Whether a character of plain text would mean something to Markdown.
fn is_special(char: char, before: Option<char>, rest: &str) -> bool {
    let after = rest[char.len_utf8()..].chars().next();
    let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    match char {
        '\\' | '*' | '[' | ']' | '|' => true,
        '_' => !(is_word(before) && is_word(after)),
        '~' => after == Some('~') || before == Some('~'),
        '&' => is_word(after) || after == Some('#'),
        '!' => after == Some('['),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
