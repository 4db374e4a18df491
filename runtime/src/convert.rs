//! How Rust's own values become Terraform's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{Any, Body, List, Map, Number, Set, Value};

impl<T: Body> From<T> for Value<T> {
    fn from(body: T) -> Self {
        Self::literal(body)
    }
}

/// `None` is unset.
impl<T, U: Into<Value<T>>> From<Option<U>> for Value<T> {
    fn from(value: Option<U>) -> Self {
        value.map_or(Self::Unset, Into::into)
    }
}

macro_rules! scalars {
    ($($from:ty => $to:ty, $any:ident;)*) => {
        $(
            impl From<$from> for Value<$to> {
                fn from(value: $from) -> Self {
                    Self::literal(value.into())
                }
            }

            impl From<$from> for Value<Any> {
                fn from(value: $from) -> Self {
                    Self::literal(Any::$any(value.into()))
                }
            }
        )*
    };
}

scalars! {
    &str => String, String;
    &String => String, String;
    String => String, String;
    Cow<'_, str> => String, String;
    char => String, String;
    bool => bool, Bool;
    Number => Number, Number;
    i8 => Number, Number;
    i16 => Number, Number;
    i32 => Number, Number;
    i64 => Number, Number;
    i128 => Number, Number;
    u8 => Number, Number;
    u16 => Number, Number;
    u32 => Number, Number;
    u64 => Number, Number;
    isize => Number, Number;
    usize => Number, Number;
    f32 => Number, Number;
    f64 => Number, Number;
}

impl From<Any> for Value<Any> {
    fn from(value: Any) -> Self {
        Self::literal(value)
    }
}

macro_rules! sequences {
    ($($from:ty $(, $length:ident)?;)*) => {
        $(
            impl<T, U: Into<Value<T>> $(, const $length: usize)?> From<$from> for Value<List<T>> {
                fn from(elements: $from) -> Self {
                    Self::literal(elements.into_iter().map(Into::into).collect())
                }
            }

            impl<T, U: Into<Value<T>> $(, const $length: usize)?> From<$from> for Value<Set<T>> {
                fn from(elements: $from) -> Self {
                    Self::literal(Set(elements.into_iter().map(Into::into).collect()))
                }
            }

            impl<U: Into<Value<Any>> $(, const $length: usize)?> From<$from> for Value<Any> {
                fn from(elements: $from) -> Self {
                    Self::literal(Any::List(elements.into_iter().map(Into::into).collect()))
                }
            }
        )*
    };
}

sequences! {
    Vec<U>;
    [U; N], N;
    BTreeSet<U>;
}

/// In order, so that a program writes the same whenever it runs.
impl<T, U: Into<Value<T>> + Ord, S> From<HashSet<U, S>> for Value<Set<T>> {
    fn from(elements: HashSet<U, S>) -> Self {
        elements.into_iter().collect::<BTreeSet<_>>().into()
    }
}

impl<T, U: Clone + Into<Value<T>>> From<&[U]> for Value<List<T>> {
    fn from(elements: &[U]) -> Self {
        elements.iter().cloned().collect()
    }
}

impl<T, U: Clone + Into<Value<T>>> From<&[U]> for Value<Set<T>> {
    fn from(elements: &[U]) -> Self {
        elements.iter().cloned().collect()
    }
}

impl<U: Clone + Into<Value<Any>>> From<&[U]> for Value<Any> {
    fn from(elements: &[U]) -> Self {
        elements.to_vec().into()
    }
}

impl<T, U: Into<Value<T>>> FromIterator<U> for Value<List<T>> {
    fn from_iter<I: IntoIterator<Item = U>>(elements: I) -> Self {
        Self::literal(elements.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<Value<T>>> FromIterator<U> for Value<Set<T>> {
    fn from_iter<I: IntoIterator<Item = U>>(elements: I) -> Self {
        Self::literal(Set(elements.into_iter().map(Into::into).collect()))
    }
}

impl<T, K: Into<String>, U: Into<Value<T>>> FromIterator<(K, U)> for Value<Map<T>> {
    fn from_iter<I: IntoIterator<Item = (K, U)>>(entries: I) -> Self {
        Self::literal(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

macro_rules! maps {
    ($([$($parameter:tt)*] $from:ty;)*) => {
        $(
            impl<T, K: Into<String>, U: Into<Value<T>>, $($parameter)*> From<$from> for Value<Map<T>> {
                fn from(entries: $from) -> Self {
                    Self::literal(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
                }
            }
        )*
    };
}

maps! {
    [const N: usize] [(K, U); N];
    [] Vec<(K, U)>;
    [] BTreeMap<K, U>;
    [S] HashMap<K, U, S>;
}

macro_rules! maps_of_any {
    ($([$($parameter:tt)*] $from:ty;)*) => {
        $(
            impl<K: Into<String>, U: Into<Value<Any>>, $($parameter)*> From<$from> for Value<Any> {
                fn from(entries: $from) -> Self {
                    let entries = entries.into_iter().map(|(key, value)| (key.into(), value.into()));
                    Self::literal(Any::Map(entries.collect()))
                }
            }
        )*
    };
}

// A list of pairs could be a list as well.
maps_of_any! {
    [] BTreeMap<K, U>;
    [S] HashMap<K, U, S>;
}
