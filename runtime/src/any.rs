//! Terraform's `any`: a value whose type is decided at run time.

use crate::node::{Content, Field, Node};
use crate::table::Table;
use crate::{Body, List, Literal, Map, Number, Set, Value};

/// A literal of any type, for attributes that a schema calls `dynamic`.
#[derive(Debug, Clone, PartialEq)]
pub enum Any {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// A list, set or tuple.
    List(List<Any>),
    /// A map or an object.
    Map(Map<Any>),
}

impl Literal for Any {
    fn literal(&self) -> Node<'_> {
        match self {
            Self::Null => Node::Null,
            Self::Bool(bool) => Node::Bool(*bool),
            Self::Number(number) => Node::Number(*number),
            Self::String(text) => Node::String(text),
            Self::List(list) => Node::List(list.iter().map(Field::node).collect()),
            Self::Map(map) => {
                Node::Map(map.iter().map(|(key, value)| (key.as_str(), value.node())).collect())
            }
        }
    }
}

/// What a struct holds, as a map without what is unset; `null` stands for that where Terraform wants every key.
pub(crate) fn map(content: &Content<'_>) -> Map<Any> {
    let table = Table::parse(content.table);
    let fields = table.fields.iter().zip(&content.fields);
    let fields = fields.filter(|(_, node)| table.object || !node.is_unset());
    fields
        .map(|(facts, node)| {
            (facts.name.to_owned(), if node.is_unset() { Value::literal(Any::Null) } else { value(node) })
        })
        .collect()
}

/// A value of any type, as any.
fn value(node: &Node<'_>) -> Value<Any> {
    Value::literal(match node {
        Node::Expression(expression) => return Value::Expression((*expression).clone()),
        // Blocks stand in no value.
        Node::Unset | Node::Blocks(_) | Node::BlockMap(_) | Node::Dynamic { .. } => return Value::Unset,
        Node::Null => Any::Null,
        Node::Bool(bool) => Any::Bool(*bool),
        Node::Number(number) => Any::Number(*number),
        Node::String(text) => Any::String((*text).to_owned()),
        Node::List(nodes) => Any::List(nodes.iter().map(value).collect()),
        Node::Map(entries) => {
            Any::Map(entries.iter().map(|(key, node)| ((*key).to_owned(), value(node))).collect())
        }
        Node::Body(content) => Any::Map(map(content)),
    })
}

/// A literal type that [`Any`] can hold.
pub trait IntoAny {
    /// The same literal, of any type.
    #[doc(hidden)]
    fn to_any(&self) -> Any;
}

impl IntoAny for String {
    fn to_any(&self) -> Any {
        Any::String(self.clone())
    }
}

impl IntoAny for Number {
    fn to_any(&self) -> Any {
        Any::Number(*self)
    }
}

impl IntoAny for bool {
    fn to_any(&self) -> Any {
        Any::Bool(*self)
    }
}

impl<T> IntoAny for List<T>
where
    Value<Any>: From<Value<T>>,
{
    fn to_any(&self) -> Any {
        Any::List(self.iter().cloned().map(Value::from).collect())
    }
}

impl<T> IntoAny for Set<T>
where
    Value<Any>: From<Value<T>>,
{
    fn to_any(&self) -> Any {
        Any::List(self.0.iter().cloned().map(Value::from).collect())
    }
}

impl<T> IntoAny for Map<T>
where
    Value<Any>: From<Value<T>>,
{
    fn to_any(&self) -> Any {
        Any::Map(self.iter().map(|(key, value)| (key.clone(), Value::from(value.clone()))).collect())
    }
}

/// An object, with the attributes that are set; one of an object type also with those that are not.
impl<T: Body> IntoAny for T {
    fn to_any(&self) -> Any {
        Any::Map(map(&self.content()))
    }
}

impl Value<Any> {
    /// An attribute of an object, or the value under a key of a map.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Self {
        match self {
            Self::Literal(any) => match &**any {
                Any::Map(map) => map.get(name).cloned().unwrap_or_default(),
                _ => Self::Unset,
            },
            Self::Unset => Self::Unset,
            Self::Expression(expression) => {
                Self::Expression(expression.then(&format!("[{}]", crate::quoting::quote(name))))
            }
        }
    }

    /// An element of a list, set or tuple.
    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        match self {
            Self::Literal(any) => match &**any {
                Any::List(list) => list.get(index).cloned().unwrap_or_default(),
                _ => Self::Unset,
            },
            Self::Unset => Self::Unset,
            Self::Expression(expression) => Self::Expression(expression.then(&format!("[{index}]"))),
        }
    }

    /// The value as one of a type that the program knows it to have, such as what a function decoded.
    ///
    /// Terraform converts where it can, and reports what cannot be converted.
    #[must_use]
    pub fn assume<T>(&self) -> Value<T> {
        match self {
            Self::Unset => Value::Unset,
            known => Value::Expression(crate::hcl::expression(&known.node())),
        }
    }
}

/// An object of values of different types, such as a policy in JSON.
///
/// ```
/// # use ferroform::{functions::jsonencode, object, Value};
/// let bucket = Value::<String>::expression("aws_s3_bucket.logs.arn");
/// let policy: Value<String> = jsonencode(object! {
///     "Version" => "2012-10-17",
///     "Statement" => [object! { "Effect" => "Allow", "Action" => ["s3:GetObject"], "Resource" => bucket }],
/// });
/// # assert!(format!("{policy:?}").contains("aws_s3_bucket.logs.arn"));
/// ```
#[macro_export]
macro_rules! object {
    ($($key:expr => $value:expr),* $(,)?) => {
        $crate::Value::literal($crate::Any::Map($crate::Map::from([
            $((::std::string::String::from($key), $crate::Value::<$crate::Any>::from($value))),*
        ])))
    };
}
