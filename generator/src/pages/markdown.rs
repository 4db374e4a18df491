//! Where the code of a page stands: all that changes in it, everything else is kept to the byte.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// What some editors begin files with.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// What programs in Terraform's language begin with, for blocks that do not say what they are.
const BLOCKS: [&str; 9] = [
    "data \"",
    "ephemeral \"",
    "import {",
    "locals {",
    "module \"",
    "provider \"",
    "resource \"",
    "terraform {",
    "variable \"",
];

/// A page in Markdown.
#[derive(Debug)]
pub struct Page<'a> {
    /// The whole of it but a byte order mark.
    pub source: &'a str,
    /// Whether a byte order mark comes first.
    pub is_marked: bool,
    /// Its code, in the order of the page.
    pub codes: Vec<Code<'a>>,
    /// Where the line of the first heading begins; where there is none, the text after the front matter.
    pub heading: usize,
}

/// Code in a page.
#[derive(Debug)]
pub enum Code<'a> {
    /// A fenced block.
    Fence(Fence<'a>),
    /// What is between the marks of a code span.
    Span(Range<usize>),
}

/// A fenced block of code.
#[derive(Debug)]
pub struct Fence<'a> {
    /// From the first mark to the end of the closing line, without its line end.
    pub range: Range<usize>,
    /// The line of the page that it begins in, from 1.
    pub line: usize,
    /// The opening marks.
    pub marks: &'a str,
    /// What stands behind them: `terraform`, `console`; often nothing.
    pub info: &'a str,
    /// The code without what begins its lines in lists and quotes.
    pub text: String,
    /// What begins the lines of the block in lists and quotes, and where it is indented.
    pub margin: String,
    /// The closing line without its margin and its line end; `None` where the block is never closed.
    pub closing: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// Finds the code of a page.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let source = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let body = front_matter(source);
        let (mut codes, mut heading, mut depth) = (Vec::new(), None, 0_usize);
        let mut fence: Option<Fence> = None;
        // The text of `[`code`]` is also the name of what it links to.
        let mut is_name = false;
        let (mut counted, mut line) = (0, 1);
        for (event, range) in Parser::new_ext(&source[body..], Options::ENABLE_TABLES).into_offset_iter() {
            let range = body + range.start..body + range.end;
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                    line += source[counted..range.start].matches('\n').count();
                    counted = range.start;
                    fence = Some(Fence::new(source, range, line));
                }
                Event::Text(text) => {
                    if let Some(fence) = &mut fence {
                        fence.text += &text;
                    }
                }
                Event::End(TagEnd::CodeBlock) => codes.extend(fence.take().map(Code::Fence)),
                Event::Code(text) if !is_name => {
                    let spelled = source[range.clone()].find(&*text).map(|at| range.start + at);
                    codes.extend(spelled.map(|at| Code::Span(at..at + text.len())));
                }
                Event::Start(Tag::Heading { .. }) if depth == 0 => {
                    heading = heading.or(Some(range.start));
                }
                Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                    is_name = is_found_by_text(link_type);
                }
                Event::End(TagEnd::Link | TagEnd::Image) => is_name = false,
                Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
                Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => depth -= 1,
                _ => {}
            }
        }
        let is_marked = source.len() < text.len();
        Self { source, is_marked, codes, heading: heading.map_or(body, |at| line_start(source, at)) }
    }

    /// What the page ends its lines with.
    #[must_use]
    pub fn line_end(&self) -> &'static str {
        if self.source.lines().next().is_some_and(|line| self.source[line.len()..].starts_with("\r\n")) {
            "\r\n"
        } else {
            "\n"
        }
    }
}

impl<'a> Fence<'a> {
    fn new(source: &'a str, range: Range<usize>, line: usize) -> Self {
        let indented = &source[range.clone()];
        let start = range.start + (indented.len() - indented.trim_start_matches([' ', '\t']).len());
        let block = source[start..range.end].trim_end_matches(['\n', '\r']);
        let range = start..start + block.len();
        let mark = if block.starts_with('~') { '~' } else { '`' };
        let (opening, _) = block.split_once('\n').unwrap_or((block, ""));
        let info = opening.trim_start_matches(mark);
        let marks = &opening[..opening.len() - info.len()];
        let before = &source[line_start(source, start)..start];
        let margin = before.chars().map(|char| if matches!(char, '>' | '\t') { char } else { ' ' }).collect();
        let closing = block.rsplit_once('\n').map(|(_, last)| last.trim_start_matches(['>', ' ', '\t']));
        let closing =
            closing.filter(|line| line.starts_with(marks) && line.trim_start_matches(mark).trim().is_empty());
        Self { range, line, marks, info: info.trim(), text: String::new(), margin, closing }
    }

    /// Whether the block is in Terraform's language: it says so, or says nothing and looks so.
    #[must_use]
    pub fn is_terraform(&self) -> bool {
        let tag = self.info.split([' ', ',', '{']).next().unwrap_or_default();
        if tag.is_empty() {
            return self.text.lines().any(|line| BLOCKS.iter().any(|block| line.starts_with(block)));
        }
        ["terraform", "hcl", "tf", "opentofu"].iter().any(|known| tag.eq_ignore_ascii_case(known))
    }
}

/// Whether the text of a link is also the name by which its target is found.
fn is_found_by_text(link: LinkType) -> bool {
    matches!(
        link,
        LinkType::Collapsed | LinkType::CollapsedUnknown | LinkType::Shortcut | LinkType::ShortcutUnknown
    )
}

/// The length of what stands between the first line, `---`, and the next such line, both with it.
fn front_matter(source: &str) -> usize {
    let mut lines = source.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return 0 };
    let mut end = first.len();
    for line in lines {
        end += line.len();
        if line.trim_end() == "---" {
            return end;
        }
    }
    0
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |end| end + 1)
}
