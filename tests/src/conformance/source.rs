//! Instances as a user would write them in Rust: a module per construct, a function per struct and extent.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use super::bindings::{Bindings, Field, Name, Struct, container, struct_name};
use super::breakers::{BASE, Breaker, Places};
use super::plan::{BodyId, Construct, Form, Kind, Member, Nesting, Plan};
use super::values::{Extent, Value};

/// A construct's module.
#[derive(Debug)]
pub struct Module {
    pub source: String,
    /// The string attribute of the least instance that the next construct refers to, as Terraform calls it.
    pub exported: Option<String>,
    /// The string member of the full instance that refers to another construct.
    pub linked: Option<String>,
}

/// Writes one module.
pub struct Writer<'a> {
    plan: &'a Plan,
    bindings: &'a Bindings,
    /// The module of the bindings.
    module: String,
    functions: BTreeMap<String, String>,
    /// Where the bindings are not what the schema says.
    disagreements: Vec<String>,
    /// What is being written, for messages.
    place: String,
}

impl<'a> Writer<'a> {
    /// Writes the module of a construct, or says how the bindings differ from the schema.
    pub fn write(
        plan: &'a Plan,
        bindings: &'a Bindings,
        construct: &Construct,
        places: &Places,
        breakers: &[(usize, Breaker)],
    ) -> Result<Module, Vec<String>> {
        let place = format!("{} {}", construct.kind.keyword(), construct.type_name);
        let Some(root) = bindings.construct(construct.kind, &construct.type_name) else {
            return Err(vec![format!("{place}: the bindings have no struct for it")]);
        };
        let mut writer = Self {
            plan,
            bindings,
            module: root.0.clone(),
            functions: BTreeMap::new(),
            disagreements: Vec::new(),
            place,
        };
        let module = writer.module(construct, root, places, breakers);
        if writer.disagreements.is_empty() { Ok(module) } else { Err(writer.disagreements) }
    }

    fn module(
        &mut self,
        construct: &Construct,
        root: &Name,
        places: &Places,
        breakers: &[(usize, Breaker)],
    ) -> Module {
        let (type_name, body) = (&construct.type_name, construct.body);
        let least = self.body(root, body, Extent::Least(1));
        let full = self.body(root, body, Extent::Full);
        let structure = self.structure(root);
        let exported = structure
            .and_then(|structure| {
                let is_set = |field: &&Field| field.required && !field.write_only && is_string(field);
                let set = structure.fields.iter().find(is_set);
                let set = set.map(|field| (field.ident.clone(), field.name.clone()));
                structure.computed_strings.first().cloned().or(set)
            })
            // What an ephemeral resource yields may go nowhere else.
            .filter(|_| matches!(construct.kind, Kind::Resource | Kind::DataSource));
        let linkable = self.plan.body(body).members.iter().find(|member| {
            member.form == Form::String && member.rules.is_none() && construct.kind != Kind::Provider
        });
        let linked = linkable.and_then(|member| {
            let field = structure?.fields.iter().find(|field| field.name == member.name)?;
            Some((field.ident.clone(), member.name.clone()))
        });

        let mut source = format!(
            "//! The {} `{type_name}`.\n\nuse ferroform::{{Error, {} as _, Stack, Value}};\n\n",
            construct.kind.keyword(),
            trait_name(construct.kind),
        );
        let full = match &linked {
            Some((ident, _)) => format!("{} {{ {ident}: link.clone(), ..{full} }}", path(root)),
            None => full,
        };
        source += "pub fn declare(stack: &Stack, link: &mut Value<String>) -> Result<(), Error> {\n";
        if construct.kind == Kind::Provider {
            // One provider cannot be the default and another one too.
            let _ = write!(
                source,
                "    stack.provider({least})?;\n    stack.provider({full}.alias(\"full\"))?;\n"
            );
        } else {
            let add = match construct.kind {
                Kind::DataSource => "data",
                Kind::EphemeralResource => "ephemeral",
                _ => "add",
            };
            let _ = write!(
                source,
                "    let least = stack.{add}(\"least_{type_name}\", {least})?;\n    stack.{add}(\"full_{type_name}\", {full})?;\n"
            );
            if let Some((ident, _)) = &exported {
                let _ = writeln!(source, "    *link = least.{ident}();");
            }
        }
        source += "    Ok(())\n}\n\npub fn breaks(report: &mut Vec<String>) {\n";
        for (number, breaker) in breakers.iter().filter(|(_, breaker)| breaker.in_rust) {
            if let Some(broken) = self.broken(root, places, breaker) {
                let _ = writeln!(source, "    crate::tell(report, {number}, &{broken}.validate());");
            }
        }
        source += "}\n";
        for function in self.functions.values() {
            let _ = write!(source, "\n{function}");
        }
        let name = |pair: Option<(String, String)>| pair.map(|(_, name)| name);
        Module { source, exported: name(exported), linked: name(linked) }
    }

    fn structure(&self, name: &Name) -> Option<&'a Struct> {
        self.bindings.get(name)
    }

    fn disagree(&mut self, message: &str) {
        self.disagreements.push(format!("{}: {message}", self.place));
    }

    /// A call of the function that makes a body; writes the function first.
    fn body(&mut self, name: &Name, id: BodyId, extent: Extent) -> String {
        let function = match extent {
            Extent::Full => format!("full_{}_{}", snake(&name.1), id.0),
            Extent::Least(1) => format!("least_{}_{}", snake(&name.1), id.0),
            Extent::Least(mark) => format!("least_{}_{}_{mark}", snake(&name.1), id.0),
        };
        let call = format!("{function}()");
        if self.functions.contains_key(&function) {
            return call;
        }
        self.functions.insert(function.clone(), String::new());
        let made = match extent {
            Extent::Full => self.full(name, id),
            Extent::Least(_) => self.least(name, id, extent),
        };
        let text = format!("fn {function}() -> {} {{\n    {made}\n}}\n", path(name));
        self.functions.insert(function, text);
        call
    }

    /// A literal with every field, so that a field which the schema does not have is missing here.
    fn full(&mut self, name: &Name, id: BodyId) -> String {
        let Some(structure) = self.structure(name) else {
            self.disagree(&format!("there is no struct {}", path(name)));
            return String::new();
        };
        self.compare(name, structure, id);
        let body = self.plan.body(id);
        let mut literal = format!("{} {{\n", path(name));
        for member in body.written(Extent::Full) {
            let Some(field) = structure.fields.iter().find(|field| field.name == member.name) else {
                continue;
            };
            let value = self.value(&member.value(Extent::Full), &field.ty, "");
            let _ = writeln!(literal, "        {}: {value}.into(),", field.ident);
        }
        literal + "    }"
    }

    fn least(&mut self, name: &Name, id: BodyId, extent: Extent) -> String {
        let Some(structure) = self.structure(name) else { return String::new() };
        let body = self.plan.body(id);
        let required: Vec<_> = structure.fields.iter().filter(|field| field.required).collect();
        let mut arguments = Vec::new();
        for field in &required {
            let Some(member) = body.members.iter().find(|member| member.name == field.name) else { continue };
            arguments.push(self.value(&member.value(extent), &field.ty, ""));
        }
        let is_construct = self.bindings.is_construct(name);
        if required.is_empty() && !is_construct {
            return format!("{}::default()", path(name));
        }
        format!("{}::new({})", path(name), arguments.join(", "))
    }

    /// The fields of the struct are what the schema lets a program set, of the same types.
    fn compare(&mut self, name: &Name, structure: &Struct, id: BodyId) {
        let body = self.plan.body(id);
        let name = &name.1;
        let mut names: HashSet<_> = structure.fields.iter().map(|field| field.name.as_str()).collect();
        for member in &body.members {
            let Some(field) = structure.fields.iter().find(|field| field.name == member.name) else {
                self.disagree(&format!("{name} has no field for {}", member.name));
                continue;
            };
            names.remove(member.name.as_str());
            if field.required != member.required {
                self.disagree(&format!(
                    "{name}.{} is required in only one of schema and bindings",
                    field.name
                ));
            }
            if !fits(member, &field.ty) {
                let message = format!("{name}.{}: its type does not fit {:?}", field.name, member.form);
                self.disagree(&message);
            }
        }
        for unknown in names {
            self.disagree(&format!("{name}.{unknown} cannot be set"));
        }
    }

    /// An expression from which the type can be made with `into`.
    fn value(&mut self, value: &Value, ty: &syn::Type, hole: &str) -> String {
        let (name, arguments) = container(ty);
        let inner = arguments.first().copied();
        match (name.as_str(), inner, value) {
            // The only block that may be there is no array in Rust.
            ("Block", Some(inner), Value::Sequence(blocks)) => return self.value(&blocks[0], inner, hole),
            ("Block" | "Value", Some(inner), _) => return self.value(value, inner, hole),
            _ => {}
        }
        match value {
            Value::Text(text) => format!("{text:?}"),
            // A method would bind closer than the sign.
            Value::Number(number) if number.as_f64() < Some(0.0) => format!("({number})"),
            Value::Number(number) => number.to_string(),
            Value::Bool(bool) => bool.to_string(),
            Value::Any(mark) => {
                format!(
                    "ferroform::object! {{ \"mark\" => {mark}, \"texts\" => [\"a\", \"b\"], \"is\" => true }}"
                )
            }
            Value::Sequence(values) => {
                let inner = inner.unwrap_or(ty);
                let values: Vec<_> = values.iter().map(|value| self.element(value, inner, hole)).collect();
                format!("[{}]", values.join(", "))
            }
            Value::Entries(entries) => {
                let inner = inner.unwrap_or(ty);
                let entries: Vec<_> = entries
                    .iter()
                    .map(|(key, value)| format!("({key:?}, {})", self.element(value, inner, hole)))
                    .collect();
                format!("[{}]", entries.join(", "))
            }
            Value::Tuple(values) => {
                let syn::Type::Tuple(tuple) = ty else { return String::new() };
                let values: Vec<_> = values
                    .iter()
                    .zip(&tuple.elems)
                    .map(|(value, ty)| format!("{}.into(),", self.value(value, ty, hole)))
                    .collect();
                format!("Value::literal(({}))", values.join(" "))
            }
            Value::Body(id, extent) => self.body(&struct_name(ty, &self.module), *id, *extent),
            Value::Hole => hole.to_owned(),
        }
    }

    /// Collections of collections may have different lengths.
    fn element(&mut self, value: &Value, ty: &syn::Type, hole: &str) -> String {
        let written = self.value(value, ty, hole);
        let is_collection = matches!(value, Value::Sequence(_) | Value::Entries(_));
        if is_collection { format!("vec!{written}") } else { written }
    }

    /// The construct with a fault; nothing where the bindings have no such place.
    fn broken(&mut self, root: &Name, places: &Places, breaker: &Breaker) -> Option<String> {
        let (name, wrapper) = self.wrapper(root, places, breaker.body)?;
        let member = &self.plan.body(breaker.body).members[breaker.member];
        let field = self.structure(&name)?.fields.iter().find(|field| field.name == member.name)?;
        let value = match &breaker.value {
            Some(value) => format!("{}.into()", self.value(value, &field.ty, "")),
            None => "Default::default()".to_owned(),
        };
        let base = self.body(&name, breaker.body, BASE);
        let broken = format!("{} {{ {}: {value}, ..{base} }}", path(&name), field.ident);
        Some(match wrapper {
            Some(function) => format!("{function}({broken})"),
            None => format!("({broken})"),
        })
    }

    /// The struct in a type.
    fn innermost(&self, ty: &syn::Type) -> Name {
        let (_, arguments) = container(ty);
        arguments.first().map_or_else(|| struct_name(ty, &self.module), |ty| self.innermost(ty))
    }

    /// The struct of a body, and the function that puts it into a construct.
    fn wrapper(&mut self, root: &Name, places: &Places, id: BodyId) -> Option<(Name, Option<String>)> {
        let Some((parent, index)) = places.parent(id) else { return Some((root.clone(), None)) };
        let (above, wrapper) = self.wrapper(root, places, parent)?;
        let member = &self.plan.body(parent).members[index];
        let field = self.structure(&above)?.fields.iter().find(|field| field.name == member.name)?;
        let name = self.innermost(&field.ty);
        let function = format!("within_{}_{}", snake(&name.1), id.0);
        if !self.functions.contains_key(&function) {
            let value = self.value(&member.around_hole(), &field.ty, "inner");
            let base = self.body(&above, parent, BASE);
            let made = format!("{} {{ {}: {value}.into(), ..{base} }}", path(&above), field.ident);
            let made = wrapper.map_or(made.clone(), |wrapper| format!("{wrapper}({made})"));
            let text =
                format!("fn {function}(inner: {}) -> {} {{\n    {made}\n}}\n", path(&name), path(root));
            self.functions.insert(function.clone(), text);
        }
        Some((name, Some(function)))
    }
}

/// The trait with `validate`.
fn trait_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Provider => "Provider",
        Kind::Resource => "Resource",
        Kind::DataSource => "DataSource",
        Kind::EphemeralResource => "EphemeralResource",
    }
}

fn is_string(field: &Field) -> bool {
    let (name, arguments) = container(&field.ty);
    name == "Value" && arguments.first().is_some_and(|ty| container(ty).0 == "String")
}

/// How Rust calls a struct.
fn path((module, name): &Name) -> String {
    format!("bindings::{module}::{name}")
}

/// Whether a field's type is the one for a member.
fn fits(member: &Member, ty: &syn::Type) -> bool {
    let (name, arguments) = container(ty);
    let inner = arguments.first().copied();
    match &member.form {
        Form::Blocks(nesting, _) => {
            let expected = match nesting {
                Nesting::Single => "Block",
                Nesting::List | Nesting::Set if member.max == Some(1) => "Block",
                Nesting::List | Nesting::Set => "Blocks",
                Nesting::Map => "BlockMap",
            };
            name == expected && inner.is_some_and(is_struct)
        }
        form => name == "Value" && inner.is_some_and(|ty| fits_form(form, ty)),
    }
}

fn fits_form(form: &Form, ty: &syn::Type) -> bool {
    let (name, arguments) = container(ty);
    let element = |of: &Form| arguments.first().is_some_and(|ty| fits_form(of, ty));
    match form {
        Form::String => name == "String",
        Form::Number => name == "Number",
        Form::Bool => name == "bool",
        Form::Dynamic => name == "Any",
        Form::List(of) => name == "List" && element(of),
        Form::Set(of) => name == "Set" && element(of),
        Form::Map(of) => name == "Map" && element(of),
        Form::Object(_) | Form::Blocks(..) => is_struct(ty),
        Form::Tuple(forms) => {
            let syn::Type::Tuple(tuple) = ty else { return false };
            let inner = |ty| container(ty).1.first().copied();
            tuple.elems.len() == forms.len()
                && tuple
                    .elems
                    .iter()
                    .zip(forms)
                    .all(|(ty, form)| inner(ty).is_some_and(|ty| fits_form(form, ty)))
        }
    }
}

fn is_struct(ty: &syn::Type) -> bool {
    let (name, arguments) = container(ty);
    arguments.is_empty() && !["String", "Number", "bool", "Any", ""].contains(&name.as_str())
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for char in name.chars() {
        if (char.is_uppercase() || char == '_') && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(char.to_lowercase().filter(|char| *char != '_'));
    }
    snake
}
