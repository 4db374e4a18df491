//! Values of arguments, by what the schema says of their place.

use super::dynamic::Override;
use super::dynamic::is_dynamic;
use super::{Lowering, Wanted};
use crate::model::{BlockId, FieldKind, Presence, Type};
use crate::program::cdktn::code::{Code, Field, Name};
use crate::program::classes::nested;
use crate::program::{Argument, ConstructId, Expression, Language, Slot, classes::Class};

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub construct: ConstructId,
    pub slot: Slot<'a>,
    /// Whether the library's classes want a value here.
    pub is_required: bool,
    /// The class of the objects in it.
    pub class: Option<Class<'a>>,
}

impl<'a> Lowering<'a> {
    /// Arguments as fields; dynamic blocks, which have no place among values, are left to `later`.
    pub(super) fn fields(
        &mut self,
        construct: ConstructId,
        block: BlockId,
        owner: &str,
        arguments: &[Argument],
    ) -> Vec<Field> {
        let mut fields = Vec::new();
        for argument in self.arguments_in_order(construct, block, arguments) {
            let site = self.site(construct, block, owner, argument.field);
            let terraform = &self.providers[construct.provider].construct(construct).block(block).fields
                [argument.field]
                .name;
            self.current.path.push(terraform.clone());
            let value = self.argument(site, &argument.value);
            self.current.path.pop();
            let Some(value) = value else { continue };
            let name = self.field_name(construct, block, argument.field);
            let comments = if self.is_page() { Vec::new() } else { argument.comments.clone() };
            fields.push(Field { comments, name, value });
        }
        fields
    }

    pub(super) fn site(&self, construct: ConstructId, block: BlockId, owner: &str, field: usize) -> Site<'a> {
        let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
        let owner = self.is_page().then_some(owner);
        let class = nested(self.providers, construct, block, field, owner);
        let field = &fields[field];
        let is_required = match &field.kind {
            FieldKind::Attribute(_) => field.presence == Presence::Required,
            FieldKind::Block { limits, .. } => limits.min > 0,
        };
        Site { construct, slot: Slot::of(field), is_required, class }
    }

    /// The value of an argument; none where it says nothing here.
    fn argument(&mut self, site: Site<'a>, expression: &Expression) -> Option<Code> {
        if matches!(expression, Expression::Null) && !self.is_page() {
            return None;
        }
        if is_dynamic(expression) {
            let dynamic = self.runtime_dynamic(site, expression);
            return dynamic.or_else(|| self.stand_in(site));
        }
        let (slot, expression) = site.slot.unwrap_single(expression);
        let site = Site { slot, ..site };
        if self.is_unfit(slot, expression) {
            let value = self.free(expression);
            self.current.overrides.push(Override { path: self.current.path.join("."), value });
            return self.stand_in(site);
        }
        Some(self.at(site, expression))
    }

    /// What is required must be there, also where it is written over: no blocks.
    fn stand_in(&mut self, site: Site<'a>) -> Option<Code> {
        let is_list = matches!(site.slot, Slot::Blocks { single: false, .. });
        let none = Code::List(Vec::new());
        match (site.is_required, is_list, self.language) {
            (false, ..) => None,
            (true, false, Language::Python) => Some(self.token("asAny", none)),
            (true, ..) => Some(none),
        }
    }

    /// Whether an object is wanted and something is given that only Terraform makes one of: no class takes that.
    fn is_unfit(&self, slot: Slot<'_>, expression: &Expression) -> bool {
        let is_object = matches!(slot, Slot::Block(_) | Slot::Value(Type::Object(_)));
        let is_written = matches!(
            expression,
            Expression::Object(_) | Expression::Map(_) | Expression::List(_) | Expression::Null
        );
        is_object && !is_written && !super::is_parameter(expression) && !self.is_page()
    }

    /// A value at its place.
    pub(super) fn at(&mut self, site: Site<'a>, expression: &Expression) -> Code {
        let Site { construct, slot, .. } = site;
        match expression {
            Expression::List(elements) => {
                let elements = elements.iter().filter(|element| !matches!(element, Expression::Dynamic(_)));
                let elements = elements.enumerate();
                let element = |(index, element): (usize, _)| {
                    self.current.path.push(index.to_string());
                    let code = self.at(Site { slot: slot.element(index), ..site }, element);
                    self.current.path.pop();
                    code
                };
                Code::List(elements.map(element).collect())
            }
            Expression::Map(entries) => {
                let entries = self.in_order(entries);
                let entries = entries.into_iter().map(|(key, value)| {
                    let key = self.key(key, false).unwrap_or_else(|| Code::text(""));
                    (key, self.at(Site { slot: slot.element(0), ..site }, value))
                });
                Code::Map(entries.collect())
            }
            Expression::Object(arguments) => {
                let Some(shape) = slot.shape() else { return Code::Null };
                let owner = site.class.map_or("", |class| class.name);
                let fields = self.fields(construct, shape, owner, arguments);
                match (site.class, self.language) {
                    (Some(class), Language::Python) => {
                        Code::Struct(Name::same(self.classes.called(class)), fields)
                    }
                    (None, Language::Python) => Code::Map(
                        fields
                            .into_iter()
                            .map(|field| (Code::text(&field.name.python), field.value))
                            .collect(),
                    ),
                    (_, _) => Code::Struct(Name::same(""), fields),
                }
            }
            expression => {
                let wanted = match slot {
                    Slot::Value(ty) => Wanted::of(ty),
                    _ => Wanted::Any,
                };
                self.wanted(expression, wanted)
            }
        }
    }

    /// Arguments in the order of Terraform's JSON on pages, what the caller gives last; else as they are written.
    pub(super) fn arguments_in_order<'e>(
        &self,
        construct: ConstructId,
        block: BlockId,
        arguments: &'e [Argument],
    ) -> Vec<&'e Argument> {
        let mut arguments: Vec<_> = arguments.iter().collect();
        if self.is_page() {
            let fields = &self.providers[construct.provider].construct(construct).block(block).fields;
            arguments.sort_by_key(|argument| {
                let is_given = super::is_parameter(&argument.value);
                (super::dynamic::is_dynamic(&argument.value), is_given, &fields[argument.field].name)
            });
        }
        arguments
    }
}
