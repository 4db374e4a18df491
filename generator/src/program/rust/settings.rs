//! What has no form of its own in Rust: it is written as Terraform's JSON has it.

use super::Printer;
use super::layout::Code;
use super::statement::{import_block, stack};
use super::value::argument;
use crate::model::{ConstructKind, Type};
use crate::program::{Backend, Declaration, Expression, Key, OtherBlock, Setting};

impl Printer<'_> {
    pub(super) fn backend(&self, backend: &Backend) -> Code {
        let path = match backend.kind.as_str() {
            "cloud" => "terraform.cloud".to_owned(),
            kind => format!("terraform.backend.{kind}"),
        };
        self.override_of(&path, &object(&backend.settings))
    }

    /// Arguments that the struct does not have.
    pub(super) fn overrides(&self, declaration: &Declaration) -> Vec<Code> {
        let construct = self.providers[declaration.construct.provider].construct(declaration.construct);
        let kind = match construct.kind {
            ConstructKind::DataSource => "data",
            ConstructKind::EphemeralResource => "ephemeral",
            ConstructKind::Provider => return Vec::new(),
            _ => "resource",
        };
        let place = format!("{kind}.{}.{}", construct.type_name, declaration.label);
        let unknown = declaration.unknown.iter().map(|setting| (&setting.name, &setting.value));
        let left_out = self.left_out.take();
        let others = unknown.chain(left_out.iter().map(|(path, value)| (path, value)));
        others.map(|(path, value)| self.override_of(&format!("{place}.{path}"), value)).collect()
    }

    pub(super) fn other_block(&self, block: &OtherBlock) -> Vec<Code> {
        let setting = |name: &str| block.settings.iter().find(|setting| setting.name == name);
        let names: Vec<_> = block.settings.iter().map(|setting| setting.name.as_str()).collect();
        match (block.kind.as_str(), names.as_slice()) {
            ("import", ["to", "id"] | ["id", "to"]) => {
                if let (Some(Setting { value: Expression::String(to), .. }), Some(id)) =
                    (setting("to"), setting("id"))
                {
                    let to = Code::Call("Reference::expression".to_owned(), vec![Code::string(to)]);
                    let id = argument(&self.fit(&id.value, &Type::String));
                    return vec![import_block(Code::Prefix("&", Box::new(to)), id)];
                }
            }
            ("removed", ["from"] | ["from", "lifecycle"]) => {
                if let Some(code) =
                    setting("from").and_then(|from| removed(&from.value, setting("lifecycle")))
                {
                    return vec![code];
                }
            }
            ("check", ["assert"]) => {
                if let ([label], Some(assertions)) = (block.labels.as_slice(), setting("assert"))
                    && let Some(code) = self.check(label, &assertions.value)
                {
                    return vec![code];
                }
            }
            _ => {}
        }
        let labels = block.labels.iter().map(|label| Code::string(label)).collect();
        let content = argument(&self.settings_value(&object(&block.settings)));
        let labels = Code::Prefix("&", Box::new(Code::Array(labels)));
        vec![stack("add_block", vec![Code::string(&block.kind), labels, content])]
    }
}

impl Printer<'_> {
    /// `stack.check("…")?.assert(…)`.
    fn check(&self, label: &str, assertions: &Expression) -> Option<Code> {
        let Expression::List(assertions) = assertions else { return None };
        let mut code = stack("check", vec![Code::string(label)]).fallible();
        for assertion in assertions {
            let Expression::Map(entries) = assertion else { return None };
            let [(Key::Name(first), condition), (Key::Name(second), message)] = entries.as_slice() else {
                return None;
            };
            if (first.as_str(), second.as_str()) != ("condition", "error_message") {
                return None;
            }
            let condition = argument(&self.fit(condition, &Type::Bool));
            code = code.then("assert", vec![condition, argument(&self.fit(message, &Type::String))]);
        }
        Some(code)
    }
}

/// `stack.removed(…)`.
fn removed(from: &Expression, lifecycle: Option<&Setting>) -> Option<Code> {
    let Expression::String(from) = from else { return None };
    let code = Code::Call("Removed::new".to_owned(), vec![Code::string(from)]);
    let destroys = match lifecycle.map(|lifecycle| &lifecycle.value) {
        None => true,
        Some(Expression::List(blocks)) => match blocks.as_slice() {
            [Expression::Map(entries)] => match entries.as_slice() {
                [(Key::Name(name), Expression::Bool(destroy))] if name == "destroy" => *destroy,
                _ => return None,
            },
            _ => return None,
        },
        Some(_) => return None,
    };
    Some(stack("removed", vec![if destroys { code } else { code.then("keep", Vec::new()) }]))
}

fn object(settings: &[Setting]) -> Expression {
    Expression::map(settings.iter().map(|setting| (setting.name.clone(), setting.value.clone())))
}
