//! Expressions of Rust, as far as programs have them.

/// An expression.
#[derive(Debug, Clone)]
pub(in super::super) enum Code {
    /// A literal.
    Literal(String),
    /// A path: what is never broken.
    Path(String),
    /// A call such as `Struct::new(…)`; the text is what stands before the parenthesis.
    Call(String, Vec<Code>),
    /// A macro that is written like a call, such as `template!("…", …)`.
    Macro(String, Vec<Code>),
    /// `object! { "key" => value }`: rustfmt leaves what stands between the braces as it is.
    Object(Vec<Entry>),
    /// A tuple.
    Tuple(Vec<Code>),
    /// An array.
    Array(Vec<Code>),
    /// A struct literal: its name, its fields, and what the others are taken from.
    Struct(String, Vec<Entry>, Option<Box<Rest>>),
    /// A value and what is called on it, one after the other.
    Chain(Box<Code>, Vec<Link>),
    /// A closure: what stands between the bars, and the expression behind them.
    Closure(String, Box<Code>),
    /// `&`, `!` or `-` before an operand.
    Prefix(&'static str, Box<Code>),
    /// Two operands with an operator between them.
    Binary(Box<Code>, &'static str, Box<Code>),
    /// An expression in parentheses.
    Parentheses(Box<Code>),
}

/// A field of a struct literal, or an entry of an object.
#[derive(Debug, Clone)]
pub(in super::super) struct Entry {
    /// Lines of comment above it, without marks.
    pub comments: Vec<String>,
    /// The field, or the key as Rust writes it.
    pub name: String,
    /// The value.
    pub value: Code,
}

/// Where a struct literal takes the fields from that it does not name.
#[derive(Debug, Clone)]
pub(in super::super) struct Rest {
    /// Lines of comment above it, without marks.
    pub comments: Vec<String>,
    /// The struct that they are taken from.
    pub value: Code,
}

/// A call of a method.
#[derive(Debug, Clone)]
pub(in super::super) struct Link {
    /// The dot, the name, and type arguments.
    pub method: String,
    /// The arguments.
    pub arguments: Vec<Code>,
    /// Whether `?` follows.
    pub fallible: bool,
}

impl Code {
    /// What a method that is called on the value returns.
    pub(in super::super) fn then(self, method: &str, arguments: Vec<Code>) -> Self {
        let link = Link { method: format!(".{method}"), arguments, fallible: false };
        match self {
            Self::Chain(first, mut links) => {
                links.push(link);
                Self::Chain(first, links)
            }
            Self::Literal(number) if number.starts_with('-') => {
                Self::Literal(number).in_parentheses().then(method, link.arguments)
            }
            Self::Prefix(..) | Self::Binary(..) | Self::Closure(..) => {
                self.in_parentheses().then(method, link.arguments)
            }
            first => Self::Chain(Box::new(first), vec![link]),
        }
    }

    /// The same with a `?` behind it.
    pub(in super::super) fn fallible(mut self) -> Self {
        if let Self::Chain(_, links) = &mut self
            && let Some(last) = links.last_mut()
        {
            last.fallible = true;
        }
        self
    }

    /// Whether the last call is of this method.
    pub(in super::super) fn ends_with(&self, method: &str) -> bool {
        matches!(self, Self::Chain(_, links) if links.last().is_some_and(|link| link.method[1..] == *method))
    }

    /// The same in parentheses.
    pub(in super::super) fn in_parentheses(self) -> Self {
        Self::Parentheses(Box::new(self))
    }

    /// A string literal: over several lines where the text has them.
    pub(in super::super) fn string(text: &str) -> Self {
        Self::Literal(super::super::text::string(text))
    }

    /// The literal of an expression of Terraform's.
    pub(in super::super) fn expression(text: &str) -> Self {
        Self::Literal(super::super::text::expression(text))
    }

    /// Whether rustfmt lets short ones of these share lines.
    pub(super) fn is_simple(&self) -> bool {
        match self {
            Self::Literal(_) => true,
            Self::Path(path) => !path.contains("::"),
            Self::Prefix(_, operand) => operand.is_simple(),
            _ => false,
        }
    }

    /// Whether it may open beside the parenthesis before it, `alone` or with other items between them.
    pub(super) fn can_overflow(&self, alone: bool) -> bool {
        match self {
            Self::Closure(..) => true,
            Self::Prefix(_, operand) => operand.can_overflow(alone),
            Self::Literal(_) | Self::Path(_) | Self::Binary(..) | Self::Parentheses(_) => false,
            _ => alone,
        }
    }

    pub(super) fn is_nested_call(&self) -> bool {
        match self {
            Self::Call(..) | Self::Macro(..) | Self::Object(_) => true,
            Self::Prefix(_, operand) => operand.is_nested_call(),
            Self::Chain(first, links) => links.is_empty() && first.is_nested_call(),
            _ => false,
        }
    }

    pub(super) fn is_method_call(&self) -> bool {
        match self {
            Self::Chain(..) => true,
            Self::Prefix(_, operand) => operand.is_method_call(),
            _ => false,
        }
    }

    /// Whether what follows stands at the indentation of its last line.
    pub(super) fn ends_with_block(&self, written: &str) -> bool {
        match self {
            Self::Call(..)
            | Self::Macro(..)
            | Self::Object(_)
            | Self::Chain(..)
            | Self::Array(_)
            | Self::Struct(..) => written.contains('\n'),
            Self::Literal(_) => {
                let last = written.rsplit('\n').next().unwrap_or_default();
                written.contains('\n') && super::width(last.trim()) <= super::INDENT
            }
            Self::Closure(_, inner) | Self::Parentheses(inner) | Self::Binary(_, _, inner) => {
                inner.ends_with_block(written)
            }
            Self::Prefix("&", _) | Self::Path(_) | Self::Tuple(_) => false,
            Self::Prefix(_, inner) => inner.ends_with_block(written),
        }
    }
}

impl Code {
    /// Calls `visit` with every path, macro and type in the expression, and with names that stand in formats.
    pub(in super::super) fn names(&self, visit: &mut dyn FnMut(&str)) {
        match self {
            Self::Path(path) | Self::Call(path, _) | Self::Struct(path, ..) => visit(path),
            Self::Object(_) => visit("object!"),
            Self::Macro(name, items) => {
                visit(&format!("{name}!"));
                if let Some(Self::Literal(format)) = items.first() {
                    in_format(format, visit);
                }
            }
            Self::Chain(_, links) => {
                for link in links {
                    visit(link.method.split_once("::").map_or("", |(_, types)| types));
                }
            }
            _ => {}
        }
        for part in self.parts() {
            part.names(visit);
        }
    }

    /// The expressions that it is made of.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Literal(_) | Self::Path(_) => Vec::new(),
            Self::Call(_, items) | Self::Macro(_, items) | Self::Tuple(items) | Self::Array(items) => {
                items.iter().collect()
            }
            Self::Object(entries) => entries.iter().map(|entry| &entry.value).collect(),
            Self::Struct(_, entries, rest) => {
                let rest = rest.iter().map(|rest| &rest.value);
                entries.iter().map(|entry| &entry.value).chain(rest).collect()
            }
            Self::Chain(first, links) => {
                std::iter::once(&**first).chain(links.iter().flat_map(|link| &link.arguments)).collect()
            }
            Self::Binary(left, _, right) => vec![left, right],
            Self::Closure(_, inner) | Self::Prefix(_, inner) | Self::Parentheses(inner) => vec![inner],
        }
    }

    /// Whether a variable stands in the expression.
    pub(in super::super) fn mentions(&self, variable: &str) -> bool {
        let mut found = false;
        self.names(&mut |name| found |= name == variable);
        found
    }
}

/// The names between single braces.
fn in_format(format: &str, visit: &mut dyn FnMut(&str)) {
    let text = format.replace("{{", "").replace("}}", "");
    for piece in text.split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}') {
            visit(name);
        }
    }
}
