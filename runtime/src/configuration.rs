//! What a stack holds so far, as it will stand in Terraform's JSON configuration syntax.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotation::{Annotation, Level};
use crate::cross_stack::Read;
use crate::json::Json;
use crate::terraform_version::{Need, lowest};
use crate::{Error, Severity, Source, Violation};

/// Blocks in JSON, addresses that are in use, and what there is to say when the stack is synthesized.
#[derive(Default)]
pub(crate) struct Configuration {
    root: BTreeMap<String, Json>,
    /// What stands in the file for `terraform query`.
    queries: BTreeMap<String, Json>,
    /// Addresses in use, those of providers and imports included.
    taken: BTreeSet<String>,
    /// What to say when the stack is synthesized.
    pub(crate) annotations: Vec<Annotation>,
    /// Rules of severity warning that are broken, and where.
    pub(crate) violations: Vec<(String, Violation)>,
    required_version: Option<String>,
    /// What needs a certain Terraform, and where it stands.
    needs: Vec<(String, Need)>,
    /// What is read from other stacks.
    reads: Vec<Read>,
    /// Providers whose default configuration is used, and where first.
    providers: BTreeMap<String, String>,
    /// The names of checks.
    pub(crate) checks: Vec<String>,
}

impl Configuration {
    /// Reserves an address; whether it was free.
    pub(crate) fn take(&mut self, address: String) -> bool {
        self.taken.insert(address)
    }

    /// Whether the program has declared something at an address.
    pub(crate) fn has(&self, address: &str) -> bool {
        self.taken.contains(address)
    }

    /// Puts a block under its labels, such as `resource`, `aws_vpc`, `main`.
    pub(crate) fn insert(&mut self, labels: &[&str], block: Json) {
        if let Some((last, path)) = labels.split_last() {
            let place = path.iter().fold(&mut self.root, |object, label| entries(object, label));
            place.insert((*last).to_owned(), block);
        }
    }

    /// Puts a `list` block under its labels in the file for `terraform query`.
    pub(crate) fn query(&mut self, labels: &[&str], block: Json) {
        if let Some((last, path)) = labels.split_last() {
            let list = entries(&mut self.queries, "list");
            let place = path.iter().fold(list, |object, label| entries(object, label));
            place.insert((*last).to_owned(), block);
        }
    }

    /// The file for `terraform query`, if there is a query.
    pub(crate) fn queries(&self) -> Option<Json> {
        (!self.queries.is_empty()).then(|| Json::Object(self.queries.clone()))
    }

    /// Adds a block to those under the same labels, such as `provider`, `aws`.
    pub(crate) fn push(&mut self, labels: &[&str], block: Json) {
        if let Some((last, path)) = labels.split_last() {
            let place = path.iter().fold(&mut self.root, |object, label| entries(object, label));
            match place.entry((*last).to_owned()).or_insert_with(|| Json::Array(Vec::new())) {
                Json::Array(blocks) => blocks.push(block),
                other => *other = Json::Array(vec![block]),
            }
        }
    }

    /// Sets what stands at a path; whether the path leads through blocks only.
    pub(crate) fn set(&mut self, path: &[&str], value: Json) -> bool {
        let (first, rest) = path.split_first().map_or(("", path), |(first, rest)| (*first, rest));
        match rest {
            [] => {
                self.root.insert(first.to_owned(), value);
                true
            }
            rest => {
                let empty = || Json::Object(BTreeMap::new());
                set_in(self.root.entry(first.to_owned()).or_insert_with(empty), rest, value)
            }
        }
    }

    /// States which versions of Terraform the stack is for.
    pub(crate) fn require_version(&mut self, constraint: String) {
        self.insert(&["terraform", "required_version"], Json::from(constraint.as_str()));
        self.required_version = Some(constraint);
    }

    /// Notes that something reads from another stack.
    pub(crate) fn read(&mut self, read: Read) {
        self.reads.push(read);
    }

    /// What is read from other stacks.
    pub(crate) fn reads(&self) -> &[Read] {
        &self.reads
    }

    /// Notes that what stands at an address needs a certain Terraform.
    pub(crate) fn need(&mut self, address: &str, need: Need) {
        self.needs.push((address.to_owned(), need));
    }

    /// Notes that a construct uses the default configuration of the provider that its type belongs to.
    /// Returns what that is called.
    pub(crate) fn use_provider_of(&mut self, type_name: &str, address: &str) -> String {
        let provider = type_name.split('_').next().unwrap_or(type_name);
        self.use_provider(provider, address);
        provider.to_owned()
    }

    /// Notes that something uses a provider by its local name.
    pub(crate) fn use_provider(&mut self, provider: &str, address: &str) {
        // Terraform's own constructs need none.
        if provider != "terraform" {
            self.providers.entry(provider.to_owned()).or_insert_with(|| address.to_owned());
        }
    }

    /// The whole.
    ///
    /// # Errors
    ///
    /// Everything that needs a newer Terraform than the oldest that `required_version` allows, providers that are
    /// neither configured nor required, and errors that the program added.
    pub(crate) fn to_json(&self, stack: &str) -> Result<Json, Error> {
        let mut errors = self.too_new();
        errors.extend(self.without_provider());
        errors.extend(self.without_assertion());
        let annotated = self.annotations.iter().filter(|annotation| annotation.level == Level::Error);
        errors.extend(annotated.map(|annotation| Error::Annotated {
            path: annotation.path.clone(),
            message: annotation.message.clone(),
        }));
        if let Some(error) = Error::several(errors) {
            return Err(error);
        }
        let mut root = self.root.clone();
        root.insert("//".to_owned(), self.metadata(stack));
        Ok(Json::Object(root))
    }

    /// What the `cdktn` command reads of a stack.
    fn metadata(&self, stack: &str) -> Json {
        let backend = match self.object(&["terraform"]) {
            Some(terraform) if terraform.contains_key("cloud") => "cloud",
            _ => self
                .object(&["terraform", "backend"])
                .and_then(|all| all.keys().next())
                .map_or("local", |name| name),
        };
        let metadata = [
            ("backend", Json::from(backend)),
            ("stackName", Json::from(stack)),
            ("version", Json::from(env!("CARGO_PKG_VERSION"))),
        ];
        let outputs = self.object(&["output"]).into_iter().flat_map(|outputs| outputs.keys());
        let outputs = Json::object(outputs.map(|name| (name.clone(), Json::from(name.as_str()))));
        Json::block([("metadata", Json::block(metadata)), ("outputs", Json::block([(stack, outputs)]))])
    }

    fn too_new(&self) -> Vec<Error> {
        let Some(constraint) = &self.required_version else { return Vec::new() };
        let oldest = lowest(constraint);
        let needs = self.needs.iter().filter(|(_, need)| need.since > oldest);
        let errors = needs.map(|(address, need)| Error::TerraformVersion {
            address: address.clone(),
            feature: need.feature.to_owned(),
            since: need.since.to_string(),
            required: constraint.clone(),
        });
        errors.collect()
    }

    /// Without a source, Terraform would take the provider for one of `HashiCorp`'s.
    fn without_provider(&self) -> impl Iterator<Item = Error> {
        let missing = self.providers.iter().filter(|(provider, _)| {
            ![&["provider"][..], &["terraform", "required_providers"]]
                .iter()
                .any(|labels| self.object(labels).is_some_and(|entries| entries.contains_key(*provider)))
        });
        missing.map(|(provider, address)| Error::NoProvider {
            provider: provider.clone(),
            address: address.clone(),
        })
    }

    /// A check that asserts nothing is none to Terraform, or is lost.
    fn without_assertion(&self) -> impl Iterator<Item = Error> {
        let checks = self
            .checks
            .iter()
            .filter(|name| self.object(&["check", name]).is_none_or(|check| !check.contains_key("assert")));
        checks.map(|name| Error::Invalid {
            address: format!("check.{name}"),
            violations: vec![Violation {
                severity: Severity::Error,
                path: "assert".to_owned(),
                found: "none".to_owned(),
                allowed: "at least one".to_owned(),
                source: Source::Terraform,
            }],
        })
    }

    /// The object under labels.
    pub(crate) fn object(&self, labels: &[&str]) -> Option<&BTreeMap<String, Json>> {
        labels.iter().try_fold(&self.root, |object, label| match object.get(*label) {
            Some(Json::Object(entries)) => Some(entries),
            _ => None,
        })
    }
}

/// The object under a label; an empty one where there is none.
fn entries<'a>(object: &'a mut BTreeMap<String, Json>, label: &str) -> &'a mut BTreeMap<String, Json> {
    let entry = object.entry(label.to_owned()).or_insert_with(|| Json::Object(BTreeMap::new()));
    if !matches!(entry, Json::Object(_)) {
        *entry = Json::Object(BTreeMap::new());
    }
    match entry {
        Json::Object(entries) => entries,
        _ => unreachable!("the entry was made an object"),
    }
}

/// Sets what stands at a path below a block, or below one of several.
fn set_in(place: &mut Json, path: &[&str], value: Json) -> bool {
    let Some((first, rest)) = path.split_first() else {
        *place = value;
        return true;
    };
    match (place, first.parse::<usize>()) {
        (Json::Array(blocks), Ok(index)) => {
            blocks.get_mut(index).is_some_and(|block| set_in(block, rest, value))
        }
        // One block may stand without a list around it.
        (block @ Json::Object(_), Ok(0)) => set_in(block, rest, value),
        (Json::Object(entries), _) => {
            let empty = || Json::Object(BTreeMap::new());
            set_in(entries.entry((*first).to_owned()).or_insert_with(empty), rest, value)
        }
        _ => false,
    }
}
