//! A documentation page as sections of paragraphs, lists and tables.

use std::collections::HashMap;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};

/// A page in Markdown, in the order in which it is read.
#[derive(Debug)]
pub struct Page<'a> {
    /// The sections; the first one has no heading.
    pub sections: Vec<Section<'a>>,
    /// Where links lead that the page names at its end, `[name]: https://…`, by the name in small letters.
    pub targets: HashMap<String, String>,
}

/// A heading and what follows it up to the next one.
#[derive(Debug)]
pub struct Section<'a> {
    /// 1 for `#`; 0 before the first heading.
    pub level: usize,
    /// The heading.
    pub title: Prose<'a>,
    /// What follows it.
    pub elements: Vec<Element<'a>>,
}

/// A piece of a section or of a list item.
#[derive(Debug)]
pub enum Element<'a> {
    /// Running text.
    Paragraph(Prose<'a>),
    /// A list, with or without numbers.
    List(Vec<Item<'a>>),
    /// The rows of a table, without its head.
    Table(Vec<Vec<Prose<'a>>>),
    /// A block of code.
    Code(Code),
}

/// A block of code.
#[derive(Debug)]
pub struct Code {
    /// What its fence says: `terraform`, `shell`; often empty.
    pub language: String,
    /// Its lines.
    pub text: String,
}

/// A list item.
#[derive(Debug)]
pub struct Item<'a> {
    /// Where it stands in the page.
    pub range: Range<usize>,
    /// What it holds.
    pub elements: Vec<Element<'a>>,
}

/// Running text.
#[derive(Debug, Default)]
pub struct Prose<'a> {
    /// Its pieces, with where each stands in the page.
    pub inlines: Vec<(Inline<'a>, Range<usize>)>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<'a> {
    /// Words.
    Text(CowStr<'a>),
    /// `` `code` ``.
    Code(CowStr<'a>),
    /// `**words**`.
    Strong(CowStr<'a>),
    /// The beginning of a link, and where it leads.
    Link(CowStr<'a>),
    /// The end of a link.
    LinkEnd,
    /// An HTML tag, such as an anchor.
    Html(CowStr<'a>),
    /// The end of a line.
    Break,
}

type Events<'a> = Peekable<OffsetIter<'a>>;

/// How deep lists may lie in lists; what lies deeper is passed over.
const DEPTH: usize = 32;

impl<'a> Page<'a> {
    /// Reads a page.
    pub fn parse(text: &'a str) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let parser = Parser::new_ext(text, options);
        let targets = parser.reference_definitions().iter();
        let targets = targets.map(|(name, link)| (name.to_lowercase(), link.dest.to_string())).collect();
        let mut events = parser.into_offset_iter().peekable();
        let mut sections = vec![Section { level: 0, title: Prose::default(), elements: Vec::new() }];
        while let Some((event, _)) = events.peek() {
            if let Event::Start(Tag::Heading { level, .. }) = event {
                let level = *level as usize;
                events.next();
                let title = prose(&mut events);
                events.next();
                sections.push(Section { level, title, elements: Vec::new() });
            } else if let (Some(element), Some(section)) = (element(&mut events, 0), sections.last_mut()) {
                section.elements.push(element);
            }
        }
        Self { sections, targets }
    }

    /// Everything that stands in code within running text.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let mut codes = Vec::new();
        for section in &self.sections {
            codes.extend(section.title.codes());
            section.elements.iter().for_each(|element| element.codes(&mut codes));
        }
        codes.into_iter()
    }
}

impl Element<'_> {
    fn codes<'p>(&'p self, found: &mut Vec<&'p str>) {
        match self {
            Self::Paragraph(prose) => found.extend(prose.codes()),
            Self::List(items) => {
                items.iter().flat_map(|item| &item.elements).for_each(|element| element.codes(found));
            }
            Self::Table(rows) => found.extend(rows.iter().flatten().flat_map(Prose::codes)),
            Self::Code(_) => {}
        }
    }
}

impl<'a> Prose<'a> {
    /// What stands in code.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.inlines.iter().filter_map(|(inline, _)| match inline {
            Inline::Code(code) => Some(&**code),
            _ => None,
        })
    }

    /// The words without any marks.
    pub fn plain(&self) -> String {
        let word = |(inline, _): &(Inline<'a>, Range<usize>)| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Strong(text) => text.to_string(),
            Inline::Break => " ".to_owned(),
            Inline::Link(_) | Inline::LinkEnd | Inline::Html(_) => String::new(),
        };
        self.inlines.iter().map(word).collect()
    }
}

/// The next element; `None` for what is none, which is passed over.
fn element<'a>(events: &mut Events<'a>, depth: usize) -> Option<Element<'a>> {
    match events.peek()?.0 {
        Event::Start(Tag::Paragraph) => {
            events.next();
            let paragraph = prose(events);
            events.next();
            Some(Element::Paragraph(paragraph))
        }
        Event::Start(Tag::List(_)) if depth < DEPTH => {
            events.next();
            Some(Element::List(list(events, depth + 1)))
        }
        Event::Start(Tag::Table(_)) => {
            events.next();
            Some(Element::Table(table(events)))
        }
        Event::Start(Tag::CodeBlock(_)) => code(events).map(Element::Code),
        Event::Start(Tag::MetadataBlock(_)) => {
            events.find(|(event, _)| matches!(event, Event::End(TagEnd::MetadataBlock(_))));
            None
        }
        // Text that stands in no paragraph: of a list item whose items are not set apart by empty lines.
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::Link { .. } | Tag::Strong | Tag::Emphasis) => {
            Some(Element::Paragraph(prose(events)))
        }
        _ => {
            events.next();
            None
        }
    }
}

fn list<'a>(events: &mut Events<'a>, depth: usize) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::Item) => {
                let mut elements = Vec::new();
                while !matches!(events.peek(), None | Some((Event::End(TagEnd::Item), _))) {
                    elements.extend(element(events, depth));
                }
                items.push(Item { range, elements });
            }
            Event::End(TagEnd::List(_)) => break,
            _ => {}
        }
    }
    items
}

fn table<'a>(events: &mut Events<'a>) -> Vec<Vec<Prose<'a>>> {
    let mut rows = Vec::new();
    while let Some((event, _)) = events.next() {
        match event {
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                let cell = prose(events);
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    rows
}

fn code(events: &mut Events<'_>) -> Option<Code> {
    let Some((Event::Start(Tag::CodeBlock(kind)), _)) = events.next() else { return None };
    let language = match kind {
        CodeBlockKind::Fenced(language) => language.to_string(),
        CodeBlockKind::Indented => String::new(),
    };
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(line) => text.push_str(&line),
            Event::End(TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    Some(Code { language, text })
}

/// Running text up to what is none.
fn prose<'a>(events: &mut Events<'a>) -> Prose<'a> {
    let mut inlines = Vec::new();
    let mut is_strong = false;
    while let Some((event, _)) = events.peek() {
        let is_inline = matches!(
            event,
            Event::Text(_)
                | Event::Code(_)
                | Event::InlineHtml(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::Strong | Tag::Emphasis | Tag::Strikethrough
                )
                | Event::End(
                    TagEnd::Link | TagEnd::Image | TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough
                )
        );
        if !is_inline {
            break;
        }
        let Some((event, range)) = events.next() else { break };
        let inline = match event {
            Event::Text(text) if is_strong => Inline::Strong(text),
            Event::Text(text) => Inline::Text(text),
            Event::Code(code) => Inline::Code(code),
            Event::InlineHtml(html) => Inline::Html(html),
            Event::SoftBreak | Event::HardBreak => Inline::Break,
            Event::Start(Tag::Link { dest_url, .. }) => Inline::Link(dest_url),
            Event::End(TagEnd::Link) => Inline::LinkEnd,
            Event::Start(Tag::Strong) => {
                is_strong = true;
                continue;
            }
            Event::End(TagEnd::Strong) => {
                is_strong = false;
                continue;
            }
            _ => continue,
        };
        inlines.push((inline, range));
    }
    Prose { inlines }
}
