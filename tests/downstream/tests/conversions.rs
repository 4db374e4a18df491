//! What becomes a value without a word, and what it becomes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use ferroform::{Any, List, Map, Number, Set, Value};

fn text(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}")
}

#[test]
fn numbers_of_every_width_are_numbers() {
    let all: Value<List<Number>> = vec![
        Value::from(i128::MAX),
        u64::MAX.into(),
        (-1_isize).into(),
        1_usize.into(),
        1.5_f32.into(),
        0.1_f64.into(),
    ]
    .into();
    let numbers: Vec<String> =
        all.as_literal().unwrap().iter().map(|number| number.as_literal().unwrap().to_string()).collect();
    let whole = "170141183460469231731687303715884105727";
    assert_eq!(numbers, [whole, "18446744073709551615", "-1", "1", "1.5", "0.1"]);
    let strings: Value<String> = all.at(1).into();
    assert_eq!(strings.as_literal().unwrap(), "18446744073709551615");
}

#[test]
fn what_is_none_is_unset() {
    assert!(Value::<String>::from(None::<&str>).is_unset());
    assert_eq!(Value::<String>::from(Some("a")).as_literal().unwrap(), "a");
    assert!(Value::<List<Number>>::from(None::<Vec<i32>>).is_unset());
    let given: Value<Any> = Some(Value::<Number>::from(1)).into();
    assert_eq!(given.as_literal(), Some(&Any::Number(1.into())));
}

#[test]
fn strings_are_taken_however_they_are_held() {
    let owned = String::from("a");
    let all: [Value<String>; 5] =
        [(&owned).into(), Cow::from("a").into(), 'a'.into(), owned.as_str().into(), owned.clone().into()];
    assert!(all.iter().all(|value| value.as_literal().unwrap() == "a"));
}

#[test]
fn collections_of_rust_are_collections_of_terraform() {
    let list: Value<List<String>> = ["a", "b"].iter().copied().collect();
    assert_eq!(text(&list), text(&Value::<List<String>>::from(&["a", "b"][..])));
    let sorted: Value<Set<Number>> = (0..50).collect::<HashSet<i32>>().into();
    assert_eq!(text(&sorted), text(&(0..50).collect::<Value<Set<Number>>>()));
    assert_eq!(text(&sorted), text(&Value::<Set<Number>>::from((0..50).collect::<BTreeSet<i32>>())));
    let map: Value<Map<Number>> = HashMap::from([("b", 2), ("a", 1)]).into();
    assert_eq!(text(&map), text(&[("a", 1), ("b", 2)].into_iter().collect::<Value<Map<Number>>>()));
    assert_eq!(text(&map), text(&Value::<Map<Number>>::from(BTreeMap::from([("a", 1), ("b", 2)]))));
}
