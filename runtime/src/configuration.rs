//! What a stack holds so far, as it will stand in Terraform's JSON configuration syntax.

use std::collections::{BTreeMap, BTreeSet};

use crate::Error;
use crate::json::Json;
use crate::terraform_version::{Need, lowest};

/// Blocks in JSON, addresses that are in use, and what there is to say when the stack is synthesized.
#[derive(Default)]
pub(crate) struct Configuration {
    root: BTreeMap<String, Json>,
    /// Addresses in use, those of providers and imports included.
    taken: BTreeSet<String>,
    /// What to print when the stack is synthesized.
    pub(crate) warnings: Vec<String>,
    required_version: Option<String>,
    /// What needs a certain Terraform, and where it stands.
    needs: Vec<(String, Need)>,
}

impl Configuration {
    /// Reserves an address; whether it was free.
    pub(crate) fn take(&mut self, address: String) -> bool {
        self.taken.insert(address)
    }

    /// Puts a block under its labels, such as `resource`, `aws_vpc`, `main`.
    pub(crate) fn insert(&mut self, labels: &[&str], block: Json) {
        if let Some((last, path)) = labels.split_last() {
            let place = path.iter().fold(&mut self.root, |object, label| entries(object, label));
            place.insert((*last).to_owned(), block);
        }
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

    /// States which versions of Terraform the stack is for.
    pub(crate) fn require_version(&mut self, constraint: String) {
        self.insert(&["terraform", "required_version"], Json::from(constraint.as_str()));
        self.required_version = Some(constraint);
    }

    /// Notes that what stands at an address needs a certain Terraform.
    pub(crate) fn need(&mut self, address: &str, need: Need) {
        self.needs.push((address.to_owned(), need));
    }

    /// The whole.
    ///
    /// # Errors
    ///
    /// Everything that needs a newer Terraform than the oldest that `required_version` allows.
    pub(crate) fn to_json(&self) -> Result<Json, Error> {
        let Some(constraint) = &self.required_version else { return Ok(Json::Object(self.root.clone())) };
        let oldest = lowest(constraint);
        let too_new = self.needs.iter().filter(|(_, need)| need.since > oldest);
        let errors = too_new.map(|(address, need)| Error::TerraformVersion {
            address: address.clone(),
            feature: need.feature.to_owned(),
            since: need.since.to_string(),
            required: constraint.clone(),
        });
        match Error::several(errors.collect()) {
            None => Ok(Json::Object(self.root.clone())),
            Some(error) => Err(error),
        }
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
