//! Chains: a value and the methods that are called on it.

use super::code::Link;
use super::{CHAIN_WIDTH, Code, INDENT, Place, first_width, is_flat, last_width, width};

pub(super) fn write(first: &Code, links: &[Link], place: Place) -> Option<String> {
    let mut root = super::write(first, place)?;
    let mut is_block = first.ends_with_block(&root);
    let mut rest = links;
    while let Some((link, others)) = rest.split_first()
        && is_flat(&root)
        && width(&root) <= INDENT.saturating_sub(place.offset)
    {
        let Some(text) = write_link(link, place.behind(width(&root))?) else { break };
        root.push_str(&text);
        is_block = is_extendable(&root);
        rest = others;
    }
    let Some((last, middle)) = rest.split_last() else { return place.fitting(root) };
    let below = place.nested(if is_block { 0 } else { INDENT });
    let mut written = vec![root];
    for link in middle {
        written.push(write_link(link, below)?);
    }
    let (text, on_one_line) = write_last(last, &written, links.len(), place, below)?;
    written.push(text);
    if on_one_line {
        return place.fitting(written.concat());
    }
    if place.manner.flat_chains {
        return None;
    }
    place.fitting(written.join(&format!("\n{}", " ".repeat(below.indent))))
}

/// The last call, and whether the chain stands on one line up to where it opens.
fn write_last(
    last: &Link,
    before: &[String],
    calls: usize,
    place: Place,
    below: Place,
) -> Option<(String, bool)> {
    let tries = usize::from(last.fallible);
    let is_open = is_extendable(&before[0]);
    let taken =
        tries + if is_open { last_width(&before[0]) } else { before.iter().map(|text| width(text)).sum() };
    let limit = if calls == 1 { place.width } else { place.width.min(CHAIN_WIDTH) };
    let budget = limit.saturating_sub(taken);
    let is_one_line = before.iter().all(|text| is_flat(text)) && budget > 0;
    let own_line = below.before(place.overhead() + tries)?;
    if !is_one_line && !is_open {
        return Some((write_link(last, own_line)?, false));
    }
    let beside = if is_one_line { place.before(tries)? } else { below.before(tries)? };
    let Some(text) = beside.behind(taken).and_then(|place| write_link(last, place)) else {
        return Some((write_link(last, beside)?, false));
    };
    let fits = first_width(&text) <= budget;
    let lines = text.lines().count();
    if fits && lines >= 5 {
        return Some((text, is_one_line));
    }
    match write_link(last, own_line) {
        Some(other) if !fits => Some((other, false)),
        Some(other) if other.lines().count() < lines => Some((other, false)),
        _ => Some((text, fits && is_one_line)),
    }
}

fn write_link(link: &Link, place: Place) -> Option<String> {
    let place = place.before(usize::from(link.fallible))?;
    let text = super::list::write(&link.method, ('(', ')'), &link.arguments, place)?;
    Some(if link.fallible { text + "?" } else { text })
}

/// Whether the last line has only what closes.
fn is_extendable(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or_default();
    text.ends_with("\"#") || last.chars().all(|char| "()]}?>".contains(char) || char.is_whitespace())
}
