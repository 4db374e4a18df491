//! The lists of arguments on a page, and what the page says that each belongs to.

use std::ops::Range;
use std::{iter, mem};

use super::page::{Element, Inline, Item, Page, Prose, Section};
use super::places::Places;

/// A list of arguments.
#[derive(Debug)]
pub struct Group {
    /// The block that they are arguments of; the construct itself where the page names none.
    pub owner: Option<Owner>,
    /// What links lead to it: the heading, and anchors before it.
    pub targets: Vec<String>,
    /// Where on the page the words stand that introduce it. Several lists may follow the same words.
    pub introduced: usize,
    /// The arguments.
    pub entries: Vec<Entry>,
}

/// How a page says which block a list of arguments is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Names of blocks, each with those of the blocks around it in dots where the page has them: `tls.certificate`.
    pub names: Vec<String>,
    /// Names of blocks, one of which it lies in at any depth; empty where the page does not say.
    pub within: Vec<String>,
}

/// An argument of a list.
#[derive(Debug)]
pub struct Entry {
    /// The argument's name, or its path from the list's block in dots.
    pub name: String,
    /// Where in the page its name ends.
    pub start: usize,
    /// Where on the page its text links to.
    pub links: Vec<String>,
    /// What its text calls the blocks that it holds: "one or more `rule` blocks".
    pub calls: Vec<String>,
    /// Where the page speaks of it: the name is left out, what `nested` has is not.
    pub text: Vec<Range<usize>>,
    /// Paragraphs beside it: before the list for its first argument, and after the list for its last.
    pub notes: Vec<Range<usize>>,
    /// Lists below it, with where they begin: its own arguments, or values of it.
    pub nested: Vec<(usize, Vec<Entry>)>,
}

impl Entry {
    /// Where the page speaks of the argument itself. What is listed below it are its own arguments, or values of it.
    pub fn own_text(&self, paths: &[String], places: &Places) -> Vec<Range<usize>> {
        let is_own = |entry: &Entry| paths.iter().any(|path| places.has(path, &entry.name));
        let inner = self.nested.iter().find(|(_, entries)| entries.iter().any(is_own));
        let end = inner.map_or(usize::MAX, |(start, _)| *start);
        self.text.iter().map(|range| range.start..range.end.min(end)).collect()
    }
}

/// What follows a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// Arguments.
    Arguments,
    /// What only the provider sets.
    Attributes,
    /// Anything else.
    Other,
}

/// The words in headings that arguments stand below.
const ARGUMENTS: &[&str] =
    &["argument", "arguments", "schema", "block", "blocks", "nested", "required", "optional"];

/// The words in headings that what only the provider sets stands below.
const ATTRIBUTES: &[&str] = &["attribute", "attributes", "exported", "exports", "read-only"];

/// The words in headings that something else stands below.
const OTHER: &[&str] =
    &["timeouts", "timeout", "import", "importing", "example", "examples", "usage", "notes", "api"];

/// The words of headings that are no part of a block's name.
const NOISE: &[&str] = &[
    "argument",
    "arguments",
    "block",
    "blocks",
    "configuration",
    "fields",
    "nested",
    "object",
    "options",
    "reference",
    "schema",
    "for",
    "the",
];

/// What is said between the names of blocks and their arguments.
const VERBS: &[&str] = &[
    "accept", "accepts", "consists", "contain", "contains", "has", "have", "include", "includes", "requires",
    "support", "supports", "take", "takes",
];

/// The lists of arguments, or of attributes, on a page about a construct.
pub fn groups(page: &Page, places: &Places, wanted: Region) -> Vec<Group> {
    let mut groups = Vec::new();
    // The headings that the current one lies below, with what they say.
    let mut outer: Vec<(usize, Region, Option<Owner>)> = Vec::new();
    let mut anchors = Vec::new();
    for section in &page.sections {
        while outer.last().is_some_and(|(level, ..)| *level >= section.level) {
            outer.pop();
        }
        let (region, owner) =
            outer.last().map_or((Region::Other, None), |(_, region, owner)| (*region, owner.clone()));
        // The title of the page is about the construct.
        let named = if section.level < 2 { None } else { title_owner(&section.title, places) };
        let region = title_region(&section.title).unwrap_or(match region {
            Region::Other if named.is_some() => Region::Arguments,
            region => region,
        });
        let owner = named.or(owner);
        let mut targets = mem::take(&mut anchors);
        targets.extend(anchor(&section.title));
        targets.push(slug(&section.title.plain()));
        if region == wanted {
            read(section, owner.as_ref(), &targets, &mut groups);
        }
        // Some pages put the anchor of a heading before it.
        let mut texts = section.elements.iter().filter(|element| !matches!(element, Element::Code(_)));
        anchors.extend(match texts.next_back() {
            Some(Element::Paragraph(prose)) => anchor(prose),
            _ => None,
        });
        outer.push((section.level, region, owner));
    }
    groups
}

fn read(section: &Section, owner: Option<&Owner>, targets: &[String], groups: &mut Vec<Group>) {
    let whole = (owner.cloned(), targets.to_vec(), start(&section.title));
    let mut lead = whole.clone();
    let mut notes = Vec::new();
    let mut follows_list = false;
    for element in &section.elements {
        let mut entries: Vec<Entry> = match element {
            Element::Paragraph(prose) => {
                if let Some(owner) = lead_owner(prose) {
                    lead = (Some(owner), anchor(prose).into_iter().collect(), start(prose));
                    follows_list = false;
                } else if introduces(prose) {
                    lead = whole.clone();
                    follows_list = false;
                }
                let last =
                    groups.last_mut().filter(|_| follows_list).and_then(|group| group.entries.last_mut());
                last.map_or(&mut notes, |entry| &mut entry.notes).push(start(prose)..end(prose));
                continue;
            }
            Element::List(items) => entries(items),
            Element::Table(rows) => rows.iter().filter_map(|row| row_entry(row)).collect(),
            Element::Code(_) => continue,
        };
        if let Some(first) = entries.first_mut() {
            first.notes.append(&mut notes);
            follows_list = true;
            let (owner, targets, introduced) = lead.clone();
            groups.push(Group { owner, targets, introduced, entries });
        }
    }
}

fn start(prose: &Prose) -> usize {
    prose.inlines.first().map_or(0, |(_, range)| range.start)
}

fn end(prose: &Prose) -> usize {
    prose.inlines.last().map_or(0, |(_, range)| range.end)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|char: char| !(char.is_alphanumeric() || char == '_' || char == '-'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn title_region(title: &Prose) -> Option<Region> {
    let plain = title.plain();
    let has = |known: &[&str]| words(&plain).any(|word| known.contains(&word.as_str()));
    if has(&ARGUMENTS[..2]) {
        Some(Region::Arguments)
    } else if has(ATTRIBUTES) {
        Some(Region::Attributes)
    } else if has(OTHER) {
        Some(Region::Other)
    } else if has(ARGUMENTS) {
        Some(Region::Arguments)
    } else {
        None
    }
}

/// The block that a heading is about: in code, or in words that are a block's name.
fn title_owner(title: &Prose, places: &Places) -> Option<Owner> {
    let codes: Vec<_> = title.codes().filter(|name| is_path(name)).map(str::to_owned).collect();
    if !codes.is_empty() {
        return Some(Owner { names: codes, within: Vec::new() });
    }
    let plain = title.plain();
    let parts = plain.split([':', '>', '/']).map(|part| block_name(part, places));
    let name = parts.collect::<Option<Vec<_>>>()?.join(".");
    Some(Owner { names: vec![name], within: Vec::new() })
}

/// The name of a block of the schema in words: all of them, or without those that say that it is one.
fn block_name(text: &str, places: &Places) -> Option<String> {
    let words: Vec<_> = words(text).collect();
    let is_noise = |word: &String| NOISE.contains(&word.as_str());
    let first = words.iter().take_while(|word| is_noise(word)).count();
    let noise = words.iter().rev().take_while(|word| is_noise(word)).count();
    let mut names = (0..=noise.min(words.len())).map(|left_out| words[..words.len() - left_out].join("_"));
    let mut short = words
        .get(first..words.len() - noise.min(words.len() - first))
        .into_iter()
        .map(|words| words.join("_"));
    let known = |name: &String| !places.blocks(name).is_empty();
    let whole = names.find(known).or_else(|| short.find(known));
    // The names of the blocks around it may stand before its own.
    whole.or_else(|| (!words.is_empty() && words.iter().all(known)).then(|| words.join(".")))
}

/// The blocks that a paragraph introduces the arguments of: "The `x` block supports the following:".
fn lead_owner(prose: &Prose) -> Option<Owner> {
    let mut names: Vec<String> = Vec::new();
    let mut within = Vec::new();
    let mut between = String::new();
    let mut speaks = false;
    if is_note(prose) {
        return None;
    }
    for (inline, _) in &prose.inlines {
        match inline {
            Inline::Code(name) | Inline::Strong(name) if is_path(name) => {
                match (names.last(), relation(&between)) {
                    (Some(_), Relation::Holds) => within = mem::take(&mut names),
                    (Some(_), Relation::LiesIn) => {
                        within = vec![name.to_string()];
                        continue;
                    }
                    _ => {}
                }
                names.push(name.to_string());
                between.clear();
            }
            Inline::Text(text) => {
                between.push_str(text);
                if words(text).any(|word| VERBS.contains(&word.as_str())) {
                    speaks = true;
                    break;
                }
            }
            Inline::Break => between.push(' '),
            _ => {}
        }
    }
    (speaks && !names.is_empty()).then_some(Owner { names, within })
}

/// Whether a paragraph is one of the registry's callouts: <https://developer.hashicorp.com/terraform/registry/providers/docs#callouts>.
fn is_note(prose: &Prose) -> bool {
    let plain = prose.plain();
    ["->", "~>", "!>", "Note", "NOTE"].iter().any(|mark| plain.trim_start().starts_with(mark))
}

/// How two names that stand beside each other are related.
enum Relation {
    /// "`a` and `b`"
    Both,
    /// "`a`'s `b`", "the `a` `b` block"
    Holds,
    /// "`a` in `b`"
    LiesIn,
}

fn relation(between: &str) -> Relation {
    match between.trim() {
        "" | "'s" | "’s" => Relation::Holds,
        text if words(text)
            .any(|word| ["in", "within", "inside", "under", "of"].contains(&word.as_str())) =>
        {
            Relation::LiesIn
        }
        _ => Relation::Both,
    }
}

/// Whether a paragraph introduces a list of arguments.
fn introduces(prose: &Prose) -> bool {
    let plain = prose.plain();
    !is_note(prose)
        && plain.trim_end().ends_with(':')
        && words(&plain).any(|word| ARGUMENTS[..2].contains(&word.as_str()) || VERBS.contains(&word.as_str()))
}

/// The arguments of a list; an item that is none may hold a list of them.
fn entries(items: &[Item]) -> Vec<Entry> {
    items
        .iter()
        .flat_map(|item| {
            entry(item)
                .map_or_else(|| nested(item).flat_map(|(_, entries)| entries).collect(), |entry| vec![entry])
        })
        .collect()
}

fn entry(item: &Item) -> Option<Entry> {
    let mut texts = item.elements.iter().filter(|element| !matches!(element, Element::Code(_)));
    let Some(Element::Paragraph(prose)) = texts.next() else { return None };
    let (name, start) = name(prose)?;
    let (links, calls) = pointers(item.elements.iter().filter_map(|element| match element {
        Element::Paragraph(prose) => Some(prose),
        _ => None,
    }));
    let text = iter::once(start..item.range.end).collect();
    Some(Entry { name, start, links, calls, text, notes: Vec::new(), nested: nested(item).collect() })
}

/// The lists of arguments, or of values, within an item.
fn nested(item: &Item) -> impl Iterator<Item = (usize, Vec<Entry>)> {
    let lists = item.elements.iter().filter_map(|element| match element {
        Element::List(items) => Some((items.first()?.range.start, entries(items))),
        _ => None,
    });
    lists.filter(|(_, entries)| !entries.is_empty())
}

/// Where texts link to on the page, and what they call blocks.
fn pointers<'p>(texts: impl Iterator<Item = &'p Prose<'p>>) -> (Vec<String>, Vec<String>) {
    let (mut links, mut calls) = (Vec::new(), Vec::new());
    for prose in texts {
        let mut inlines = prose.inlines.iter().map(|(inline, _)| inline).peekable();
        while let Some(inline) = inlines.next() {
            match (inline, inlines.peek()) {
                (Inline::Link(to), _) => links.extend(to.strip_prefix('#').map(str::to_owned)),
                (Inline::Code(name), Some(Inline::Text(text))) if text.trim_start().starts_with("block") => {
                    calls.push(name.to_string());
                }
                _ => {}
            }
        }
    }
    (links, calls)
}

fn row_entry(row: &[Prose]) -> Option<Entry> {
    let (name, start) = name(row.first()?)?;
    let text = row[1..].iter().filter_map(|cell| {
        let (first, last) = (cell.inlines.first()?, cell.inlines.last()?);
        Some(first.1.start..last.1.end)
    });
    let (links, calls) = pointers(row.iter());
    Some(Entry { name, start, links, calls, text: text.collect(), notes: Vec::new(), nested: Vec::new() })
}

/// The name that a list item or a row begins with, and where what is said of it begins.
fn name(prose: &Prose) -> Option<(String, usize)> {
    let mut inlines =
        prose.inlines.iter().filter(|(inline, _)| !matches!(inline, Inline::Html(_) | Inline::Link(_)));
    let (first, range) = inlines.next()?;
    let Inline::Code(code) = first else { return None };
    let name = code.trim().trim_matches('"');
    if !is_path(name) {
        return None;
    }
    let end = match inlines.next() {
        Some((Inline::LinkEnd, range)) => range.end,
        _ => range.end,
    };
    Some((name.to_owned(), end))
}

/// Names in dots.
fn is_path(text: &str) -> bool {
    !text.is_empty()
        && text.split('.').all(|name| {
            !name.is_empty()
                && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_' || char == '-')
        })
}

/// The target that a heading is for links: its words in small letters with `-` between them.
fn slug(title: &str) -> String {
    let kept = title.trim().chars().filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|char| if char == ' ' { '-' } else { char }).collect()
}

/// The target of links that stands in a text: `<a name="…">`, `<a id="…">`.
fn anchor(prose: &Prose) -> Option<String> {
    prose.inlines.iter().find_map(|(inline, _)| {
        let Inline::Html(html) = inline else { return None };
        let after = html.split_once("name=").or_else(|| html.split_once("id="))?.1;
        after.trim_start_matches(['"', '\'']).split(['"', '\'', '>', ' ']).next().map(str::to_owned)
    })
}
