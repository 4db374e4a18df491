//! What a page says, before a language gives it names.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::FieldRef;
use super::prose::{Place, Prose, summary};
use super::terms;
use crate::emit::constraint;
use crate::model::{Block, BlockId, BlockOrigin, Construct, Field, Presence, Rule, Text};

/// How far the lines of an entry are indented, and those of an entry below it.
const ITEM: usize = 2;

/// The block that takes durations and is described in a section of its own.
const TIMEOUTS: &str = "timeouts";

/// What a page says about a construct.
pub(super) struct Page {
    /// The description on one line; empty where there is none.
    pub summary: String,
    /// The description; empty where there is none.
    pub description: Prose,
    /// Why the construct should no longer be used.
    pub deprecated: Option<Prose>,
    /// The arguments that have to be given.
    pub required: Vec<Entry>,
    /// All other arguments.
    pub optional: Vec<Entry>,
    /// The shapes that arguments lead to.
    pub argument_sections: Vec<Section>,
    /// What only the provider sets.
    pub attributes: Vec<Entry>,
    /// The shapes that only attributes lead to.
    pub attribute_sections: Vec<Section>,
    /// What the block with the timeouts takes.
    pub timeouts: Vec<Entry>,
}

/// A field of a block.
pub(super) struct Entry {
    /// The field.
    pub field: FieldRef,
    /// What is said behind its name.
    pub text: Prose,
}

/// The shape of nested blocks or objects.
pub(super) struct Section {
    /// What links point at.
    pub anchor: String,
    /// Block or object.
    pub term: &'static str,
    /// Whether any of its fields can be set.
    pub is_settable: bool,
    /// The names of the fields on the way to the first use of the shape.
    pub path: Prose,
    /// Its fields.
    pub entries: Vec<Entry>,
}

impl Page {
    pub(super) fn new(construct: &Construct) -> Self {
        Builder::new(construct).page()
    }

    /// Gives the page a description of our own.
    pub(super) fn describe(&mut self, description: &str) {
        self.description = Prose::new(description);
    }
}

/// A shape on its way to a [`Section`].
struct Shape {
    block: BlockId,
    path: Vec<FieldRef>,
    anchor: String,
}

struct Builder<'a> {
    construct: &'a Construct,
    shapes: Vec<Shape>,
    /// Index into `shapes`, by block.
    shape_of: Vec<Option<usize>>,
    /// The field that a name in running text most likely means.
    fields: OnceCell<HashMap<&'a str, FieldRef>>,
    path_rules: HashMap<FieldRef, Vec<(&'a str, &'a Rule)>>,
}

impl<'a> Builder<'a> {
    fn new(construct: &'a Construct) -> Self {
        let mut builder = Self {
            construct,
            shapes: Vec::new(),
            shape_of: vec![None; construct.blocks.len()],
            fields: OnceCell::new(),
            path_rules: HashMap::new(),
        };
        for (path, rule) in &construct.path_rules {
            if let Some(field) = builder.resolve(path).and_then(|path| path.last().copied()) {
                builder.path_rules.entry(field).or_default().push((path, rule));
            }
        }
        builder
    }

    fn page(mut self) -> Page {
        let construct = self.construct;
        let root = construct.root();
        let timeouts = root.fields.iter().find(|field| field.name == TIMEOUTS).and_then(Field::block);
        // A shape that arguments lead to is described there, wherever else it is used.
        self.find_shapes(root, |field| is_argument(field) && field.name != TIMEOUTS);
        let of_arguments = self.shapes.len();
        self.find_shapes(root, |field| !is_argument(field));

        let paragraphs =
            |text: &Text| Prose::contain(text, Place::Paragraphs, &|name| self.named(None, name));
        let entries = |is_wanted: &dyn Fn(&Field) -> bool| -> Vec<Entry> {
            let chosen = order(root).filter(|&index| is_wanted(&root.fields[index]));
            chosen.map(|index| self.entry(FieldRef { block: BlockId::ROOT, field: index })).collect()
        };
        let sections = |shapes: &[Shape]| shapes.iter().map(|shape| self.section(shape)).collect();
        Page {
            summary: construct.description.as_ref().map(|text| summary(&text.text)).unwrap_or_default(),
            description: construct.description.as_ref().map(paragraphs).unwrap_or_default(),
            deprecated: construct.deprecated.as_ref().map(|reason| self.deprecation(BlockId::ROOT, reason)),
            required: entries(&|field| field.presence == Presence::Required),
            optional: entries(&|field| is_argument(field) && field.presence != Presence::Required),
            argument_sections: sections(&self.shapes[..of_arguments]),
            attributes: entries(&|field| !is_argument(field)),
            attribute_sections: sections(&self.shapes[of_arguments..]),
            timeouts: timeouts.map(|block| self.entries(block)).unwrap_or_default(),
        }
    }

    /// Finds the shapes that fields of the construct's own block lead to, in the order of the page.
    fn find_shapes(&mut self, root: &'a Block, is_start: impl Fn(&Field) -> bool) {
        let mut anchors: HashSet<String> = self.shapes.iter().map(|shape| shape.anchor.clone()).collect();
        for index in order(root).filter(|&index| is_start(&root.fields[index])) {
            let field = FieldRef { block: BlockId::ROOT, field: index };
            self.find_shape(&mut vec![field], "nestedblock", &mut anchors);
        }
    }

    fn find_shape(&mut self, path: &mut Vec<FieldRef>, anchor: &str, anchors: &mut HashSet<String>) {
        let field = self.field(path[path.len() - 1]);
        let Some(block) = field.block().filter(|block| self.shape_of[block.0].is_none()) else { return };
        let word: String =
            field.name.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { '_' }).collect();
        let mut anchor = format!("{anchor}--{word}");
        while !anchors.insert(anchor.clone()) {
            anchor.push('-');
        }
        self.shape_of[block.0] = Some(self.shapes.len());
        self.shapes.push(Shape { block, path: path.clone(), anchor: anchor.clone() });
        for index in order(self.construct.block(block)) {
            path.push(FieldRef { block, field: index });
            self.find_shape(path, &anchor, anchors);
            path.pop();
        }
    }

    fn section(&self, shape: &Shape) -> Section {
        let block = self.construct.block(shape.block);
        let is_block = block.origin == BlockOrigin::Block;
        Section {
            anchor: shape.anchor.clone(),
            term: if is_block { "block" } else { "object" },
            is_settable: block.fields.iter().any(Field::is_settable),
            path: self.path(&shape.path),
            entries: self.entries(shape.block),
        }
    }

    fn entries(&self, block: BlockId) -> Vec<Entry> {
        let fields = order(self.construct.block(block));
        fields.map(|field| self.entry(FieldRef { block, field })).collect()
    }

    fn entry(&self, at: FieldRef) -> Entry {
        let field = self.field(at);
        let mut marks: Vec<String> = match field.presence {
            _ if at.block == BlockId::ROOT && !is_argument(field) => Vec::new(),
            Presence::Required => vec!["Required".to_owned()],
            Presence::Optional => vec!["Optional".to_owned()],
            Presence::OptionalComputed => vec!["Optional".to_owned(), "Computed".to_owned()],
            Presence::Computed => vec!["Computed".to_owned()],
        };
        marks.push(terms::kind(&field.kind));
        let flags = [
            (field.sensitive, "Sensitive"),
            (field.write_only, "Write-only"),
            (field.deprecated.is_some(), "Deprecated"),
        ];
        marks.extend(flags.iter().filter(|(is_set, _)| *is_set).map(|(_, mark)| (*mark).to_owned()));
        let mut text = Prose::new(format!("({})", marks.join(", ")));

        let mut said = match field.descriptions.first() {
            Some(description) => self.contain(at.block, &description.text, ITEM),
            None => Prose::default(),
        };
        for rule in field.unsaid_rules() {
            said.sentence(&Prose::new(terms::rule(rule)), ITEM);
        }
        if let Some(default) = field.unsaid_default() {
            let mut sentence = Prose::new("Defaults to ");
            sentence.append(&self.contain(at.block, &terms::markdown(default), ITEM));
            sentence.push_str(".");
            said.sentence(&sentence, ITEM);
        }
        if field.unsaid_replacement() {
            said.sentence(&Prose::new(constraint::REPLACES), ITEM);
        }
        if let Some(reason) = &field.deprecated {
            said.sentence(&self.deprecation(at.block, reason), ITEM);
        }
        said.sentence(&self.link(at, field), ITEM);
        if !said.is_empty() {
            text.push_str(if said.begins_line() { "" } else { " " });
            text.append(&said);
        }
        self.per_use(at, field, &mut text);
        Entry { field: at, text }
    }

    /// Where the shape of a field is described.
    fn link(&self, at: FieldRef, field: &Field) -> Prose {
        if at.block == BlockId::ROOT && field.name == TIMEOUTS && field.block().is_some() {
            return Prose::new("See [Timeouts](#timeouts) below.");
        }
        let Some(shape) = field.block().and_then(|block| self.shape_of[block.0]) else {
            return Prose::default();
        };
        let shape = &self.shapes[shape];
        let mut link = Prose::new("See [`");
        link.append(&self.path(&shape.path));
        link.push_str(&format!("`](#{}) below.", shape.anchor));
        link
    }

    /// What is said of single uses of a shape that is used in several places.
    fn per_use(&self, at: FieldRef, field: &Field, text: &mut Prose) {
        let mut uses: BTreeMap<&str, Prose> = BTreeMap::new();
        for description in field.descriptions.iter().skip(1) {
            let said = self.contain(at.block, &description.text, 2 * ITEM);
            uses.entry(&description.path).or_default().sentence(&said, 2 * ITEM);
        }
        for (path, rule) in self.path_rules.get(&at).into_iter().flatten() {
            uses.entry(path).or_default().sentence(&Prose::new(terms::rule(rule)), 2 * ITEM);
        }
        for (path, said) in uses {
            text.push_str("\n  * In `");
            match self.resolve(path) {
                Some(path) => text.append(&self.path(&path)),
                None => text.push_str(path),
            }
            text.push_str(if said.begins_line() { "`:" } else { "`: " });
            text.append(&said);
        }
    }

    /// The names along a path, with dots between them.
    fn path(&self, path: &[FieldRef]) -> Prose {
        let mut prose = Prose::new("");
        for (index, &field) in path.iter().enumerate() {
            prose.push_str(if index == 0 { "" } else { "." });
            prose.push_name(&self.field(field).name, field);
        }
        prose
    }

    fn contain(&self, block: BlockId, text: &Text, indent: usize) -> Prose {
        Prose::contain(text, Place::Item(indent), &|name| self.named(Some(block), name))
    }

    fn deprecation(&self, block: BlockId, reason: &str) -> Prose {
        if reason.is_empty() {
            return Prose::new("**Deprecated.**");
        }
        let mut sentence = Prose::new("**Deprecated:** ");
        sentence.append(&self.contain(block, &terms::plain(reason), ITEM));
        sentence
    }

    fn field(&self, at: FieldRef) -> &'a Field {
        &self.construct.block(at.block).fields[at.field]
    }

    /// The field that a name means in the description of something in `block`.
    fn named(&self, block: Option<BlockId>, name: &str) -> Option<FieldRef> {
        let near = block.and_then(|block| {
            let fields = &self.construct.block(block).fields;
            let field = fields.iter().position(|field| field.name == name)?;
            Some(FieldRef { block, field })
        });
        near.or_else(|| self.fields.get_or_init(|| all_fields(self.construct)).get(name).copied())
    }

    /// The fields along a path of names in dots.
    fn resolve(&self, path: &str) -> Option<Vec<FieldRef>> {
        let mut block = Some(BlockId::ROOT);
        let step = |name: &str| {
            let within = block?;
            let fields = &self.construct.block(within).fields;
            let field = fields.iter().position(|field| field.name == name)?;
            block = fields[field].block();
            Some(FieldRef { block: within, field })
        };
        path.split('.').map(step).collect()
    }
}

/// Whether a field of the construct's own block is an argument.
///
/// Terraform's older SDK lets every `id` be set and computed, and means that the provider sets it.
fn is_argument(field: &Field) -> bool {
    field.is_settable() && !(field.name == "id" && field.presence == Presence::OptionalComputed)
}

/// The fields of a block in the order of the page: required, optional, set by the provider alone.
fn order(block: &Block) -> impl Iterator<Item = usize> + use<> {
    let rank = |field: &Field| match field.presence {
        Presence::Required => 0,
        Presence::Optional | Presence::OptionalComputed => 1,
        Presence::Computed => 2,
    };
    let mut order: Vec<usize> = (0..block.fields.len()).collect();
    order.sort_by_key(|&index| rank(&block.fields[index]));
    order.into_iter()
}

/// Every field by its name; of several the one that is nearest to the construct's own block.
fn all_fields(construct: &Construct) -> HashMap<&str, FieldRef> {
    let mut all = HashMap::new();
    for (block, fields) in construct.blocks.iter().enumerate() {
        for (field, entry) in fields.fields.iter().enumerate() {
            all.entry(entry.name.as_str()).or_insert(FieldRef { block: BlockId(block), field });
        }
    }
    all
}
