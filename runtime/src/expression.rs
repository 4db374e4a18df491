//! What only Terraform knows: expressions.

use std::fmt;
use std::sync::Arc;

/// A Terraform expression, such as `aws_vpc.main.id` or `var.region`.
///
/// It is kept as text and references in turn, so that a reference into another stack is seen wherever it
/// stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Expression {
    pieces: Arc<[Piece]>,
    /// Whether `.name` and `[index]` can follow without parentheses.
    primary: bool,
}

/// A run of an [`Expression`].
#[derive(Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Reference { stack: StackIdentity, path: String },
}

/// A stack, as references know it. Names repeat between apps, so the handle itself is what counts.
#[derive(Clone)]
pub(crate) struct StackIdentity(Arc<str>);

impl StackIdentity {
    pub(crate) fn new(name: &str) -> Self {
        Self(name.into())
    }

    pub(crate) fn name(&self) -> &str {
        &self.0
    }
}

impl PartialEq for StackIdentity {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for StackIdentity {}

impl Expression {
    /// An expression in Terraform's own words, without `${` and `}` around it.
    pub fn new(text: impl Into<String>) -> Self {
        Self { pieces: [Piece::Text(text.into())].into(), primary: false }
    }

    /// A name that stands for itself, such as `each.key`.
    pub(crate) fn name(text: &str) -> Self {
        Self { primary: true, ..Self::new(text) }
    }

    pub(crate) fn reference(stack: StackIdentity, path: String) -> Self {
        Self { pieces: [Piece::Reference { stack, path }].into(), primary: true }
    }

    /// The expression followed by `.name` or `[index]`.
    pub(crate) fn then(&self, suffix: &str) -> Self {
        if let ([Piece::Reference { stack, path }], true) = (&*self.pieces, self.primary) {
            return Self::reference(stack.clone(), format!("{path}{suffix}"));
        }
        if self.primary {
            Self::join([self.into(), suffix.into()])
        } else {
            self.wrap("(", &format!("){suffix}"))
        }
    }

    /// The expression between two texts that enclose it, such as `tolist(` and `)[0]`.
    pub(crate) fn wrap(&self, before: &str, after: &str) -> Self {
        Self::join([before.into(), self.into(), after.into()])
    }

    /// Runs one after the other, as something that stands for itself: a call, a list, a parenthesis.
    pub(crate) fn join<'a>(runs: impl IntoIterator<Item = Run<'a>>) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for run in runs {
            match run {
                Run::Text(text) => push_text(&mut pieces, text),
                Run::Expression(expression) => {
                    for piece in expression.pieces.iter() {
                        match piece {
                            Piece::Text(text) => push_text(&mut pieces, text),
                            Piece::Reference { .. } => pieces.push(piece.clone()),
                        }
                    }
                }
            }
        }
        Self { pieces: pieces.into(), primary: true }
    }

    /// The first reference into another stack than `home`, as that stack's name and the path in it.
    pub(crate) fn foreign(&self, home: &StackIdentity) -> Option<(&str, &str)> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Reference { stack, path } if stack != home => Some((stack.name(), path.as_str())),
            _ => None,
        })
    }
}

/// What [`Expression::join`] puts together.
pub(crate) enum Run<'a> {
    Text(&'a str),
    Expression(&'a Expression),
}

impl<'a> From<&'a str> for Run<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Expression> for Run<'a> {
    fn from(expression: &'a Expression) -> Self {
        Self::Expression(expression)
    }
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// The expression in Terraform's own words.
impl fmt::Display for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) | Piece::Reference { path: text, .. } => formatter.write_str(text),
        })
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "${{{self}}}")
    }
}
