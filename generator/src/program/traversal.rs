//! What references lead to.

use super::{Bindings, ConstructId, Program, Reference, Root, Slot, StatementKind, Step, Subject};
use crate::model::BlockId;

/// Where a step of a reference leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop<'a> {
    /// The field that the step names: the block that it stands in and its index there.
    pub field: Option<(BlockId, usize)>,
    /// What the value is, where the schema says it.
    pub slot: Option<Slot<'a>>,
}

impl Program {
    /// The construct that a reference begins at.
    pub(super) fn construct_of(&self, root: &Root) -> Option<ConstructId> {
        match root {
            Root::Statement(index) => match &self.statements[*index].kind {
                StatementKind::Declare(declaration) => Some(declaration.construct),
                _ => None,
            },
            Root::Undeclared(index) => match self.undeclared[*index].subject {
                Subject::Construct(construct) => Some(construct),
                _ => None,
            },
            _ => None,
        }
    }

    /// Where each step of a reference to a construct leads to.
    pub(super) fn follow<'a>(&self, providers: &[Bindings<'a>], reference: &Reference) -> Vec<Stop<'a>> {
        let Some(id) = self.construct_of(&reference.root) else { return Vec::new() };
        let construct = providers[id.provider].construct(id);
        let mut slot = Some(Slot::Block(BlockId::ROOT));
        let steps = reference.steps.iter().map(|step| {
            let mut field = None;
            slot = match (step, slot) {
                (Step::Attribute(name), Some(from)) => from.shape().and_then(|block| {
                    let fields = &construct.block(block).fields;
                    let index = fields.iter().position(|field| field.name == *name)?;
                    field = Some((block, index));
                    Some(Slot::of(&fields[index]))
                }),
                // An instance of a construct with `count` or `for_each` is the construct again.
                (_, Some(Slot::Block(BlockId::ROOT))) => slot,
                (Step::Index(_) | Step::Splat | Step::AttributeSplat, Some(from)) => Some(from.element(0)),
                (_, None) => None,
            };
            Stop { field, slot }
        });
        steps.collect()
    }

    /// The address of what a reference begins at, such as `data.aws_vpc.example`.
    pub(super) fn address(&self, providers: &[Bindings<'_>], root: &Root) -> Option<String> {
        let (subject, label) = match root {
            Root::Statement(index) => {
                let statement = &self.statements[*index];
                let subject = match &statement.kind {
                    StatementKind::Declare(declaration) => Subject::Construct(declaration.construct),
                    StatementKind::Variable(_) => Subject::Variable,
                    StatementKind::Local(_) => Subject::Local,
                    StatementKind::Module(_) => Subject::Module,
                    _ => return None,
                };
                (subject, statement.label())
            }
            Root::Undeclared(index) => {
                let undeclared = &self.undeclared[*index];
                (undeclared.subject, undeclared.label.as_str())
            }
            Root::EachKey => return Some("each.key".to_owned()),
            Root::EachValue => return Some("each.value".to_owned()),
            Root::CountIndex => return Some("count.index".to_owned()),
            Root::IteratorKey(name) => return Some(format!("{name}.key")),
            Root::IteratorValue(name) => return Some(format!("{name}.value")),
            Root::Variable(name) | Root::Named(name) => return Some(name.clone()),
            Root::Itself => return Some("self".to_owned()),
            Root::Parameter(_) | Root::Value(_) => return None,
        };
        Some(match subject {
            Subject::Variable => format!("var.{label}"),
            Subject::Local => format!("local.{label}"),
            Subject::Module => format!("module.{label}"),
            Subject::Construct(id) => providers[id.provider].construct(id).address(label),
        })
    }
}
