//! What `#[tf(…)]` on the struct says.

use syn::{DeriveInput, Error, Ident, Result};

use super::{field, import_id, nearest, rule, types};
use crate::model::{Computed, ImportFormat, Kind, PathRules};
use crate::syntax::{self, ComputedSyntax, Entry, RuleOrPath};

/// What `#[tf(…)]` on the struct says.
#[derive(Default)]
pub struct Settings {
    pub type_name: String,
    pub source: Option<String>,
    pub version: Option<String>,
    pub object: bool,
    pub deprecated: Option<String>,
    pub import_formats: Vec<ImportFormat>,
    pub path_rules: Vec<PathRules>,
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
            Self::Block => "a block",
        }
    }

    /// The words of its `#[tf(…)]`.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Resource => &["type", "import_id", "deprecated", "rule", "computed", "ref_name"],
            Self::DataSource | Self::EphemeralResource => {
                &["type", "deprecated", "rule", "computed", "ref_name"]
            }
            Self::Provider => &["type", "source", "version", "deprecated", "rule", "ref_name"],
            Self::Block => &["object", "computed", "ref_name"],
        }
    }
}

impl Settings {
    pub fn read(kind: Kind, input: &DeriveInput, errors: &mut Vec<Error>) -> Self {
        let mut settings = Self::default();
        let before = errors.len();
        for entry in syntax::entries(&input.attrs, errors) {
            if let Err(error) = settings.entry(kind, &entry, errors) {
                errors.push(error);
            }
        }
        if settings.type_name.is_empty() && kind != Kind::Block && errors.len() == before {
            let message = format!("{} needs its Terraform type: `#[tf(type = \"…\")]`", kind.noun());
            errors.push(Error::new(input.ident.span(), message));
        }
        settings
    }

    fn entry(&mut self, kind: Kind, entry: &Entry, errors: &mut Vec<Error>) -> Result<()> {
        let word = entry.name();
        if !kind.words().contains(&word.as_str()) {
            let hint = nearest::hint(&word, kind.words());
            let message = format!("{} has no attribute `{word}`{hint}", kind.noun());
            return Err(Error::new(entry.word.span(), message));
        }
        match word.as_str() {
            "type" => self.type_name = entry.text()?.value(),
            "source" => self.source = Some(entry.text()?.value()),
            "version" => self.version = Some(entry.text()?.value()),
            "deprecated" => self.deprecated = Some(entry.text()?.value()),
            "ref_name" => self.ref_name = Some(entry.text()?.parse()?),
            "import_id" => self.import_formats.push(import_id::format(&entry.text()?)?),
            "rule" => self.path_rules.push(path_rules(entry, errors)?),
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

fn path_rules(entry: &Entry, errors: &mut Vec<Error>) -> Result<PathRules> {
    let mut path = None;
    let mut rules = Vec::new();
    for part in entry.path_and_rules()? {
        match part {
            RuleOrPath::Path(text) => path = Some(text.value()),
            RuleOrPath::Rule(entry) => match rule::rule(&entry, None) {
                Ok(rule) => rules.push(rule),
                Err(error) => errors.push(error),
            },
        }
    }
    let path =
        path.ok_or_else(|| Error::new(entry.word.span(), "expected `path = \"…\"` among the rules"))?;
    Ok(PathRules { path, rules })
}

/// A computed attribute may be called otherwise, or be sensitive, which its value says in Terraform itself.
fn computed(written: ComputedSyntax, errors: &mut Vec<Error>) -> Result<Computed> {
    let mut name = None;
    for entry in syntax::entries(&written.attributes, errors) {
        match entry.name().as_str() {
            "name" => name = Some(entry.text()?.value()),
            "sensitive" => entry.alone()?,
            word => {
                let hint = nearest::hint(word, &["name", "sensitive"]);
                let message = format!("a computed attribute has no attribute `{word}`{hint}");
                return Err(Error::new(entry.word.span(), message));
            }
        }
    }
    let attributes = written.attributes.into_iter().filter(|attribute| !attribute.path().is_ident("tf"));
    Ok(Computed {
        name: name.unwrap_or_else(|| field::terraform_name(&written.name)),
        access: types::access(&written.ty),
        ty: written.ty,
        attributes: attributes.collect(),
        ident: written.name,
    })
}
