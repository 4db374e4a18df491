//! What a page says about importing, and the IDs that it shows.

use super::super::page::{Element, Inline, Page, Prose, Section};
use super::token::{Token, tokens};

/// The part of a page that is about importing.
#[derive(Debug, Default)]
pub struct Import {
    /// The text below its heading, in Markdown.
    pub text: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Token>>,
    /// Its list items.
    pub items: Vec<Vec<Token>>,
    /// The IDs that it shows.
    pub examples: Vec<Example>,
    /// The attributes of its "Identity Schema", each with whether an import has to give it.
    pub identity: Vec<(String, bool)>,
    /// What the page says of the attribute `id`.
    pub of_id: Vec<Token>,
}

/// An ID that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The type of what is imported.
    pub type_name: String,
    /// The ID.
    pub id: String,
}

/// The part of `page`, which is read from `text`, that is about importing.
pub fn import(page: &Page, text: &str) -> Option<Import> {
    let is_about = |section: &Section| {
        let title = section.title.plain().to_lowercase();
        section.level > 0 && title.split_whitespace().next().is_some_and(|word| word.starts_with("import"))
    };
    let starts = (0..page.sections.len()).filter(|&at| is_about(&page.sections[at]));
    let found = starts.map(|at| {
        let level = page.sections[at].level;
        let inner = page.sections[at + 1..].iter().take_while(|section| section.level > level).count();
        at..at + 1 + inner
    });
    // Other sections may be called so for other reasons: those that show how come first.
    let mut read: Vec<_> =
        found.map(|range| read(&page.sections[range.clone()], text, page.sections.get(range.end))).collect();
    let best = read.iter().position(|import| !import.examples.is_empty()).unwrap_or(0);
    let mut import = (best < read.len()).then(|| read.swap_remove(best))?;
    let mut elements = page.sections.iter().flat_map(|section| &section.elements);
    import.of_id = elements.find_map(of_id).unwrap_or_default();
    Some(import)
}

/// What a list of attributes says of `id`.
fn of_id(element: &Element) -> Option<Vec<Token>> {
    let Element::List(items) = element else { return None };
    items.iter().find_map(|item| match item.elements.first()? {
        Element::Paragraph(prose) if prose.codes().next() == Some("id") && starts_with_code(prose) => {
            Some(tokens(&marked(prose)).split_off(1))
        }
        _ => None,
    })
}

fn starts_with_code(prose: &Prose) -> bool {
    matches!(prose.inlines.first(), Some((Inline::Code(_), _)))
}

fn read(sections: &[Section], text: &str, next: Option<&Section>) -> Import {
    let mut import = Import::default();
    let start = sections.first().and_then(|section| Some(section.title.inlines.last()?.1.end)).unwrap_or(0);
    let end = next.and_then(|section| Some(section.title.inlines.first()?.1.start)).unwrap_or(text.len());
    let below = text.get(start..end).unwrap_or_default();
    // The next heading's own line begins before its words.
    let below = if next.is_some() { below.rsplit_once('\n').map_or("", |(below, _)| below) } else { below };
    below.trim().clone_into(&mut import.text);
    // The level of the section on the identity, and whether what follows is required.
    let mut identity: Option<(usize, bool)> = None;
    for section in sections {
        let title = section.title.plain().trim().to_lowercase();
        identity = match identity {
            _ if title == "identity schema" => Some((section.level, true)),
            Some((level, _)) if section.level > level => Some((level, title == "required")),
            _ => None,
        };
        for element in &section.elements {
            match (element, identity) {
                (Element::List(items), Some((_, is_required))) => {
                    let names = items.iter().filter_map(|item| match item.elements.first()? {
                        Element::Paragraph(prose) => Some(prose.codes().next()?.to_owned()),
                        _ => None,
                    });
                    import.identity.extend(names.map(|name| (name, is_required)));
                }
                _ => self::element(element, false, &mut import),
            }
        }
    }
    import
}

fn element(element: &Element, is_item: bool, import: &mut Import) {
    match element {
        Element::Paragraph(prose) => {
            for (inline, _) in &prose.inlines {
                if let Inline::Code(code) = inline {
                    commands(code.trim_start_matches(['$', ' ']), &mut import.examples);
                }
            }
            let tokens = tokens(&marked(prose));
            if is_item { import.items.push(tokens) } else { import.paragraphs.push(tokens) }
        }
        Element::List(items) => {
            for inner in items.iter().flat_map(|item| &item.elements) {
                self::element(inner, true, import);
            }
        }
        Element::Code(code) => {
            import.paragraphs.extend(comments(&code.text));
            blocks(&code.text, &mut import.examples);
            commands(&code.text, &mut import.examples);
        }
        Element::Table(_) => {}
    }
}

/// The text, with code marked as such.
fn marked(prose: &Prose) -> String {
    let mut text = String::new();
    for (inline, _) in &prose.inlines {
        match inline {
            Inline::Text(words) | Inline::Strong(words) | Inline::Html(words) => text.push_str(words),
            Inline::Code(code) => {
                text.push('`');
                text.push_str(code);
                text.push('`');
            }
            Inline::Break => text.push(' '),
            Inline::Link(_) | Inline::LinkEnd => {}
        }
    }
    text
}

/// What comments in code say.
fn comments(code: &str) -> impl Iterator<Item = Vec<Token>> {
    code.lines().filter_map(|line| line.trim().strip_prefix('#')).map(|comment| tokens(comment.trim()))
}

/// The IDs of `import` blocks.
fn blocks(code: &str, examples: &mut Vec<Example>) {
    for (at, _) in code.match_indices("import {") {
        let block = &code[at..];
        let block = &block[..block.find("\n}").unwrap_or(block.len())];
        let value = |key: &str| {
            block.lines().find_map(|line| {
                let rest = line.trim().strip_prefix(key)?.trim_start().strip_prefix('=')?;
                Some(rest.trim())
            })
        };
        if let (Some(to), Some(id)) = (value("to"), value("id").and_then(quoted)) {
            push(to, id, examples);
        }
    }
}

fn quoted(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('"')?;
    Some(&rest[..rest.rfind('"')?])
}

/// The IDs of `terraform import` commands.
fn commands(code: &str, examples: &mut Vec<Example>) {
    let code = code.replace("\\\n", " ");
    for line in code.lines() {
        let line =
            line.trim_start_matches(|char: char| char.is_whitespace() || matches!(char, '$' | '%' | '>'));
        let Some(rest) =
            ["terraform import ", "tofu import "].iter().find_map(|command| line.strip_prefix(command))
        else {
            continue;
        };
        let mut rest = rest.trim();
        while let Some(option) = rest.strip_prefix('-') {
            rest = option.split_once(' ').map_or("", |(_, rest)| rest.trim_start());
        }
        let mut words = rest.splitn(2, char::is_whitespace);
        if let (Some(address), Some(id)) =
            (words.next().filter(|address| address.contains('.')), words.next())
        {
            push(address, unquoted(id.trim()), examples);
        }
    }
}

/// A word as a shell reads it, or the whole text where a page leaves out the quotes.
fn unquoted(text: &str) -> &str {
    for quote in ['"', '\'', '`'] {
        if let Some(rest) = text.strip_prefix(quote) {
            let (inner, behind) = rest.split_once(quote).unwrap_or((rest, ""));
            if quote != '`' || behind.is_empty() {
                return inner;
            }
        }
    }
    text.split_once(" #").map_or(text, |(id, _)| id.trim_end())
}

fn push(address: &str, id: &str, examples: &mut Vec<Example>) {
    let type_name = address.trim_matches(['"', '\'']).split('.').next().unwrap_or_default();
    let example = Example { type_name: type_name.to_owned(), id: id.to_owned() };
    if !id.is_empty() && !examples.contains(&example) {
        examples.push(example);
    }
}
