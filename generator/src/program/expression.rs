//! Values, and how they refer to each other.

use super::Argument;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// No value.
    Null,
    /// A string, taken literally: `${` in it is no interpolation.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A list, a set or a tuple, or the nested blocks of one name where the field's nesting is a list or a set.
    List(Vec<Expression>),
    /// A map, or nested blocks by their label.
    Map(Vec<(Key, Expression)>),
    /// A nested block or an object; its shape is known from where it stands.
    Object(Vec<Argument>),
    /// Nested blocks, one for each element of a collection; only among the elements of a list.
    Dynamic(Box<Dynamic>),
    /// A string made of parts.
    Template(Vec<Part>),
    /// A value that is found elsewhere.
    Reference(Reference),
    /// A call of a function.
    Call(Call),
    /// An operation on one value.
    Unary(Unary, Box<Expression>),
    /// An operation on two values.
    Binary(Binary, Box<[Expression; 2]>),
    /// A condition, the value if it is true and the value if it is not.
    Conditional(Box<[Expression; 3]>),
    /// A collection made of another.
    For(Box<For>),
}

/// The key of a map's entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// A name.
    Name(String),
    /// What is computed.
    Computed(Expression),
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Text, taken literally.
    Text(String),
    /// A value.
    Value(Expression),
    /// Directives, `%{ if … }` or `%{ for … }`, with all that is between their ends, in Terraform's language.
    Directive(Vec<Raw>),
}

/// A piece of Terraform's language.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
    /// Text as it is written.
    Text(String),
    /// An expression in it.
    Value(Expression),
}

/// A call of a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The function, such as `cidrsubnet` or `provider::aws::arn_parse`.
    pub function: String,
    /// The arguments.
    pub arguments: Vec<Expression>,
    /// Whether the last argument is a list of further arguments (`...`).
    pub expand: bool,
}

/// An operator that takes one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unary {
    /// `!`
    Not,
    /// `-`
    Negate,
}

/// An operator that takes two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
}

/// A `for` expression.
#[derive(Debug, Clone, PartialEq)]
pub struct For {
    /// The variable that holds the key or index.
    pub key_variable: Option<String>,
    /// The variable that holds the value.
    pub value_variable: String,
    /// What is gone through.
    pub collection: Expression,
    /// The key of each entry; where there is none, a list is made.
    pub key: Option<Expression>,
    /// The value of each entry or element.
    pub value: Expression,
    /// Whether values of one key are grouped (`...`).
    pub grouped: bool,
    /// What is kept.
    pub condition: Option<Expression>,
    /// Everything behind the colon as it was written, without the closing bracket.
    pub written: String,
}

/// Nested blocks, one for each element of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Dynamic {
    /// The variable that stands for the element in the content.
    pub iterator: String,
    /// What there is a block for each of.
    pub for_each: Expression,
    /// The label of each block, where the nesting is a map.
    pub labels: Vec<Expression>,
    /// What each block sets.
    pub content: Vec<Argument>,
}

/// A value that is found by going from a root along steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where the way begins.
    pub root: Root,
    /// The steps from there.
    pub steps: Vec<Step>,
}

/// Where a [`Reference`] begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Root {
    /// What the statement of this index declares.
    Statement(usize),
    /// What the program refers to without declaring it: an index into [`super::Program::undeclared`].
    Undeclared(usize),
    /// What the program leaves to its caller: an index into [`super::Program::parameters`].
    Parameter(usize),
    /// `each.key`
    EachKey,
    /// `each.value`
    EachValue,
    /// `count.index`
    CountIndex,
    /// The key of the element of an enclosing [`Dynamic`], by its iterator.
    IteratorKey(String),
    /// The value of that element.
    IteratorValue(String),
    /// The variable of an enclosing [`For`] or directive.
    Variable(String),
    /// The resource that a provisioner, connection or postcondition stands in.
    Itself,
    /// A value that Terraform itself provides, such as `path.module` or `terraform.workspace`.
    Named(String),
    /// The value of an expression.
    Value(Box<Expression>),
}

/// A step of a [`Reference`].
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// An attribute, by its name.
    Attribute(String),
    /// An element, by its index or key.
    Index(Expression),
    /// Every element (`[*]`); the steps that follow are taken from each.
    Splat,
    /// Every element (`.*`); only attributes are taken from each, what follows from the list of them.
    AttributeSplat,
}

impl Expression {
    /// A reference to an attribute of what a statement declares.
    #[must_use]
    pub fn attribute(statement: usize, name: impl Into<String>) -> Self {
        let steps = vec![Step::Attribute(name.into())];
        Self::Reference(Reference { root: Root::Statement(statement), steps })
    }

    /// A map with plain names as keys.
    #[must_use]
    pub fn map(entries: impl IntoIterator<Item = (String, Self)>) -> Self {
        Self::Map(entries.into_iter().map(|(name, value)| (Key::Name(name), value)).collect())
    }

    /// The objects in the value that share a shape: through lists, maps and dynamic blocks, not through objects.
    pub(super) fn objects(&self) -> Vec<&[Argument]> {
        match self {
            Self::Object(arguments) => vec![arguments],
            Self::List(elements) => elements.iter().flat_map(Self::objects).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(_, value)| value.objects()).collect(),
            Self::Dynamic(dynamic) => vec![&dynamic.content],
            _ => Vec::new(),
        }
    }

    /// Calls `visit` with every reference in the value, in the order of their writing.
    pub fn references<'a>(&'a self, visit: &mut dyn FnMut(&'a Reference)) {
        match self {
            Self::Null | Self::String(_) | Self::Integer(_) | Self::Float(_) | Self::Bool(_) => {}
            Self::List(elements) => elements.iter().for_each(|element| element.references(visit)),
            Self::Map(entries) => {
                for (key, value) in entries {
                    if let Key::Computed(key) = key {
                        key.references(visit);
                    }
                    value.references(visit);
                }
            }
            Self::Object(arguments) => arguments.iter().for_each(|argument| argument.value.references(visit)),
            Self::Dynamic(dynamic) => {
                dynamic.for_each.references(visit);
                dynamic.labels.iter().for_each(|label| label.references(visit));
                dynamic.content.iter().for_each(|argument| argument.value.references(visit));
            }
            Self::Template(parts) => {
                for part in parts {
                    match part {
                        Part::Text(_) => {}
                        Part::Value(value) => value.references(visit),
                        Part::Directive(raw) => {
                            for raw in raw {
                                if let Raw::Value(value) = raw {
                                    value.references(visit);
                                }
                            }
                        }
                    }
                }
            }
            Self::Reference(reference) => reference.references(visit),
            Self::Call(call) => call.arguments.iter().for_each(|argument| argument.references(visit)),
            Self::Unary(_, operand) => operand.references(visit),
            Self::Binary(_, operands) => operands.iter().for_each(|operand| operand.references(visit)),
            Self::Conditional(parts) => parts.iter().for_each(|part| part.references(visit)),
            Self::For(each) => {
                each.collection.references(visit);
                let parts = each.key.iter().chain([&each.value]).chain(&each.condition);
                parts.for_each(|part| part.references(visit));
            }
        }
    }
}

impl Key {
    /// The name; empty where the key is computed.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Computed(_) => "",
        }
    }
}

impl Reference {
    /// Calls `visit` with this reference and every one in its root and steps.
    pub fn references<'a>(&'a self, visit: &mut dyn FnMut(&'a Reference)) {
        visit(self);
        if let Root::Value(value) = &self.root {
            value.references(visit);
        }
        for step in &self.steps {
            if let Step::Index(index) = step {
                index.references(visit);
            }
        }
    }
}
