//! Nested structs that constructs have alike: the first construct has the struct, the others export it.
//!
//! What a program writes does not show which of them has it: the paths and names are those that each construct has
//! alone, so they do not depend on what else is generated. Shapes of different names stay apart, because a struct's
//! own name stands in what `Debug` prints and in the compiler's messages.

use std::collections::HashMap;

use super::change::Changes;
use super::structs::{Member, nested};
use super::types::Types;
use crate::model::{BlockId, Construct, Field, Text};
use crate::names::rust::{BlockNames, ConstructNames, timeouts};

/// The shapes of the constructs so far.
#[derive(Default)]
pub struct Shapes<'a> {
    numbers: HashMap<Shape<'a>, usize>,
    homes: HashMap<usize, Home<'a>>,
}

/// Where a struct is, and what it is called there.
#[derive(Clone, Copy)]
pub struct Home<'a> {
    pub module: &'a str,
    pub names: &'a BlockNames,
}

/// All that is written about a struct but the path that its documentation names where the provider says nothing. In
/// types stand the numbers of shapes.
#[derive(PartialEq, Eq, Hash)]
struct Shape<'a> {
    name: &'a str,
    description: Option<&'a Text>,
    attributes: Vec<String>,
    computed: Vec<Member<'a>>,
    fields: Vec<Member<'a>>,
}

/// What the struct of a block is when it comes up.
#[derive(Clone, Copy)]
enum Numbered {
    Not,
    /// It holds itself, or one that does: it is where its construct is.
    Never,
    As(usize),
}

impl<'a> Shapes<'a> {
    /// By block, where the struct is: in the module of an earlier construct, or, if that is `None`, in the construct's
    /// own, where later constructs find it.
    pub fn homes(
        &mut self,
        construct: &'a Construct,
        names: &'a ConstructNames,
        changes: &Changes,
    ) -> Vec<Option<Home<'a>>> {
        let mut numbering = Numbering {
            shapes: self,
            construct,
            names,
            changes,
            labels: names.clone(),
            numbered: vec![Numbered::Not; construct.blocks.len()],
        };
        let needed = changes.needed(construct);
        needed.into_iter().filter(|block| *block != BlockId::ROOT).for_each(|block| numbering.number(block));
        let numbered = numbering.numbered;
        let home = |(numbered, names_of): (Numbered, &'a BlockNames)| {
            let Numbered::As(number) = numbered else { return None };
            let here = Home { module: &names.module, names: names_of };
            let mut earlier = None;
            self.homes.entry(number).and_modify(|home| earlier = Some(*home)).or_insert(here);
            earlier
        };
        numbered.into_iter().zip(&names.blocks).map(home).collect()
    }
}

/// The numbering of one construct's shapes, inner ones first.
struct Numbering<'a, 'b> {
    shapes: &'b mut Shapes<'a>,
    construct: &'a Construct,
    names: &'a ConstructNames,
    changes: &'b Changes,
    /// The construct's names with numbers in the place of the names of structs.
    labels: ConstructNames,
    numbered: Vec<Numbered>,
}

impl Numbering<'_, '_> {
    fn number(&mut self, BlockId(id): BlockId) {
        let (block, names) = (&self.construct.blocks[id], &self.names.blocks[id]);
        if !matches!(self.numbered[id], Numbered::Not) {
            return;
        }
        self.numbered[id] = Numbered::Never;
        // An alias is the same type.
        self.labels.blocks[id].aliases.clear();
        if let Some(path) = self.elsewhere(BlockId(id)) {
            self.labels.blocks[id].name = path;
            return;
        }
        for inner in block.fields.iter().flat_map(Field::blocks) {
            self.number(inner);
            let is_known = self.elsewhere(inner).is_some();
            if !is_known && matches!(self.numbered[inner.0], Numbered::Never) {
                return;
            }
        }
        let written = nested(block, names, &mut Types::new(&self.labels), self.changes.block(BlockId(id)));
        let shape = Shape {
            name: &names.name,
            description: block.description.as_ref(),
            attributes: written.attributes,
            computed: written.computed,
            fields: written.fields,
        };
        let next = self.shapes.numbers.len();
        let number = *self.shapes.numbers.entry(shape).or_insert(next);
        self.labels.blocks[id].name = format!("#{number}");
        self.numbered[id] = Numbered::As(number);
    }

    /// Where the struct is, if in no construct's module.
    fn elsewhere(&self, id: BlockId) -> Option<String> {
        let shared = || self.changes.shared(id, &self.names.blocks[id.0]);
        let replaced = self.changes.replaced(id).map(str::to_owned);
        replaced.or_else(|| shared().map(|shared| format!("{}::{shared}", timeouts::MODULE)))
    }
}
