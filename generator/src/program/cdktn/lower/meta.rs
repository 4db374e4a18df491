//! What Terraform itself takes beside the arguments of a construct.

use super::{Lowering, Wanted};
use crate::program::cdktn::code::{Code, Field};
use crate::program::{
    Condition, Declaration, Expression, IgnoreChanges, Lifecycle, Meta, Reference, Root, Setting, Step,
};

impl Lowering<'_> {
    /// Declares what stands for `each` and `count`; the fields that say so.
    pub(super) fn instances(
        &mut self,
        meta: &Meta,
        uses: &dyn Fn(&Root) -> bool,
        has_steps: bool,
    ) -> Vec<Field> {
        let label = self.current.label.clone();
        let mut fields = Vec::new();
        if let Some(for_each) = &meta.for_each {
            let is_map = has_steps || uses(&Root::EachKey) && uses(&Root::EachValue);
            let iterator = self.iterate(&format!("{label}_for_each_iterator"), for_each, false, is_map);
            fields.push(Field::library("forEach", Code::Name(iterator.clone())));
            self.each = Some(iterator);
            self.current.has_each = true;
        }
        if let Some(count) = &meta.count {
            let needs_iterator = self.is_page() || uses(&Root::CountIndex);
            let number = match count {
                // Pages have numbers as strings here.
                Expression::Integer(number) if self.is_page() => {
                    self.token("asNumber", Code::Text(number.to_string()))
                }
                count => self.wanted(count, Wanted::Number),
            };
            if needs_iterator {
                let owner = self.current.owner.clone();
                let variable = self.variables.further(&owner, &format!("{label}_count"));
                let value = self.library("TerraformCount").method("of", vec![number]);
                self.line_with_note(variable.clone(), value);
                fields.push(Field::library("count", Code::Name(variable.clone())));
                self.count = Some(variable);
            } else {
                fields.push(Field::library("count", number));
            }
        }
        fields
    }

    /// The other meta-arguments, by their names in Terraform.
    pub(super) fn meta(&mut self, declaration: &Declaration) -> Vec<(&'static str, Field)> {
        let meta = &declaration.meta;
        let mut fields = Vec::new();
        if let Some(connection) = &meta.connection {
            let value = self.connection(connection);
            fields.push(("connection", Field::library("connection", value)));
        }
        if !meta.depends_on.is_empty() {
            let value = self.depends_on(&meta.depends_on);
            fields.push(("depends_on", Field::library("dependsOn", value)));
        }
        if let Some(lifecycle) = &meta.lifecycle {
            let value = self.lifecycle(lifecycle);
            fields.push(("lifecycle", Field::library("lifecycle", value)));
        }
        if let Some(provider) = &meta.provider {
            let value = self.dependency(provider);
            fields.push(("provider", Field::library("provider", value)));
        }
        if !meta.provisioners.is_empty() {
            let provisioners = meta.provisioners.iter().map(|provisioner| {
                let class = match provisioner.kind.as_str() {
                    "local-exec" => "LocalExecProvisioner",
                    "remote-exec" => "RemoteExecProvisioner",
                    _ => "FileProvisioner",
                };
                let mut fields = vec![Field::library("type", Code::text(&provisioner.kind))];
                fields.extend(self.settings(&provisioner.settings));
                self.structure(class, fields)
            });
            let value = Code::List(provisioners.collect());
            // Behind all others on pages.
            fields.push(("\u{10ffff}", Field::library("provisioners", value)));
        }
        fields
    }

    pub(super) fn depends_on(&mut self, references: &[Reference]) -> Code {
        Code::List(references.iter().map(|reference| self.dependency(reference)).collect())
    }

    /// Settings as the fields of one of the library's structs.
    fn settings(&mut self, settings: &[Setting]) -> Vec<Field> {
        let mut settings: Vec<_> = settings.iter().collect();
        if self.is_page() {
            settings.sort_by_key(|setting| &setting.name);
        }
        let fields = settings.into_iter().map(|setting| {
            let value = match (setting.name.as_str(), &setting.value) {
                ("connection", value) => {
                    let entries = entries(value);
                    let connection: Vec<Setting> = entries
                        .iter()
                        .map(|(key, value)| Setting { name: key.name().to_owned(), value: value.clone() })
                        .collect();
                    self.connection(&connection)
                }
                (name, value) => self.wanted_setting(name, value),
            };
            Field::library(&crate::names::case::to_camel_case(&setting.name), value)
        });
        fields.collect()
    }

    fn wanted_setting(&mut self, name: &str, value: &Expression) -> Code {
        match (name, value) {
            (_, Expression::List(_) | Expression::Map(_))
            | ("agent" | "https" | "insecure" | "use_ntlm" | "quiet", _) => self.free(value),
            ("inline" | "interpreter" | "scripts", _) => self.wanted(value, Wanted::Strings),
            ("environment", _) => self.wanted(value, Wanted::StringMap),
            ("port" | "bastion_port", _) => self.wanted(value, Wanted::Number),
            _ => self.wanted(value, Wanted::String),
        }
    }

    fn connection(&mut self, settings: &[Setting]) -> Code {
        let is_winrm = settings
            .iter()
            .any(|setting| setting.name == "type" && setting.value == Expression::String("winrm".to_owned()));
        let mut fields = self.settings(settings);
        if settings.iter().all(|setting| setting.name != "type") {
            fields.insert(0, Field::library("type", Code::text("ssh")));
        }
        self.structure(
            if is_winrm { "WinrmProvisionerConnection" } else { "SSHProvisionerConnection" },
            fields,
        )
    }

    fn lifecycle(&mut self, lifecycle: &Lifecycle) -> Code {
        let mut fields = Vec::new();
        if let Some(value) = lifecycle.create_before_destroy {
            fields.push(Field::library("createBeforeDestroy", Code::Bool(value)));
        }
        match &lifecycle.ignore_changes {
            Some(IgnoreChanges::All) => fields.push(Field::library("ignoreChanges", Code::text("all"))),
            Some(IgnoreChanges::Of(paths)) => {
                let paths = paths.iter().map(Code::text).collect();
                fields.push(Field::library("ignoreChanges", Code::List(paths)));
            }
            None => {}
        }
        let conditions = [
            ("postcondition", "Postcondition", &lifecycle.postconditions),
            ("precondition", "Precondition", &lifecycle.preconditions),
        ];
        for (name, class, conditions) in conditions {
            if !conditions.is_empty() {
                let conditions = conditions.iter().map(|condition| self.condition(class, condition));
                let conditions = conditions.collect();
                fields.push(Field::library(name, Code::List(conditions)));
            }
        }
        if let Some(value) = lifecycle.prevent_destroy {
            fields.push(Field::library("preventDestroy", Code::Bool(value)));
        }
        if !lifecycle.replace_triggered_by.is_empty() {
            let triggers = lifecycle.replace_triggered_by.iter();
            // Terraform wants addresses here, not values.
            let triggers =
                triggers.map(|trigger| Code::Text(self.raw(&Expression::Reference(trigger.clone()))));
            fields.push(Field::library("replaceTriggeredBy", Code::List(triggers.collect())));
        }
        self.structure("TerraformResourceLifecycle", fields)
    }

    pub(super) fn condition(&mut self, class: &'static str, condition: &Condition) -> Code {
        let fields = vec![
            Field::library("condition", self.free(&condition.condition)),
            Field::library("errorMessage", self.wanted(&condition.message, Wanted::String)),
        ];
        self.structure(class, fields)
    }

    /// A map of what no schema describes, with Terraform's names.
    pub(super) fn in_json(&mut self, settings: &[Setting]) -> Code {
        let entries = settings.iter().map(|setting| (Code::text(&setting.name), self.free(&setting.value)));
        Code::Map(entries.collect())
    }
}

/// What is in a block that stands as a map, or as a list of one.
fn entries(value: &Expression) -> &[(crate::program::Key, Expression)] {
    match value {
        Expression::Map(entries) => entries,
        Expression::List(elements) => elements.first().map_or(&[], entries),
        _ => &[],
    }
}

/// Whether `each.value` is taken apart anywhere in a declaration.
pub(super) fn takes_each_apart(declaration: &Declaration) -> bool {
    let mut found = false;
    let mut check = |reference: &Reference| {
        found |=
            reference.root == Root::EachValue && matches!(reference.steps.first(), Some(Step::Attribute(_)));
    };
    declaration.arguments.iter().for_each(|argument| argument.value.references(&mut check));
    found
}
