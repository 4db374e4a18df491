//! IDs that alternate fixed words and values, as Azure has them: `/subscriptions/…/resourceGroups/…/providers/…`.

use super::Format;
use super::names::{Found, Names};
use super::words::{snake_case, words};
use crate::model::Segment;

/// A kind of thing on the way, and which one it is.
type Step<'p> = (&'p str, &'p str);

/// Attributes that hold the path of any other thing.
const ANYTHING: &[&str] = &["scope", "resource_id", "target_resource_id"];

/// The format of a path; `None` where an ID is none, or why the page does not say it.
pub fn path(id: &str, names: &Names) -> Option<Result<Format, String>> {
    let paths: Option<Vec<_>> = id.split(['|', ';']).map(steps).collect();
    let paths = paths?;
    if let [steps] = paths.as_slice() {
        return Some(single(steps, names));
    }
    let mut marks = id.matches(['|', ';']);
    let mut format = Format::new();
    for steps in paths {
        let (kind, _) = steps.last()?;
        let Found::One(name) = names.find(&format!("{} id", spaced(kind))) else {
            return Some(Err(format!("the page does not say which attribute holds the `{kind}` in it")));
        };
        let part = Segment::Part(name.to_owned());
        if format.contains(&part) {
            return Some(Err(format!("`{name}` would stand in it twice")));
        }
        format.push(part);
        format.extend(marks.next().map(|mark| Segment::Literal(mark.to_owned())));
    }
    Some(Ok(format))
}

fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut words = path.strip_prefix('/')?.split('/');
    let mut steps = Vec::new();
    while let Some(kind) = words.next() {
        let value = words.next().filter(|value| !value.is_empty())?;
        if kind == "providers" && !value.contains('.') {
            return None;
        }
        steps.push((kind, value));
    }
    let begins = matches!(steps.first(), Some(("providers" | "subscriptions", _)));
    let ends = !matches!(steps.last(), None | Some(("providers", _)));
    (begins && ends).then_some(steps)
}

fn single(steps: &[Step], names: &Names) -> Result<Format, String> {
    let mut format = Format::new();
    let mut literal = String::new();
    let mut rest = steps;
    // What extends something else has an attribute for it, whatever it is.
    let provider = steps
        .iter()
        .rposition(|(kind, _)| *kind == "providers")
        .filter(|at| *at > 0 && at + 2 == steps.len());
    if let Some((name, at)) = ANYTHING.iter().find(|name| names.has_attribute(name)).zip(provider) {
        format.push(Segment::Part((*name).to_owned()));
        rest = &steps[at..];
    }
    let mut namespace = None;
    for (at, (kind, value)) in rest.iter().enumerate() {
        literal.push('/');
        literal.push_str(kind);
        literal.push('/');
        let step = match *kind {
            "providers" => {
                namespace = value.split_once('.').map(|(_, name)| name);
                Name::Fixed
            }
            _ if at + 1 == rest.len() => last(steps, names)?,
            "subscriptions" => Name::Part("subscription_id".to_owned()),
            "resourceGroups" => Name::Part("resource_group_name".to_owned()),
            _ => parent(kind, value, namespace.take(), at + 2 == rest.len(), names),
        };
        let name = match step {
            Name::Part(name) => name,
            Name::Fixed => {
                literal.push_str(value);
                continue;
            }
            Name::Whole(name) => return Ok(vec![Segment::Part(name)]),
        };
        if format.contains(&Segment::Part(name.clone())) {
            return Err(format!("`{name}` would stand in it twice"));
        }
        format.extend([Segment::Literal(std::mem::take(&mut literal)), Segment::Part(name)]);
    }
    if !literal.is_empty() {
        format.push(Segment::Literal(literal));
    }
    Ok(format)
}

/// What the value of a step is called.
enum Name {
    /// This.
    Part(String),
    /// Nothing: it is always the same.
    Fixed,
    /// The whole path is that of something else, which an attribute has.
    Whole(String),
}

/// The last step, which is most often the construct's own name.
fn last(steps: &[Step], names: &Names) -> Result<Name, String> {
    let Some(((kind, value), before)) = steps.split_last() else { return Ok(Name::Fixed) };
    if names.has_attribute("name") {
        return Ok(Name::Part("name".to_owned()));
    }
    // A placeholder, such as `objectId`.
    if names.has(&snake_case(value)) {
        return Ok(Name::Part(snake_case(value)));
    }
    let is_own = words(value).iter().all(|word| names.type_words().contains(word));
    if is_own || value.eq_ignore_ascii_case("default") {
        return Ok(Name::Fixed);
    }
    let is_within_group = names.has_attribute("resource_group_name");
    if let Found::One(name) = attribute(kind, "name", names) {
        return Ok(Name::Part(name.to_owned()));
    }
    let Found::One(name) = attribute(kind, "id", names) else {
        return Err(format!("the page does not say what `{value}` in it is"));
    };
    let is_known = |(kind, _): &Step| {
        let heads = ["name", "id"].map(|head| attribute(kind, head, names));
        !matches!(*kind, "subscriptions" | "resourceGroups")
            && heads.iter().any(|found| matches!(found, Found::One(other) if *other != name))
    };
    if *kind == "subscriptions" || is_within_group {
        return Ok(Name::Part(name.to_owned()));
    }
    if !before.iter().any(is_known) {
        return Ok(Name::Whole(name.to_owned()));
    }
    Ok(Name::Part(stem(name).map_or_else(|| name.to_owned(), |stem| format!("{stem}_name"))))
}

/// The name of something that the construct lies in.
fn parent(kind: &str, value: &str, namespace: Option<&str>, is_direct: bool, names: &Names) -> Name {
    let of = |kind: &str| {
        ["name", "id"].iter().find_map(|head| match attribute(kind, head, names) {
            Found::One(name) if *head == "name" => Some(name.to_owned()),
            Found::One(name) => stem(name).map(|stem| format!("{stem}_name")),
            _ => None,
        })
    };
    let is_service = words(kind) == ["service"];
    if let Some(name) = of(kind).or_else(|| of(namespace.filter(|_| !is_service)?)) {
        return Name::Part(name);
    }
    if value.eq_ignore_ascii_case("default") {
        return Name::Fixed;
    }
    if let Some(namespace) = namespace.filter(|_| is_service) {
        return Name::Part(format!("{}_name", snake_case(namespace)));
    }
    // What has its parent's ID has no other.
    let kind = words(kind);
    let only = names.only_required_id().and_then(stem).filter(|stem| {
        let stem = words(stem);
        let is_deeper = stem.iter().rev().skip(1).any(|word| Some(word) == kind.last());
        is_direct && !is_deeper && !names.has_attribute("resource_group_name")
    });
    Name::Part(format!("{}_name", only.map_or_else(|| kind.join("_"), str::to_owned)))
}

/// The attribute that holds something's name or ID, unless that is the construct's own.
fn attribute<'n>(kind: &str, head: &str, names: &'n Names) -> Found<'n> {
    match names.find(&format!("{} {head}", spaced(kind))) {
        Found::One("id" | "name") => Found::None,
        found => found,
    }
}

fn stem(name: &str) -> Option<&str> {
    name.strip_suffix("_id")
}

fn spaced(kind: &str) -> String {
    words(kind).join(" ")
}
