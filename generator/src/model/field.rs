//! Attributes and nested blocks, and what they hold.

use std::ops::Deref;

use super::{BlockId, Check, Provenance, Rule, Severity};

/// An attribute (`name = value`) or a nested block (`name { … }`).
#[derive(Debug, Clone)]
pub struct Field {
    /// The name in configuration.
    pub name: String,
    /// Attribute or block, and of what type.
    pub kind: FieldKind,
    /// Who sets the field.
    pub presence: Presence,
    /// Whether Terraform hides the value in its output.
    pub sensitive: bool,
    /// Whether the value is passed to the provider and kept in no state (Terraform 1.11).
    pub write_only: bool,
    /// Why the field should no longer be used; empty where the provider gives no reason.
    pub deprecated: Option<Said>,
    /// What is said about the field: one entry, unless places that share the shape are described differently.
    pub descriptions: Vec<Description>,
    /// What the provider's documentation or an override says the value is when unset.
    pub default: Option<Said>,
    /// Who says that changing the value replaces the resource, if somebody does.
    pub forces_new: Option<Provenance>,
    /// Rules that hold wherever the shape is used.
    pub rules: Vec<Rule>,
}

/// Whether a field is an attribute or a nested block.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// `name = value`.
    Attribute(Type),
    /// `name { … }`.
    Block {
        /// The shape of each block.
        block: BlockId,
        /// How blocks of this name are collected.
        nesting: Nesting,
        /// How many there may be.
        limits: Limits,
    },
}

/// The nesting mode of a block type, in the words of Terraform's provider schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nesting {
    /// At most one block, `null` when absent.
    Single,
    /// One block that is always there, with its attributes unset when it is not written.
    Group,
    /// Blocks in order.
    List,
    /// Blocks without order.
    Set,
    /// Blocks with one label each, the key.
    Map,
}

/// How many items a block type or a nested attribute takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Limits {
    /// The least number of items, 0 where the schema gives none.
    pub min: u64,
    /// The greatest number of items.
    pub max: Option<u64>,
}

/// The type of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// A Unicode string.
    String,
    /// A number of any size and precision.
    Number,
    /// `true` or `false`.
    Bool,
    /// A value of any type, decided at run time.
    Dynamic,
    /// Values of one type, in order.
    List(Box<Type>),
    /// Distinct values of one type.
    Set(Box<Type>),
    /// Values of one type under string keys.
    Map(Box<Type>),
    /// A fixed number of values, each of its own type.
    Tuple(Vec<Type>),
    /// Named values, each of its own type.
    Object(BlockId),
}

/// Who sets a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// The configuration must.
    Required,
    /// The configuration may.
    Optional,
    /// The configuration may, and the provider does where it did not.
    OptionalComputed,
    /// Only the provider does.
    Computed,
}

/// A description and the first place that it stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// The field's path from the construct's root, in dots.
    pub path: String,
    /// What is said.
    pub text: Text,
    /// Who says it.
    pub provenance: Provenance,
}

/// What is said of something, in Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Who says so.
    pub provenance: Provenance,
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// A text of the provider's and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    /// The text as the provider gives it.
    pub text: String,
    /// Plain text or Markdown.
    pub format: TextFormat,
}

/// How a [`Text`] is written (`description_kind` in Terraform's JSON).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextFormat {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
}

impl Limits {
    /// The limits as rules of the schema.
    #[must_use]
    pub fn rules(self) -> Vec<Rule> {
        let rule = |check| Rule { check, severity: Severity::Error, provenance: Provenance::Schema };
        let min = (self.min > 0).then(|| rule(Check::MinItems(self.min)));
        let max = self.max.map(|max| rule(Check::MaxItems(max)));
        min.into_iter().chain(max).collect()
    }
}

impl Field {
    /// The shape behind a nested block, an object, or a collection of objects.
    #[must_use]
    pub fn block(&self) -> Option<BlockId> {
        match &self.kind {
            FieldKind::Attribute(ty) => ty.object(),
            FieldKind::Block { block, .. } => Some(*block),
        }
    }

    /// Every shape behind the field: a tuple may hold several kinds of objects.
    #[must_use]
    pub fn blocks(&self) -> Vec<BlockId> {
        let mut blocks = Vec::new();
        match &self.kind {
            FieldKind::Attribute(ty) => ty.objects(&mut blocks),
            FieldKind::Block { block, .. } => blocks.push(*block),
        }
        blocks
    }

    /// Whether a configuration can set the field.
    #[must_use]
    pub fn is_settable(&self) -> bool {
        self.presence != Presence::Computed
    }

    /// The field's description, as it stands at the first use of the shape.
    #[must_use]
    pub fn description(&self) -> Option<&Text> {
        self.descriptions.first().map(|description| &description.text)
    }

    /// The rules that the description does not state: a page that a rule was read from says it in its own words.
    pub fn unsaid_rules(&self) -> impl Iterator<Item = &Rule> {
        let is_from_docs = self.is_described_by_docs();
        self.rules.iter().filter(move |rule| !(is_from_docs && rule.provenance == Provenance::Docs))
    }

    /// The default, unless the description names it.
    #[must_use]
    pub fn unsaid_default(&self) -> Option<&str> {
        let is_said = |default: &Said| {
            let value = default.trim_matches('`');
            self.is_described_by_docs() && self.descriptions.iter().any(|one| one.text.text.contains(value))
        };
        self.default.as_ref().filter(|default| !is_said(default)).map(|default| &**default)
    }

    /// Whether changing the value replaces the resource and the description does not say so.
    #[must_use]
    pub fn unsaid_replacement(&self) -> bool {
        let says = |description: &Description| {
            let text = description.text.text.to_lowercase();
            ["forces", "recreat", "replace"].iter().any(|word| text.contains(word))
        };
        self.forces_new.is_some() && !self.descriptions.iter().any(says)
    }

    fn is_described_by_docs(&self) -> bool {
        self.descriptions.iter().any(|description| description.provenance == Provenance::Docs)
    }
}

impl Type {
    /// The shape of the object at the bottom of the type, through any number of collections.
    #[must_use]
    pub fn object(&self) -> Option<BlockId> {
        match self {
            Self::Object(block) => Some(*block),
            Self::List(element) | Self::Set(element) | Self::Map(element) => element.object(),
            Self::Tuple(elements) => elements.iter().find_map(Self::object),
            Self::String | Self::Number | Self::Bool | Self::Dynamic => None,
        }
    }

    fn objects(&self, found: &mut Vec<BlockId>) {
        match self {
            Self::Object(block) => found.push(*block),
            Self::List(element) | Self::Set(element) | Self::Map(element) => element.objects(found),
            Self::Tuple(elements) => elements.iter().for_each(|element| element.objects(found)),
            Self::String | Self::Number | Self::Bool | Self::Dynamic => {}
        }
    }
}

impl Presence {
    /// Whether the provider may set the value.
    #[must_use]
    pub fn is_computed(self) -> bool {
        matches!(self, Self::Computed | Self::OptionalComputed)
    }
}
