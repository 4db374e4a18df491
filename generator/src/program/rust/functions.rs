//! Terraform's functions that programs call by name: those whose types are known without looking at what surrounds them.

use crate::model::Type;

/// What a function takes and returns.
pub(super) struct Signature {
    /// Positional arguments.
    pub arguments: Vec<Type>,
    /// All further arguments.
    pub rest: Option<Type>,
    /// The result.
    pub returns: Type,
}

/// The signature of a function; `first` is the type of the first argument, where that decides.
pub(super) fn signature(function: &str, first: Option<&Type>) -> Option<Signature> {
    let (arguments, rest, returns) = FUNCTIONS
        .iter()
        .find(|(name, ..)| *name == function)
        .map(|(_, arguments, rest, returns)| (*arguments, *rest, *returns))?;
    let element = match first {
        Some(Type::List(element) | Type::Set(element) | Type::Map(element)) => Some(&**element),
        _ => None,
    };
    let ty = |letters: &str| parse(letters, element);
    Some(Signature {
        arguments: arguments.split_whitespace().map(ty).collect::<Option<_>>()?,
        rest: if rest.is_empty() { None } else { Some(ty(rest)?) },
        returns: ty(returns)?,
    })
}

/// Whether programs call a function by a name that no variable should have.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|(name, ..)| *name)
}

/// A type: `s`, `n`, `b`, `a` for any, `t` for the element of the first argument; before it `l`, `e` (a set) or `m`.
fn parse(letters: &str, element: Option<&Type>) -> Option<Type> {
    let (first, rest) = letters.split_at(1);
    let inner = || parse(rest, element).map(Box::new);
    Some(match first {
        "s" => Type::String,
        "n" => Type::Number,
        "b" => Type::Bool,
        "a" => Type::Dynamic,
        "l" => Type::List(inner()?),
        "e" => Type::Set(inner()?),
        "m" => Type::Map(inner()?),
        _ => element?.clone(),
    })
}

/// Name, arguments, further arguments, result.
const FUNCTIONS: &[(&str, &str, &str, &str)] = &[
    ("abspath", "s", "", "s"),
    ("base64decode", "s", "", "s"),
    ("base64encode", "s", "", "s"),
    ("base64gzip", "s", "", "s"),
    ("base64sha256", "s", "", "s"),
    ("base64sha512", "s", "", "s"),
    ("basename", "s", "", "s"),
    ("ceil", "n", "", "n"),
    ("chomp", "s", "", "s"),
    ("cidrhost", "s n", "", "s"),
    ("cidrnetmask", "s", "", "s"),
    ("cidrsubnet", "s n n", "", "s"),
    ("compact", "ls", "", "ls"),
    ("dirname", "s", "", "s"),
    ("distinct", "lt", "", "lt"),
    ("element", "lt n", "", "t"),
    ("file", "s", "", "s"),
    ("filebase64", "s", "", "s"),
    ("filebase64sha256", "s", "", "s"),
    ("filebase64sha512", "s", "", "s"),
    ("fileexists", "s", "", "b"),
    ("filemd5", "s", "", "s"),
    ("filesha1", "s", "", "s"),
    ("filesha256", "s", "", "s"),
    ("filesha512", "s", "", "s"),
    ("floor", "n", "", "n"),
    ("format", "s", "a", "s"),
    ("formatdate", "s s", "", "s"),
    ("join", "s", "ls", "s"),
    ("jsonencode", "a", "", "s"),
    ("keys", "mt", "", "ls"),
    ("length", "", "", "n"),
    ("lower", "s", "", "s"),
    ("max", "", "n", "n"),
    ("md5", "s", "", "s"),
    ("min", "", "n", "n"),
    ("replace", "s s s", "", "s"),
    ("reverse", "lt", "", "lt"),
    ("sha1", "s", "", "s"),
    ("sha256", "s", "", "s"),
    ("sha512", "s", "", "s"),
    ("sort", "ls", "", "ls"),
    ("split", "s s", "", "ls"),
    ("substr", "s n n", "", "s"),
    ("templatefile", "s ma", "", "s"),
    ("timeadd", "s s", "", "s"),
    ("timestamp", "", "", "s"),
    ("title", "s", "", "s"),
    ("toset", "lt", "", "et"),
    ("trim", "s s", "", "s"),
    ("trimprefix", "s s", "", "s"),
    ("trimspace", "s", "", "s"),
    ("trimsuffix", "s s", "", "s"),
    ("upper", "s", "", "s"),
    ("urlencode", "s", "", "s"),
    ("uuid", "", "", "s"),
    ("values", "mt", "", "lt"),
    ("yamlencode", "a", "", "s"),
];
