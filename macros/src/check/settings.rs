//! What `#[tf(…)]` on the struct says.

use syn::{DeriveInput, Error, Ident, LitStr, Path, Result};

use super::path::{self, Fields};
use super::rule::On;
use super::{import_id, name, nearest, rule, types};
use crate::model::{Computed, ImportFormat, Kind, PathRules};
use crate::syntax::{self, ComputedSyntax, Entry, RuleOrPath};

/// What may be said several times.
const REPEATED: &[&str] = &["import_id", "rule", "computed"];

/// What `#[tf(…)]` on the struct says.
#[derive(Default)]
pub struct Settings {
    pub type_name: String,
    pub source: Option<String>,
    pub version: Option<String>,
    pub object: bool,
    pub deprecated: Option<String>,
    pub runtime: Option<Path>,
    pub import_formats: Vec<ImportFormat>,
    pub path_rules: Vec<PathRules>,
    pub identity_of: Option<Path>,
    pub ref_name: Option<Ident>,
    pub computed: Vec<Computed>,
}

impl Kind {
    /// What the kind is called in messages.
    fn noun(self) -> &'static str {
        match self {
            Self::Resource => "a resource",
            Self::DataSource => "a data source",
            Self::EphemeralResource => "an ephemeral resource",
            Self::Provider => "a provider",
            Self::Action => "an action",
            Self::ListResource => "a list resource",
            Self::Block => "a block",
        }
    }

    /// The words of its `#[tf(…)]`.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Resource => &["type", "import_id", "deprecated", "rule", "computed", "ref_name", "crate"],
            Self::DataSource | Self::EphemeralResource => {
                &["type", "deprecated", "rule", "computed", "ref_name", "crate"]
            }
            Self::Provider => &["type", "source", "version", "deprecated", "rule", "ref_name", "crate"],
            Self::Action | Self::ListResource => &["type", "deprecated", "rule", "crate"],
            Self::Block => &["object", "identity_of", "computed", "ref_name", "crate"],
        }
    }
}

impl Settings {
    /// Reads it; mistakes go to `errors`.
    pub fn read(kind: Kind, input: &DeriveInput, fields: &Fields, errors: &mut Vec<Error>) -> Self {
        let mut settings = Self::default();
        let before = errors.len();
        let entries = syntax::entries(&input.attrs, errors);
        for (index, entry) in entries.iter().enumerate() {
            let word = entry.name();
            if !REPEATED.contains(&word.as_str()) && entries[..index].iter().any(|other| other.name() == word)
            {
                errors.push(entry.twice());
            } else if let Err(error) = settings.entry(kind, entry, fields, errors) {
                errors.push(error);
            }
        }
        if settings.type_name.is_empty() && kind != Kind::Block && errors.len() == before {
            let message = format!("{} needs its Terraform type: `#[tf(type = \"…\")]`", kind.noun());
            errors.push(Error::new(input.ident.span(), message));
        }
        settings
    }

    fn entry(&mut self, kind: Kind, entry: &Entry, fields: &Fields, errors: &mut Vec<Error>) -> Result<()> {
        let word = entry.name();
        if !kind.words().contains(&word.as_str()) {
            let hint = nearest::hint(&word, kind.words());
            let message = format!("{} has no attribute `{word}`{hint}", kind.noun());
            return Err(Error::new(entry.word.span(), message));
        }
        match word.as_str() {
            "type" => self.type_name = name::checked(&entry.text()?)?,
            "source" => self.source = Some(entry.text()?.value()),
            "version" => self.version = Some(entry.text()?.value()),
            "deprecated" => self.deprecated = Some(entry.optional_text()?),
            "crate" => self.runtime = Some(entry.path()?),
            "identity_of" => self.identity_of = Some(entry.path()?),
            "ref_name" => self.ref_name = Some(entry.text()?.parse()?),
            "import_id" => self.import_formats.push(import_format(&entry.text()?, &self.import_formats)?),
            "rule" => self.path_rules.push(path_rules(entry, fields, errors)?),
            "computed" => {
                for written in entry.computed()? {
                    match computed(written, errors) {
                        Ok(computed) => self.computed.push(computed),
                        Err(error) => errors.push(error),
                    }
                }
            }
            _ => {
                entry.alone()?;
                self.object = true;
            }
        }
        Ok(())
    }
}

/// A format of the import ID, unless it is there already.
fn import_format(text: &LitStr, others: &[ImportFormat]) -> Result<ImportFormat> {
    let format = import_id::format(text)?;
    if others.iter().any(|other| other.text == format.text) {
        return Err(Error::new(text.span(), "this format stands here twice"));
    }
    Ok(format)
}

/// The rules on a path. What they are about is known where the path ends in the struct's own field.
fn path_rules(entry: &Entry, fields: &Fields, errors: &mut Vec<Error>) -> Result<PathRules> {
    let (mut path, mut entries) = (None, Vec::new());
    for part in entry.path_and_rules()? {
        match part {
            RuleOrPath::Path(text) if path.is_some() => {
                errors.push(Error::new(text.span(), "`path` stands here twice"));
            }
            RuleOrPath::Path(text) => path = Some(text),
            RuleOrPath::Rule(entry) => entries.push(entry),
        }
    }
    let wrong = |message: &str| Error::new(entry.word.span(), message);
    let path = path.ok_or_else(|| wrong("expected `path = \"…\"` among the rules"))?;
    if entries.is_empty() {
        errors.push(wrong("expected a rule beside the path, such as `range(1, 10)`"));
    }
    let own = path::first(&path, fields).map_err(|error| errors.push(error)).ok();
    let own = own.filter(|(_, ends)| *ends).map(|(shape, _)| shape);
    let rules = rule::rules(&entries, On::Path(own), errors);
    Ok(PathRules { path: path.value(), rules })
}

/// A computed attribute may be called otherwise, or be sensitive, which its value says in Terraform itself.
fn computed(written: ComputedSyntax, errors: &mut Vec<Error>) -> Result<Computed> {
    let mut name = None;
    for entry in syntax::entries(&written.attributes, errors) {
        let read = match entry.name().as_str() {
            "name" => entry.text().and_then(|text| name::checked(&text)).map(|given| name = Some(given)),
            "sensitive" => entry.alone(),
            word => {
                let hint = nearest::hint(word, &["name", "sensitive"]);
                let message = format!("a computed attribute has no attribute `{word}`{hint}");
                Err(Error::new(entry.word.span(), message))
            }
        };
        errors.extend(read.err());
    }
    let attributes = written.attributes.into_iter().filter(|attribute| !attribute.path().is_ident("tf"));
    Ok(Computed {
        name: name.unwrap_or_else(|| name::in_terraform(&written.name)),
        access: types::computed(&written.ty)?,
        ty: written.ty,
        attributes: attributes.collect(),
        ident: written.name,
    })
}
