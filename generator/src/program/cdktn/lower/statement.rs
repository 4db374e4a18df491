//! Statements other than constructs.

use super::Lowering;
use crate::names::case::{to_camel_case, to_snake_case};
use crate::program::cdktn::code::{Code, Field, Line, Name};
use crate::program::{
    Backend, Bindings, Expression, Local, Module, Moved, OtherBlock, Output, Program, Requirements, Root,
    Setting, Statement, StatementKind, Subject, Variable,
};

impl Lowering<'_> {
    pub(super) fn statement(&mut self, index: usize, statement: &Statement) {
        let comments: Vec<Vec<String>> = if self.is_page() || statement.comments.is_empty() {
            Vec::new()
        } else {
            vec![statement.comments.clone()]
        };
        let value = match &statement.kind {
            StatementKind::Declare(declaration) => {
                return self.declaration(index, statement, declaration, comments);
            }
            StatementKind::Import(import) => self.import(import),
            StatementKind::Variable(variable) => {
                if self.is_page() && !self.referred[index] {
                    return;
                }
                return self.input(index, variable, comments);
            }
            StatementKind::Local(local) => {
                match (self.is_page(), self.referred[index]) {
                    (true, true) => self.constant(index, local, comments),
                    (true, false) => {}
                    (false, _) => self.local_value(index, local, comments),
                }
                return;
            }
            StatementKind::Output(output) => return self.output(output, comments),
            StatementKind::Module(module) => return self.module(index, statement, module, comments),
            StatementKind::Backend(backend) => self.backend(backend),
            StatementKind::Requirements(requirements) => return self.requirements(requirements, comments),
            StatementKind::Moved(moved) => match self.moved(index, moved) {
                Some(value) => value,
                None => return,
            },
            StatementKind::Block(block) => return self.block(index, block, comments),
        };
        self.lines.push(Line { comments, variable: None, value });
    }

    fn variable_name(&mut self, index: usize) -> Option<Name> {
        match self.root(&Root::Statement(index)) {
            Some((Code::Name(name), _)) => Some(name),
            _ => None,
        }
    }

    /// A construct of the library's own, below a name that no other of the stack has.
    fn element(
        &mut self,
        class: &'static str,
        index: usize,
        label: &str,
        fields: Vec<Field>,
        comments: Vec<Vec<String>>,
    ) -> Option<Name> {
        let id = self.id(label);
        let is_renamed = id != label;
        self.library(class);
        let variable = if self.referred[index] || is_renamed { self.variable_name(index) } else { None };
        let value = Code::New(Name::library(class), vec![Code::This, Code::Text(id), Code::Keywords(fields)]);
        self.lines.push(Line { comments, variable: variable.clone(), value });
        if let (true, Some(variable)) = (is_renamed, &variable) {
            self.rename(variable.clone(), label);
        }
        variable
    }

    fn rename(&mut self, variable: Name, label: &str) {
        let value = Code::Name(variable).method("overrideLogicalId", vec![Code::text(label)]);
        let comments =
            if self.is_page() { vec![vec![super::construct::NAME_COMMENT.to_owned()]] } else { Vec::new() };
        self.lines.push(Line { comments, variable: None, value });
    }

    fn input(&mut self, index: usize, variable: &Variable, comments: Vec<Vec<String>>) {
        let constraint = variable.constraint.as_deref().map(|constraint| match constraint {
            "string" => self.library("VariableType").member(Name::same("STRING")),
            "number" => self.library("VariableType").member(Name::same("NUMBER")),
            "bool" => self.library("VariableType").member(Name::same("BOOL")),
            "any" => self.library("VariableType").member(Name::same("ANY")),
            other => Code::text(other),
        });
        self.library("TerraformVariable");
        let mut fields = Vec::new();
        let mut overrides = Vec::new();
        if let Some(default) = &variable.default {
            let value = self.free(default);
            if has_other_keys(default) {
                overrides.push(("default", value));
            } else {
                fields.push(Field::library("default", value));
            }
        }
        overrides.extend(variable.ephemeral.map(|ephemeral| ("ephemeral", Code::Bool(ephemeral))));
        self.referred[index] |= !overrides.is_empty();
        if let Some(description) = &variable.description {
            fields.push(Field::library("description", Code::text(description)));
        }
        if let Some(nullable) = variable.nullable {
            fields.push(Field::library("nullable", Code::Bool(nullable)));
        }
        if let Some(sensitive) = variable.sensitive {
            fields.push(Field::library("sensitive", Code::Bool(sensitive)));
        }
        fields.extend(constraint.map(|constraint| Field::library("type", constraint)));
        if !variable.validations.is_empty() {
            let conditions = variable.validations.iter();
            let conditions =
                conditions.map(|one| self.condition("TerraformVariableValidationConfig", one)).collect();
            fields.push(Field::library("validation", Code::List(conditions)));
        }
        let name = self.element("TerraformVariable", index, &variable.label, fields, comments);
        for (path, value) in overrides {
            let name = name.clone().map_or(Code::Null, Code::Name);
            let value = name.method("addOverride", vec![Code::text(path), value]);
            self.lines.push(Line { comments: Vec::new(), variable: None, value });
        }
    }

    fn constant(&mut self, index: usize, local: &Local, comments: Vec<Vec<String>>) {
        let value = self.free(&local.value);
        let variable = self.variable_name(index);
        self.lines.push(Line { comments, variable, value });
    }

    fn local_value(&mut self, index: usize, local: &Local, comments: Vec<Vec<String>>) {
        let value = self.free(&local.value);
        self.library("TerraformLocal");
        let id = self.id(&local.label);
        let is_renamed = id != local.label;
        let variable = if self.referred[index] || is_renamed { self.variable_name(index) } else { None };
        let arguments = vec![Code::This, Code::Text(id), value];
        let value = Code::New(Name::library("TerraformLocal"), arguments);
        self.lines.push(Line { comments, variable: variable.clone(), value });
        if let (true, Some(variable)) = (is_renamed, variable) {
            self.rename(variable, &local.label);
        }
    }

    fn output(&mut self, output: &Output, comments: Vec<Vec<String>>) {
        let mut fields = Vec::new();
        self.library("TerraformOutput");
        let value = match &output.value {
            // The library asks a construct for its address.
            Expression::Reference(reference)
                if self.is_page()
                    && reference.steps.is_empty()
                    && self.subject(&reference.root).is_some_and(is_construct) =>
            {
                self.dependency(reference)
            }
            value => self.free(value),
        };
        fields.push(Field::library("value", value));
        if let Some(description) = &output.description {
            fields.push(Field::library("description", Code::text(description)));
        }
        if let Some(sensitive) = output.sensitive {
            fields.push(Field::library("sensitive", Code::Bool(sensitive)));
        }
        if !output.depends_on.is_empty() {
            fields.push(Field::library("dependsOn", self.depends_on(&output.depends_on)));
        }
        if let [condition] = &output.preconditions[..] {
            fields.push(Field::library("precondition", self.condition("Precondition", condition)));
        }
        let id = self.id(&output.label);
        let is_renamed = id != output.label;
        let is_ephemeral = output.ephemeral.is_some() || output.preconditions.len() > 1;
        let variable = (is_renamed || is_ephemeral)
            .then(|| self.variables.further("cdktf.TerraformOutput", &output.label));
        let class = Name::library("TerraformOutput");
        let value = Code::New(class, vec![Code::This, Code::Text(id), Code::Keywords(fields)]);
        self.lines.push(Line { comments, variable: variable.clone(), value });
        let Some(variable) = variable else { return };
        if is_renamed {
            self.rename(variable.clone(), &output.label);
        }
        let mut overrides = Vec::new();
        if let Some(ephemeral) = output.ephemeral {
            overrides.push(("ephemeral", Code::Bool(ephemeral)));
        }
        if output.preconditions.len() > 1 {
            let conditions = output.preconditions.iter().map(|condition| {
                Code::Map(vec![
                    (Code::text("condition"), self.free(&condition.condition)),
                    (Code::text("error_message"), self.free(&condition.message)),
                ])
            });
            overrides.push(("precondition", Code::List(conditions.collect())));
        }
        for (path, value) in overrides {
            let value = Code::Name(variable.clone()).method("addOverride", vec![Code::text(path), value]);
            self.lines.push(Line { comments: Vec::new(), variable: None, value });
        }
    }

    fn module(&mut self, index: usize, statement: &Statement, module: &Module, comments: Vec<Vec<String>>) {
        self.current = super::dynamic::Current {
            owner: "module".to_owned(),
            label: module.label.clone(),
            ..super::dynamic::Current::default()
        };
        let uses = |root: &Root| {
            let mut found = false;
            statement.references(&mut |reference| found |= reference.root == *root);
            found
        };
        let instances = self.instances(&module.meta, &uses, uses(&Root::EachValue) && uses(&Root::EachKey));
        let mut fields = vec![Field::library("source", Code::text(&module.source))];
        if let Some(version) = &module.version {
            fields.push(Field::library("version", Code::text(version)));
        }
        if !module.inputs.is_empty() {
            fields.push(Field::library("variables", self.in_json(&module.inputs)));
        }
        if !module.providers.is_empty() {
            let providers = module.providers.iter().map(|(alias, provider)| {
                let provider = self.dependency(provider);
                if alias.contains('.') {
                    let alias = alias.rsplit('.').next().unwrap_or_default();
                    let fields = vec![
                        Field::library("moduleAlias", Code::text(alias)),
                        Field::library("provider", provider),
                    ];
                    self.structure("TerraformModuleProvider", fields)
                } else {
                    provider
                }
            });
            fields.push(Field::library("providers", Code::List(providers.collect())));
        }
        fields.extend(instances);
        if !module.meta.depends_on.is_empty() {
            fields.push(Field::library("dependsOn", self.depends_on(&module.meta.depends_on)));
        }
        (self.each, self.count) = (None, None);
        self.element("TerraformHclModule", index, &module.label, fields, comments);
    }

    fn backend(&mut self, backend: &Backend) -> Code {
        let known = BACKENDS.iter().find(|(kind, _)| *kind == backend.kind);
        let is_flat = backend
            .settings
            .iter()
            .all(|setting| !matches!(setting.value, Expression::List(_) | Expression::Map(_)));
        match known {
            Some((_, class)) if is_flat => {
                self.library(class);
                let mut settings: Vec<&Setting> = backend.settings.iter().collect();
                if self.is_page() {
                    settings.sort_by_key(|setting| &setting.name);
                }
                let fields = settings
                    .into_iter()
                    .map(|setting| Field::library(&to_camel_case(&setting.name), self.free(&setting.value)));
                let fields = fields.collect();
                Code::New(Name::library(class), vec![Code::This, Code::Keywords(fields)])
            }
            _ => {
                let path = if backend.kind == "cloud" {
                    "terraform.cloud".to_owned()
                } else {
                    format!("terraform.backend.{}", backend.kind)
                };
                let value = self.in_json(&backend.settings);
                override_stack(path, value)
            }
        }
    }

    /// Pages leave out what the bindings' own metadata says.
    fn requirements(&mut self, requirements: &Requirements, comments: Vec<Vec<String>>) {
        let mut overrides = Vec::new();
        if let Some(version) = &requirements.terraform {
            overrides.push(("terraform.required_version".to_owned(), Code::text(version)));
        }
        // On pages the bindings say which providers they are of.
        let providers = if self.is_page() { &[][..] } else { &requirements.providers };
        for provider in providers {
            let mut entries = Vec::new();
            let texts = [("source", &provider.source), ("version", &provider.version)];
            for (name, text) in texts {
                entries.extend(text.as_ref().map(|text| (Code::text(name), Code::text(text))));
            }
            if !entries.is_empty() {
                let path = format!("terraform.required_providers.{}", provider.name);
                overrides.push((path, Code::Map(entries)));
            }
        }
        for other in &requirements.others {
            overrides.push((format!("terraform.{}", other.name), self.free(&other.value)));
        }
        let mut comments = comments;
        for (path, value) in overrides {
            let value = override_stack(path, value);
            self.lines.push(Line { comments: std::mem::take(&mut comments), variable: None, value });
        }
    }

    /// What an address was before: the construct says so itself, all else is said together where the first is.
    fn moved(&mut self, index: usize, moved: &Moved) -> Option<Code> {
        if let (Some(construct), false) = (moved.statement, self.is_elsewhere(moved)) {
            let name = self.variable_name(construct)?;
            return Some(Code::Name(name).method("moveFromId", vec![Code::text(&moved.from)]));
        }
        let is_other = |statement: &&Statement| matches!(&statement.kind, StatementKind::Moved(moved) if self.is_elsewhere(moved));
        let others = self.program.statements.iter().filter(is_other);
        let blocks = others.filter_map(|statement| match &statement.kind {
            StatementKind::Moved(moved) => {
                let entry = |name: &str, text: &str| (Code::text(name), Code::text(text));
                Some(Code::Map(vec![entry("from", &moved.from), entry("to", &moved.to)]))
            }
            _ => None,
        });
        let is_first = self.program.statements[..index].iter().all(|statement| !is_other(&statement));
        is_first.then(|| override_stack("moved".to_owned(), Code::List(blocks.collect())))
    }

    /// Whether no construct of the program's is what was moved.
    fn is_elsewhere(&self, moved: &Moved) -> bool {
        let declares =
            |index: usize| matches!(self.program.statements[index].kind, StatementKind::Declare(_));
        !moved.statement.is_some_and(declares) || moved.from.contains('[')
    }

    /// A block with labels is written by them, others as a list.
    fn block(&mut self, index: usize, block: &OtherBlock, comments: Vec<Vec<String>>) {
        let value = if block.labels.is_empty() {
            // All of a kind are said together, where the first is.
            let same = |statement: &Statement| match &statement.kind {
                StatementKind::Block(other) => other.kind == block.kind && other.labels.is_empty(),
                _ => false,
            };
            if self.program.statements[..index].iter().any(same) {
                return;
            }
            let blocks = self.program.statements.iter().filter(|statement| same(statement));
            let blocks = blocks.filter_map(|statement| match &statement.kind {
                StatementKind::Block(block) => Some(self.in_json(&block.settings)),
                _ => None,
            });
            let blocks = Code::List(blocks.collect());
            override_stack(block.kind.clone(), blocks)
        } else {
            let path = format!("{}.{}", block.kind, block.labels.join("."));
            let value = self.in_json(&block.settings);
            override_stack(path, value)
        };
        self.lines.push(Line { comments, variable: None, value });
    }
}

fn override_stack(path: String, value: Code) -> Code {
    Code::This.method("addOverride", vec![Code::Text(path), value])
}

fn is_construct(subject: Subject) -> bool {
    matches!(subject, Subject::Construct(_))
}

/// Notes that pages have above the first statement.
pub(super) fn page_notes(program: &Program, providers: &[Bindings<'_>], lines: &mut [Line]) {
    let Some(first) = lines.first_mut() else { return };
    let mut notes = Vec::new();
    if program.statements.iter().any(|statement| matches!(statement.kind, StatementKind::Variable(_))) {
        notes.push(super::dynamic::lines(
            "Terraform Variables are not always the best fit for getting inputs in the context of Terraform CDK.\n\
             You can read more about this at https://cdk.tf/variables",
        ));
    }
    let declares = |index: usize| {
        program
            .statements
            .iter()
            .any(|statement| statement.construct().is_some_and(|id| id.provider == index))
    };
    let name = |index: usize| providers[index].provider.address.name.as_str();
    let is_known = |other: &str| {
        (0..providers.len()).any(|index| !program.guessed.contains(&index) && name(index) == other)
    };
    let guessed = program.guessed.iter().filter(|&&index| declares(index)).map(|&index| name(index));
    let guessed: Vec<&str> = guessed.filter(|name| !is_known(name)).collect();
    if !guessed.is_empty() {
        notes.push(super::dynamic::lines(&format!(
            "The following providers are missing schema information and might need manual adjustments to synthesize \
             correctly: {}.\nFor a more precise conversion please use the --provider flag in convert.",
            guessed.join(", ")
        )));
    }
    first.comments.append(&mut notes);
}

/// The library's classes of backends.
const BACKENDS: &[(&str, &str)] = &[
    ("azurerm", "AzurermBackend"),
    ("consul", "ConsulBackend"),
    ("cos", "CosBackend"),
    ("gcs", "GcsBackend"),
    ("http", "HttpBackend"),
    ("local", "LocalBackend"),
    ("oss", "OssBackend"),
    ("pg", "PgBackend"),
    ("s3", "S3Backend"),
    ("swift", "SwiftBackend"),
];

/// Whether a value has keys that the library would write otherwise: it takes those of a default for names of its own.
fn has_other_keys(value: &Expression) -> bool {
    match value {
        Expression::List(elements) => elements.iter().any(has_other_keys),
        Expression::Map(entries) => entries
            .iter()
            .any(|(key, value)| to_snake_case(key.name()) != key.name() || has_other_keys(value)),
        _ => false,
    }
}
