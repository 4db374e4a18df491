//! Puts code on lines the way a language's formatter would: on one where it fits, else one item a line.

/// A piece of code that may be broken over lines.
#[derive(Debug, Clone)]
pub(super) enum Doc {
    /// Text that is never broken.
    Text(String),
    /// Pieces side by side.
    Row(Vec<Doc>),
    /// Items between delimiters.
    Items(Items),
    /// Text such as `key: ` and a value that goes to a line of its own when it does not fit beside it.
    Hanging(String, String),
    /// A value and a method called on it, on a line of its own when the value takes several.
    Chained(Box<Doc>, &'static str),
}

/// Items between delimiters, separated by commas.
#[derive(Debug, Clone)]
pub(super) struct Items {
    /// What stands before the items.
    pub open: String,
    /// The items themselves.
    pub content: Vec<Doc>,
    /// What stands behind them.
    pub close: &'static str,
    /// How they are put on lines.
    pub style: Style,
    /// The greatest width of what is between the delimiters on one line.
    pub limit: usize,
    /// Whether spaces stand inside the delimiters on one line.
    pub padded: bool,
}

/// How [`Items`] are put on lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// On one line where that fits, else one a line.
    Fit,
    /// One a line.
    Broken,
    /// Like [`Style::Fit`], but the last item may open on the first line where all before it fit there.
    Hug,
    /// As many on each line as fit.
    Fill,
    /// Like [`Style::Fit`]; no comma may follow the last item.
    Rest,
}

impl Doc {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The width on one line; none where the piece is always broken.
    fn flat_width(&self) -> Option<usize> {
        match self {
            Self::Text(text) => Some(width(text)),
            Self::Row(pieces) => pieces.iter().map(Self::flat_width).sum(),
            Self::Hanging(left, right) => Some(width(left) + width(right)),
            Self::Chained(value, method) => value.flat_width().map(|value| value + width(method)),
            Self::Items(items) => items.flat_width(),
        }
    }
}

impl Items {
    /// Items that are put on one line where they fit.
    pub(super) fn new(open: impl Into<String>, items: Vec<Doc>, close: &'static str) -> Self {
        Self { open: open.into(), content: items, close, style: Style::Fit, limit: usize::MAX, padded: false }
    }

    pub(super) fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    fn flat_width(&self) -> Option<usize> {
        let delimiters = width(&self.open) + width(self.close);
        if self.content.is_empty() {
            return Some(delimiters);
        }
        if self.style == Style::Broken {
            return None;
        }
        let content: usize = self.content.iter().map(Doc::flat_width).sum::<Option<usize>>()?;
        let content = content + 2 * (self.content.len() - 1);
        (content <= self.limit).then_some(delimiters + content + if self.padded { 2 } else { 0 })
    }
}

/// Lines of code as they grow.
pub(super) struct Lines {
    out: String,
    line_start: usize,
    depth: usize,
    unit: usize,
    max: usize,
}

impl Lines {
    /// No lines yet; `unit` is the width of one level of indentation, `max` that of a line.
    pub(super) fn new(unit: usize, max: usize) -> Self {
        Self { out: String::new(), line_start: 0, depth: 0, unit, max }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A line of its own.
    pub(super) fn line(&mut self, text: &str) {
        self.start();
        self.push(text);
        self.end();
    }

    pub(super) fn blank(&mut self) {
        self.end();
    }

    pub(super) fn indent(&mut self) {
        self.depth += 1;
    }

    pub(super) fn dedent(&mut self) {
        self.depth -= 1;
    }

    /// A statement, broken over lines as needed, and what closes it.
    pub(super) fn statement(&mut self, doc: &Doc, close: &str) {
        self.start();
        self.doc(doc, width(close));
        self.push(close);
        self.end();
    }

    fn start(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.depth * self.unit));
    }

    fn end(&mut self) {
        self.out.push('\n');
        self.line_start = self.out.len();
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn fits(&self, more: usize) -> bool {
        width(&self.out[self.line_start..]) + more <= self.max
    }

    /// Writes a piece; `after` is the width of what must follow on its last line.
    fn doc(&mut self, doc: &Doc, after: usize) {
        match doc {
            Doc::Text(text) => self.push(text),
            Doc::Row(pieces) => {
                for (index, piece) in pieces.iter().enumerate() {
                    let rest: usize = pieces[index + 1..].iter().filter_map(Doc::flat_width).sum();
                    self.doc(piece, after + rest);
                }
            }
            Doc::Hanging(left, right) => {
                self.push(left);
                if self.fits(width(right) + after) {
                    self.push(right);
                } else {
                    self.out.truncate(self.out.trim_end_matches(' ').len());
                    self.end();
                    self.indent();
                    self.start();
                    self.push(right);
                    self.dedent();
                }
            }
            Doc::Chained(value, method) => {
                let line = self.line_start;
                self.doc(value, width(method) + after);
                if self.line_start != line {
                    self.end();
                    self.start();
                }
                self.push(method);
            }
            Doc::Items(items) => self.items(items, after),
        }
    }

    fn items(&mut self, items: &Items, after: usize) {
        self.push(&items.open);
        let rest = items.flat_width().map(|flat| flat - width(&items.open) + after);
        if rest.is_some_and(|rest| self.fits(rest)) {
            self.flat(items);
        } else if !(items.style == Style::Hug && self.hug(items, after)) {
            self.broken(items);
        }
        self.push(items.close);
    }

    fn flat(&mut self, items: &Items) {
        let pad = if items.padded && !items.content.is_empty() { " " } else { "" };
        self.push(pad);
        for (index, item) in items.content.iter().enumerate() {
            if index > 0 {
                self.push(", ");
            }
            self.doc(item, 0);
        }
        self.push(pad);
    }

    /// Opens the last item on the line of those before it, if these fit there.
    fn hug(&mut self, items: &Items, after: usize) -> bool {
        let Some((Doc::Items(last), before)) = items.content.split_last() else { return false };
        let before_width = before.iter().map(Doc::flat_width).sum::<Option<usize>>();
        let opened = before_width.map(|width_before| width_before + 2 * before.len() + width(&last.open));
        if !opened.is_some_and(|opened| self.fits(opened)) {
            return false;
        }
        for item in before {
            self.doc(item, 0);
            self.push(", ");
        }
        self.items(last, after + width(items.close));
        true
    }

    fn broken(&mut self, items: &Items) {
        self.end();
        self.indent();
        let last = items.content.len() - 1;
        for (index, item) in items.content.iter().enumerate() {
            let comma = if index == last && items.style == Style::Rest { "" } else { "," };
            if items.style == Style::Fill && index > 0 {
                // The comma of the item before is on the line already.
                if self.fits(1 + item.flat_width().unwrap_or(0) + 1) {
                    self.push(" ");
                } else {
                    self.end();
                    self.start();
                }
            } else {
                self.start();
            }
            self.doc(item, comma.len());
            self.push(comma);
            if items.style != Style::Fill || index == last {
                self.end();
            }
        }
        self.dedent();
        self.start();
    }
}

/// The number of columns that a text takes.
fn width(text: &str) -> usize {
    text.chars().count()
}
