//! What only Terraform knows: expressions.

use std::fmt;
use std::sync::Arc;

use crate::terraform_version::Need;
use crate::{cross_stack_name, quoting};

/// A Terraform expression, such as `aws_vpc.main.id` or `var.region`.
///
/// It is kept as text and references in turn, so that a reference into another stack is seen wherever it
/// stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Expression {
    pieces: Arc<[Piece]>,
    /// Whether `.name` and `[index]` can follow without parentheses.
    primary: bool,
    /// What in it needs the newest Terraform.
    need: Option<Need>,
}

/// A run of an [`Expression`].
#[derive(Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Reference {
        stack: StackIdentity,
        path: String,
    },
    /// The construct that the expression stands in.
    This,
    /// The value of the instance that the expression stands in.
    EachValue,
    /// Nothing.
    Null,
    /// A function of a provider, such as `provider::aws::arn_parse`.
    ProviderFunction {
        provider: String,
        name: String,
    },
    Template(Arc<[TemplatePart]>),
}

/// A part of a string template.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum TemplatePart {
    /// Characters that mean themselves.
    Text(String),
    /// What Terraform puts there, as a string.
    Interpolation(Expression),
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
        Self { pieces: [Piece::Text(text.into())].into(), primary: false, need: None }
    }

    /// The same, which stands for itself.
    pub(crate) fn primary(self) -> Self {
        Self { primary: true, ..self }
    }

    /// `null`.
    pub(crate) fn null() -> Self {
        Self { pieces: [Piece::Null].into(), primary: true, need: None }
    }

    /// Whether it is [`Expression::null`].
    pub(crate) fn is_null(&self) -> bool {
        matches!(&*self.pieces, [Piece::Null])
    }

    /// A name that stands for itself, such as `each.key`.
    pub(crate) fn name(text: &str) -> Self {
        Self { primary: true, ..Self::new(text) }
    }

    pub(crate) fn reference(stack: StackIdentity, path: String) -> Self {
        Self { pieces: [Piece::Reference { stack, path }].into(), primary: true, need: None }
    }

    /// The construct that the expression stands in.
    pub(crate) fn this() -> Self {
        Self { pieces: [Piece::This].into(), primary: true, need: None }
    }

    /// The value of the instance that the expression stands in.
    pub(crate) fn each_value() -> Self {
        Self { pieces: [Piece::EachValue].into(), primary: true, need: None }
    }

    /// A function of a provider, which is to be called.
    pub(crate) fn provider_function(provider: &str, name: &str) -> Self {
        let piece = Piece::ProviderFunction { provider: provider.to_owned(), name: name.to_owned() };
        Self {
            pieces: [piece].into(),
            primary: true,
            need: Some(Need::new("a provider-defined function", 8)),
        }
    }

    /// A string in quotes, with expressions in it.
    pub(crate) fn template(parts: impl IntoIterator<Item = TemplatePart>) -> Self {
        let parts: Arc<[TemplatePart]> = parts.into_iter().collect();
        let need = parts.iter().fold(None, |need, part| match part {
            TemplatePart::Text(_) => need,
            TemplatePart::Interpolation(expression) => newer(need, expression.need),
        });
        Self { pieces: [Piece::Template(parts)].into(), primary: true, need }
    }

    /// The parts, if the expression is nothing but a string template.
    pub(crate) fn as_template(&self) -> Option<&[TemplatePart]> {
        match &*self.pieces {
            [Piece::Template(parts)] => Some(parts),
            _ => None,
        }
    }

    /// The expression as an operand: in parentheses, unless it stands for itself.
    pub(crate) fn operand(&self) -> Self {
        if self.primary { self.clone() } else { self.wrap("(", ")") }
    }

    /// An operator between operands, before one, or a conditional: what needs parentheses as an operand itself.
    pub(crate) fn operation<'a>(runs: impl IntoIterator<Item = Run<'a>>) -> Self {
        Self { primary: false, ..Self::join(runs) }
    }

    /// The expression followed by `.name` or `[index]`.
    pub(crate) fn then(&self, suffix: &str) -> Self {
        if let ([Piece::Reference { stack, path }], true) = (&*self.pieces, self.primary) {
            return Self { need: self.need, ..Self::reference(stack.clone(), format!("{path}{suffix}")) };
        }
        Self::join([(&self.operand()).into(), suffix.into()])
    }

    /// The expression between two texts that enclose it, such as `tolist(` and `)[0]`.
    pub(crate) fn wrap(&self, before: &str, after: &str) -> Self {
        Self::join([before.into(), self.into(), after.into()])
    }

    /// Runs one after the other, as something that stands for itself: a call, a list, a parenthesis.
    pub(crate) fn join<'a>(runs: impl IntoIterator<Item = Run<'a>>) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut need = None;
        for run in runs {
            match run {
                Run::Text(text) => push_text(&mut pieces, text),
                Run::Expression(expression) => {
                    need = newer(need, expression.need);
                    for piece in expression.pieces.iter() {
                        match piece {
                            Piece::Text(text) => push_text(&mut pieces, text),
                            piece => pieces.push(piece.clone()),
                        }
                    }
                }
            }
        }
        Self { pieces: pieces.into(), primary: true, need }
    }

    /// The same, and that it needs a certain Terraform.
    pub(crate) fn since(self, need: Need) -> Self {
        Self { need: newer(self.need, Some(need)), ..self }
    }

    /// What in the expression needs the newest Terraform.
    pub(crate) fn need(&self) -> Option<Need> {
        self.need
    }

    /// Calls `visit` with every reference into another stack than `home`: that stack, and the path in it.
    pub(crate) fn foreign<'a>(
        &'a self,
        home: &StackIdentity,
        visit: &mut dyn FnMut(&'a StackIdentity, &'a str),
    ) {
        self.visit(&mut |piece| match piece {
            Piece::Reference { stack, path } if stack != home => visit(stack, path),
            _ => {}
        });
    }

    /// Whether the expression speaks of the construct that it stands in.
    pub(crate) fn speaks_of_itself(&self) -> bool {
        let mut found = false;
        self.visit(&mut |piece| found |= matches!(piece, Piece::This));
        found
    }

    /// Calls `visit` with every provider whose functions are called.
    pub(crate) fn called_providers<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        self.visit(&mut |piece| {
            if let Piece::ProviderFunction { provider, .. } = piece {
                visit(provider);
            }
        });
    }

    /// The first thing in the expression that has to be there besides the resource itself.
    pub(crate) fn first_dependency(&self) -> Option<&str> {
        let mut found = None;
        self.visit(&mut |piece| {
            if let Piece::Reference { path: name, .. } = piece {
                found.get_or_insert(name.as_str());
            } else if let Piece::EachValue = piece {
                found.get_or_insert("each.value");
            }
        });
        found
    }

    /// What the expression is about, for messages: an address or else the first name in it. The whole may hold secrets.
    pub(crate) fn subject(&self) -> &str {
        let mut name = None;
        self.visit(&mut |piece| match piece {
            Piece::Text(text) => {
                name = name.filter(|name: &&str| !name.is_empty()).or(Some(first_name(text)));
            }
            Piece::This => {
                name.get_or_insert("self");
            }
            _ => {}
        });
        self.first_dependency().or(name).filter(|name| !name.is_empty()).unwrap_or("an expression")
    }

    /// Calls `visit` with every piece, those in templates too.
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a Piece)) {
        for piece in self.pieces.iter() {
            match piece {
                Piece::Template(parts) => {
                    for part in parts.iter() {
                        if let TemplatePart::Interpolation(expression) = part {
                            expression.visit(visit);
                        }
                    }
                }
                piece => visit(piece),
            }
        }
    }

    /// The expression as it stands in a stack, which reads references into others from their states.
    pub(crate) fn read_in<'a>(&'a self, home: Option<&'a StackIdentity>) -> impl fmt::Display + 'a {
        ReadIn { expression: self, home }
    }
}

struct ReadIn<'a> {
    expression: &'a Expression,
    home: Option<&'a StackIdentity>,
}

impl fmt::Display for ReadIn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expression.pieces.iter().try_for_each(|piece| match piece {
            Piece::Reference { stack, path } if self.home.is_some_and(|home| home != stack) => {
                formatter.write_str(&cross_stack_name::reference(stack.name(), path))
            }
            Piece::Text(text) | Piece::Reference { path: text, .. } => formatter.write_str(text),
            Piece::This => formatter.write_str("self"),
            Piece::EachValue => formatter.write_str("each.value"),
            Piece::Null => formatter.write_str("null"),
            Piece::ProviderFunction { provider, name } => write!(formatter, "provider::{provider}::{name}"),
            Piece::Template(parts) => {
                formatter.write_str("\"")?;
                parts.iter().try_for_each(|part| match part {
                    TemplatePart::Text(text) => formatter.write_str(&quoting::quotable(text)),
                    TemplatePart::Interpolation(expression) => {
                        write!(formatter, "${{{}}}", expression.read_in(self.home))
                    }
                })?;
                formatter.write_str("\"")
            }
        })
    }
}

/// What [`Expression::join`] puts together.
#[derive(Clone, Copy)]
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

/// The name that a text begins with, such as `var.region` or `timestamp`.
fn first_name(text: &str) -> &str {
    let is_inside = |char: char| char.is_ascii_alphanumeric() || "_-.:".contains(char);
    text.find(|char| !is_inside(char)).map_or(text, |end| &text[..end])
}

fn newer(one: Option<Need>, other: Option<Need>) -> Option<Need> {
    one.into_iter().chain(other).max_by_key(|need| need.since)
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// The expression in Terraform's own words, in the stack that it refers to.
impl fmt::Display for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.read_in(None), formatter)
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "${{{self}}}")
    }
}
