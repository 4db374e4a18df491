//! What Terraform takes beside the arguments.

use super::layout::{Code, Entry, Rest};
use super::value::{Form, argument, field_of};
use super::{Printer, types};
use crate::model::{ConstructKind, Type};
use crate::program::{
    Condition, Declaration, Expression, IgnoreChanges, Key, Lifecycle, Meta, Provisioner, Setting,
};

impl Printer<'_> {
    /// The `Meta` of a declaration, and what is called on the construct that has it; `None` where there is nothing to say.
    pub(super) fn meta(
        &self,
        declaration: &Declaration,
        kind: ConstructKind,
    ) -> (Option<Code>, Vec<(&'static str, Code)>) {
        let meta = &declaration.meta;
        let new = || Code::Call("Meta::new".to_owned(), Vec::new());
        let mut code = new();
        if let Some((method, argument)) = self.repetition(meta) {
            code = code.then(method, vec![argument]);
        }
        for reference in &meta.depends_on {
            code = code.then("depends_on", vec![self.whole(reference)]);
        }
        if let Some(provider) = meta.provider.as_ref().and_then(|provider| self.provider(provider)) {
            code = code.then("provider", vec![provider]);
        }
        let mut links = Vec::new();
        if let Some(lifecycle) = &meta.lifecycle {
            code = self.lifecycle(code, lifecycle, kind, &mut links);
        }
        if kind == ConstructKind::Resource {
            if let Some(settings) = &meta.connection {
                let connection = about_itself(self.connection(settings));
                links.push(("connection", connection));
            }
            for provisioner in &meta.provisioners {
                if let Some(code) = self.provisioner(provisioner) {
                    links.push(("provisioner", about_itself(code)));
                }
            }
        }
        let is_empty = matches!(code, Code::Call(..)) && links.is_empty();
        (if is_empty { None } else { Some(code) }, links)
    }

    /// `count` or `for_each`.
    pub(super) fn repetition(&self, meta: &Meta) -> Option<(&'static str, Code)> {
        if let Some(count) = &meta.count {
            return Some(("count", argument(&self.fit(count, &Type::Number))));
        }
        let each = meta.for_each.as_ref()?;
        let (code, element) = self.for_each(each);
        *self.each.borrow_mut() = element;
        Some(("for_each", code))
    }

    /// What there is an instance for each of, and the type of `each.value`.
    fn for_each(&self, each: &Expression) -> (Code, Option<Type>) {
        if let Expression::Call(call) = each
            && call.function == "toset"
            && let [Expression::List(members)] = call.arguments.as_slice()
            && !members.is_empty()
            && let value = self.fit(&call.arguments[0], &Type::List(Box::new(Type::String)))
            && let Form::Literal(code) = value.form
        {
            return (code, Some(Type::String));
        }
        let known = self.typed(each, None).filter(|value| match &value.ty {
            Type::Set(element) => **element == Type::String,
            Type::Map(element) => !types::has_objects(element),
            _ => false,
        });
        if let Some(value) = known
            && let Type::Set(element) | Type::Map(element) = &value.ty
            && matches!(value.form, Form::Is(_) | Form::Variable { .. })
        {
            let element = Some((**element).clone()).filter(|element| *element != Type::Dynamic);
            return (argument(&value), element);
        }
        let any = Type::Map(Box::new(Type::Dynamic));
        let strings = Type::Map(Box::new(Type::String));
        let (ty, element) = match each {
            Expression::Map(entries)
                if entries
                    .iter()
                    .all(|(_, value)| matches!(value, Expression::String(_) | Expression::Template(_))) =>
            {
                (strings, Some(Type::String))
            }
            _ => (any, None),
        };
        let value = match each {
            Expression::Map(_) => self.fit(each, &ty),
            _ => self.raw(each, &ty),
        };
        let code = match &value.form {
            Form::Literal(code) => {
                Code::Call(format!("Value::<{}>::from", types::name(&ty, "")), vec![code.clone()])
            }
            _ => argument(&value),
        };
        (code, element)
    }

    fn lifecycle(
        &self,
        mut code: Code,
        lifecycle: &Lifecycle,
        kind: ConstructKind,
        links: &mut Vec<(&'static str, Code)>,
    ) -> Code {
        // Terraform has these for resources only.
        if kind == ConstructKind::Resource {
            if lifecycle.create_before_destroy == Some(true) {
                code = code.then("create_before_destroy", Vec::new());
            }
            if lifecycle.prevent_destroy == Some(true) {
                code = code.then("prevent_destroy", Vec::new());
            }
            match &lifecycle.ignore_changes {
                None => {}
                Some(IgnoreChanges::All) => code = code.then("ignore_all_changes", Vec::new()),
                Some(IgnoreChanges::Of(paths)) if paths.is_empty() => {}
                Some(IgnoreChanges::Of(paths)) => {
                    let paths = paths.iter().map(|path| Code::string(path)).collect();
                    code = code.then("ignore_changes", vec![Code::Array(paths)]);
                }
            }
            for reference in &lifecycle.replace_triggered_by {
                let trigger = if reference.steps.is_empty() {
                    self.whole(reference)
                } else {
                    let value = self.raw_reference(reference, &Type::Dynamic);
                    let Form::Raw { text, .. } = value.form else { continue };
                    let address = Code::Call("Reference::expression".to_owned(), vec![Code::string(&text)]);
                    Code::Prefix("&", Box::new(address))
                };
                code = code.then("replace_triggered_by", vec![trigger]);
            }
        }
        for condition in &lifecycle.preconditions {
            code = code.then("precondition", self.condition(condition));
        }
        for condition in &lifecycle.postconditions {
            links.push(("postcondition", self.postcondition(condition)));
        }
        code
    }

    fn postcondition(&self, condition: &Condition) -> Code {
        about_itself(Code::Tuple(self.condition(condition)))
    }

    fn connection(&self, settings: &[Setting]) -> Code {
        let is_winrm = settings
            .iter()
            .any(|setting| setting.name == "type" && setting.value == Expression::String("winrm".to_owned()));
        let settings: Vec<_> = settings.iter().filter(|setting| setting.name != "type").collect();
        let class = if is_winrm { "WinrmConnection" } else { "SshConnection" };
        self.structure(class, &["host"], &settings)
    }

    /// A provisioner; `None` where Terraform has none of the kind.
    fn provisioner(&self, provisioner: &Provisioner) -> Option<Code> {
        let (class, required): (_, &[&str]) = match provisioner.kind.as_str() {
            "local-exec" => ("LocalExec", &["command"]),
            "file" => ("FileProvisioner", &["destination"]),
            "remote-exec" => ("RemoteExec", &[]),
            _ => return None,
        };
        let is_own =
            |setting: &&Setting| matches!(setting.name.as_str(), "when" | "on_failure" | "connection");
        let (own, settings): (Vec<_>, Vec<_>) = provisioner.settings.iter().partition(is_own);
        let mut code = self.structure(class, required, &settings);
        for setting in own {
            code = match (setting.name.as_str(), &setting.value) {
                ("when", Expression::String(when)) if when == "destroy" => {
                    code.then("when_destroyed", Vec::new())
                }
                ("on_failure", Expression::String(what)) if what == "continue" => {
                    code.then("continue_on_failure", Vec::new())
                }
                ("connection", Expression::Map(entries)) => {
                    let settings: Vec<_> = entries
                        .iter()
                        .filter_map(|(key, value)| match key {
                            Key::Name(name) => Some(Setting { name: name.clone(), value: value.clone() }),
                            Key::Computed(_) => None,
                        })
                        .collect();
                    code.then("connection", vec![self.connection(&settings)])
                }
                _ => code,
            };
        }
        Some(code)
    }

    /// A struct of the runtime's.
    fn structure(&self, class: &str, required: &[&str], settings: &[&Setting]) -> Code {
        let find = |name: &str| settings.iter().find(|setting| setting.name == name);
        let is_complete = required.iter().all(|name| find(name).is_some());
        let required: &[&str] = if is_complete { required } else { &[] };
        let values: Vec<_> = required
            .iter()
            .filter_map(|name| find(name))
            .map(|setting| argument(&self.fit(&setting.value, &setting_type(&setting.name))))
            .collect();
        let named = settings.iter().filter(|setting| !required.contains(&setting.name.as_str()));
        let named: Vec<_> = named
            .map(|setting| {
                let ty = setting_type(&setting.name);
                let value = field_of(&self.fit(&setting.value, &ty), &ty);
                Entry { comments: Vec::new(), name: setting.name.clone(), value }
            })
            .collect();
        let rest = if required.is_empty() {
            Code::Call("Default::default".to_owned(), Vec::new())
        } else {
            Code::Call(format!("{class}::new"), values)
        };
        if named.is_empty() {
            return if required.is_empty() {
                Code::Call(format!("{class}::default"), Vec::new())
            } else {
                rest
            };
        }
        Code::Struct(class.to_owned(), named, Some(Box::new(Rest { comments: Vec::new(), value: rest })))
    }
}

/// The type of what is set in provisioners and connections.
fn setting_type(name: &str) -> Type {
    match name {
        "port" | "proxy_port" | "bastion_port" => Type::Number,
        "agent" | "https" | "insecure" | "use_ntlm" | "quiet" => Type::Bool,
        "interpreter" | "inline" | "scripts" => Type::List(Box::new(Type::String)),
        "environment" => Type::Map(Box::new(Type::String)),
        _ => Type::String,
    }
}

/// A closure that is given what its resource refers to itself by.
fn about_itself(code: Code) -> Code {
    let name = if code.mentions("this") { "this" } else { "_" };
    Code::Closure(name.to_owned(), Box::new(code))
}
