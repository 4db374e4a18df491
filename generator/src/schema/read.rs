//! From a file or standard input to the mirror.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{JsonPath, ProviderSchemas};
use crate::Problem;

/// Where a schema comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input, written `-` on the command line.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A key that this version of Ferroform does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey {
    /// The key.
    pub name: String,
    /// Where it stands first.
    pub first: JsonPath,
    /// How often it stands in the file.
    pub count: usize,
}

impl Source {
    /// What stands for the source in a message.
    #[must_use]
    pub fn name(&self) -> PathBuf {
        match self {
            Self::Stdin => PathBuf::from("<stdin>"),
            Self::File(path) => path.clone(),
        }
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::File(path) => fs::read(path),
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdin } else { Self::File(path.to_owned()) }
    }
}

/// Reads what `terraform providers schema -json` or `tofu providers schema -json` printed.
///
/// Keys that this version does not know are returned beside the schemas, each once.
///
/// # Errors
///
/// If the source cannot be read, is no JSON, or has another structure than Terraform prints.
pub fn read(source: &Source) -> Result<(ProviderSchemas, Vec<UnknownKey>), Problem> {
    let name = source.name();
    let bytes = source.bytes().map_err(|error| {
        let problem = Problem::new(&name, format!("cannot be read: {error}"));
        if name.is_dir() {
            problem.help("name a file that holds the output of `terraform providers schema -json`")
        } else {
            problem
        }
    })?;
    parse(&bytes).map_err(|mistake| Problem { file: name, ..mistake })
}

const PRINTED_BY: &str = "expected what `terraform providers schema -json` prints";

/// Reads the schemas from text; the file of a [`Problem`] is left empty.
pub(crate) fn parse(bytes: &[u8]) -> Result<(ProviderSchemas, Vec<UnknownKey>), Problem> {
    let text = json_object(bytes, PRINTED_BY)?;
    let mut unknown: BTreeMap<String, (JsonPath, usize)> = BTreeMap::new();
    let mut note = |path: serde_ignored::Path<'_>| {
        if let serde_ignored::Path::Map { key, .. } = &path {
            unknown.entry(key.clone()).or_insert_with(|| (JsonPath::from(&path), 0)).1 += 1;
        }
    };
    let mut json = serde_json::Deserializer::from_slice(text);
    let schemas = ProviderSchemas::deserialize(serde_ignored::Deserializer::new(&mut json, &mut note))
        .map_err(|error| explain(&error, path_of_error(text).as_ref()))?;
    json.end().map_err(|error| explain(&error, None))?;
    // New minor versions add keys, new major ones change what is there.
    if !matches!(schemas.format_version.split('.').next(), Some("0" | "1")) {
        let message = format!("is {:?}, and this version of Ferroform knows 0 and 1", schemas.format_version);
        return Err(Problem::new("", message).at("$.format_version").help("update Ferroform"));
    }

    let unknown = unknown.into_iter().map(|(name, (first, count))| UnknownKey { name, first, count });
    Ok((schemas, unknown.collect()))
}

/// Where the text is no provider schema. Keeping track of the place costs time at every key, so it is for those who need it.
fn path_of_error(text: &[u8]) -> Option<serde_path_to_error::Path> {
    let mut json = serde_json::Deserializer::from_slice(text);
    serde_path_to_error::deserialize::<_, ProviderSchemas>(&mut json).err().map(|error| error.path().clone())
}

/// The bytes after a byte order mark, if they can be a JSON object at all.
pub(crate) fn json_object<'a>(bytes: &'a [u8], expected: &str) -> Result<&'a [u8], Problem> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::new("", "is UTF-16, expected UTF-8")
            .help("PowerShell's `>` writes UTF-16; use `| Out-File -Encoding utf8`"));
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => Ok(text),
        None => Err(Problem::new("", format!("is empty, {expected}"))),
        Some(_) => Err(Problem::new("", format!("is no JSON object, {expected}")).at("line 1")),
    }
}

/// What a parser found, at its place; the file of the [`Problem`] is left empty.
pub(crate) fn explain(error: &serde_json::Error, path: Option<&serde_path_to_error::Path>) -> Problem {
    let whole = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = whole.strip_suffix(&position).unwrap_or(&whole);
    let place = format!("line {}, column {}", error.line(), error.column());
    let place = match path.map(JsonPath::from) {
        Some(path) if path != JsonPath::root() => format!("{path} ({place})"),
        _ => place,
    };
    let place =
        if place.len() > 300 { format!("line {}, column {}", error.line(), error.column()) } else { place };
    let problem = if message.starts_with("recursion limit exceeded") {
        Problem::new("", "is nested more than 128 levels deep, deeper than any provider's schema")
    } else if error.is_eof() {
        Problem::new("", "ends in the middle").help("the file is truncated: have it written again")
    } else if error.is_syntax() {
        Problem::new("", format!("is no valid JSON: {message}"))
    } else {
        let message = message.replace("expected u64", "expected a whole number");
        Problem::new(
            "",
            message
                .replace("missing field `format_version`", &format!("has no `format_version`, {PRINTED_BY}")),
        )
    };
    problem.at(place)
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn mistake(json: &str) -> String {
        parse(json.as_bytes()).expect_err("a mistake").to_string()
    }

    #[test]
    fn a_wrong_json_type_is_reported_with_its_path() {
        insta::assert_snapshot!(
            mistake(r#"{"format_version": "1.0", "provider_schemas": {"a/b/c": {"provider": {"version": "0"}}}}"#),
            @r#": $.provider_schemas["a/b/c"].provider.version (line 1, column 84): invalid type: string "0", expected a whole number"#
        );
    }

    #[test]
    fn a_truncated_file_is_called_truncated() {
        insta::assert_snapshot!(mistake(r#"{"format_version": "1.0", "provider_schemas": {"#), @r"
        : $.provider_schemas (line 1, column 47): ends in the middle
          help: the file is truncated: have it written again
        ");
    }

    #[test]
    fn a_name_that_stands_twice_is_a_mistake() {
        let mistake = mistake(r#"{"format_version": "1.0", "provider_schemas": {"a": {}, "a": {}}}"#);
        assert!(mistake.contains("\"a\" stands here twice"), "{mistake}");
    }

    #[test]
    fn what_is_no_json_is_said_to_be_none() {
        insta::assert_snapshot!(mistake("Error: no configuration"), @": line 1: is no JSON object, expected what `terraform providers schema -json` prints");
        insta::assert_snapshot!(mistake(" \n"), @": is empty, expected what `terraform providers schema -json` prints");
    }

    #[test]
    fn an_unknown_key_is_reported_once_with_its_first_place() {
        let json = r#"{"format_version": "1.0", "provider_schemas": {"a": {"resource_schemas": {
            "x": {"version": 0, "block": {"novel": 1}}, "y": {"version": 0, "block": {"novel": 2}}}}}}"#;
        let (_, unknown) = parse(json.as_bytes()).expect("a schema");
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].first.to_string(), "$.provider_schemas.a.resource_schemas.x.block.novel");
        assert_eq!(unknown[0].count, 2);
    }

    #[test]
    fn what_is_no_type_is_kept_for_the_model_to_report() {
        let json = r#"{"format_version": "1.0", "provider_schemas": {"a": {"provider": {"version": 0, "block":
            {"attributes": {"x": {"type": ["lst", "string"]}}}}}}}"#;
        let (schemas, _) = parse(json.as_bytes()).expect("a schema");
        let provider = schemas.provider_schemas.get("a").and_then(|schema| schema.provider.as_ref());
        let block = provider.and_then(|schema| schema.block.as_ref()).expect("a block");
        let found = block.attributes.get("x").and_then(|attribute| attribute.r#type.clone());
        assert_eq!(found, Some(super::super::AttributeType::Unknown(serde_json::json!(["lst", "string"]))));
    }
}
