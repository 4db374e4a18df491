//! Arguments of calls, elements of arrays and tuples.

use super::{
    Code, INDENT, LIST_WIDTH, Manner, Place, SHORT_LITERAL, first_width, is_flat, last_width, width,
};

/// How items stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tactic {
    /// On one line.
    Horizontal,
    /// Each on a line of its own.
    Vertical,
    /// As many on each line as fit.
    Mixed,
}

/// Items between delimiters, with `before` before them.
pub(super) fn write(
    before: &str,
    (open, close): (char, char),
    items: &[Code],
    place: Place,
) -> Option<String> {
    if items.is_empty() {
        let fits = place.manner.lenient || place.width >= last_width(before) + 2;
        let margin = if fits { String::new() } else { format!("\n{}", " ".repeat(place.indent)) };
        return Some(format!("{before}{open}{margin}{close}"));
    }
    let used = width(before);
    let list = List {
        before,
        items,
        room: place.width.saturating_sub(used + 2),
        beside: place
            .behind(used + 1)
            .and_then(|place| place.before(1))
            .unwrap_or(Place { width: 0, ..place }),
        nested: {
            let nested = place.nested(INDENT);
            Place { width: nested.width.saturating_sub(1), ..nested }
        },
    };
    let (tactic, written) = list.tactic();
    let written: Vec<String> = written.into_iter().collect::<Option<_>>()?;
    let is_single = items.len() == 1 && before.is_empty() && open == '(';
    let text = match tactic {
        Tactic::Horizontal => written.join(", ") + if is_single { "," } else { "" },
        Tactic::Vertical => written.join(&format!(",\n{}", " ".repeat(list.nested.indent))) + ",",
        Tactic::Mixed => fill(&written, list.nested.width, list.nested.indent),
    };
    if tactic == Tactic::Horizontal && first_width(&text) < place.width.saturating_sub(last_width(before)) {
        return Some(format!("{before}{open}{text}{close}"));
    }
    let (nested, margin) = (" ".repeat(list.nested.indent), " ".repeat(place.indent));
    Some(format!("{before}{open}\n{nested}{text}\n{margin}{close}"))
}

struct List<'a> {
    before: &'a str,
    items: &'a [Code],
    /// The columns for all items on one line.
    room: usize,
    /// The place behind the opening delimiter.
    beside: Place,
    /// The place on lines of their own.
    nested: Place,
}

impl List<'_> {
    /// How the items stand, and each of them written for that.
    fn tactic(&self) -> (Tactic, Vec<Option<String>>) {
        let last = &self.items[self.items.len() - 1];
        let alone = self.items.len() == 1;
        let mut written: Vec<_> = self.items.iter().map(|item| super::write(item, self.nested)).collect();
        let is_attached = alone && self.before.len() < INDENT;
        let overflowing = if is_attached || last.can_overflow(alone) {
            self.overflow(last, is_attached, &written)
        } else {
            None
        };
        let below = written.pop().flatten();
        let first_line =
            overflowing.as_ref().map(|text| text.split('\n').next().unwrap_or_default().to_owned());
        written.push(first_line.or_else(|| below.clone()));
        if let (Some(overflowing), Tactic::Horizontal) = (overflowing, self.by_width(&written)) {
            let shorter = (alone && overflowing.matches('\n').count() == 1)
                .then(|| below.filter(|below| is_flat(below)))
                .flatten();
            written.pop();
            written.push(Some(shorter.unwrap_or(overflowing)));
            return (Tactic::Horizontal, written);
        }
        let fits = alone
            && self.room != 0
            && below.as_ref().is_none_or(|below| is_flat(below) && width(below) <= self.room);
        written.pop();
        written.push(below);
        let mut tactic = if fits { Tactic::Horizontal } else { self.by_width(&written) };
        let is_short = |item: &Option<String>| item.as_ref().is_none_or(|item| width(item) <= SHORT_LITERAL);
        if tactic == Tactic::Vertical
            && self.items.iter().all(Code::is_simple)
            && written.iter().all(is_short)
        {
            tactic = Tactic::Mixed;
        }
        (tactic, written)
    }

    /// The last item beside those before it, open at its end.
    fn overflow(&self, last: &Code, is_attached: bool, written: &[Option<String>]) -> Option<String> {
        let place = if self.items.len() == 1 && !last.is_nested_call() {
            self.beside
        } else {
            let others = written[..written.len() - 1].iter();
            let others: usize = others.map(|item| 2 + item.as_ref().map_or(0, |item| width(item))).sum();
            Place { width: self.beside.width.min(LIST_WIDTH), ..self.beside }.behind(others)?
        };
        let is_closure = |item: &&Code| matches!(item, Code::Closure(..));
        if is_closure(&last) && self.items.iter().filter(is_closure).count() > 1 {
            return None;
        }
        let flat_chains = place.manner.flat_chains || !is_attached && last.is_method_call();
        super::write(last, Place { manner: Manner { flat_chains, ..place.manner }, ..place })
    }

    fn by_width(&self, written: &[Option<String>]) -> Tactic {
        let items = || written.iter().flatten();
        let total: usize = items().map(|item| width(item)).sum();
        let fits = total + 2 * (written.len() - 1) <= self.room.min(LIST_WIDTH);
        if fits && items().all(|item| is_flat(item)) { Tactic::Horizontal } else { Tactic::Vertical }
    }
}

/// As many items on each line as fit, without the indentation of the first.
pub(super) fn fill(items: &[String], room: usize, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut lines = String::new();
    let mut column = 0;
    for (index, item) in items.iter().enumerate() {
        // On the first line there is always room for the last comma.
        let comma = usize::from(index + 1 < items.len() || !is_flat(&lines));
        if column > 0 && column + 1 + width(item) + comma > room {
            lines.push('\n');
            lines.push_str(&margin);
            column = 0;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(item);
        lines.push(',');
        column += width(item) + 1;
    }
    lines
}
