//! A resource with every form that a field can have, and any number of instances of it.

use std::collections::BTreeMap;

use ferroform::{Any, Block, BlockMap, Blocks, List, Map, Number, Set, Value};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

/// What `store.json` describes.
#[derive(ferroform::Resource)]
#[tf(type = "store_shelf")]
pub struct Shelf {
    #[tf(required)]
    pub name: Value<String>,
    pub size: Value<Number>,
    pub open: Value<bool>,
    pub texts: Value<List<String>>,
    pub tags: Value<Set<String>>,
    pub labels: Value<Map<String>>,
    pub weights: Value<Map<List<Number>>>,
    pub anything: Value<Any>,
    pub owner: Value<Owner>,
    pub sites: Value<Map<Site>>,
    #[tf(required, max_items(3, source = schema))]
    pub rule: Blocks<Rule>,
    pub cover: Block<Cover>,
    pub mount: BlockMap<Mount>,
}

#[derive(ferroform::Block)]
#[tf(object)]
pub struct Owner {
    pub name: Value<String>,
    pub age: Value<Number>,
}

#[derive(ferroform::Block)]
pub struct Site {
    #[tf(required)]
    pub index: Value<String>,
}

#[derive(ferroform::Block)]
pub struct Rule {
    #[tf(required)]
    pub kind: Value<String>,
    pub days: Value<Number>,
}

#[derive(ferroform::Block)]
pub struct Cover {
    pub text: Value<String>,
}

#[derive(ferroform::Block)]
pub struct Mount {
    #[tf(required)]
    pub path: Value<String>,
}

/// Any shelf, the wrong ones included.
pub fn shelf() -> impl Strategy<Value = Shelf> {
    let scalars = (required(), option::of(number()), option::of(any::<bool>()));
    let collections = (
        option::of(vec(text(), 0..4)),
        option::of(vec(text(), 0..4)),
        option::of(btree_map(text(), text(), 0..4)),
        option::of(btree_map(text(), vec(number(), 0..3), 0..3)),
        option::of(anything()),
    );
    let objects = (
        option::of((option::of(text()), option::of(number()))),
        option::of(btree_map(text(), required(), 0..3)),
    );
    let blocks = (
        vec((required(), option::of(number())), 0..5),
        option::of(option::of(text())),
        btree_map(text(), required(), 0..3),
    );
    (scalars, collections, objects, blocks).prop_map(|(scalars, collections, objects, blocks)| Shelf {
        name: scalars.0,
        size: value(scalars.1),
        open: value(scalars.2),
        texts: value(collections.0),
        tags: value(collections.1),
        labels: collections.2.map_or(Value::Unset, |labels| labels.into_iter().collect()),
        weights: collections.3.map_or(Value::Unset, |weights| weights.into_iter().collect()),
        anything: value(collections.4),
        owner: value(objects.0.map(|(name, age)| Owner { name: value(name), age: value(age) })),
        sites: objects.1.map_or(Value::Unset, |sites| {
            sites.into_iter().map(|(key, index)| (key, Site { index })).collect()
        }),
        rule: blocks.0.into_iter().map(|(kind, days)| Rule { kind, days: value(days) }).collect(),
        cover: blocks.1.map(|text| Cover { text: value(text) }).into(),
        mount: blocks.2.into_iter().map(|(label, path)| (label, Mount { path })).collect(),
    })
}

fn value<T, V: Default + From<T>>(given: Option<T>) -> V {
    given.map_or_else(V::default, V::from)
}

/// What is required is left out now and then, or `null`.
fn required() -> impl Strategy<Value = Value<String>> {
    prop_oneof![
        96 => text().prop_map(Value::from),
        2 => Just(Value::Unset),
        2 => Just(Value::null()),
    ]
}

/// Texts of what means something to Terraform, JSON or HCL. None that Terraform would normalize.
fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "${", "%{", "$${", "%%{", "}", "~}", "$", "%", "\"", "\\", "\n", "\r\n", "\t", "\u{1}", "\u{7f}",
        "é", "😀", "\u{2028}", "\u{feff}", " ", "a", "each.key", "if", "//", "null", "{{", "<&>", "-", "0",
    ];
    vec(prop::sample::select(pieces.to_vec()), 0..6).prop_map(|pieces| pieces.concat())
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        prop::sample::select(vec![0, -1, 1 << 53, (1 << 53) + 1, i128::MAX, i128::MIN])
            .prop_map(Number::from),
        prop::num::f64::ANY.prop_map(Number::from),
        prop::sample::select(vec![0.1, -0.0, 1e21, f64::MAX, f64::MIN_POSITIVE, 5e-324])
            .prop_map(Number::from),
    ]
}

fn anything() -> impl Strategy<Value = Any> {
    let leaf = prop_oneof![
        Just(Any::Null),
        any::<bool>().prop_map(Any::Bool),
        any::<i32>().prop_map(|number| Any::Number(number.into())),
        text().prop_map(Any::String),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let values = |inner: Vec<Any>| inner.into_iter().map(Value::literal).collect();
        let entries = |inner: BTreeMap<String, Any>| {
            inner.into_iter().map(|(key, value)| (key, Value::literal(value))).collect()
        };
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(move |inner| Any::List(values(inner))),
            btree_map(text(), inner, 0..3).prop_map(move |inner| Any::Map(entries(inner))),
        ]
    })
}
