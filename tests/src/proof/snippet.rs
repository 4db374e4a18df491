//! What a snippet of Terraform's language declares, and what it takes for granted.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hcl_edit::expr::{Conditional, Expression, ForIntro, FuncCall, Traversal, TraversalOperator};
use hcl_edit::structure::{Attribute, Block, Body};
use hcl_edit::template::ForTemplateExpr;
use hcl_edit::visit::{self, Visit};
use hcl_edit::{Decorated, Span as _};

use super::subject::Subject;

/// A snippet, read.
#[derive(Debug, Default)]
pub struct Snippet {
    /// What it declares.
    pub declared: BTreeSet<Subject>,
    /// What it refers to, with what it asks of each.
    pub referred: BTreeMap<Subject, Usage>,
    /// Local names of providers that manage something of the snippet's, or are configured in it.
    pub providers: BTreeSet<String>,
    /// Variables to which a caller has to give a value, with their type constraint.
    pub variables: BTreeMap<String, String>,
    /// What each local value refers to.
    pub locals: BTreeMap<String, BTreeSet<Subject>>,
    /// Calls of modules with the names of their arguments.
    pub modules: BTreeMap<String, ModuleCall>,
    /// Resources and data sources with what is set in them.
    pub bodies: BTreeMap<Subject, Braces>,
    /// Files that its functions read.
    pub files: BTreeSet<String>,
    /// `import` blocks, which only a root module can have.
    pub imports: Vec<Import>,
    /// Whether Terraform would run commands on behalf of it.
    pub has_provisioners: bool,
    /// Whether it gives values to its caller.
    pub has_outputs: bool,
}

/// What stands between the braces of a block.
#[derive(Debug)]
pub struct Braces {
    /// The names of arguments and nested blocks.
    pub set: BTreeSet<String>,
    /// Where the last brace is.
    pub end: usize,
}

/// How something is referred to.
#[derive(Debug, Default)]
pub struct Usage {
    /// As one of a number of instances: an expression for how many.
    pub count: Option<String>,
    /// As one of several under keys: an expression for them.
    pub for_each: Option<String>,
    /// As what decides between two values.
    pub is_condition: bool,
    /// The attributes that are asked for.
    pub attributes: BTreeSet<String>,
}

/// A call of a module.
#[derive(Debug, Default)]
pub struct ModuleCall {
    pub source: String,
    pub version: Option<String>,
    pub inputs: BTreeSet<String>,
}

/// An `import` block.
#[derive(Debug)]
pub struct Import {
    /// Where it stands.
    pub span: Range<usize>,
    /// The target and the ID, where both can be told without a plan.
    pub parts: Option<(String, String)>,
}

impl Snippet {
    /// Reads a snippet; `None` where it is not Terraform's language.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let body: Body = text.parse().ok()?;
        let mut reader = Reader { text, ..Reader::default() };
        reader.visit_body(&body);
        let Reader { mut snippet, mut scoped, .. } = reader;
        // A loop's variable looks like a resource type: `for rule in rules : rule.port`.
        scoped.extend(["each", "count", "self", "path", "terraform"].map(ToOwned::to_owned));
        snippet.referred.retain(|subject, _| match subject {
            Subject::Resource(of, _) => !scoped.contains(of),
            _ => true,
        });
        let needed = snippet.referred.keys().filter_map(Subject::construct).map(|(_, of, _)| provider_of(of));
        snippet.providers.extend(needed.collect::<Vec<_>>());
        Some(snippet)
    }

    /// What it refers to and does not declare.
    pub fn undeclared(&self) -> impl Iterator<Item = (&Subject, &Usage)> {
        self.referred.iter().filter(|(subject, _)| !self.declared.contains(subject))
    }
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    snippet: Snippet,
    /// Names that loops bring.
    scoped: BTreeSet<String>,
    /// The repetition of the block that is being read.
    count: Option<String>,
    for_each: Option<String>,
    /// The local value that is being read.
    local: Option<String>,
}

/// What is declared by a top-level block of one or two labels.
fn declares(block: &Block) -> Option<Subject> {
    let label = |index: usize| block.labels.get(index).map(|label| label.as_str().to_owned());
    let alias = || text_of(block.body.get_attribute("alias")?);
    Some(match block.ident.as_str() {
        "resource" => Subject::Resource(label(0)?, label(1)?),
        "data" => Subject::Data(label(0)?, label(1)?),
        "ephemeral" => Subject::Ephemeral(label(0)?, label(1)?),
        "variable" => Subject::Variable(label(0)?),
        "module" => Subject::Module(label(0)?),
        "provider" => Subject::Provider(label(0)?, alias()),
        _ => return None,
    })
}

fn text_of(attribute: &Attribute) -> Option<String> {
    attribute.value.as_str().map(ToOwned::to_owned)
}

/// The local name of the provider that has a type.
#[must_use]
pub fn provider_of(type_name: &str) -> String {
    type_name.split('_').next().unwrap_or_default().to_owned()
}

impl Reader<'_> {
    fn source(&self, span: Option<Range<usize>>) -> String {
        span.and_then(|span| self.text.get(span)).unwrap_or_default().to_owned()
    }

    fn declaration(&mut self, block: &Block, subject: &Subject) {
        if let Subject::Data(of, _) | Subject::Resource(of, _) | Subject::Ephemeral(of, _) = subject {
            if let Some(provider) = block.body.get_attribute("provider") {
                let name = match &provider.value {
                    Expression::Traversal(traversal) => traversal.expr.as_variable().map(ToString::to_string),
                    Expression::Variable(name) => Some(name.to_string()),
                    other => other.as_str().map(|text| text.split('.').next().unwrap_or_default().to_owned()),
                };
                self.snippet.providers.extend(name);
            } else {
                self.snippet.providers.insert(provider_of(of));
                self.snippet.referred.entry(Subject::Provider(provider_of(of), None)).or_default();
            }
            let set = block.body.iter().map(|structure| match structure {
                hcl_edit::structure::Structure::Attribute(attribute) => attribute.key.to_string(),
                hcl_edit::structure::Structure::Block(block) if block.ident.as_str() == "dynamic" => {
                    block.labels.first().map(|label| label.as_str().to_owned()).unwrap_or_default()
                }
                hcl_edit::structure::Structure::Block(block) => block.ident.to_string(),
            });
            let end = block.span().unwrap_or_default().end;
            let end = self.text[..end].rfind('}').unwrap_or_default();
            self.snippet.bodies.insert(subject.clone(), Braces { set: set.collect(), end });
            self.count = block.body.get_attribute("count").map(|count| self.source(count.value.span()));
            self.for_each = block.body.get_attribute("for_each").map(|each| self.source(each.value.span()));
        }
        match subject {
            Subject::Provider(name, _) => {
                self.snippet.providers.insert(name.clone());
            }
            Subject::Variable(name) if !block.body.has_attribute("default") => {
                let of = block.body.get_attribute("type").map(|of| self.source(of.value.span()));
                self.snippet.variables.insert(name.clone(), of.unwrap_or_default());
            }
            Subject::Module(name) => {
                let meta = ["source", "version", "providers", "count", "for_each", "depends_on"];
                let inputs = block.body.attributes().map(|attribute| attribute.key.to_string());
                let text = |key| block.body.get_attribute(key).and_then(text_of);
                let call = ModuleCall {
                    source: text("source").unwrap_or_default(),
                    version: text("version"),
                    inputs: inputs.filter(|name| !meta.contains(&name.as_str())).collect(),
                };
                self.snippet.modules.insert(name.clone(), call);
            }
            _ => {}
        }
    }

    fn import(&mut self, block: &Block) {
        let source = |key: &str| {
            let value = &block.body.get_attribute(key)?.value;
            Some(self.source(value.span()))
        };
        let is_plain = block.body.attributes().all(|attribute| matches!(attribute.key.as_str(), "to" | "id"));
        let id = block.body.get_attribute("id").and_then(text_of);
        let parts = if is_plain { source("to").zip(id) } else { None };
        self.snippet.imports.push(Import { span: block.span().unwrap_or_default(), parts });
    }

    fn refer(&mut self, subject: Subject) -> &mut Usage {
        if let Some(local) = &self.local {
            self.snippet.locals.entry(local.clone()).or_default().insert(subject.clone());
        }
        self.snippet.referred.entry(subject).or_default()
    }
}

impl Visit for Reader<'_> {
    fn visit_block(&mut self, block: &Block) {
        match block.ident.as_str() {
            "moved" | "removed" if block.labels.is_empty() => return,
            "import" if block.labels.is_empty() => self.import(block),
            "output" if block.labels.len() == 1 => self.snippet.has_outputs = true,
            "provisioner" => self.snippet.has_provisioners = true,
            "dynamic" => {
                let iterator = block.body.get_attribute("iterator").and_then(|it| it.value.as_variable());
                let label = block.labels.first().map(|label| label.as_str().to_owned());
                self.scoped.extend(iterator.map(ToString::to_string).or(label));
            }
            "locals" if block.labels.is_empty() => {
                for attribute in block.body.attributes() {
                    self.snippet.declared.insert(Subject::Local(attribute.key.to_string()));
                    self.snippet.locals.entry(attribute.key.to_string()).or_default();
                    self.local = Some(attribute.key.to_string());
                    self.visit_attr(attribute);
                    self.local = None;
                }
                return;
            }
            _ => {}
        }
        if let Some(subject) = declares(block) {
            self.declaration(block, &subject);
            self.snippet.declared.insert(subject);
            visit::visit_block(self, block);
            self.count = None;
            self.for_each = None;
        } else {
            visit::visit_block(self, block);
        }
    }

    fn visit_attr(&mut self, attribute: &Attribute) {
        let key = attribute.key.as_str();
        if matches!(key, "ignore_changes") {
            return;
        }
        if key == "provider" {
            if let Expression::Traversal(traversal) = &attribute.value
                && let (Some(name), Some(TraversalOperator::GetAttr(alias))) =
                    (traversal.expr.as_variable(), traversal.operators.first().map(Decorated::value))
            {
                self.refer(Subject::Provider(name.to_string(), Some(alias.to_string())));
            }
            return;
        }
        if matches!(key, "providers" | "configuration_aliases") {
            struct Providers(Vec<(String, String)>);
            impl Visit for Providers {
                fn visit_traversal(&mut self, traversal: &Traversal) {
                    if let (Some(name), Some(TraversalOperator::GetAttr(alias))) =
                        (traversal.expr.as_variable(), traversal.operators.first().map(Decorated::value))
                    {
                        self.0.push((name.to_string(), alias.to_string()));
                    }
                }
            }
            if key == "providers" {
                let mut providers = Providers(Vec::new());
                if let Expression::Object(object) = &attribute.value {
                    object.iter().for_each(|(_, value)| providers.visit_object_value(value));
                }
                for (name, alias) in providers.0 {
                    self.refer(Subject::Provider(name, Some(alias)));
                }
            }
            return;
        }
        visit::visit_attr(self, attribute);
    }

    fn visit_func_call(&mut self, call: &FuncCall) {
        let name = call.name.name.as_str();
        if matches!(name, "file" | "templatefile") || name.starts_with("file") {
            let path = call.args.iter().next().map(|path| self.source(path.span()));
            let path =
                path.as_deref().map(str::trim).and_then(|path| path.strip_prefix('"')?.strip_suffix('"'));
            self.snippet.files.extend(path.map(|path| path.replace("${path.module}/", "")).filter(|path| {
                !path.contains("..")
                    && !path.contains("${")
                    && !path.starts_with(['/', '~'])
                    && !path.is_empty()
            }));
        }
        visit::visit_func_call(self, call);
    }

    fn visit_conditional(&mut self, conditional: &Conditional) {
        if let Expression::Traversal(traversal) = &conditional.cond_expr
            && let Some((subject, [])) = subject_of(traversal)
        {
            self.refer(subject).is_condition = true;
        }
        visit::visit_conditional(self, conditional);
    }

    fn visit_for_intro(&mut self, intro: &ForIntro) {
        let names = intro.key_var.iter().chain([&intro.value_var]);
        self.scoped.extend(names.map(ToString::to_string));
        if let Expression::Traversal(traversal) = &intro.collection_expr
            && let Some((subject, [])) = subject_of(traversal)
            && subject.construct().is_some()
        {
            self.refer(subject).for_each = Some("toset([\"one\"])".to_owned());
        }
        visit::visit_for_intro(self, intro);
    }

    fn visit_for_template_expr(&mut self, intro: &ForTemplateExpr) {
        let names = intro.key_var.iter().chain([&intro.value_var]);
        self.scoped.extend(names.map(ToString::to_string));
        visit::visit_for_template_expr(self, intro);
    }

    fn visit_traversal(&mut self, traversal: &Traversal) {
        visit::visit_traversal(self, traversal);
        let Some((subject, rest)) = subject_of(traversal) else { return };
        let (count, for_each) = match rest.first().map(Decorated::value) {
            Some(TraversalOperator::LegacyIndex(index)) => (Some((**index + 1).to_string()), None),
            Some(TraversalOperator::Index(Expression::Number(number))) => {
                (Some((number.as_u64().unwrap_or_default() + 1).to_string()), None)
            }
            Some(TraversalOperator::Index(Expression::String(key))) => {
                (None, Some(format!("toset([\"{}\"])", key.as_str())))
            }
            Some(TraversalOperator::Index(index)) => {
                let index = self.source(index.span());
                let by_count = index.contains("count.");
                (
                    if by_count { self.count.clone() } else { None },
                    if by_count { None } else { self.for_each.clone() },
                )
            }
            _ => (None, None),
        };
        let attribute = rest.iter().find_map(|operator| match operator.value() {
            TraversalOperator::GetAttr(name) => Some(name.to_string()),
            _ => None,
        });
        let usage = self.refer(subject);
        usage.count = usage.count.take().max(count);
        usage.for_each = usage.for_each.take().max(for_each);
        usage.attributes.extend(attribute);
    }
}

type Operators<'a> = &'a [Decorated<TraversalOperator>];

/// What a traversal refers to, and what follows.
fn subject_of(traversal: &Traversal) -> Option<(Subject, Operators<'_>)> {
    let root = traversal.expr.as_variable()?.to_string();
    let operators = traversal.operators.as_slice();
    let name = |index: usize| match operators.get(index)?.value() {
        TraversalOperator::GetAttr(name) => Some(name.to_string()),
        _ => None,
    };
    let (subject, used) = match root.as_str() {
        "var" => (Subject::Variable(name(0)?), 1),
        "local" => (Subject::Local(name(0)?), 1),
        "module" => (Subject::Module(name(0)?), 1),
        "data" => (Subject::Data(name(0)?, name(1)?), 2),
        "ephemeral" => (Subject::Ephemeral(name(0)?, name(1)?), 2),
        _ if root.contains('_') => (Subject::Resource(root, name(0)?), 1),
        _ => return None,
    };
    Some((subject, &operators[used..]))
}

/// What the templates in a value of Terraform's JSON refer to.
#[must_use]
pub fn referred_in(json: &serde_json::Value) -> BTreeSet<Subject> {
    fn templates(json: &serde_json::Value, reader: &mut Reader<'_>) {
        match json {
            serde_json::Value::String(text) => {
                if let Ok(template) = text.parse() {
                    reader.visit_template(&template);
                }
            }
            serde_json::Value::Array(elements) => {
                for element in elements {
                    templates(element, reader);
                }
            }
            serde_json::Value::Object(members) => {
                for member in members.values() {
                    templates(member, reader);
                }
            }
            _ => {}
        }
    }
    let mut reader = Reader::default();
    templates(json, &mut reader);
    reader.snippet.referred.into_keys().collect()
}
