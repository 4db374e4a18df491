//! Dynamic blocks and what instances are made for.

use super::value::Site;
use super::{Lowering, Wanted};
use crate::model::BlockId;
use crate::program::cdktn::code::{Code, Line, Name};
use crate::program::{Argument, ConstructId, Dynamic, Expression, Reference, Root, Slot, StatementKind};

/// What pages say above an iterator.
const LOOP_COMMENT: &str = "In most cases loops should be handled in the programming language context and \n\
    not inside of the Terraform context. If you are looping over something external, e.g. a variable or a file input\n\
    you should consider using a for loop. If you are looping over something only known to Terraform, e.g. a result of a data source\n\
    you need to keep this like it is.";

/// Blocks that the library has no form for, written over what it synthesizes.
pub(super) struct Override {
    /// The path in Terraform's JSON.
    pub path: String,
    pub value: Code,
}

/// The construct that is being written.
#[derive(Default)]
pub(super) struct Current {
    /// Its type and its label, which name its iterators.
    pub owner: String,
    pub label: String,
    /// Whether it has an iterator of its own.
    pub has_each: bool,
    /// How many iterators of dynamic blocks there are.
    pub dynamics: usize,
    /// The way to the value at hand, in Terraform's JSON.
    pub path: Vec<String>,
    pub overrides: Vec<Override>,
}

/// Whether there are dynamic blocks among the values of an argument.
pub(super) fn is_dynamic(expression: &Expression) -> bool {
    matches!(expression, Expression::List(elements) if elements.iter().any(|one| matches!(one, Expression::Dynamic(_))))
}

impl<'a> Lowering<'a> {
    /// The value of an argument with dynamic blocks; none if all is said elsewhere.
    pub(super) fn runtime_dynamic(&mut self, site: Site<'a>, expression: &Expression) -> Option<Code> {
        let Expression::List(elements) = expression else { return None };
        let dynamics: Vec<&Dynamic> = elements
            .iter()
            .filter_map(|element| match element {
                Expression::Dynamic(dynamic) => Some(&**dynamic),
                _ => None,
            })
            .collect();
        if let ([dynamic], 1, Slot::Blocks { block, single: false }) =
            (&dynamics[..], elements.len(), site.slot)
            && self.current.path.len() == 1
            && suits_runtime(dynamic)
        {
            return Some(self.iterated(site, block, dynamic));
        }
        // Terraform takes all dynamic blocks before the others: to keep the order, those before become dynamic too.
        let last = elements.iter().rposition(|element| matches!(element, Expression::Dynamic(_)));
        let has_others = elements.len() > dynamics.len();
        if last.is_some_and(|last| last >= dynamics.len()) {
            self.overridden(site, &elements.iter().collect::<Vec<_>>());
            return None;
        }
        let dynamics: Vec<_> =
            elements.iter().filter(|element| matches!(element, Expression::Dynamic(_))).collect();
        self.overridden(site, &dynamics);
        has_others.then(|| self.at(site, expression))
    }

    /// Blocks made by an iterator of the library's.
    fn iterated(&mut self, site: Site<'a>, block: BlockId, dynamic: &Dynamic) -> Code {
        let label = format!("{}_dynamic_iterator_{}", self.current.label, self.current.dynamics);
        self.current.dynamics += 1;
        let uses_key = uses(&dynamic.content, &Root::IteratorKey(dynamic.iterator.clone()));
        let iterator = self.iterate(&label, &dynamic.for_each, true, uses_key);
        self.iterators.push((dynamic.iterator.clone(), Some(iterator.clone())));
        // The library writes the names as they are, those of nested blocks too.
        let content = if self.is_page() {
            self.typed_in_json(site.construct, block, &dynamic.content)
        } else {
            self.block_in_json(site.construct, block, &dynamic.content)
        };
        self.iterators.pop();
        Code::Name(iterator).method("dynamic", vec![content])
    }

    /// Blocks in Terraform's JSON, written over what the library synthesizes.
    fn overridden(&mut self, site: Site<'a>, blocks: &[&Expression]) {
        let Some((name, above)) = self.current.path.split_last() else { return };
        let path = above.iter().map(String::as_str).chain(["dynamic", name]).collect::<Vec<_>>().join(".");
        let blocks = blocks.iter().map(|block| match block {
            Expression::Dynamic(dynamic) => self.dynamic_in_json(site.construct, site.slot, dynamic),
            once => {
                let content = self.any_in_json(site.construct, site.slot, once);
                let once = Code::List(vec![Code::Bool(true)]);
                Code::Map(vec![(Code::text("for_each"), once), (Code::text("content"), content)])
            }
        });
        let mut blocks: Vec<Code> = blocks.collect();
        let value = if blocks.len() == 1 { blocks.remove(0) } else { Code::List(blocks) };
        self.current.overrides.push(Override { path, value });
    }

    fn dynamic_in_json(&mut self, construct: ConstructId, slot: Slot<'a>, dynamic: &Dynamic) -> Code {
        let mut entries = vec![(Code::text("for_each"), self.free(&dynamic.for_each))];
        entries.push((Code::text("iterator"), Code::text(&dynamic.iterator)));
        self.iterators.push((dynamic.iterator.clone(), None));
        if !dynamic.labels.is_empty() {
            let labels = dynamic.labels.iter().map(|label| self.free(label)).collect();
            entries.push((Code::text("labels"), Code::List(labels)));
        }
        let content = match slot.shape() {
            Some(block) => self.block_in_json(construct, block, &dynamic.content),
            None => Code::Map(Vec::new()),
        };
        self.iterators.pop();
        entries.push((Code::text("content"), content));
        Code::Map(entries)
    }

    /// A block with Terraform's names.
    fn block_in_json(&mut self, construct: ConstructId, block: BlockId, arguments: &[Argument]) -> Code {
        let mut entries = Vec::new();
        let mut dynamic = Vec::new();
        for argument in arguments {
            let field =
                &self.providers[construct.provider].construct(construct).block(block).fields[argument.field];
            let slot = Slot::of(field);
            let key = Code::text(&field.name);
            if let Expression::List(elements) = &argument.value
                && is_dynamic(&argument.value)
            {
                let blocks = elements.iter().filter_map(|element| match element {
                    Expression::Dynamic(inner) => Some(self.dynamic_in_json(construct, slot, inner)),
                    _ => None,
                });
                let mut blocks: Vec<Code> = blocks.collect();
                let value = if blocks.len() == 1 { blocks.remove(0) } else { Code::List(blocks) };
                dynamic.push((key.clone(), value));
                let others: Vec<&Expression> =
                    elements.iter().filter(|element| !matches!(element, Expression::Dynamic(_))).collect();
                if !others.is_empty() {
                    let others = others.into_iter().map(|one| self.any_in_json(construct, slot, one));
                    entries.push((key, Code::List(others.collect())));
                }
                continue;
            }
            entries.push((key, self.any_in_json(construct, slot, &argument.value)));
        }
        if !dynamic.is_empty() {
            entries.push((Code::text("dynamic"), Code::Map(dynamic)));
        }
        Code::Map(entries)
    }

    /// The same in the order of pages, where each value says its type.
    fn typed_in_json(&mut self, construct: ConstructId, block: BlockId, arguments: &[Argument]) -> Code {
        let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
        let mut entries = Vec::new();
        for argument in self.arguments_in_order(construct, block, arguments) {
            let field = &fields[argument.field];
            let value = match Slot::of(field) {
                Slot::Value(ty) if ty.object().is_none() => self.wanted(&argument.value, Wanted::of(ty)),
                slot => self.any_in_json(construct, slot, &argument.value),
            };
            entries.push((Code::text(&field.name), value));
        }
        Code::Map(entries)
    }

    fn any_in_json(&mut self, construct: ConstructId, slot: Slot<'a>, expression: &Expression) -> Code {
        match (expression, slot.shape()) {
            (Expression::Object(arguments), Some(block)) => self.block_in_json(construct, block, arguments),
            (Expression::List(elements), Some(_)) => Code::List(
                elements
                    .iter()
                    .map(|element| self.any_in_json(construct, slot.element(0), element))
                    .collect(),
            ),
            (Expression::Map(entries), Some(_)) => Code::Map(
                entries
                    .iter()
                    .map(|(key, value)| {
                        let key = self.key(key, false).unwrap_or_else(|| Code::text(""));
                        (key, self.any_in_json(construct, slot.element(0), value))
                    })
                    .collect(),
            ),
            (expression, _) => self.free(expression),
        }
    }

    /// Declares an iterator.
    pub(super) fn iterate(
        &mut self,
        label: &str,
        over: &Expression,
        is_dynamic: bool,
        uses_key: bool,
    ) -> Name {
        let owner = self.current.owner.clone();
        let variable = self.variables.further(&owner, label);
        let is_list = self.is_list(over, is_dynamic, uses_key);
        let value = if is_list {
            let over = if self.is_page() { over } else { without_toset(over) };
            self.wanted(over, Wanted::List)
        } else {
            self.wanted(over, Wanted::Map)
        };
        let method = if is_list { "fromList" } else { "fromMap" };
        let value = self.library("TerraformIterator").method(method, vec![value]);
        self.line_with_note(variable.clone(), value);
        variable
    }

    /// A line that pages explain.
    pub(super) fn line_with_note(&mut self, variable: Name, value: Code) {
        let comments = if self.is_page() { vec![lines(LOOP_COMMENT)] } else { Vec::new() };
        self.lines.push(Line { comments, variable: Some(variable), value });
    }

    /// Whether what is iterated over is a list or a set; the library makes a set of it.
    fn is_list(&self, over: &Expression, is_dynamic: bool, uses_key: bool) -> bool {
        match over {
            Expression::Call(call) => match call.function.as_str() {
                "toset" => true,
                "tolist" | "concat" | "flatten" | "distinct" | "compact" | "keys" | "values" | "split"
                | "setunion" | "setintersection" | "setsubtract" | "range" | "sort" => self.is_page(),
                _ => false,
            },
            Expression::List(_) => self.is_page() || !is_dynamic,
            Expression::Reference(Reference { root: root @ Root::Statement(index), steps }) => {
                match (&self.program.statements[*index].kind, &steps[..]) {
                    (StatementKind::Local(local), []) => self.is_list(&local.value, is_dynamic, uses_key),
                    (StatementKind::Variable(variable), []) => {
                        let constraint = variable.constraint.as_deref().unwrap_or_default();
                        let is_list = constraint.starts_with("list") || constraint.starts_with("set");
                        self.is_page() && (is_list || matches!(variable.default, Some(Expression::List(_))))
                    }
                    (StatementKind::Declare(_), [_, ..]) => {
                        let reference = Reference { root: root.clone(), steps: steps.clone() };
                        let stops = self.program.follow(self.providers, &reference);
                        let slot = stops.last().and_then(|stop| stop.slot);
                        let is_map = matches!(slot, Some(Slot::Value(crate::model::Type::Map(_))));
                        self.is_page() && !is_map
                    }
                    _ => false,
                }
            }
            // Nobody says what it is: with keys of its own it is a map.
            Expression::Reference(_) => self.is_page() && !uses_key,
            _ => false,
        }
    }
}

/// Whether the library can write the block of a construct: its iterator is always `each`, and it knows one level.
fn suits_runtime(dynamic: &Dynamic) -> bool {
    let mut uses_outer = false;
    let mut check = |reference: &Reference| {
        uses_outer |= match &reference.root {
            Root::EachKey | Root::EachValue => true,
            Root::IteratorKey(name) | Root::IteratorValue(name) => *name != dynamic.iterator,
            _ => false,
        };
    };
    for argument in &dynamic.content {
        argument.value.references(&mut check);
    }
    let is_nested = dynamic.content.iter().any(|argument| has_dynamic(&argument.value));
    !uses_outer && !is_nested && dynamic.labels.is_empty()
}

/// Whether a value has dynamic blocks in it.
fn has_dynamic(expression: &Expression) -> bool {
    match expression {
        Expression::Dynamic(_) => true,
        Expression::List(elements) => elements.iter().any(has_dynamic),
        Expression::Map(entries) => entries.iter().any(|(_, value)| has_dynamic(value)),
        Expression::Object(arguments) => arguments.iter().any(|argument| has_dynamic(&argument.value)),
        _ => false,
    }
}

fn uses(arguments: &[Argument], root: &Root) -> bool {
    let mut uses = false;
    let mut check = |reference: &Reference| uses |= reference.root == *root;
    for argument in arguments {
        argument.value.references(&mut check);
    }
    uses
}

/// The library makes sets of lists itself.
fn without_toset(expression: &Expression) -> &Expression {
    match expression {
        Expression::Call(call) if call.function == "toset" && call.arguments.len() == 1 => &call.arguments[0],
        other => other,
    }
}

/// The lines of a comment.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}
