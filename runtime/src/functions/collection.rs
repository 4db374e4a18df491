//! Lists, sets and maps.

use super::{argument, call, functions};
use crate::{Any, List, Literal, Map, Number, Set, Value};

functions! {
    /// Whether every element is true.
    alltrue(list: List<bool>) -> bool;
    /// Whether at least one element is true.
    anytrue(list: List<bool>) -> bool;
    /// The list in pieces of a size.
    chunklist<T>(list: List<T>, size: Number) -> List<List<T>>;
    /// The first of the values that is neither `null` nor an empty string.
    coalesce<T>(; values: T) -> T;
    /// The first of the lists that has elements.
    coalescelist<T>(; lists: List<T>) -> List<T>;
    /// The list without its empty strings and `null`s.
    compact(list: List<String>) -> List<String>;
    /// The elements of all lists, one list after the other.
    concat<T>(; lists: List<T>) -> List<T>;
    /// Whether the value is an element of the list or set.
    contains<T>(list: List<T>, value: T) -> bool;
    /// The list without elements that it had before.
    distinct<T>(list: List<T>) -> List<T>;
    /// The element at an index, which starts over at the end of the list.
    element<T>(list: List<T>, index: Number) -> T;
    /// The elements of the lists in the list.
    flatten<T>(list: List<List<T>>) -> List<T>;
    /// Where the list has the value.
    index<T>(list: List<T>, value: T) -> Number;
    /// The keys of the map, in order.
    keys<T>(map: Map<T>) -> List<String>;
    /// The value under a key of the map, or another where there is none.
    lookup<T>(map: Map<T>, key: String, default: T) -> T;
    /// The elements of `values` whose neighbours in `keys` are among those searched for.
    matchkeys<T, K>(values: List<T>, keys: List<K>, searched: List<K>) -> List<T>;
    /// The entries of all maps; later ones win.
    merge<T>(; maps: Map<T>) -> Map<T>;
    /// The only element, or `null` where the list is empty.
    one<T>(list: List<T>) -> T;
    /// Numbers: up to a limit; or from a start to a limit, with a step between them.
    range(; bounds: Number) -> List<Number>;
    /// The list in reverse.
    reverse<T>(list: List<T>) -> List<T>;
    /// The elements that all sets have.
    setintersection<T>(; sets: Set<T>) -> Set<T>;
    /// Every combination of elements, one from each list.
    setproduct<T>(; lists: List<T>) -> List<List<T>>;
    /// The elements of a set that another does not have.
    setsubtract<T>(set: Set<T>, other: Set<T>) -> Set<T>;
    /// The elements that any of the sets has.
    setunion<T>(; sets: Set<T>) -> Set<T>;
    /// The elements from a start up to, and without, an end.
    slice<T>(list: List<T>, start: Number, end: Number) -> List<T>;
    /// The strings in the order of their characters.
    sort(list: List<String>) -> List<String>;
    /// The sum of the numbers.
    sum(list: List<Number>) -> Number;
    /// The map of lists with values as keys and keys as values.
    transpose(map: Map<List<String>>) -> Map<List<String>>;
    /// The values of the map, in the order of its keys.
    values<T>(map: Map<T>) -> List<T>;
    /// A map of keys and values that stand in two lists.
    zipmap<T>(keys: List<String>, values: List<T>) -> Map<T>;
}

/// A type whose values have a length.
pub trait Countable: Literal {}

impl Countable for String {}
impl Countable for Any {}
impl<T: Literal> Countable for List<T> {}
impl<T: Literal> Countable for Set<T> {}
impl<T: Literal> Countable for Map<T> {}

/// How many elements a collection has, or characters a string.
///
/// See [`length`](https://developer.hashicorp.com/terraform/language/functions/length).
#[must_use]
pub fn length<T: Countable>(value: &Value<T>) -> Value<Number> {
    Value::Expression(call("length", &[argument(value)]))
}
