//! Where each construct stands in a file of schemas, so that one of them can be read without the others.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write as _;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Map;
use crate::model::ConstructKind;

/// The constructs of a file of schemas, by provider, and where each stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    providers: Vec<Provider>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Provider {
    address: String,
    constructs: Vec<Construct>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Construct {
    kind: ConstructKind,
    type_name: String,
    bytes: Range<usize>,
}

/// The kinds that an index has, with the keys of their sections; a provider's own configuration has none below it.
const SECTIONS: [(ConstructKind, &str); 4] = [
    (ConstructKind::Provider, "provider"),
    (ConstructKind::Resource, "resource_schemas"),
    (ConstructKind::DataSource, "data_source_schemas"),
    (ConstructKind::EphemeralResource, "ephemeral_resource_schemas"),
];

#[derive(Deserialize)]
struct Schemas<'a> {
    #[serde(borrow, default)]
    provider_schemas: Map<ProviderSchema<'a>>,
}

#[derive(Deserialize)]
struct ProviderSchema<'a> {
    #[serde(borrow)]
    provider: Option<&'a RawValue>,
    #[serde(borrow, default)]
    resource_schemas: Map<&'a RawValue>,
    #[serde(borrow, default)]
    data_source_schemas: Map<&'a RawValue>,
    #[serde(borrow, default)]
    ephemeral_resource_schemas: Map<&'a RawValue>,
}

impl Index {
    /// The index of a text; none where it is no file of schemas.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let schemas: Schemas<'_> = serde_json::from_str(text).ok()?;
        let place = |raw: &RawValue| {
            let start = raw.get().as_ptr().addr() - text.as_ptr().addr();
            start..start + raw.get().len()
        };
        let providers = schemas.provider_schemas.iter().map(|(address, schema)| {
            let mut constructs = Vec::new();
            constructs.extend(schema.provider.map(|provider| Construct {
                kind: ConstructKind::Provider,
                type_name: String::new(),
                bytes: place(provider),
            }));
            let sections = [
                (ConstructKind::Resource, &schema.resource_schemas),
                (ConstructKind::DataSource, &schema.data_source_schemas),
                (ConstructKind::EphemeralResource, &schema.ephemeral_resource_schemas),
            ];
            for (kind, section) in sections {
                constructs.extend(section.iter().map(|(type_name, raw)| Construct {
                    kind,
                    type_name: type_name.to_owned(),
                    bytes: place(raw),
                }));
            }
            Provider { address: address.to_owned(), constructs }
        });
        Some(Self { providers: providers.collect() })
    }

    /// The index of a file: the one that was kept of it, or a new one, which is kept then.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let kept = kept_at(path);
        if let Some(index) = kept.as_ref().and_then(|kept| Self::parse(&fs::read_to_string(kept).ok()?)) {
            return Some(index);
        }
        let index = Self::of(&fs::read_to_string(path).ok()?)?;
        let text = index.render();
        if let Some(kept) = kept.filter(|_| Self::parse(&text).as_ref() == Some(&index)) {
            // Without it the next run is slower, and that is all.
            let _ = keep(&kept, &text);
        }
        Some(index)
    }

    /// The constructs of all providers: the provider's address, kind and type name.
    pub fn constructs(&self) -> impl Iterator<Item = (&str, ConstructKind, &str)> {
        self.providers.iter().flat_map(|provider| {
            let constructs = provider.constructs.iter();
            constructs
                .map(|construct| (provider.address.as_str(), construct.kind, construct.type_name.as_str()))
        })
    }

    /// The schemas of the wanted constructs, as Terraform would print them.
    ///
    /// # Errors
    ///
    /// If the file cannot be read.
    pub fn select(
        &self,
        file: &mut (impl Read + Seek),
        is_wanted: &dyn Fn(&str, ConstructKind, &str) -> bool,
    ) -> io::Result<Vec<u8>> {
        let mut json = br#"{"format_version":"1.0","provider_schemas":{"#.to_vec();
        for (number, provider) in self.providers.iter().enumerate() {
            comma(&mut json, number);
            quoted(&mut json, &provider.address);
            json.extend_from_slice(b":{");
            for (number, (kind, key)) in SECTIONS.iter().enumerate() {
                comma(&mut json, number);
                quoted(&mut json, key);
                json.push(b':');
                let is_section = *kind != ConstructKind::Provider;
                let constructs = provider.constructs.iter().filter(|construct| {
                    construct.kind == *kind && is_wanted(&provider.address, *kind, &construct.type_name)
                });
                json.extend_from_slice(if is_section { b"{" } else { b"" });
                let mut count = 0;
                for construct in constructs {
                    if is_section {
                        comma(&mut json, count);
                        quoted(&mut json, &construct.type_name);
                        json.push(b':');
                    }
                    count += 1;
                    file.seek(SeekFrom::Start(construct.bytes.start as u64))?;
                    file.take(construct.bytes.len() as u64).read_to_end(&mut json)?;
                }
                json.extend_from_slice(match (is_section, count) {
                    (true, _) => b"}",
                    (false, 0) => b"null",
                    (false, _) => b"",
                });
            }
            json.push(b'}');
        }
        json.extend_from_slice(b"}}");
        Ok(json)
    }

    /// A line for each provider and each construct.
    fn render(&self) -> String {
        let mut text = String::new();
        for provider in &self.providers {
            let _ = writeln!(text, "{}", provider.address);
            for Construct { kind, type_name, bytes } in &provider.constructs {
                let section = SECTIONS.iter().position(|(other, _)| other == kind).unwrap_or_default();
                let _ = writeln!(text, " {section} {} {} {type_name}", bytes.start, bytes.end);
            }
        }
        text.push_str(END);
        text
    }

    fn parse(text: &str) -> Option<Self> {
        let mut index = Self::default();
        for line in text.strip_suffix(END)?.lines() {
            let Some(line) = line.strip_prefix(' ') else {
                index.providers.push(Provider { address: line.to_owned(), constructs: Vec::new() });
                continue;
            };
            let mut words = line.splitn(4, ' ');
            let (kind, _) = SECTIONS.get(words.next()?.parse::<usize>().ok()?)?;
            let bytes = words.next()?.parse().ok()?..words.next()?.parse().ok()?;
            let type_name = words.next()?.to_owned();
            index.providers.last_mut()?.constructs.push(Construct { kind: *kind, type_name, bytes });
        }
        Some(index)
    }
}

/// What a whole index ends with.
const END: &str = "end\n";

fn comma(json: &mut Vec<u8>, number: usize) {
    if number > 0 {
        json.push(b',');
    }
}

fn quoted(json: &mut Vec<u8>, text: &str) {
    json.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes());
}

/// Where the index of a file in its present state is kept: in the user's folder for caches.
fn kept_at(path: &Path) -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let caches = folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))?;
    let metadata = fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let mut hasher = DefaultHasher::new();
    (fs::canonicalize(path).ok()?, metadata.len(), modified, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    Some(caches.join("ferroform").join(format!("{:016x}.index", hasher.finish())))
}

/// Writes a file in one step, so that no other run reads a half of it.
fn keep(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    let new = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&new, text)?;
    fs::rename(&new, path)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::Index;
    use crate::model::ConstructKind;

    const SCHEMAS: &str = r#"{"format_version": "1.0", "provider_schemas": {"a/b/c": {
        "provider": {"version": 0}, "resource_schemas": {"c_one": {"version": 1}, "c_two": {"version": 2}}}}}"#;

    #[test]
    fn only_what_is_wanted_is_read() {
        let index = Index::of(SCHEMAS).expect("an index");
        let only_two =
            |_: &str, kind: ConstructKind, name: &str| kind == ConstructKind::Resource && name == "c_two";
        let selected = index.select(&mut Cursor::new(SCHEMAS), &only_two).expect("bytes");
        insta::assert_snapshot!(String::from_utf8(selected).expect("text"), @r#"{"format_version":"1.0","provider_schemas":{"a/b/c":{"provider":null,"resource_schemas":{"c_two":{"version": 2}},"data_source_schemas":{},"ephemeral_resource_schemas":{}}}}"#);
    }

    #[test]
    fn an_index_is_read_as_it_was_written() {
        let index = Index::of(SCHEMAS).expect("an index");
        assert_eq!(Index::parse(&index.render()), Some(index.clone()));
        let half = &index.render()[..20];
        assert_eq!(Index::parse(half), None);
    }
}
