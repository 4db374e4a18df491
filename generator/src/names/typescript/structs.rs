//! Which nested classes a construct has.

use crate::model::{BlockId, Field, FieldKind, Presence, Type};

/// What makes two nested classes the same: the shape, how values are collected, and who sets them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StructKey {
    /// The shape of one value.
    pub block: BlockId,
    /// How values are collected.
    pub nesting: Nesting,
    /// Whether only the provider sets the field, so that nothing can be given for it.
    pub computed_only: bool,
}

/// How the objects of a field are collected: `!` for at most one block, otherwise a letter per collection from the
/// outermost inwards, `m` for a map, `l` for a list. A set counts as a list, but within a collection it is a `t`, because
/// the class of the outer collection has to know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Nesting(String);

impl StructKey {
    /// The nested class behind a field, if it has one.
    #[must_use]
    pub fn of(field: &Field) -> Option<Self> {
        let (block, nesting) = match &field.kind {
            FieldKind::Block { block, nesting, limits } => {
                use crate::model::Nesting::{Group, List, Map, Set, Single};
                let nesting = match nesting {
                    List | Set if limits.max == Some(1) => "!",
                    List | Set => "l",
                    Map => "m",
                    Single | Group => "",
                };
                (*block, nesting.to_owned())
            }
            FieldKind::Attribute(ty) => collected(ty)?,
        };
        Some(Self { block, nesting: Nesting(nesting), computed_only: field.presence == Presence::Computed })
    }

    /// Whether a reference cannot stand for the whole object, because it is one item of a list or set by nobody.
    #[must_use]
    pub fn is_class(&self) -> bool {
        self.computed_only || self.nesting.is_single_item()
    }
}

/// The object at the bottom of lists, sets and maps, and the letters of these.
fn collected(ty: &Type) -> Option<(BlockId, String)> {
    let mut nesting = String::new();
    let mut at = ty;
    loop {
        let (letter, element) = match at {
            Type::Object(block) => return Some((*block, nesting)),
            Type::List(element) => ('l', element),
            Type::Set(element) => (if nesting.is_empty() { 'l' } else { 't' }, element),
            Type::Map(element) => ('m', element),
            Type::Tuple(_) | Type::String | Type::Number | Type::Bool | Type::Dynamic => return None,
        };
        nesting.push(letter);
        at = element;
    }
}

impl Nesting {
    /// Values of one object, in no collection.
    pub(super) fn none() -> Self {
        Self(String::new())
    }

    /// The letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether there is at most one block.
    #[must_use]
    pub fn is_single_item(&self) -> bool {
        self.0 == "!"
    }

    /// The collections, the innermost first.
    pub fn collections(&self) -> impl Iterator<Item = char> {
        self.0.chars().rev().filter(|letter| *letter != '!')
    }

    /// The names of the classes of a struct called `name`: of one object, then of each collection, the innermost first.
    #[must_use]
    pub fn classes(&self, name: &str) -> Vec<String> {
        let mut classes = vec![format!("{name}OutputReference")];
        let mut collection = name.to_owned();
        for letter in self.collections() {
            collection.push_str(if letter == 'm' { "Map" } else { "List" });
            classes.push(collection.clone());
        }
        classes
    }
}
