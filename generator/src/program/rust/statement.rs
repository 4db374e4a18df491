//! Statements.

use super::Printer;
use super::layout::Code;
use super::value::{Value, argument, field_of};
use crate::model::{ConstructKind, ProviderAddress, Type, split};
use crate::program::{
    Condition, Declaration, Expression, Import, Local, Module, Moved, Output, Requirements, Root,
    StatementKind, Variable,
};

/// A statement of Rust.
pub(super) struct Line {
    /// Lines of comment above it, without marks.
    pub comments: Vec<String>,
    /// The variable that takes what it returns; empty where there is none.
    pub variable: String,
    pub code: Code,
}

impl Printer<'_> {
    /// The statements of Rust for the one at an index.
    pub(super) fn lines(&self, index: usize) -> Vec<Line> {
        self.at.set(index);
        *self.each.borrow_mut() = None;
        let statement = &self.program.statements[index];
        let mut comments = statement.comments.clone();
        let variable = self.variables[index].clone();
        let codes = match &statement.kind {
            StatementKind::Declare(declaration) => {
                let (code, own) = self.declaration(declaration);
                comments.extend(own);
                let mut codes = vec![code];
                codes.extend(self.import_into(declaration, &variable));
                codes.extend(self.overrides(declaration));
                codes
            }
            StatementKind::Import(import) => vec![self.import(import)],
            StatementKind::Variable(variable) => vec![self.input(index, variable)],
            StatementKind::Local(local) => vec![self.local(index, local)],
            StatementKind::Output(output) => vec![self.output(output)],
            StatementKind::Module(module) => vec![self.module(module)],
            StatementKind::Backend(backend) => vec![self.backend(backend)],
            StatementKind::Requirements(requirements) => self.requirements(requirements),
            StatementKind::Moved(moved) => vec![self.moved(moved)],
            StatementKind::Block(block) => self.other_block(block),
        };
        let mut lines: Vec<Line> = codes
            .into_iter()
            .map(|code| Line {
                comments: Vec::new(),
                variable: String::new(),
                code: if code.ends_with("assert") { code } else { code.fallible() },
            })
            .collect();
        if let Some(first) = lines.first_mut() {
            first.comments = comments;
            first.variable = variable;
        }
        lines
    }

    fn declaration(&self, declaration: &Declaration) -> (Code, Vec<String>) {
        let Declaration { construct, label, arguments, .. } = declaration;
        let kind = self.providers[construct.provider].construct(*construct).kind;
        let (meta, links) = self.meta(declaration, kind);
        let class = self.class(*construct);
        let object = self.object(*construct, crate::model::BlockId::ROOT, class, arguments);
        let method = match kind {
            ConstructKind::Provider => {
                let code = match &declaration.meta.alias {
                    None => object.code,
                    Some(alias) => {
                        self.traits.borrow_mut().insert("Provider as _");
                        object.code.then("alias", vec![Code::string(alias)])
                    }
                };
                return (stack("provider", vec![code]), object.comments);
            }
            ConstructKind::DataSource => "data",
            ConstructKind::EphemeralResource => "ephemeral",
            _ => "add",
        };
        let code = match meta {
            None => object.code,
            Some(meta) => {
                self.traits.borrow_mut().insert(match kind {
                    ConstructKind::DataSource => "DataSource as _",
                    ConstructKind::EphemeralResource => "EphemeralResource as _",
                    _ => "Resource as _",
                });
                let code = object.code.then("with", vec![meta]);
                links.into_iter().fold(code, |code, (method, argument)| code.then(method, vec![argument]))
            }
        };
        (stack(method, vec![Code::string(label), code]), object.comments)
    }

    /// The import of what exists into what is declared.
    fn import_into(&self, declaration: &Declaration, variable: &str) -> Option<Code> {
        let id = declaration.meta.import_id.as_ref()?;
        let to = if variable.is_empty() {
            let address = self.providers[declaration.construct.provider].construct(declaration.construct);
            Code::Call(
                "Reference::expression".to_owned(),
                vec![Code::string(&address.address(&declaration.label))],
            )
        } else {
            Code::Path(variable.to_owned())
        };
        Some(import_block(Code::Prefix("&", Box::new(to)), Code::string(id)))
    }

    /// An import with generated configuration, typed where the ID has a format that the struct knows.
    fn import(&self, import: &Import) -> Code {
        let bindings = &self.providers[import.construct.provider];
        let construct = bindings.construct(import.construct);
        let formats = &construct.import.formats;
        let is_known =
            if formats.is_empty() { !import.id.is_empty() } else { split(formats, &import.id).is_some() };
        if is_known {
            let id = Code::string(&import.id).then("parse", Vec::new()).fallible();
            let method = format!("import::<{}>", self.class(import.construct));
            return stack(&method, vec![Code::string(&import.label), id]);
        }
        let address = Code::string(&construct.address(&import.label));
        let to = Code::Call("Reference::expression".to_owned(), vec![address]);
        import_block(Code::Prefix("&", Box::new(to)), Code::string(&import.id))
    }

    fn input(&self, index: usize, variable: &Variable) -> Code {
        let constraint = variable.constraint.as_deref().unwrap_or("any");
        let ty = super::types::constraint(constraint);
        let mut code = match &ty {
            Some(ty) => Code::Call(format!("Variable::<{}>::new", super::types::name(ty, "")), Vec::new()),
            None => Code::Call("Variable::of".to_owned(), vec![Code::string(constraint)]),
        };
        let ty = ty.unwrap_or(Type::Dynamic);
        self.types.borrow_mut().insert(index, ty.clone());
        if let Some(default) = &variable.default {
            code = code.then("default", vec![argument(&self.fit(default, &ty))]);
        }
        if let Some(description) = &variable.description {
            code = code.then("description", vec![Code::string(description)]);
        }
        let flags = [
            ("sensitive", variable.sensitive == Some(true)),
            ("ephemeral", variable.ephemeral == Some(true)),
            ("not_null", variable.nullable == Some(false)),
        ];
        for (method, _) in flags.into_iter().filter(|(_, is_set)| *is_set) {
            code = code.then(method, Vec::new());
        }
        for validation in &variable.validations {
            code = code.then("validation", self.validation(index, validation, &ty));
        }
        stack("variable", vec![Code::string(&variable.label), code])
    }

    /// A closure that is given the variable, and the message.
    fn validation(&self, index: usize, validation: &Condition, ty: &Type) -> Vec<Code> {
        let own = format!("var.{}", self.program.statements[index].label());
        let name = Some(&self.variables[index]).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| "value".to_owned(), Clone::clone);
        *self.validated.borrow_mut() = Some((own.clone(), name.clone(), ty.clone()));
        let Condition { condition, message } = validation;
        let [condition, message] = [(condition, Type::Bool), (message, Type::String)].map(|(value, ty)| {
            // What the closure captures would have to live on, so that only the variable itself is typed.
            let mut is_own = true;
            value.references(&mut |reference| is_own &= reference.root == Root::Named(own.clone()));
            argument(&if is_own { self.fit(value, &ty) } else { self.raw(value, &ty) })
        });
        *self.validated.borrow_mut() = None;
        let parameter = if condition.mentions(&name) { name } else { "_".to_owned() };
        vec![Code::Closure(parameter, Box::new(condition)), message]
    }

    fn local(&self, index: usize, local: &Local) -> Code {
        let ty = self.typed(&local.value, None).map_or(Type::Dynamic, |value| value.ty);
        let ty = if super::types::has_objects(&ty) { Type::Dynamic } else { ty };
        let value = self.fit(&local.value, &ty);
        self.types.borrow_mut().insert(index, ty.clone());
        let method = format!("local::<{}>", super::types::name(&ty, ""));
        stack(&method, vec![Code::string(&local.label), field_of(&value, &ty)])
    }

    fn output(&self, output: &Output) -> Code {
        let value = argument(&self.fit(&output.value, &Type::Dynamic));
        let mut code = Code::Call("Output::new".to_owned(), vec![value.clone()]);
        let mut is_plain = true;
        let mut then = |method: &str, arguments| {
            is_plain = false;
            let before = std::mem::replace(&mut code, Code::Tuple(Vec::new()));
            code = before.then(method, arguments);
        };
        if let Some(description) = &output.description {
            then("description", vec![Code::string(description)]);
        }
        if output.sensitive == Some(true) {
            then("sensitive", Vec::new());
        }
        if output.ephemeral == Some(true) {
            then("ephemeral", Vec::new());
        }
        for reference in &output.depends_on {
            then("depends_on", vec![self.whole(reference)]);
        }
        for condition in &output.preconditions {
            then("precondition", self.condition(condition));
        }
        stack("output", vec![Code::string(&output.label), if is_plain { value } else { code }])
    }

    /// A condition and its message, as arguments.
    pub(super) fn condition(&self, condition: &Condition) -> Vec<Code> {
        let Condition { condition, message } = condition;
        vec![argument(&self.fit(condition, &Type::Bool)), argument(&self.fit(message, &Type::String))]
    }

    fn module(&self, module: &Module) -> Code {
        let mut code = Code::Call("Module::new".to_owned(), vec![Code::string(&module.source)]);
        if let Some(version) = &module.version {
            code = code.then("version", vec![Code::string(version)]);
        }
        if let Some((method, argument)) = self.repetition(&module.meta) {
            code = code.then(method, vec![argument]);
        }
        for input in &module.inputs {
            let value = argument(&self.fit(&input.value, &Type::Dynamic));
            code = code.then("input", vec![Code::string(&input.name), value]);
        }
        for (name, reference) in &module.providers {
            if let Some(provider) = self.provider(reference) {
                code = code.then("provider", vec![Code::string(name), provider]);
            }
        }
        for reference in &module.meta.depends_on {
            code = code.then("depends_on", vec![self.whole(reference)]);
        }
        stack("module", vec![Code::string(&module.label), code])
    }

    fn requirements(&self, requirements: &Requirements) -> Vec<Code> {
        let mut codes = Vec::new();
        if let Some(version) = &requirements.terraform {
            codes.push(stack("required_version", vec![Code::string(version)]));
        }
        for provider in &requirements.providers {
            let known = self.providers.iter().map(|bindings| &bindings.provider.address);
            let source = provider.source.clone().unwrap_or_else(|| {
                let known = known.clone().find(|address| address.name == provider.name);
                known.map_or_else(|| format!("hashicorp/{}", provider.name), ProviderAddress::source)
            });
            let version = match &provider.version {
                None => Code::Path("None".to_owned()),
                Some(version) => Code::Call("Some".to_owned(), vec![Code::string(version)]),
            };
            let arguments = vec![Code::string(&provider.name), Code::string(&source), version];
            codes.push(stack("required_provider", arguments));
        }
        for setting in &requirements.others {
            codes.push(self.override_of(&format!("terraform.{}", setting.name), &setting.value));
        }
        codes
    }

    fn moved(&self, moved: &Moved) -> Code {
        let to = match moved.statement.map(|index| &self.variables[index]).filter(|name| !name.is_empty()) {
            Some(name) => Code::Path(name.clone()),
            None => Code::Call("Reference::expression".to_owned(), vec![Code::string(&moved.to)]),
        };
        stack("moved", vec![Code::string(&moved.from), Code::Prefix("&", Box::new(to))])
    }

    /// A value at a path of the stack's JSON.
    pub(super) fn override_of(&self, path: &str, value: &Expression) -> Code {
        let value = self.settings_value(value);
        stack("add_override", vec![Code::string(path), argument(&value)])
    }

    pub(super) fn settings_value(&self, value: &Expression) -> Value {
        self.fit(value, &Type::Dynamic)
    }
}

/// A call of a method of the stack.
pub(super) fn stack(method: &str, arguments: Vec<Code>) -> Code {
    Code::Path("stack".to_owned()).then(method, arguments)
}

pub(super) fn import_block(to: Code, id: Code) -> Code {
    stack("import_block", vec![Code::Call("Import::by_id".to_owned(), vec![to, id])])
}
