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
    /// Text such as `key: ` and a value that goes to a line of its own when its beginning does not fit beside it.
    Hanging(String, Box<Doc>),
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
            Self::Hanging(left, right) => right.flat_width().map(|right| width(left) + right),
            Self::Items(items) => items.flat_width(),
        }
    }

    /// The width of what cannot be parted from the beginning.
    fn beginning(&self) -> usize {
        match self {
            Self::Text(text) => width(text),
            Self::Row(pieces) => pieces.first().map_or(0, Self::beginning),
            Self::Hanging(left, _) => width(left),
            Self::Items(items) => width(&items.open),
        }
    }
}

impl Items {
    /// Items that are put on one line where they fit.
    pub(super) fn new(open: impl Into<String>, items: Vec<Doc>, close: &'static str) -> Self {
        Self { open: open.into(), content: items, close, style: Style::Fit }
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
        Some(delimiters + content)
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
                let after_text = if matches!(**right, Doc::Text(_)) { after } else { 0 };
                if self.fits(right.beginning() + after_text) {
                    self.doc(right, after);
                } else {
                    self.out.truncate(self.out.trim_end_matches(' ').len());
                    self.end();
                    self.indent();
                    self.start();
                    self.doc(right, after);
                    self.dedent();
                }
            }
            Doc::Items(items) => self.items(items, after),
        }
    }

    fn items(&mut self, items: &Items, after: usize) {
        let fits = items.flat_width().is_some_and(|flat| self.fits(flat + after));
        if fits || items.content.is_empty() {
            self.push(&items.open);
            self.flat(items);
            self.push(items.close);
        } else {
            self.open(items);
        }
    }

    /// Writes items on several lines.
    fn open(&mut self, items: &Items) {
        self.push(&items.open);
        if !(items.style == Style::Hug && self.hug(items)) {
            self.broken(items);
        }
        self.push(items.close);
    }

    fn flat(&mut self, items: &Items) {
        for (index, item) in items.content.iter().enumerate() {
            if index > 0 {
                self.push(", ");
            }
            self.doc(item, 0);
        }
    }

    /// Opens the last item on the line of those before it, if these fit there.
    fn hug(&mut self, items: &Items) -> bool {
        let Some((Doc::Items(last), before)) = items.content.split_last() else { return false };
        let before_width = before.iter().map(Doc::flat_width).sum::<Option<usize>>();
        let opened = before_width.map(|width_before| width_before + 2 * before.len() + width(&last.open));
        let fits = opened.is_some_and(|opened| self.fits(opened));
        if !fits || last.content.is_empty() {
            return false;
        }
        for item in before {
            self.doc(item, 0);
            self.push(", ");
        }
        self.open(last);
        true
    }

    fn broken(&mut self, items: &Items) {
        self.end();
        self.indent();
        let last = items.content.len() - 1;
        for (index, item) in items.content.iter().enumerate() {
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
            self.doc(item, 1);
            self.push(",");
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
