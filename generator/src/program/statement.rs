//! What a stack declares.

use super::{ConstructId, Expression, Reference};

/// One statement of a program.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Lines of comment that stand above it, without marks.
    pub comments: Vec<String>,
    /// What is stated.
    pub kind: StatementKind,
}

/// What a [`Statement`] states.
#[derive(Debug, Clone, PartialEq)]
pub enum StatementKind {
    /// A construct is declared, as by a `resource`, `data`, `ephemeral` or `provider` block.
    Declare(Box<Declaration>),
    /// What exists already is imported and its configuration generated.
    Import(Import),
    /// An input variable.
    Variable(Box<Variable>),
    /// A local value.
    Local(Local),
    /// An output value.
    Output(Box<Output>),
    /// A call of a module.
    Module(Box<Module>),
    /// Where the state is kept: a `backend` or `cloud` block.
    Backend(Backend),
    /// What the program requires of Terraform and of providers.
    Requirements(Requirements),
    /// Something was declared under another address before.
    Moved(Moved),
    /// Any other block, for which languages have no form of their own: `check`, `removed`, an `import` into what is declared.
    Block(OtherBlock),
}

/// A construct and its arguments.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declaration {
    /// Which construct.
    pub construct: ConstructId,
    /// The label, Terraform's name for this instance; of a provider's configuration its local name.
    pub label: String,
    /// The arguments, in the order in which they are written.
    pub arguments: Vec<Argument>,
    /// Arguments that the schema does not have, by their path in dots.
    pub unknown: Vec<Setting>,
    /// What Terraform itself takes beside the arguments.
    pub meta: Meta,
}

/// A field and what it is set to.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Lines of comment that stand above it, without marks.
    pub comments: Vec<String>,
    /// Index into the fields of the block that the argument stands in.
    pub field: usize,
    /// The value.
    pub value: Expression,
}

/// The meta-arguments of a construct.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meta {
    /// The further name of a provider's configuration.
    pub alias: Option<String>,
    /// How many instances there are.
    pub count: Option<Expression>,
    /// What there is an instance for each of.
    pub for_each: Option<Expression>,
    /// What must exist before.
    pub depends_on: Vec<Reference>,
    /// The configuration of the provider that manages it.
    pub provider: Option<Reference>,
    /// How changes are made.
    pub lifecycle: Option<Lifecycle>,
    /// How provisioners reach it.
    pub connection: Option<Vec<Setting>>,
    /// What is run beside creation or destruction.
    pub provisioners: Vec<Provisioner>,
    /// The ID of what exists already and becomes this resource.
    pub import_id: Option<String>,
}

/// A `lifecycle` block.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lifecycle {
    /// Whether the new one is made before the old one goes.
    pub create_before_destroy: Option<bool>,
    /// Whether a plan that would destroy it fails.
    pub prevent_destroy: Option<bool>,
    /// Which changes are left alone.
    pub ignore_changes: Option<IgnoreChanges>,
    /// What replaces it when it changes.
    pub replace_triggered_by: Vec<Reference>,
    /// What must hold before.
    pub preconditions: Vec<Condition>,
    /// What must hold after.
    pub postconditions: Vec<Condition>,
}

/// The changes that `lifecycle` ignores.
#[derive(Debug, Clone, PartialEq)]
pub enum IgnoreChanges {
    /// All of them.
    All,
    /// Those of these attributes, as Terraform writes their paths.
    Of(Vec<String>),
}

/// A condition and what is said when it does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What must be true.
    pub condition: Expression,
    /// What is said otherwise.
    pub message: Expression,
}

/// A `provisioner` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Provisioner {
    /// Which: `local-exec`, `remote-exec` or `file`.
    pub kind: String,
    /// What is set in it; a `connection` among them is a map.
    pub settings: Vec<Setting>,
}

/// A name and a value where no schema says what there may be. A nested block is a map, several of one name are a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The name in Terraform's language.
    pub name: String,
    /// The value.
    pub value: Expression,
}

/// An import with generated configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Which resource.
    pub construct: ConstructId,
    /// The label, Terraform's name for this instance.
    pub label: String,
    /// The ID in the format of the resource.
    pub id: String,
}

/// An input variable.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Variable {
    /// Its name.
    pub label: String,
    /// The type constraint in Terraform's language, such as `list(string)`.
    pub constraint: Option<String>,
    /// The value when none is given.
    pub default: Option<Expression>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether Terraform hides it.
    pub sensitive: Option<bool>,
    /// Whether it may be `null`.
    pub nullable: Option<bool>,
    /// Whether it is kept in no plan and no state.
    pub ephemeral: Option<bool>,
    /// What a value must fulfil.
    pub validations: Vec<Condition>,
}

/// A local value.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// Its name.
    pub label: String,
    /// The value.
    pub value: Expression,
}

/// An output value.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// Its name.
    pub label: String,
    /// The value.
    pub value: Expression,
    /// What it is.
    pub description: Option<String>,
    /// Whether Terraform hides it.
    pub sensitive: Option<bool>,
    /// Whether it is kept in no plan and no state.
    pub ephemeral: Option<bool>,
    /// What must exist before.
    pub depends_on: Vec<Reference>,
    /// What must hold before.
    pub preconditions: Vec<Condition>,
}

/// A call of a module.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Its name.
    pub label: String,
    /// Where it comes from.
    pub source: String,
    /// The version constraint of a module from a registry.
    pub version: Option<String>,
    /// Its input variables.
    pub inputs: Vec<Setting>,
    /// The configuration of each provider that it calls by a name.
    pub providers: Vec<(String, Reference)>,
    /// Count, for each and dependencies; the rest is empty.
    pub meta: Meta,
}

/// Where the state is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Backend {
    /// The backend's type, such as `s3`; `cloud` for a `cloud` block.
    pub kind: String,
    /// What is set in it.
    pub settings: Vec<Setting>,
}

/// What a `terraform` block requires.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Requirements {
    /// The version constraint on Terraform.
    pub terraform: Option<String>,
    /// The providers.
    pub providers: Vec<RequiredProvider>,
    /// Whatever else stands in the block.
    pub others: Vec<Setting>,
}

/// A provider that a program requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredProvider {
    /// The local name.
    pub name: String,
    /// The source address.
    pub source: Option<String>,
    /// The version constraint.
    pub version: Option<String>,
    /// The configurations that a caller passes in, such as `aws.east`.
    pub aliases: Vec<String>,
}

/// A `moved` block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The address before.
    pub from: String,
    /// The address now.
    pub to: String,
    /// The index of the statement that declares what is there now, where it is one of the program's.
    pub statement: Option<usize>,
}

/// A top-level block as it stands in Terraform's JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherBlock {
    /// The block's type, such as `check`.
    pub kind: String,
    /// Its labels.
    pub labels: Vec<String>,
    /// What is in it.
    pub settings: Vec<Setting>,
}

impl From<StatementKind> for Statement {
    fn from(kind: StatementKind) -> Self {
        Self { comments: Vec::new(), kind }
    }
}

impl From<Declaration> for Statement {
    fn from(declaration: Declaration) -> Self {
        StatementKind::Declare(Box::new(declaration)).into()
    }
}

impl Argument {
    /// An argument without comments.
    #[must_use]
    pub fn new(field: usize, value: Expression) -> Self {
        Self { comments: Vec::new(), field, value }
    }
}

impl Statement {
    /// Terraform's name for what the statement declares; empty where it declares nothing that has one.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.kind {
            StatementKind::Declare(declaration) => &declaration.label,
            StatementKind::Import(import) => &import.label,
            StatementKind::Variable(variable) => &variable.label,
            StatementKind::Local(local) => &local.label,
            StatementKind::Output(output) => &output.label,
            StatementKind::Module(module) => &module.label,
            StatementKind::Backend(_)
            | StatementKind::Requirements(_)
            | StatementKind::Moved(_)
            | StatementKind::Block(_) => "",
        }
    }

    /// The construct that is declared or imported.
    #[must_use]
    pub fn construct(&self) -> Option<ConstructId> {
        match &self.kind {
            StatementKind::Declare(declaration) => Some(declaration.construct),
            StatementKind::Import(import) => Some(import.construct),
            _ => None,
        }
    }

    /// Calls `visit` with every reference in the statement, in the order of their writing.
    pub fn references<'a>(&'a self, visit: &mut dyn FnMut(&'a Reference)) {
        match &self.kind {
            StatementKind::Declare(declaration) => {
                declaration.meta.references(visit);
                declaration.arguments.iter().for_each(|argument| argument.value.references(visit));
                in_settings(&declaration.unknown, visit);
            }
            StatementKind::Variable(variable) => {
                variable.default.iter().for_each(|default| default.references(visit));
                in_conditions(&variable.validations, visit);
            }
            StatementKind::Local(local) => local.value.references(visit),
            StatementKind::Output(output) => {
                output.value.references(visit);
                output.depends_on.iter().for_each(|reference| reference.references(visit));
                in_conditions(&output.preconditions, visit);
            }
            StatementKind::Module(module) => {
                module.meta.references(visit);
                in_settings(&module.inputs, visit);
                module.providers.iter().for_each(|(_, provider)| provider.references(visit));
            }
            StatementKind::Backend(backend) => in_settings(&backend.settings, visit),
            StatementKind::Requirements(requirements) => in_settings(&requirements.others, visit),
            StatementKind::Block(block) => in_settings(&block.settings, visit),
            StatementKind::Import(_) | StatementKind::Moved(_) => {}
        }
    }
}

impl Meta {
    /// Calls `visit` with every reference in the meta-arguments.
    fn references<'a>(&'a self, visit: &mut dyn FnMut(&'a Reference)) {
        self.for_each.iter().chain(&self.count).for_each(|value| value.references(visit));
        self.depends_on.iter().chain(&self.provider).for_each(|reference| reference.references(visit));
        if let Some(lifecycle) = &self.lifecycle {
            lifecycle.replace_triggered_by.iter().for_each(|reference| reference.references(visit));
            in_conditions(&lifecycle.preconditions, visit);
            in_conditions(&lifecycle.postconditions, visit);
        }
        in_settings(self.connection.as_deref().unwrap_or_default(), visit);
        self.provisioners.iter().for_each(|provisioner| in_settings(&provisioner.settings, visit));
    }
}

fn in_settings<'a>(settings: &'a [Setting], visit: &mut dyn FnMut(&'a Reference)) {
    for setting in settings {
        setting.value.references(visit);
    }
}

fn in_conditions<'a>(conditions: &'a [Condition], visit: &mut dyn FnMut(&'a Reference)) {
    for condition in conditions {
        condition.condition.references(visit);
        condition.message.references(visit);
    }
}
