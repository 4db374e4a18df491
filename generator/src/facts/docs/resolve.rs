//! Which place of the schema each list of arguments speaks of.

use std::collections::{BTreeSet, HashMap};

use super::groups::{Entry, Group, Owner};
use super::places::{Places, join};

/// What a page says of a construct's places, and what it says that has none.
#[derive(Debug, Default)]
pub struct Resolved<'g> {
    /// Arguments with the paths of the fields that they are about.
    pub found: Vec<(Vec<String>, &'g Entry)>,
    /// Arguments that no field was found for.
    pub lost: Vec<&'g Entry>,
    /// Lists whose block could be several, or is none: the names that the page has for it.
    pub ambiguous: Vec<Ambiguity>,
}

/// A list of arguments that could be of several blocks, or of none.
#[derive(Debug, Clone)]
pub struct Ambiguity {
    /// What the page calls the block.
    pub names: Vec<String>,
    /// The paths that it could be; empty where there is no such block.
    pub candidates: Vec<String>,
    /// How many arguments are in the list.
    pub arguments: usize,
}

/// Matches the lists of a page with the places of a construct's schema.
pub fn resolve<'g>(groups: &'g [Group], places: &Places) -> Resolved<'g> {
    let mut resolver = Resolver {
        places,
        resolved: Resolved::default(),
        mentioned: Vec::new(),
        described: BTreeSet::new(),
        links: HashMap::new(),
        called: HashMap::new(),
    };
    for group in groups {
        let linked = resolver.linked(group);
        if !linked.is_empty() {
            resolver.describe(&linked, &group.entries);
            continue;
        }
        let Some(owner) = &group.owner else {
            resolver.describe(&[String::new()], &group.entries);
            continue;
        };
        for name in &owner.names {
            let is_other = |other: &Group| other.introduced != group.introduced;
            let has_name =
                |other: &Group| other.owner.as_ref().is_some_and(|owner| owner.names.contains(name));
            let is_repeated = groups.iter().any(|other| has_name(other) && is_other(other));
            resolver.group(name, owner, &group.entries, is_repeated);
        }
    }
    resolver.resolved
}

struct Resolver<'p, 'g> {
    places: &'p Places,
    resolved: Resolved<'g>,
    /// The paths of blocks that earlier lists have as arguments, in the order of the page.
    mentioned: Vec<String>,
    /// The paths of blocks whose arguments were listed.
    described: BTreeSet<String>,
    /// The paths of blocks, by where on the page the text about them links to.
    links: HashMap<&'g str, BTreeSet<String>>,
    /// The paths of blocks, by what the text about them calls them.
    called: HashMap<&'g str, BTreeSet<String>>,
}

impl<'g> Resolver<'_, 'g> {
    fn group(&mut self, name: &str, owner: &Owner, entries: &'g [Entry], is_repeated: bool) {
        let candidates = self.candidates(name, owner, entries, is_repeated);
        let paths = if candidates.len() > 1 && is_repeated {
            self.last_mentioned(&candidates)
        } else {
            candidates.clone()
        };
        if paths.is_empty() {
            let names = owner.names.clone();
            self.resolved.lost.extend(entries);
            self.resolved.ambiguous.push(Ambiguity { names, candidates, arguments: entries.len() });
        } else {
            self.describe(&paths, entries);
        }
    }

    /// The blocks whose text links to a list, if they have most of its arguments.
    fn linked(&self, group: &Group) -> Vec<String> {
        let linked = group.targets.iter().filter_map(|target| self.links.get(target.as_str())).flatten();
        self.fitting(linked.cloned().collect(), &group.entries, false)
    }

    /// The blocks that a name can be, and that have most of the arguments.
    fn candidates(&self, name: &str, owner: &Owner, entries: &[Entry], is_repeated: bool) -> Vec<String> {
        let name = &name.replace('-', "_");
        let last = name.rsplit('.').next().unwrap_or(name);
        let suffix = format!(".{name}");
        let is_named = |path: &&String| !name.contains('.') || *path == name || path.ends_with(&suffix);
        let mut named: Vec<String> = self.places.blocks(last).iter().filter(is_named).cloned().collect();
        if named.is_empty() {
            named.extend(self.called.get(name.as_str()).into_iter().flatten().cloned());
        }
        if !owner.within.is_empty() {
            named.retain(|path| {
                path.split('.').rev().skip(1).any(|name| owner.within.iter().any(|outer| outer == name))
            });
        }
        self.fitting(named, entries, is_repeated)
    }

    /// Those of some blocks that have the most of a list's arguments, and half of them at least. Where the page has no other list
    /// for the name, those too that have no other fields, such as the inner levels of a recursion.
    fn fitting(&self, mut blocks: Vec<String>, entries: &[Entry], is_repeated: bool) -> Vec<String> {
        let fit = |path: &String| entries.iter().filter(|entry| self.has(path, &entry.name)).count();
        let best = blocks.iter().map(fit).max().unwrap_or(0);
        if best == 0 || best * 2 < entries.len() {
            return Vec::new();
        }
        let lists = |name: &String| entries.iter().any(|entry| entry.name == *name);
        blocks.retain(|path| {
            fit(path) == best
                || (!is_repeated && fit(path) * 2 >= entries.len() && self.places.fields(path).all(lists))
        });
        blocks
    }

    /// Of several blocks of one name that are each described, the one that the page came to last.
    fn last_mentioned(&self, candidates: &[String]) -> Vec<String> {
        let open: Vec<_> = candidates.iter().filter(|path| !self.described.contains(*path)).collect();
        if let [only] = open.as_slice() {
            return vec![(*only).clone()];
        }
        let last = self.mentioned.iter().rev().find(|path| open.contains(path));
        last.cloned().into_iter().collect()
    }

    fn has(&self, block: &str, name: &str) -> bool {
        match name.rsplit_once('.') {
            Some((parents, name)) => self.places.has(&join(block, parents), name),
            None => self.places.has(block, name),
        }
    }

    fn describe(&mut self, blocks: &[String], entries: &'g [Entry]) {
        self.described.extend(blocks.iter().cloned());
        for entry in entries {
            let having: Vec<_> = blocks.iter().filter(|block| self.has(block, &entry.name)).collect();
            let paths: Vec<_> = having.iter().map(|block| join(block, &entry.name)).collect();
            if paths.is_empty() {
                self.resolved.lost.push(entry);
                continue;
            }
            let inner: Vec<_> = paths.iter().filter(|path| self.places.is_block(path)).cloned().collect();
            self.mentioned.extend(inner.iter().cloned());
            for target in &entry.links {
                self.links.entry(target).or_default().extend(inner.iter().cloned());
            }
            for name in &entry.calls {
                self.called.entry(name).or_default().extend(inner.iter().cloned());
            }
            self.resolved.found.push((paths, entry));
            for (_, nested) in &entry.nested {
                // What is listed below an argument are its own arguments, or values of it.
                if nested.iter().any(|entry| inner.iter().any(|block| self.has(block, &entry.name))) {
                    self.describe(&inner, nested);
                }
            }
        }
    }
}
