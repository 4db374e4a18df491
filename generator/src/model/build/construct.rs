//! One construct: its blocks, from the innermost outwards, and the facts about them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::{
    Block, BlockId, BlockOrigin, Construct, ConstructKind, Description, Field, FieldKind, Limits, Nesting,
    Presence, Provenance, Rule, Said, Text, TextFormat, Type,
};
use super::place::{Place, Problems};
use super::shapes::Shapes;
use super::{names, rules, types};
use crate::facts::{ConstructFacts, FieldFacts};
use crate::nearest::nearest;
use crate::schema;

/// Builds a construct; `facts` come with the file that holds them.
pub(super) fn build(
    place: &Place,
    kind: ConstructKind,
    type_name: &str,
    schema: &schema::Schema,
    facts: Option<(&Path, &ConstructFacts)>,
    problems: &mut Problems,
) -> Construct {
    let empty_facts = BTreeMap::new();
    let empty_block = schema::Block::default();
    let block = schema.block.as_ref().unwrap_or(&empty_block);
    let mut builder = Builder {
        shapes: Shapes::default(),
        facts: facts.map_or(&empty_facts, |(_, construct)| &construct.fields),
        applied: BTreeMap::new(),
        paths: BTreeSet::new(),
        problems,
    };
    let root = builder.block(&place.key("block"), "", block);
    if let Some((file, _)) = facts {
        facts_place(file, kind, type_name, |place| builder.check_facts(&place.key("fields"), type_name));
    }
    let path_rules = builder.attach_facts();
    let facts = facts.map(|(_, construct)| construct);
    let override_text = facts.and_then(|facts| facts.description.clone()).map(markdown);
    Construct {
        kind,
        type_name: type_name.to_owned(),
        schema_version: schema.version,
        description: override_text
            .or_else(|| text(block.description.as_ref(), block.description_kind.as_deref())),
        deprecated: deprecation(block.deprecated, block.deprecation_message.as_ref()),
        blocks: builder.shapes.into_blocks(root),
        path_rules,
        import: facts.map(|facts| facts.import.clone()).unwrap_or_default(),
        example: facts.and_then(|facts| facts.example.clone()),
        import_section: facts.and_then(|facts| facts.import_section.clone()),
        identity: None,
    }
}

/// Where the facts about a construct stand in the file that holds them.
pub(super) fn facts_place<R>(
    file: &Path,
    kind: ConstructKind,
    type_name: &str,
    then: impl FnOnce(&Place) -> R,
) -> R {
    let root = Place::new(file);
    let group = match kind {
        ConstructKind::DataSource => "data_sources",
        ConstructKind::EphemeralResource => "ephemeral_resources",
        ConstructKind::Provider => return then(&root.key("provider_config")),
        _ => "resources",
    };
    then(&root.key(group).key(type_name))
}

struct Builder<'a> {
    shapes: Shapes,
    facts: &'a BTreeMap<String, FieldFacts>,
    /// Every use of a field that facts speak of, with the path of the use.
    applied: BTreeMap<(BlockId, usize), Vec<(String, &'a FieldFacts)>>,
    /// Every path of the construct, kept only where there are facts to compare with.
    paths: BTreeSet<String>,
    problems: &'a mut Problems,
}

impl types::Objects for Builder<'_> {
    fn keep(&mut self, path: &str, mut object: Block) -> BlockId {
        for field in &mut object.fields {
            let path = join(path, &field.name);
            let facts = self.facts.get(&path);
            field.sensitive = facts.is_some_and(|facts| facts.sensitive);
            field.deprecated = facts.and_then(|facts| facts.deprecated.clone());
            field.descriptions = describe(&path, facts, None);
        }
        self.intern(path, object)
    }

    fn problems(&mut self) -> &mut Problems {
        self.problems
    }
}

impl Builder<'_> {
    fn block(&mut self, place: &Place, path: &str, block: &schema::Block) -> BlockId {
        let mut fields = Vec::new();
        let attributes = place.key("attributes");
        for (name, attribute) in block.attributes.iter() {
            fields.push(self.attribute(&attributes.key(name), path, name, attribute, None));
        }
        let block_types = place.key("block_types");
        for (name, block_type) in block.block_types.iter() {
            let place = block_types.key(name);
            if block.attributes.get(name).is_some() {
                self.problems.report(&place, format!("`{name}` is an attribute and a block at once"));
            }
            fields.push(self.block_type(&place, path, name, block_type));
        }
        self.intern(
            path,
            Block {
                origin: BlockOrigin::Block,
                fields,
                first_path: path.to_owned(),
                description: text(block.description.as_ref(), block.description_kind.as_deref()),
                deprecated: deprecation(block.deprecated, block.deprecation_message.as_ref()),
            },
        )
    }

    /// Keeps the block once and notes the facts about this use of it.
    fn intern(&mut self, path: &str, block: Block) -> BlockId {
        let uses: Vec<_> = if self.facts.is_empty() {
            Vec::new()
        } else {
            let paths = block.fields.iter().map(|field| join(path, &field.name));
            self.paths.extend(paths.clone());
            paths
                .enumerate()
                .filter_map(|(index, path)| Some((index, self.facts.get(&path)?, path)))
                .collect()
        };
        let id = self.shapes.intern(block);
        for (index, facts, path) in uses {
            self.applied.entry((id, index)).or_default().push((path, facts));
        }
        id
    }

    /// `within` is the presence of the attribute whose `nested_type` this attribute belongs to.
    fn attribute(
        &mut self,
        place: &Place,
        parent: &str,
        name: &str,
        attribute: &schema::Attribute,
        within: Option<Presence>,
    ) -> Field {
        names::check(place, name, self.problems);
        let path = join(parent, name);
        let presence = self.presence(place, attribute, within);
        let ty = match (&attribute.r#type, &attribute.nested_type) {
            (Some(ty), None) => types::build(&place.key("type"), &path, ty, presence, self),
            (None, Some(nested)) => self.nested_type(&place.key("nested_type"), &path, nested, presence),
            (Some(_), Some(_)) => {
                self.problems.report(place, "has both `type` and `nested_type`, expected one of them");
                Type::Dynamic
            }
            (None, None) => {
                self.problems.report(place, "has neither `type` nor `nested_type`");
                Type::Dynamic
            }
        };
        let limits = attribute.nested_type.as_ref().map(|nested| (nested.min_items, nested.max_items));
        let rules = limits.map(|(min, max)| self.limits(place, min, max).rules());
        let described = text(attribute.description.as_ref(), attribute.description_kind.as_deref());
        let deprecated = deprecation(attribute.deprecated, attribute.deprecation_message.as_ref());
        let facts = self.facts.get(&path);
        Field {
            name: name.to_owned(),
            kind: FieldKind::Attribute(ty),
            presence,
            sensitive: attribute.sensitive || facts.is_some_and(|facts| facts.sensitive),
            write_only: attribute.write_only,
            deprecated: deprecate(facts, deprecated),
            descriptions: describe(&path, facts, described),
            default: None,
            forces_new: None,
            rules: rules.unwrap_or_default(),
        }
    }

    fn presence(
        &mut self,
        place: &Place,
        attribute: &schema::Attribute,
        within: Option<Presence>,
    ) -> Presence {
        let schema::Attribute { required, optional, computed, .. } = *attribute;
        if required && optional {
            self.problems.report(place, "is both `required` and `optional`, expected one of them");
        }
        match (required, optional, computed) {
            // What the provider sets is set by the provider all the way down.
            _ if within == Some(Presence::Computed) => Presence::Computed,
            (true, _, _) => Presence::Required,
            (_, true, true) => Presence::OptionalComputed,
            (_, true, false) => Presence::Optional,
            (_, _, true) => Presence::Computed,
            (false, false, false) => {
                self.problems.report(place, "is none of `required`, `optional` and `computed`");
                Presence::Computed
            }
        }
    }

    fn nested_type(
        &mut self,
        place: &Place,
        path: &str,
        nested: &schema::NestedType,
        presence: Presence,
    ) -> Type {
        let attributes = place.key("attributes");
        let mut fields = Vec::new();
        for (name, attribute) in nested.attributes.iter() {
            fields.push(self.attribute(&attributes.key(name), path, name, attribute, Some(presence)));
        }
        let object = Type::Object(self.intern(
            path,
            Block {
                origin: BlockOrigin::NestedAttribute,
                fields,
                first_path: path.to_owned(),
                description: None,
                deprecated: None,
            },
        ));
        match nested.nesting_mode.as_str() {
            "list" => Type::List(Box::new(object)),
            "set" => Type::Set(Box::new(object)),
            "map" => Type::Map(Box::new(object)),
            "single" => object,
            mode => {
                self.unknown_nesting(place, mode, &["single", "list", "set", "map"]);
                object
            }
        }
    }

    fn block_type(
        &mut self,
        place: &Place,
        parent: &str,
        name: &str,
        block_type: &schema::BlockType,
    ) -> Field {
        names::check(place, name, self.problems);
        let path = join(parent, name);
        let block = self.block(&place.key("block"), &path, &block_type.block);
        let limits = self.limits(place, block_type.min_items, block_type.max_items);
        let nesting = match block_type.nesting_mode.as_str() {
            "single" => Nesting::Single,
            "group" => Nesting::Group,
            "list" => Nesting::List,
            "set" => Nesting::Set,
            "map" => Nesting::Map,
            mode => {
                self.unknown_nesting(place, mode, &["single", "group", "list", "set", "map"]);
                Nesting::List
            }
        };
        let facts = self.facts.get(&path);
        let schema::Block { description, description_kind, .. } = &block_type.block;
        let described = text(description.as_ref(), description_kind.as_deref());
        let deprecated =
            deprecation(block_type.block.deprecated, block_type.block.deprecation_message.as_ref());
        Field {
            name: name.to_owned(),
            kind: FieldKind::Block { block, nesting, limits },
            presence: if limits.min > 0 { Presence::Required } else { Presence::Optional },
            sensitive: facts.is_some_and(|facts| facts.sensitive),
            write_only: false,
            deprecated: deprecate(facts, deprecated),
            descriptions: describe(&path, facts, described),
            default: None,
            forces_new: None,
            rules: Vec::new(),
        }
    }

    fn limits(&mut self, place: &Place, min: u64, max: Option<u64>) -> Limits {
        // Terraform leaves out a `max_items` of 0, and means no limit by it.
        let max = max.filter(|max| *max > 0);
        if let Some(max) = max.filter(|max| min > *max) {
            self.problems.report(place, format!("has `min_items` {min} above `max_items` {max}"));
        }
        Limits { min, max }
    }

    fn unknown_nesting(&mut self, place: &Place, mode: &str, known: &[&str]) {
        let nearest = nearest(mode, known.iter().copied());
        let message =
            format!("\"{}\" is no nesting mode, expected one of {}", mode.escape_debug(), known.join(", "));
        self.problems.report_nearest(&place.key("nesting_mode"), message, nearest);
    }

    /// Reports facts about what the schema does not have, and rules that do not fit what it has.
    fn check_facts(&mut self, place: &Place, type_name: &str) {
        for path in self.facts.keys().filter(|path| !self.paths.contains(*path)) {
            let nearest = nearest(path, self.paths.iter().map(String::as_str));
            let message = format!("the schema of {type_name} has no such argument, attribute or block");
            self.problems.report_nearest(&place.key(path), message, nearest);
        }
        for ((block, index), uses) in &self.applied {
            let fields = self.shapes.fields(*block);
            for (path, facts) in uses {
                let misfit = |rule: &Rule| rules::misfit(&rule.check, &fields[*index], fields);
                // Documentation may speak of another version of the schema: what does not fit is left out.
                let decided = || facts.rules.iter().filter(|rule| rule.provenance == Provenance::Override);
                for message in decided().filter_map(misfit) {
                    self.problems.report(&place.key(path), message);
                }
                let is_everywhere = uses.len() == self.shapes.uses(*block);
                let relation = decided().find(|rule| !rule.check.others().is_empty());
                if let Some(rule) = relation.filter(|_| !is_everywhere) {
                    let message = "holds for one of several blocks of the same shape; such a rule has to be stated for all";
                    self.problems.report(&place.key(path), format!("`{}` {message}", rule.check.term()));
                }
            }
        }
    }

    /// Puts rules and defaults on the fields they hold for; returns the rules that hold for some uses only.
    fn attach_facts(&mut self) -> Vec<(String, Rule)> {
        let mut path_rules = Vec::new();
        for ((block, index), uses) in std::mem::take(&mut self.applied) {
            let (_, first) = uses[0];
            let everywhere = uses.len() == self.shapes.uses(block)
                && uses.iter().all(|(_, facts)| facts.says_the_same_as(first));
            let fields = self.shapes.fields(block);
            // What the schema says, documentation need not repeat; a person may want more.
            let fits = |rule: &&Rule| {
                rules::misfit(&rule.check, &fields[index], fields).is_none()
                    && (rule.provenance == Provenance::Override
                        || !rules::is_in_schema(&rule.check, &fields[index]))
            };
            if everywhere {
                let fitting: Vec<_> = first.rules.iter().filter(fits).cloned().collect();
                let field = self.shapes.field_mut(block, index);
                field.rules.extend(fitting);
                field.default.clone_from(&first.default);
                field.forces_new = first.forces_new;
            } else {
                // What names other fields stands on the shape, or nowhere.
                let is_alone = |rule: &&Rule| rule.check.others().is_empty();
                for (path, facts) in uses {
                    let fitting = facts.rules.iter().filter(fits).filter(is_alone);
                    path_rules.extend(fitting.map(|rule| (path.clone(), rule.clone())));
                }
            }
        }
        path_rules.sort_by(|(a, _), (b, _)| a.cmp(b));
        path_rules
    }
}

fn join(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
}

/// What an override says comes first, what documentation says last: schemas are never older than what they describe.
fn describe(path: &str, facts: Option<&FieldFacts>, schema: Option<Text>) -> Vec<Description> {
    let said = facts.and_then(|facts| facts.description.as_ref());
    let text = said.map(|said| (markdown(said.text.clone()), said.provenance));
    let is_decided = said.is_some_and(|said| said.provenance == Provenance::Override);
    let schema = schema.map(|text| (text, Provenance::Schema));
    Description::at(path, if is_decided { text } else { schema.or(text) })
}

/// The same of deprecations.
fn deprecate(facts: Option<&FieldFacts>, schema: Option<String>) -> Option<Said> {
    let said = facts.and_then(|facts| facts.deprecated.clone());
    let is_decided = said.as_ref().is_some_and(|said| said.provenance == Provenance::Override);
    let schema = schema.map(|text| Said { text, provenance: Provenance::Schema });
    if is_decided { said } else { schema.or(said) }
}

fn markdown(text: String) -> Text {
    Text { text, format: TextFormat::Markdown }
}

/// A description; one of white space is none.
pub(super) fn text(text: Option<&String>, kind: Option<&str>) -> Option<Text> {
    let text = text.filter(|text| !text.trim().is_empty())?.clone();
    let format = if kind == Some("markdown") { TextFormat::Markdown } else { TextFormat::Plain };
    Some(Text { text, format })
}

fn deprecation(deprecated: bool, message: Option<&String>) -> Option<String> {
    match message.filter(|message| !message.trim().is_empty()) {
        Some(message) => Some(message.clone()),
        None => deprecated.then(String::new),
    }
}
