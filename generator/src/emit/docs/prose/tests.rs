//! Descriptions stay in their place, whatever a Markdown parser makes of them.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Place, Prose};
use crate::emit::docs::FieldRef;
use crate::model::{BlockId, Text, TextFormat};

/// What means something to Markdown, and what stands between it.
const PIECES: &[&str] = &[
    "`",
    "``",
    "```",
    "````",
    "~~~",
    "\n",
    "\n\n",
    "\r\n",
    "    ",
    "  ",
    "\t",
    " ",
    "\u{a0}",
    "\u{2028}",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "12) ",
    "> ",
    "# ",
    "###",
    "<b>",
    "<script>",
    "</details>",
    "<div",
    "<!--",
    "-->",
    "<?",
    "<!X",
    "<![CDATA[",
    "<https://example.com>",
    "<br>",
    "<a@b.c>",
    "[",
    "]",
    "(",
    ")",
    "[a]: /b",
    "[^1]: ",
    "[^1]",
    "|",
    "|--|",
    "| a |",
    "---",
    "===",
    "***",
    "*",
    "**",
    "_",
    "\\",
    "&lt;",
    "&#60;",
    "$",
    "$$",
    "](javascript:x)",
    "](https://example.com)",
    "{#id}",
    ":",
    "!",
    "text",
    "word.",
    "\"",
    "'",
    "~~",
    "- [ ] ",
];

fn description() -> impl Strategy<Value = Text> {
    let format = prop_oneof![Just(TextFormat::Plain), Just(TextFormat::Markdown)];
    let text = prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat());
    (text, format).prop_map(|(text, format)| Text { text, format })
}

/// The text of what is at the top of a page: headings and paragraphs, and the last item of a list.
#[derive(Debug, Default, PartialEq)]
struct Outline {
    headings: Vec<String>,
    /// How many items the list of the page has.
    items: usize,
    last_item: String,
    last_paragraph: String,
    html: Vec<String>,
    links: Vec<String>,
}

fn outline(page: &str) -> Outline {
    let mut outline = Outline::default();
    let mut lists = 0;
    let mut text = String::new();
    let mut depth = 0;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(tag) => {
                depth += 1;
                match tag {
                    Tag::List(_) => lists += 1,
                    Tag::Item if lists == 1 => {
                        outline.items += 1;
                        text.clear();
                    }
                    Tag::Heading { .. } => text.clear(),
                    Tag::Paragraph if depth == 1 => text.clear(),
                    Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                        outline.links.push(dest_url.to_string());
                    }
                    _ => {}
                }
            }
            Event::End(tag) => {
                depth -= 1;
                match tag {
                    TagEnd::List(_) => lists -= 1,
                    TagEnd::Item if lists == 1 => outline.last_item.clone_from(&text),
                    TagEnd::Heading(_) => outline.headings.push(text.clone()),
                    TagEnd::Paragraph if depth == 0 => outline.last_paragraph.clone_from(&text),
                    _ => {}
                }
            }
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::Html(html) | Event::InlineHtml(html) => outline.html.push(html.to_string()),
            _ => {}
        }
    }
    outline
}

fn check(page: &str) -> Result<(), TestCaseError> {
    let found = outline(page);
    prop_assert_eq!(&found.headings, &["Before", "After"], "{}", page);
    prop_assert_eq!(&found.last_paragraph, "The end.", "{}", page);
    prop_assert!(found.html.is_empty(), "{:?} in {}", found.html, page);
    let strange: Vec<_> = found.links.iter().filter(|link| link.starts_with("javascript")).collect();
    prop_assert!(strange.is_empty(), "{:?} in {}", strange, page);
    Ok(())
}

fn contained(text: &str, format: TextFormat) -> String {
    let text = Text { text: text.to_owned(), format };
    Prose::contain(&text, Place::Item(2), &|_| None).into_text()
}

#[test]
fn plain_text_keeps_code_lists_and_links_to_the_web() {
    let text = "One of `a_b`, *c* or d_e_:\n- see [the guide](https://example.com/a_b)\n- [not](ftp://this)";
    insta::assert_snapshot!(contained(text, TextFormat::Plain), @r"
    One of `a_b`, \*c\* or d_e\_:
      - see [the guide](https://example.com/a_b)
      - \[not\](ftp://this)
    ");
}

#[test]
fn markdown_keeps_its_fences_and_closes_them() {
    let text = "Such as:\n\n    ```json\n    {\"a\": \"<b>\"}";
    insta::assert_snapshot!(contained(text, TextFormat::Markdown), @r#"
    Such as:

      ```json
      {"a": "<b>"}
      ```
    "#);
}

#[test]
fn only_names_of_fields_are_called_as_the_language_calls_them() {
    let text = "Set `http_proxy`, unless the `http_proxy` environment variable is set. See `other`.";
    let field = FieldRef { block: BlockId::ROOT, field: 0 };
    let text = Text { text: text.to_owned(), format: TextFormat::Markdown };
    let prose = Prose::contain(&text, Place::Item(2), &|name| (name == "http_proxy").then_some(field));
    let called = prose.names.iter().map(|name| name.start).collect::<Vec<_>>();
    assert_eq!(called, [5]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_description_stays_within_its_item(description in description()) {
        let mut prose = Prose::contain(&description, Place::Item(2), &|_| None);
        prose.sentence(&Prose::new("Valid values: `a`, `b`."), 2);
        let gap = if prose.begins_line() { "" } else { " " };
        let text = prose.into_text();
        let page = format!("# Before\n\n* `name` - (Optional){gap}{text}\n* `next` - (Optional)\n\n## After\n\nThe end.\n");
        check(&page)?;
        let found = outline(&page);
        prop_assert_eq!(found.items, 2, "{}", page);
        prop_assert_eq!(&found.last_item, "next - (Optional)", "{}", page);
    }

    #[test]
    fn a_description_stays_within_its_paragraphs(description in description()) {
        let text = Prose::contain(&description, Place::Paragraphs, &|_| None).into_text();
        let page = format!("# Before\n\n{text}\n\n## After\n\nThe end.\n");
        check(&page)?;
    }
}
