//! `for` expressions: collections made of collections.
//!
//! See <https://developer.hashicorp.com/terraform/language/expressions/for>.

use std::cell::Cell;

use crate::expression::{Expression, Run};
use crate::node::Field;
use crate::{List, Literal, Map, Number, Set, Value, hcl};

thread_local! {
    /// How many `for` expressions are being written, one inside the other.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Leaves the `for` expression, also when its closure panics.
struct Leave;

impl Drop for Leave {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Calls with a name that no enclosing `for` has: `item`, inside of it `item2`.
pub(crate) fn with_name<R>(name: &str, body: impl FnOnce(&str) -> R) -> R {
    DEPTH.set(DEPTH.get() + 1);
    let _leave = Leave;
    match DEPTH.get() {
        1 => body(name),
        depth => body(&format!("{name}{depth}")),
    }
}

impl<T: Literal> Value<List<T>> {
    /// What `each` makes of every element, in order: `[for item in list : …]`.
    pub fn map<U: Literal>(&self, each: impl FnOnce(Value<T>) -> Value<U>) -> Value<List<U>> {
        with_name("item", |item| list(item, self, &expression(&each(named(item))), None))
    }

    /// The same with the number of the element, from 0.
    pub fn map_indexed<U: Literal>(
        &self,
        each: impl FnOnce(Value<Number>, Value<T>) -> Value<U>,
    ) -> Value<List<U>> {
        with_pair("index", |index, item| {
            list(&format!("{index}, {item}"), self, &expression(&each(named(index), named(item))), None)
        })
    }

    /// The elements for which `keep` holds: `[for item in list : item if …]`.
    #[must_use]
    pub fn filter(&self, keep: impl FnOnce(Value<T>) -> Value<bool>) -> Self {
        with_name("item", |item| {
            list(item, self, &Expression::name(item), Some(&expression(&keep(named(item)))))
        })
    }

    /// A map of the keys and values that `each` makes of the elements: `{for item in list : key => value}`.
    pub fn to_map<U: Literal>(
        &self,
        each: impl FnOnce(Value<T>) -> (Value<String>, Value<U>),
    ) -> Value<Map<U>> {
        with_name("item", |item| map(item, self, &each(named(item)), NO_TAIL))
    }

    /// The values that `each` makes of the elements, under the keys that it makes: `{for item in list : key => value...}`.
    pub fn group_by<U: Literal>(
        &self,
        each: impl FnOnce(Value<T>) -> (Value<String>, Value<U>),
    ) -> Value<Map<List<U>>> {
        with_name("item", |item| map(item, self, &each(named(item)), &[Run::from("...")]))
    }
}

impl<T: Literal> Value<Set<T>> {
    /// What `each` makes of every element, in Terraform's own order: `[for item in set : …]`.
    pub fn map<U: Literal>(&self, each: impl FnOnce(Value<T>) -> Value<U>) -> Value<List<U>> {
        with_name("item", |item| list(item, self, &expression(&each(named(item))), None))
    }

    /// The elements for which `keep` holds: `toset([for item in set : item if …])`.
    #[must_use]
    pub fn filter(&self, keep: impl FnOnce(Value<T>) -> Value<bool>) -> Self {
        let kept: Value<List<T>> = with_name("item", |item| {
            list(item, self, &Expression::name(item), Some(&expression(&keep(named(item)))))
        });
        Value::Expression(expression(&kept).wrap("toset(", ")"))
    }

    /// A map of the keys and values that `each` makes of the elements: `{for item in set : key => value}`.
    pub fn to_map<U: Literal>(
        &self,
        each: impl FnOnce(Value<T>) -> (Value<String>, Value<U>),
    ) -> Value<Map<U>> {
        with_name("item", |item| map(item, self, &each(named(item)), NO_TAIL))
    }
}

impl<T: Literal> Value<Map<T>> {
    /// What `each` makes of every key and value, in the order of the keys: `[for key, value in map : …]`.
    pub fn map<U: Literal>(&self, each: impl FnOnce(Value<String>, Value<T>) -> Value<U>) -> Value<List<U>> {
        with_pair("key", |key, item| {
            list(&format!("{key}, {item}"), self, &expression(&each(named(key), named(item))), None)
        })
    }

    /// The map with what `each` makes of every value: `{for key, item in map : key => …}`.
    pub fn map_values<U: Literal>(
        &self,
        each: impl FnOnce(Value<String>, Value<T>) -> Value<U>,
    ) -> Value<Map<U>> {
        self.to_map(|key, value| (key.clone(), each(key, value)))
    }

    /// A map of the keys and values that `each` makes of the entries: `{for key, item in map : key => value}`.
    pub fn to_map<U: Literal>(
        &self,
        each: impl FnOnce(Value<String>, Value<T>) -> (Value<String>, Value<U>),
    ) -> Value<Map<U>> {
        with_pair("key", |key, item| {
            map(&format!("{key}, {item}"), self, &each(named(key), named(item)), NO_TAIL)
        })
    }

    /// The entries for which `keep` holds: `{for key, item in map : key => item if …}`.
    #[must_use]
    pub fn filter(&self, keep: impl FnOnce(Value<String>, Value<T>) -> Value<bool>) -> Self {
        with_pair("key", |key, item| {
            let condition = expression(&keep(named(key), named(item)));
            let entry = (named(key), named::<T>(item));
            map(&format!("{key}, {item}"), self, &entry, &[" if ".into(), (&condition).into()])
        })
    }
}

const NO_TAIL: &[Run<'_>] = &[];

fn with_pair<R>(first: &str, body: impl FnOnce(&str, &str) -> R) -> R {
    with_name("item", |item| body(&item.replace("item", first), item))
}

fn named<T>(name: &str) -> Value<T> {
    Value::Expression(Expression::name(name))
}

fn expression<T: Literal>(value: &Value<T>) -> Expression {
    hcl::expression(&value.node())
}

fn list<T: Literal, R>(
    names: &str,
    collection: &Value<T>,
    element: &Expression,
    condition: Option<&Expression>,
) -> Value<R> {
    let collection = expression(collection);
    let mut runs = vec![
        Run::from("[for "),
        names.into(),
        " in ".into(),
        (&collection).into(),
        " : ".into(),
        element.into(),
    ];
    if let Some(condition) = condition {
        runs.extend([Run::from(" if "), condition.into()]);
    }
    runs.push("]".into());
    Value::Expression(Expression::join(runs))
}

fn map<T: Literal, U: Literal, R>(
    names: &str,
    collection: &Value<T>,
    (key, value): &(Value<String>, Value<U>),
    tail: &[Run<'_>],
) -> Value<R> {
    let [collection, key, value] = [expression(collection), expression(key), expression(value)];
    let mut runs = vec![Run::from("{for "), names.into(), " in ".into(), (&collection).into(), " : ".into()];
    runs.extend([Run::from(&key), " => ".into(), (&value).into()]);
    runs.extend(tail.iter().copied());
    runs.push("}".into());
    Value::Expression(Expression::join(runs))
}
