//! Puts code on lines by the algorithm of [prettier], after Wadler's "A prettier printer".
//!
//! [prettier]: https://github.com/prettier/prettier/blob/main/commands.md

/// Code that may be broken over lines.
#[derive(Debug, Clone)]
pub(in crate::program) enum Doc<K> {
    /// Text that is never broken.
    Text(String),
    /// Pieces side by side.
    Concat(Vec<Doc<K>>),
    /// What is put on one line if it fits, and else broken at the lines that belong to it.
    Group { content: Box<Doc<K>>, broken: bool, id: Option<usize> },
    /// The first of these that fits; the last is the most expanded.
    Choice(Vec<Doc<K>>),
    /// Lines in it are indented by one more level.
    Indent(Box<Doc<K>>),
    /// The same where the group of this id was broken.
    IndentIfBroken(Box<Doc<K>>, usize),
    /// A space, or the end of a line.
    Line,
    /// Nothing, or the end of a line.
    SoftLine,
    /// The end of a line.
    HardLine,
    /// Breaks the groups around it.
    BreakParent,
    /// Text that is written only where the group that it belongs to is broken.
    IfBroken(&'static str),
    /// As many items on each line as fit, with the separators between them.
    Fill(Vec<Doc<K>>),
    /// Remembers whether it is the first thing on its line.
    Mark(K),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Broken,
}

type Command<'a, K> = (usize, Mode, &'a Doc<K>);

impl<K: Copy> Doc<K> {
    pub(in crate::program) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(in crate::program) fn group(content: Vec<Self>) -> Self {
        Self::Group { content: Box::new(Self::Concat(content)), broken: false, id: None }
    }

    pub(in crate::program) fn broken_group(content: Vec<Self>) -> Self {
        Self::Group { content: Box::new(Self::Concat(content)), broken: true, id: None }
    }

    pub(in crate::program) fn indent(content: Vec<Self>) -> Self {
        Self::Indent(Box::new(Self::Concat(content)))
    }

    /// The pieces with a separator between them.
    pub(in crate::program) fn join(pieces: Vec<Self>, separator: &[Self]) -> Self {
        let mut joined = Vec::new();
        for (index, piece) in pieces.into_iter().enumerate() {
            if index > 0 {
                joined.extend(separator.iter().cloned());
            }
            joined.push(piece);
        }
        Self::Concat(joined)
    }

    /// Whether it never stands on one line.
    pub(in crate::program) fn will_break(&self) -> bool {
        match self {
            Self::HardLine | Self::BreakParent => true,
            Self::Group { content, broken, .. } => *broken || content.will_break(),
            Self::Concat(pieces) | Self::Fill(pieces) => pieces.iter().any(Self::will_break),
            Self::Choice(states) => states[0].will_break(),
            Self::Indent(content) | Self::IndentIfBroken(content, _) => content.will_break(),
            Self::Text(_) | Self::Line | Self::SoftLine | Self::IfBroken(_) | Self::Mark(_) => false,
        }
    }
}

/// Breaks every group that holds what never stands on one line; a choice decides for itself.
fn propagate<K>(doc: &mut Doc<K>) -> bool {
    match doc {
        Doc::HardLine | Doc::BreakParent => true,
        Doc::Group { content, broken, .. } => {
            *broken |= propagate(content);
            *broken
        }
        Doc::Concat(pieces) | Doc::Fill(pieces) => {
            pieces.iter_mut().fold(false, |broken, piece| propagate(piece) | broken)
        }
        Doc::Choice(states) => {
            for state in states {
                propagate(state);
            }
            false
        }
        Doc::Indent(content) | Doc::IndentIfBroken(content, _) => propagate(content),
        Doc::Text(_) | Doc::Line | Doc::SoftLine | Doc::IfBroken(_) | Doc::Mark(_) => false,
    }
}

/// The code on lines of at most `width` columns, and the marks that begin a line.
pub(in crate::program) fn print<K: Copy>(mut doc: Doc<K>, width: usize, unit: usize) -> (String, Vec<K>) {
    propagate(&mut doc);
    let mut printer =
        Printer { width, unit, out: String::new(), column: 0, groups: Vec::new(), marks: Vec::new() };
    let mut commands = vec![(0, Mode::Broken, &doc)];
    while let Some(command) = commands.pop() {
        printer.step(command, &mut commands);
    }
    (printer.out, printer.marks)
}

struct Printer<K> {
    width: usize,
    /// The width of a level of indentation.
    unit: usize,
    out: String,
    column: usize,
    /// The groups with an id that were broken.
    groups: Vec<usize>,
    marks: Vec<K>,
}

impl<K: Copy> Printer<K> {
    fn step<'a>(&mut self, (indent, mode, doc): Command<'a, K>, commands: &mut Vec<Command<'a, K>>) {
        match doc {
            Doc::Text(text) => {
                self.out.push_str(text);
                self.column += text.chars().count();
            }
            Doc::Concat(pieces) => commands.extend(pieces.iter().rev().map(|piece| (indent, mode, piece))),
            Doc::Indent(content) => commands.push((indent + self.unit, mode, content)),
            Doc::IndentIfBroken(content, group) => {
                let indent = if self.groups.contains(group) { indent + self.unit } else { indent };
                commands.push((indent, mode, content));
            }
            Doc::Group { content, broken, id } => {
                let flat = (indent, Mode::Flat, &**content);
                let breaks = *broken || mode == Mode::Broken && !self.fits(flat, commands);
                if let (true, Some(id)) = (breaks, id) {
                    self.groups.push(*id);
                }
                commands.push((indent, if breaks { Mode::Broken } else { Mode::Flat }, &**content));
            }
            Doc::Choice(states) if mode == Mode::Flat => {
                commands.extend(states.first().map(|state| (indent, mode, state)));
            }
            Doc::Choice(states) => {
                let fitting = states.iter().find(|state| self.fits((indent, Mode::Flat, state), commands));
                match fitting {
                    Some(state) => commands.push((indent, Mode::Flat, state)),
                    None => commands.extend(states.last().map(|state| (indent, Mode::Broken, state))),
                }
            }
            Doc::Line if mode == Mode::Flat => {
                self.out.push(' ');
                self.column += 1;
            }
            Doc::BreakParent => {}
            Doc::SoftLine if mode == Mode::Flat => {}
            Doc::Line | Doc::SoftLine | Doc::HardLine => self.end(indent),
            Doc::IfBroken(text) => {
                if mode == Mode::Broken {
                    self.out.push_str(text);
                    self.column += text.chars().count();
                }
            }
            Doc::Fill(pieces) => self.fill(indent, pieces, commands),
            Doc::Mark(mark) => {
                if self.column == 0 || self.out.trim_end_matches(' ').ends_with('\n') {
                    self.marks.push(*mark);
                }
            }
        }
    }

    /// Items and separators by turns: a separator ends the line where the item behind it does not fit.
    fn fill<'a>(&mut self, indent: usize, pieces: &'a [Doc<K>], commands: &mut Vec<Command<'a, K>>) {
        let mut later = Vec::new();
        let mut column = self.column;
        for (index, piece) in pieces.iter().enumerate() {
            let mode = match piece {
                Doc::Line => {
                    // Behind the last item stands a comma.
                    let comma = usize::from(index + 2 == pieces.len());
                    let next = flat_width(&pieces[index + 1]) + comma;
                    if column + 1 + next > self.width {
                        column = indent;
                        Mode::Broken
                    } else {
                        column += 1;
                        Mode::Flat
                    }
                }
                item => {
                    column += flat_width(item);
                    Mode::Flat
                }
            };
            later.push((indent, mode, piece));
        }
        commands.extend(later.into_iter().rev());
    }

    fn end(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }

    /// Whether all up to the next end of a line fits on this one.
    fn fits<'a>(&self, next: Command<'a, K>, rest: &[Command<'a, K>]) -> bool {
        let Some(mut left) = self.width.checked_sub(self.column) else { return false };
        let mut rest = rest.iter().rev();
        let mut commands = vec![next];
        loop {
            let Some((indent, mode, doc)) = commands.pop().or_else(|| rest.next().copied()) else {
                return true;
            };
            let text_width = match doc {
                Doc::Text(text) => text.chars().count(),
                Doc::Concat(pieces) | Doc::Fill(pieces) => {
                    commands.extend(pieces.iter().rev().map(|piece| (indent, mode, piece)));
                    0
                }
                Doc::Indent(content) | Doc::IndentIfBroken(content, _) => {
                    commands.push((indent, mode, content));
                    0
                }
                Doc::Group { content, broken, .. } => {
                    commands.push((indent, if *broken { Mode::Broken } else { mode }, content));
                    0
                }
                Doc::Choice(states) => {
                    let state = if mode == Mode::Broken { states.last() } else { states.first() };
                    commands.extend(state.map(|state| (indent, mode, state)));
                    0
                }
                Doc::HardLine => return true,
                Doc::Line | Doc::SoftLine if mode == Mode::Broken => return true,
                Doc::Line => 1,
                Doc::IfBroken(text) if mode == Mode::Broken => text.chars().count(),
                Doc::SoftLine | Doc::IfBroken(_) | Doc::BreakParent | Doc::Mark(_) => 0,
            };
            match left.checked_sub(text_width) {
                Some(less) => left = less,
                None => return false,
            }
        }
    }
}

/// The width on one line.
fn flat_width<K>(doc: &Doc<K>) -> usize {
    match doc {
        Doc::Text(text) => text.chars().count(),
        Doc::Concat(pieces) | Doc::Fill(pieces) => pieces.iter().map(flat_width).sum(),
        Doc::Group { content, .. } | Doc::Indent(content) | Doc::IndentIfBroken(content, _) => {
            flat_width(content)
        }
        Doc::Choice(states) => states.first().map_or(0, flat_width),
        Doc::Line => 1,
        Doc::SoftLine | Doc::HardLine | Doc::IfBroken(_) | Doc::BreakParent | Doc::Mark(_) => 0,
    }
}
