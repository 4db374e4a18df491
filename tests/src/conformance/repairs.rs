//! Schemas that no Terraform would take, mended for it.
//!
//! Only what Terraform gets is mended: bindings are generated, and instances planned, from the file as it is.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::plan::{is, read_json};

/// Mends a schema in place. Returns how many places needed it.
type Repair = fn(&mut Json) -> usize;

/// Files by name, with their repairs.
const REPAIRS: [(&str, Repair); 1] = [("cloudflare-5.28.0", what_is_required_is_not_computed)];

/// The schema file for Terraform: the file itself, or a mended copy in this folder.
///
/// Fails where a repair finds nothing to do, so that none outlives its reason.
pub fn mended(schema: &Path, folder: &Path) -> PathBuf {
    let stem = schema.file_stem().expect("a schema file has a name");
    let Some((name, repair)) = REPAIRS.iter().find(|(name, _)| stem == *name) else {
        return schema.to_owned();
    };
    let mut json = read_json(schema);
    assert_ne!(repair(&mut json), 0, "{name} needs no repair: remove it from the list");
    let copy = folder.join("mended.json");
    fs::write(&copy, json.to_string()).unwrap_or_else(|error| panic!("{}: {error}", copy.display()));
    copy
}

/// The file was rebuilt from published bindings. They do not tell an attribute that is required in an object which the
/// provider computes from one that is computed itself, and so it says both, 231 times; the provider itself does not.
///
/// Terraform loads no schema with such an attribute:
/// <https://github.com/hashicorp/terraform/blob/main/internal/configs/configschema/internal_validate.go>.
fn what_is_required_is_not_computed(json: &mut Json) -> usize {
    let inside = match json {
        Json::Array(elements) => elements.iter_mut().map(what_is_required_is_not_computed).sum(),
        Json::Object(members) => members.values_mut().map(what_is_required_is_not_computed).sum(),
        _ => 0,
    };
    if is(json, "required") && is(json, "computed") {
        json["computed"] = false.into();
        inside + 1
    } else {
        inside
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_both_is_required_and_the_rest_stays() {
        let attribute =
            |required, computed| json!({ "type": "bool", "required": required, "computed": computed });
        let object = |inner: Json| json!({ "attributes": { "both": inner, "one": attribute(false, true) } });
        let mut schema = json!([{ "nested_type": object(attribute(true, true)) }, attribute(true, true)]);
        assert_eq!(what_is_required_is_not_computed(&mut schema), 2);
        let mended = attribute(true, false);
        assert_eq!(schema, json!([{ "nested_type": object(mended.clone()) }, mended]));
        assert_eq!(what_is_required_is_not_computed(&mut schema), 0);
    }

    #[test]
    #[should_panic(expected = "needs no repair")]
    fn a_repair_does_not_outlive_its_reason() {
        let folder = tempfile::tempdir().unwrap();
        let schema = folder.path().join("cloudflare-5.28.0.json");
        fs::write(&schema, "{}").unwrap();
        mended(&schema, folder.path());
    }
}
