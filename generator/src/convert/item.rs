//! What a configuration declares, block by block, and the order in which a program can say it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use hcl_edit::expr::{Expression, Traversal, TraversalOperator};
use hcl_edit::structure::{Attribute, Block};
use hcl_edit::visit::{Visit, visit_traversal};

use super::comments;
use super::file::File;
use crate::model::ConstructKind;

/// The address by which configuration refers to what an item declares, such as `data.aws_vpc.main` or `var.region`.
pub(super) type Address = String;

/// A block at the top of a configuration, or one entry of a `locals` block.
pub(super) struct Item<'a> {
    /// The file that it stands in.
    pub file: &'a File,
    /// How it is referred to; nothing where it cannot be.
    pub address: Option<Address>,
    /// What it is.
    pub kind: ItemKind<'a>,
    /// The comments above it.
    pub comments: Vec<String>,
}

/// What an [`Item`] is.
#[derive(Clone, Copy)]
pub(super) enum ItemKind<'a> {
    /// A whole block.
    Block(&'a Block),
    /// An entry of a `locals` block.
    Local(&'a Attribute),
}

impl<'a> Item<'a> {
    /// The type of the block.
    pub fn block_type(&self) -> &'a str {
        match self.kind {
            ItemKind::Block(block) => block.ident.as_str(),
            ItemKind::Local(_) => "locals",
        }
    }

    /// A label of the block; empty where it has none.
    pub fn label(&self, index: usize) -> &'a str {
        match self.kind {
            ItemKind::Block(block) => block.labels.get(index).map_or("", |label| label.as_str()),
            ItemKind::Local(attribute) => attribute.key.as_str(),
        }
    }

    /// Every address in it that may be another item's.
    fn needs(&self) -> BTreeSet<Address> {
        let mut finder = Needs(BTreeSet::new());
        match self.kind {
            // An import and a move may speak of what is declared later: they make nothing.
            ItemKind::Block(block) if matches!(block.ident.as_str(), "terraform" | "removed") => {}
            ItemKind::Block(block) => finder.visit_block(block),
            ItemKind::Local(attribute) => finder.visit_attr(attribute),
        }
        finder.0
    }
}

/// The items of a configuration in the order of its files.
pub(super) fn items(files: &[File]) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for file in files {
        for structure in &file.body {
            let Some(block) = structure.as_block() else { continue };
            let mut comments = comments::around(block);
            if block.ident.as_str() == "locals" {
                for attribute in block.body.attributes() {
                    comments.extend(comments::around(attribute));
                    items.push(Item {
                        file,
                        address: Some(format!("local.{}", attribute.key.as_str())),
                        kind: ItemKind::Local(attribute),
                        comments: std::mem::take(&mut comments),
                    });
                }
                continue;
            }
            items.push(Item { file, address: address(block), kind: ItemKind::Block(block), comments });
        }
    }
    items
}

fn address(block: &Block) -> Option<Address> {
    let label = |index: usize| block.labels.get(index).map(hcl_edit::structure::BlockLabel::as_str);
    Some(match block.ident.as_str() {
        "resource" => format!("{}.{}", label(0)?, label(1)?),
        kind @ ("data" | "ephemeral") => format!("{kind}.{}.{}", label(0)?, label(1)?),
        "variable" => format!("var.{}", label(0)?),
        "module" => format!("module.{}", label(0)?),
        "provider" => match block.body.get_attribute("alias").and_then(|alias| alias.value.as_str()) {
            Some(alias) => format!("{}.{alias}", label(0)?),
            None => label(0)?.to_owned(),
        },
        _ => return None,
    })
}

/// Collects addresses from traversals.
struct Needs(BTreeSet<Address>);

impl Visit for Needs {
    fn visit_traversal(&mut self, traversal: &Traversal) {
        if let Some((address, _)) = addressed(traversal) {
            self.0.insert(address);
        }
        visit_traversal(self, traversal);
    }
}

/// The address at the beginning of a traversal, and how many of its operators belong to it.
pub(super) fn addressed(traversal: &Traversal) -> Option<(Address, usize)> {
    let Expression::Variable(root) = &traversal.expr else { return None };
    let name = |index: usize| match traversal.operators.get(index).map(|operator| &**operator) {
        Some(TraversalOperator::GetAttr(name)) => Some(name.as_str()),
        _ => None,
    };
    match root.as_str() {
        "each" | "count" | "self" | "path" | "terraform" => None,
        kind @ ("data" | "ephemeral") => Some((format!("{kind}.{}.{}", name(0)?, name(1)?), 2)),
        first => Some((format!("{first}.{}", name(0)?), 1)),
    }
}

/// How statements are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As they are written, but for what is needed earlier.
    Written,
    /// As the archived `cdktf convert` puts them: by kind, then by name.
    ByKind,
}

/// Indices of the items, each behind what it needs; then those that need each other in a circle.
///
/// Only parts of modules need each other, so modules may stand in a circle: what needs one comes before it then.
pub(super) fn in_order(items: &[Item<'_>], order: Order) -> (Vec<usize>, Vec<usize>) {
    let by_address: HashMap<&str, usize> = items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| Some((item.address.as_deref()?, index)))
        .collect();
    let mut needs: Vec<BTreeSet<usize>> = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let needs = item.needs();
            let found = needs.iter().filter_map(|address| by_address.get(address.as_str()).copied());
            found.filter(|&other| other != index).collect()
        })
        .collect();
    let mut waiting: Vec<usize> = (0..items.len()).collect();
    if order == Order::ByKind {
        waiting.sort_by_key(|&index| rank(&items[index], index));
    }
    let arrange = match order {
        Order::Written => written,
        Order::ByKind => sweep,
    };
    let (ordered, circle) = arrange(&waiting, &needs);
    if circle.is_empty() {
        return (ordered, circle);
    }
    let (_, left) = sweep(&waiting, &needs);
    for &index in &left {
        needs[index].retain(|need| items[*need].block_type() != "module" || !left.contains(need));
    }
    arrange(&waiting, &needs)
}

/// Each item in its place, and directly before it what it needs.
fn written(waiting: &[usize], needs: &[BTreeSet<usize>]) -> (Vec<usize>, Vec<usize>) {
    // Not by recursion: a chain of needs may be as long as the configuration.
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; needs.len()];
    let (mut ordered, mut circle) = (Vec::new(), BTreeSet::new());
    for &root in waiting {
        let mut stack = vec![root];
        while let Some(&top) = stack.last() {
            if state[top] == State::New {
                state[top] = State::Open;
                for &need in needs[top].iter().rev() {
                    match state[need] {
                        State::New => stack.push(need),
                        State::Open => drop(circle.insert(need)),
                        State::Done => {}
                    }
                }
            } else {
                stack.pop();
                if state[top] == State::Open {
                    state[top] = State::Done;
                    ordered.push(top);
                }
            }
        }
    }
    (ordered, circle.into_iter().collect())
}

/// Pass after pass over all items, each taking those whose needs are met.
fn sweep(waiting: &[usize], needs: &[BTreeSet<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut waiting = waiting.to_vec();
    let mut ordered = Vec::new();
    let mut done = BTreeSet::new();
    loop {
        let before = ordered.len();
        waiting.retain(|&index| {
            let is_ready = needs[index].is_subset(&done);
            if is_ready {
                done.insert(index);
                ordered.push(index);
            }
            !is_ready
        });
        if ordered.len() == before {
            return (ordered, waiting);
        }
    }
}

/// Sorts items as the archived tool does: it goes through the kinds in this order, and through each by name.
fn rank(item: &Item<'_>, index: usize) -> (usize, String, String, usize) {
    const KINDS: [&str; 10] = [
        "terraform",
        "provider",
        "variable",
        "locals",
        "output",
        "module",
        "import",
        "ephemeral",
        "resource",
        "data",
    ];
    let kind = KINDS.iter().position(|kind| *kind == item.block_type()).unwrap_or(KINDS.len());
    let (first, second) = match item.block_type() {
        "import" => (String::new(), String::new()),
        // Several configurations of one provider keep their order.
        "provider" => (item.label(0).to_owned(), String::new()),
        _ => (item.label(0).to_owned(), item.label(1).to_owned()),
    };
    (kind, first, second, index)
}

/// The constructs that items declare or refer to.
pub(super) fn constructs(items: &[Item<'_>]) -> BTreeSet<(ConstructKind, String)> {
    let mut found = BTreeSet::new();
    for item in items {
        let import = match item.kind {
            ItemKind::Block(block) if item.block_type() == "import" => {
                block.body.get_attribute("to").and_then(|to| Some(addressed(to.value.as_traversal()?)?.0))
            }
            _ => None,
        };
        for address in item.needs().into_iter().chain(item.address.clone()).chain(import) {
            found.extend(construct(&address));
        }
    }
    found
}

/// The kind and type of the construct that an address begins with, if it is that of a construct.
pub(super) fn construct(address: &str) -> Option<(ConstructKind, String)> {
    let mut words = address.split('.');
    let (kind, type_name) = match words.next()? {
        "var" | "local" | "module" => return None,
        "data" => (ConstructKind::DataSource, words.next()?),
        "ephemeral" => (ConstructKind::EphemeralResource, words.next()?),
        first => (ConstructKind::Resource, first),
    };
    Some((kind, type_name.to_owned()))
}

/// The addresses of everything that items declare, data sources within `check` blocks among them.
pub(super) fn declared(items: &[Item<'_>]) -> HashSet<String> {
    let mut addresses: HashSet<String> = items.iter().filter_map(|item| item.address.clone()).collect();
    for item in items {
        if let (ItemKind::Block(block), "check") = (item.kind, item.block_type()) {
            addresses.extend(block.body.get_blocks("data").filter_map(address));
        }
    }
    addresses
}

/// The addresses of all items.
pub(super) fn addresses<'a>(items: &'a [Item<'_>]) -> BTreeMap<&'a str, usize> {
    let addressed = items.iter().enumerate();
    addressed.filter_map(|(index, item)| Some((item.address.as_deref()?, index))).collect()
}
