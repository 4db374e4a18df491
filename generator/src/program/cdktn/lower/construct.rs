//! Constructs.

use super::dynamic::Current;
use super::meta::takes_each_apart;
use super::{Lowering, dynamic, is_parameter};
use crate::model::{BlockId, ConstructKind};
use crate::program::cdktn::code::{Code, Field, Line, Name};
use crate::program::classes::class;
use crate::program::{Argument, Declaration, Import, Reference, Root, Statement};

/// What pages say above a changed name.
pub(super) const NAME_COMMENT: &str = "This allows the Terraform resource name to match the original name. \
    You can remove the call if you don't need them to match.";

impl Lowering<'_> {
    pub(super) fn import(&mut self, import: &Import) -> Code {
        let class = self.class(import.construct);
        let id = self.id(&import.label);
        Code::Name(class)
            .method("generateConfigForImport", vec![Code::This, Code::Text(id), Code::text(&import.id)])
    }

    pub(super) fn class(&self, construct: crate::program::ConstructId) -> Name {
        Name::same(self.classes.called(class(self.providers, construct, self.scope)))
    }

    /// An ID that no other construct of the stack has.
    pub(super) fn id(&mut self, label: &str) -> String {
        let mut id = label.to_owned();
        while !self.ids.insert(id.clone()) {
            id = format!("{id}_{}", self.ids.len());
        }
        id
    }

    pub(super) fn declaration(
        &mut self,
        index: usize,
        statement: &Statement,
        declaration: &Declaration,
        comments: Vec<Vec<String>>,
    ) {
        let construct = declaration.construct;
        let kind = self.providers[construct.provider].construct(construct).kind;
        let root = Root::Statement(index);
        let type_name = &self.providers[construct.provider].construct(construct).type_name;
        let owner =
            if kind == ConstructKind::DataSource { format!("data_{type_name}") } else { type_name.clone() };
        let own = self.is_page() && kind != ConstructKind::Provider;
        let own = own.then(|| self.root(&root)).flatten();
        self.current = Current { owner, label: declaration.label.clone(), ..Current::default() };
        let uses = |root: &Root| {
            let mut found = false;
            statement.references(&mut |reference: &Reference| found |= reference.root == *root);
            found
        };
        let instances = self.instances(&declaration.meta, &uses, takes_each_apart(declaration));
        let fields = self.all_fields(declaration, instances);
        (self.each, self.count) = (None, None);
        let id = self.id(&declaration.label);
        let is_renamed = kind != ConstructKind::Provider && id != declaration.label;
        let class = self.class(construct);
        let mut arguments = vec![Code::This, Code::Text(id)];
        if !fields.is_empty() || self.is_page() {
            arguments.push(Code::Keywords(fields));
        }
        let overrides = std::mem::take(&mut self.current.overrides);
        let unknown = self.unknown(declaration);
        let needs_variable = self.referred[index]
            || is_renamed
            || declaration.meta.import_id.is_some()
            || !overrides.is_empty()
            || !unknown.is_empty();
        let variable = needs_variable.then(|| own.or_else(|| self.root(&root))).flatten();
        let variable = variable.and_then(|(code, _)| match code {
            Code::Name(name) => Some(name),
            _ => None,
        });
        self.lines.push(Line { comments, variable: variable.clone(), value: Code::New(class, arguments) });
        let Some(variable) = variable else { return };
        let mut call = |method: &str, arguments: Vec<Code>, comment: Option<&str>| {
            let value = Code::Name(variable.clone()).method(method, arguments);
            let comments = comment.map(dynamic::lines).into_iter().collect();
            self.lines.push(Line { comments, variable: None, value });
        };
        if is_renamed {
            let comment = self.program.is_page().then_some(NAME_COMMENT);
            call("overrideLogicalId", vec![Code::text(&declaration.label)], comment);
        }
        if let Some(id) = &declaration.meta.import_id {
            call("importFrom", vec![Code::text(id)], None);
        }
        for dynamic::Override { path, value } in overrides {
            call("addOverride", vec![Code::Text(path), value], None);
        }
        for (path, value) in unknown {
            call("addOverride", vec![Code::Text(path), value], None);
        }
    }

    /// Arguments and meta-arguments, in the order of Terraform's JSON on pages.
    fn all_fields(&mut self, declaration: &Declaration, instances: Vec<Field>) -> Vec<Field> {
        let construct = declaration.construct;
        let owner = class(self.providers, construct, self.scope).name;
        if !self.is_page() {
            let mut fields = Vec::new();
            let alias = declaration.meta.alias.iter();
            fields.extend(alias.map(|alias| Field::library("alias", Code::text(alias))));
            fields.extend(self.fields(construct, BlockId::ROOT, owner, &declaration.arguments));
            fields.extend(instances);
            fields.extend(self.meta(declaration).into_iter().map(|(_, field)| field));
            return fields;
        }
        let names = &self.providers[construct.provider].construct(construct).root().fields;
        let (mut plain, mut dynamics, mut given) = (Vec::new(), Vec::new(), Vec::new());
        let mut arguments: Vec<_> = declaration.arguments.iter().collect();
        arguments.sort_by_key(|argument| &names[argument.field].name);
        // Iterators of dynamic blocks come before all that is written with them.
        for argument in arguments.iter().filter(|argument| dynamic::is_dynamic(&argument.value)) {
            dynamics.extend(self.fields(construct, BlockId::ROOT, owner, std::slice::from_ref(*argument)));
        }
        let mut meta = self.meta(declaration);
        if let Some(alias) = &declaration.meta.alias {
            meta.push(("alias", Field::library("alias", Code::text(alias))));
        }
        // What the caller gives is numbered behind what is nested in the rest.
        let is_plain = |argument: &&&Argument| !dynamic::is_dynamic(&argument.value);
        let (last, first): (Vec<&&Argument>, Vec<&&Argument>) =
            arguments.iter().filter(is_plain).partition(|argument| is_parameter(&argument.value));
        for (arguments, list) in [(first, &mut plain), (last, &mut given)] {
            for argument in arguments {
                let name = names[argument.field].name.as_str();
                let fields = self.fields(construct, BlockId::ROOT, owner, std::slice::from_ref(*argument));
                list.extend(fields.into_iter().map(|field| (name, field)));
            }
        }
        let (provisioners, meta): (Vec<_>, Vec<_>) =
            meta.into_iter().partition(|(_, field)| field.name.typescript == "provisioners");
        plain.extend(meta);
        plain.sort_by_key(|(name, _)| *name);
        let plain = plain.into_iter().map(|(_, field)| field);
        let provisioners = provisioners.into_iter().map(|(_, field)| field);
        let given = given.into_iter().map(|(_, field)| field);
        plain.chain(instances).chain(dynamics).chain(provisioners).chain(given).collect()
    }

    /// Arguments that the schema does not have.
    fn unknown(&mut self, declaration: &Declaration) -> Vec<(String, Code)> {
        let unknown = declaration.unknown.iter();
        unknown.map(|setting| (setting.name.clone(), self.free(&setting.value))).collect()
    }
}
