//! Facts that a person decided, from `schemas/<provider>.overrides.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Number;

use super::{ConstructFacts, Decision, Facts, FieldFacts, Verdict, parse_template};
use crate::Problem;
use crate::model::{
    Check, ConstructKind, Import, ImportId, Provenance, ProviderAddress, Rule, Said, Severity,
};
use crate::nearest::nearest;
use crate::schema::{JsonPath, Map, explain, json_object};

/// Reads an overrides file.
///
/// # Errors
///
/// All mistakes of the file that can be told without the schema.
pub fn read_overrides(path: &Path) -> Result<Facts, Vec<Problem>> {
    let bytes =
        fs::read(path).map_err(|error| vec![Problem::new(path, format!("cannot be read: {error}"))])?;
    let file = parse(&bytes).map_err(|mistake| vec![Problem { file: path.to_owned(), ..mistake }])?;
    Checker { path, problems: Vec::new() }.check(file)
}

fn parse(bytes: &[u8]) -> Result<File, Problem> {
    let text = json_object(bytes, "expected an object with `provider` and what there is to say of it")?;
    let mut track = serde_path_to_error::Track::new();
    let mut json = serde_json::Deserializer::from_slice(text);
    File::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track))
        .and_then(|file| json.end().map(|()| file))
        .map_err(|error| explain(&error, Some(&track.path())))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    provider: String,
    #[serde(default)]
    resources: Map<Construct>,
    #[serde(default)]
    data_sources: Map<Construct>,
    #[serde(default)]
    ephemeral_resources: Map<Construct>,
    provider_config: Option<Construct>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Construct {
    description: Option<String>,
    #[serde(default)]
    import_id: Vec<String>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    fields: Map<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    description: Option<String>,
    default: Option<String>,
    deprecated: Option<String>,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    forces_new: bool,
    #[serde(default)]
    severity: RuleSeverity,
    one_of: Option<Vec<String>>,
    range: Option<Bounds<Number>>,
    length: Option<Bounds<u64>>,
    pattern: Option<String>,
    min_items: Option<u64>,
    max_items: Option<u64>,
    conflicts_with: Option<Vec<String>>,
    exactly_one_of: Option<Vec<String>>,
    at_least_one_of: Option<Vec<String>>,
    required_with: Option<Vec<String>>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    promote: Vec<String>,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum RuleSeverity {
    #[default]
    Error,
    Warning,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Bounds<T> {
    min: Option<T>,
    max: Option<T>,
}

/// Turns the file into facts and collects what is wrong on the way.
struct Checker<'a> {
    path: &'a Path,
    problems: Vec<Problem>,
}

fn decided(text: String) -> Said {
    Said { text, provenance: Provenance::Override }
}

impl Checker<'_> {
    fn check(mut self, file: File) -> Result<Facts, Vec<Problem>> {
        let root = JsonPath::root();
        let provider = match file.provider.parse::<ProviderAddress>() {
            Ok(address) => Some(address),
            Err(message) => {
                self.mistake(&root.key("provider"), message);
                None
            }
        };
        let mut constructs = BTreeMap::new();
        let groups = [
            ("resources", ConstructKind::Resource, file.resources),
            ("data_sources", ConstructKind::DataSource, file.data_sources),
            ("ephemeral_resources", ConstructKind::EphemeralResource, file.ephemeral_resources),
        ];
        for (key, kind, group) in groups {
            for (type_name, construct) in group.iter() {
                let facts = self.construct(&root.key(key).key(type_name), construct);
                constructs.insert((kind, type_name.to_owned()), facts);
            }
        }
        if let (Some(construct), Some(provider)) = (file.provider_config, &provider) {
            let facts = self.construct(&root.key("provider_config"), &construct);
            constructs.insert((ConstructKind::Provider, provider.name.clone()), facts);
        }
        match provider {
            Some(provider) if self.problems.is_empty() => {
                Ok(Facts { file: self.path.to_owned(), provider, constructs })
            }
            _ => Err(self.problems),
        }
    }

    fn mistake(&mut self, place: &JsonPath, message: impl Into<String>) {
        self.problems.push(Problem::new(self.path, message).at(place.to_string()));
    }

    fn construct(&mut self, place: &JsonPath, construct: &Construct) -> ConstructFacts {
        let mut import_ids = Vec::new();
        for (index, template) in construct.import_id.iter().enumerate() {
            match parse_template(template) {
                Ok(segments) => import_ids.push(ImportId { segments, provenance: Provenance::Override }),
                Err(message) => self.mistake(&place.key("import_id").index(index), message),
            }
        }
        let (of_construct, place) = (place, place.key("fields"));
        let fields = construct.fields.iter();
        let fields = fields.map(|(path, field)| (path.to_owned(), self.field(&place.key(path), field)));
        let fields = fields.collect();
        ConstructFacts {
            description: construct.description.clone(),
            import: Import { formats: import_ids, ..Import::default() },
            fields,
            decisions: self.decisions(&of_construct.key("remove"), &construct.remove, Verdict::Remove, false),
            ..ConstructFacts::default()
        }
    }

    fn field(&mut self, place: &JsonPath, field: &Field) -> FieldFacts {
        let severity = match field.severity {
            RuleSeverity::Error => Severity::Error,
            RuleSeverity::Warning => Severity::Warning,
        };
        if let Some(values) = &field.one_of {
            if values.is_empty() {
                self.mistake(&place.key("one_of"), "is empty, expected at least one allowed value");
            }
            for (index, value) in values.iter().enumerate() {
                if values[..index].contains(value) {
                    self.mistake(&place.key("one_of").index(index), format!("`{value}` stands here twice"));
                }
            }
        }
        if let Some(range) = &field.range {
            self.bounds(
                &place.key("range"),
                range.min.as_ref().map(Number::as_f64),
                range.max.as_ref().map(Number::as_f64),
            );
        }
        if let Some(length) = &field.length {
            self.bounds(&place.key("length"), length.min, length.max);
        }
        if let Some(Err(error)) = field.pattern.as_deref().map(regex_lite::Regex::new) {
            self.mistake(&place.key("pattern"), format!("is no regular expression: {error}"));
        }
        let checks = [
            field.one_of.clone().map(Check::OneOf),
            field.range.clone().map(|Bounds { min, max }| Check::Range { min, max }),
            field.length.clone().map(|Bounds { min, max }| Check::Length { min, max }),
            field.pattern.clone().map(Check::Pattern),
            field.min_items.map(Check::MinItems),
            field.max_items.map(Check::MaxItems),
            field.conflicts_with.clone().map(Check::ConflictsWith),
            field.exactly_one_of.clone().map(Check::ExactlyOneOf),
            field.at_least_one_of.clone().map(Check::AtLeastOneOf),
            field.required_with.clone().map(Check::RequiredWith),
        ];
        let rules = checks.into_iter().flatten();
        let rules = rules.map(|check| Rule { check, severity, provenance: Provenance::Override });
        let decisions =
            [("remove", &field.remove, Verdict::Remove), ("promote", &field.promote, Verdict::Promote)];
        let decisions = decisions
            .into_iter()
            .flat_map(|(key, words, verdict)| self.decisions(&place.key(key), words, verdict, true))
            .collect();
        FieldFacts {
            description: field.description.clone().map(decided),
            default: field.default.clone().map(decided),
            deprecated: field.deprecated.clone().map(decided),
            forces_new: field.forces_new.then_some(Provenance::Override),
            sensitive: field.sensitive,
            rules: rules.collect(),
            decisions,
        }
    }

    /// The facts that `remove` or `promote` names.
    fn decisions(
        &mut self,
        place: &JsonPath,
        words: &[String],
        verdict: Verdict,
        of_field: bool,
    ) -> Vec<Decision> {
        let known = verdict.facts(of_field);
        let mut decisions = Vec::new();
        for (index, fact) in words.iter().enumerate() {
            let place = place.index(index);
            if known.contains(&fact.as_str()) {
                decisions.push(Decision { place: place.to_string(), fact: fact.clone(), verdict });
            } else {
                let message = format!("`{fact}` is none of {}", known.join(", "));
                let problem = Problem::new(self.path, message).at(place.to_string());
                let nearest = nearest(fact, known.iter().copied());
                self.problems.push(match nearest {
                    Some(word) => problem.help(format!("did you mean `{word}`?")),
                    None => problem,
                });
            }
        }
        decisions
    }

    fn bounds<T: PartialOrd>(&mut self, place: &JsonPath, min: Option<T>, max: Option<T>) {
        match (min, max) {
            (None, None) => self.mistake(place, "has neither `min` nor `max`"),
            (Some(min), Some(max)) if min > max => self.mistake(place, "has a `min` above its `max`"),
            _ => {}
        }
    }
}
