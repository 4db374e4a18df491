//! What holds for the import ID of every resource.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::Path;

use ferroform::{ImportId, ImportParts, Resource};
use proptest::collection::vec;
use proptest::prelude::*;

/// A resource for each shape that a format can have.
macro_rules! shapes {
    ($($name:ident $($format:literal)+;)+) => {
        $(
            /// Has import IDs of this shape.
            #[derive(ferroform::Resource)]
            #[tf(type = "store_shape")]
            $(#[tf(import_id = $format)])+
            struct $name {}
        )+

        #[test]
        fn hold_for_every_shape() {
            $(laws::<$name, _>();)+
        }
    };
}

shapes! {
    Alone "{id}";
    Prefixed "thing-{id}";
    Framed "<{id}>";
    Arn "arn:{partition}:s3:::{bucket}/{key}";
    Several "{a}/{b}/{c}/{d}";
    Mixed "{a}:{b}/{c}|{d}";
    Long "{a}::{b}--{c}";
    Repeating "{a}aa{b}";
    Keyword "{type},{self_}";
    Shorter "{a}/{b}/{c}" "{b}/{c}" "{c}";
    Other "{a}:{b}" "{a}/{b}";
    Attached "{group}/{+policy_arn}";
    Kinds "id:{id}" "name:{name}" "{arn}";
}

/// Runs the laws for each resource, and makes a list of them.
macro_rules! resources {
    ($($name:ident)+) => {{
        $(laws::<ferroform_aws::$name, _>();)+
        [$(stringify!($name)),+]
    }};
}

#[test]
fn hold_for_every_generated_resource() {
    let checked = resources! {
        Apigatewayv2Api
        Apigatewayv2ApiMapping
        Apigatewayv2Authorizer
        Apigatewayv2Deployment
        Apigatewayv2DomainName
        Apigatewayv2Integration
        Apigatewayv2IntegrationResponse
        Apigatewayv2Model
        Apigatewayv2Route
        Apigatewayv2RouteResponse
        Apigatewayv2RoutingRule
        Apigatewayv2Stage
        Apigatewayv2VpcLink
    };
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated/rust/aws/src");
    for file in fs::read_dir(sources).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        if source.contains("import_id = ") {
            let has = |name: &&str| source.contains(&format!("pub struct {name} {{"));
            assert!(checked.iter().any(has), "the laws are not tried on the import ID in {source}");
        }
    }
}

/// What each part is, where it is given.
type Parts = BTreeMap<&'static str, String>;

/// Texts with and without what separates parts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9]{1,4}", "[a-c/:|,<>-]{0,6}", "(name:|id:|arn:|thing-)?[a-c]{0,3}", ".{0,4}"]
}

/// Literal text and names of parts in turn.
fn pieces(format: &'static str) -> Vec<&'static str> {
    let pieces = format.split(['{', '}']).enumerate();
    pieces.map(|(at, piece)| if at % 2 == 1 { piece.trim_start_matches('+') } else { piece }).collect()
}

fn names(format: &'static str) -> impl Iterator<Item = &'static str> {
    pieces(format).into_iter().skip(1).step_by(2)
}

fn build<P: ImportParts>(parts: &Parts) -> P {
    P::build(&|name| parts.get(name).cloned())
}

fn laws<R, P>()
where
    R: Resource<ImportId = ImportId<P>>,
    P: ImportParts + Clone + PartialEq + Debug,
{
    let all: Vec<&str> = P::FORMATS.iter().copied().flat_map(names).collect();
    let count = all.len();
    // A file of past failures is found by the name of a library's source, which a test has not.
    let config = ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config.clone(), |(texts in vec(proptest::option::of(text()), count), noise in text())| {
        let given = all.iter().copied().zip(&texts);
        let parts: Parts = given.filter_map(|(name, text)| Some((name, text.clone()?))).collect();
        if let Ok(id) = ImportId::new(build::<P>(&parts)) {
            reading_undoes_writing(&id)?;
        }
        for format in P::FORMATS.iter().copied() {
            let text: String = filled(format, |name| parts.get(name).map_or("x", String::as_str));
            for text in [format!("{text}{noise}"), text] {
                if let Ok(id) = R::ImportId::try_from(text.as_str()) {
                    prop_assert_eq!(id.to_string(), text);
                    prop_assert_eq!(&*ImportId::new((*id).clone()).unwrap(), &*id);
                    reading_undoes_writing(&id)?;
                }
            }
        }
    });
    proptest!(config, |(texts in vec("[d-z0-9]{1,5}", count), at in any::<usize>())| {
        for (index, format) in P::FORMATS.iter().copied().enumerate() {
            let parts: Parts = names(format).zip(texts.iter().cloned()).collect();
            let id = ImportId::new(build::<P>(&parts)).map_err(|error| TestCaseError::fail(error.to_string()))?;
            reading_undoes_writing(&id)?;
            // Of two formats with the same parts the better one is written, and both are read.
            let parts_of = |format| names(format).collect::<BTreeSet<_>>();
            if P::FORMATS[..index].iter().all(|better| parts_of(better) != parts_of(format)) {
                prop_assert_eq!(id.to_string(), filled(format, |name| &parts[name]));
            }
            a_separator_in_a_part_is_refused::<P>(format, &parts, at)?;
        }
    });
}

fn filled<'a>(format: &'static str, part: impl Fn(&'static str) -> &'a str) -> String {
    let pieces = pieces(format).into_iter().enumerate();
    pieces.map(|(index, piece)| if index % 2 == 0 { piece } else { part(piece) }).collect()
}

fn reading_undoes_writing<P>(id: &ImportId<P>) -> Result<(), TestCaseError>
where
    P: ImportParts + Clone + PartialEq + Debug,
{
    let read: ImportId<P> =
        id.to_string().parse().map_err(|error| TestCaseError::fail(format!("{error}")))?;
    prop_assert_eq!(&*read, &**id);
    prop_assert_eq!(&read, id);
    Ok(())
}

fn a_separator_in_a_part_is_refused<P: ImportParts>(
    format: &'static str,
    parts: &Parts,
    at: usize,
) -> Result<(), TestCaseError> {
    let pieces = pieces(format);
    for index in (1..pieces.len()).step_by(2) {
        for separator in [pieces[index - 1], pieces[index + 1]] {
            let mut wrong = parts.clone();
            let part = wrong.get_mut(pieces[index]).unwrap();
            part.insert_str(at % (part.len() + 1), separator);
            let made = ImportId::new(build::<P>(&wrong));
            let may_hold = separator.is_empty() || format.contains(&format!("{{+{}}}", pieces[index]));
            prop_assert!(may_hold || made.is_err(), "{:?}", wrong);
            let mut empty = parts.clone();
            empty.insert(pieces[index], String::new());
            prop_assert!(ImportId::new(build::<P>(&empty)).is_err());
        }
    }
    Ok(())
}
