//! What a user changes on the structs: attributes added, structs replaced by their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::Problem;
use crate::model::{BlockId, Construct, Field};
use crate::names::rust::{BlockNames, ConstructNames};
use crate::pattern::Pattern;

/// A change of what is written at every path that a glob matches.
#[derive(Debug, Clone)]
pub struct Change {
    /// A glob over paths in dots that begin with a type name, such as `aws_vpc.tags` or `data.aws_ami.filter`. `*` stands for
    /// dots too.
    pub path: String,
    /// What becomes different there.
    pub kind: ChangeKind,
}

/// What a [`Change`] changes.
#[derive(Debug, Clone)]
pub enum ChangeKind {
    /// Puts an attribute before a construct's or nested block's struct, such as `#[derive(PartialEq)]`.
    TypeAttribute(String),
    /// Puts an attribute before a field, such as `#[cfg(feature = "tags")]`.
    FieldAttribute(String),
    /// Takes a struct of the user's in place of a nested block's: a path such as `crate::tags::Tag`.
    Type(String),
}

/// The changes of one construct.
#[derive(Debug, Default)]
pub struct Changes {
    blocks: BTreeMap<BlockId, BlockChanges>,
    replaced: BTreeMap<BlockId, String>,
}

/// The changes of one block's struct.
#[derive(Debug, Default)]
pub(super) struct BlockChanges {
    /// The attributes of the struct.
    pub(super) attributes: Vec<String>,
    fields: BTreeMap<String, Vec<String>>,
}

impl BlockChanges {
    /// The attributes of a field, by its Terraform name.
    pub(super) fn of_field(&self, name: &str) -> impl Iterator<Item = String> {
        self.fields.get(name).into_iter().flatten().cloned()
    }
}

impl Changes {
    /// The changes of each construct that is written, by provider, in their order.
    ///
    /// # Errors
    ///
    /// Globs that are none or match nothing, and attributes that are none.
    pub fn of(providers: &[Vec<&Construct>], wanted: &[Change]) -> Result<Vec<Vec<Self>>, Vec<Problem>> {
        let none = |constructs: &Vec<_>| constructs.iter().map(|_| Self::default()).collect();
        let mut all: Vec<Vec<_>> = providers.iter().map(none).collect();
        let mut problems = Vec::new();
        for change in wanted {
            if let Err(message) = apply(providers, change, &mut all) {
                problems.push(Problem::new("build script", format!("\"{}\" {message}", change.path)));
            }
        }
        if problems.is_empty() { Ok(all) } else { Err(problems) }
    }

    /// What is different about a block's struct.
    pub(super) fn block(&self, block: BlockId) -> Option<&BlockChanges> {
        self.blocks.get(&block)
    }

    /// The struct that constructs share for a block; one that is changed is the construct's own.
    pub(super) fn shared<'a>(&self, block: BlockId, names: &'a BlockNames) -> Option<&'a str> {
        names.shared.as_deref().filter(|_| self.block(block).is_none())
    }

    /// The structs that the construct shares with others.
    pub(super) fn shared_structs<'a>(
        &self,
        construct: &Construct,
        names: &'a ConstructNames,
    ) -> impl Iterator<Item = &'a str> {
        let written = self.needed(construct).into_iter().filter(|block| self.replaced(*block).is_none());
        written.filter_map(|block| self.shared(block, &names.blocks[block.0]))
    }

    /// The user's struct for a block.
    pub(super) fn replaced(&self, block: BlockId) -> Option<&str> {
        self.replaced.get(&block).map(String::as_str)
    }

    /// The blocks that structs are needed for: those that the construct leads to other than through a replaced one.
    pub(super) fn needed(&self, construct: &Construct) -> BTreeSet<BlockId> {
        let mut needed = BTreeSet::new();
        let mut open = vec![BlockId::ROOT];
        while let Some(block) = open.pop() {
            if needed.insert(block) && !self.replaced.contains_key(&block) {
                open.extend(construct.block(block).fields.iter().flat_map(Field::blocks));
            }
        }
        needed
    }
}

fn apply(providers: &[Vec<&Construct>], change: &Change, all: &mut [Vec<Changes>]) -> Result<(), String> {
    if let ChangeKind::TypeAttribute(text) | ChangeKind::FieldAttribute(text) = &change.kind
        && !(text.starts_with("#[") && text.ends_with(']'))
    {
        return Err(format!("is given `{text}`, expected an attribute such as `#[derive(PartialEq)]`"));
    }
    let pattern = Pattern::new(&change.path).map_err(|error| format!("is no glob: {error}"))?;
    let mut is_used = false;
    let mut near = BTreeSet::new();
    let constructs = providers.iter().flatten().zip(all.iter_mut().flatten());
    for (construct, changes) in constructs {
        if !pattern.is_of(construct.kind) {
            continue;
        }
        let mut walk = Walk {
            construct,
            pattern: &pattern,
            change,
            changes,
            is_used: false,
            above: vec![],
            near: &mut near,
        };
        walk.at(&construct.type_name, BlockId::ROOT);
        is_used |= walk.is_used;
    }
    if is_used {
        return Ok(());
    }
    let what = match change.kind {
        ChangeKind::TypeAttribute(_) => "struct",
        ChangeKind::FieldAttribute(_) => "field",
        ChangeKind::Type(_) => "nested block",
    };
    let nearest = crate::nearest::nearest(pattern.glob(), near.iter().map(String::as_str));
    let nearest = nearest.map(|path| format!("; did you mean `{path}`?")).unwrap_or_default();
    Err(format!("matches no {what} of what is generated{nearest}"))
}

/// The way through all paths of a construct.
struct Walk<'a> {
    construct: &'a Construct,
    pattern: &'a Pattern,
    change: &'a Change,
    changes: &'a mut Changes,
    is_used: bool,
    /// The blocks that lead here: one that holds itself is not entered again.
    above: Vec<BlockId>,
    /// What the pattern could have meant.
    near: &'a mut BTreeSet<String>,
}

impl Walk<'_> {
    fn at(&mut self, path: &str, block: BlockId) {
        self.visit_struct(path, block);
        if self.above.contains(&block) {
            return;
        }
        self.above.push(block);
        for field in &self.construct.block(block).fields {
            let path = format!("{path}.{}", field.name);
            if field.is_settable() {
                self.visit_field(&path, block, &field.name);
            }
            for inner in field.blocks() {
                self.at(&path, inner);
            }
        }
        self.above.pop();
    }

    fn visit_struct(&mut self, path: &str, block: BlockId) {
        match &self.change.kind {
            ChangeKind::TypeAttribute(attribute) => {
                if self.is_meant(path) {
                    add(&mut self.changes.blocks.entry(block).or_default().attributes, attribute);
                }
            }
            ChangeKind::Type(replacement) if block != BlockId::ROOT => {
                if self.is_meant(path) {
                    self.changes.replaced.insert(block, replacement.clone());
                }
            }
            ChangeKind::FieldAttribute(_) | ChangeKind::Type(_) => {}
        }
    }

    fn visit_field(&mut self, path: &str, block: BlockId, name: &str) {
        if let ChangeKind::FieldAttribute(attribute) = &self.change.kind
            && self.is_meant(path)
        {
            let fields = &mut self.changes.blocks.entry(block).or_default().fields;
            add(fields.entry(name.to_owned()).or_default(), attribute);
        }
    }

    fn is_meant(&mut self, path: &str) -> bool {
        let is_meant = self.pattern.is_match(path);
        self.is_used |= is_meant;
        if !self.is_used {
            self.near.insert(path.to_owned());
        }
        is_meant
    }
}

/// A shape that stands at several paths takes an attribute once.
fn add(attributes: &mut Vec<String>, attribute: &str) {
    if !attributes.iter().any(|known| known == attribute) {
        attributes.push(attribute.to_owned());
    }
}
