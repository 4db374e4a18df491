//! What Terraform refuses among meta-arguments, as far as the program knows them.

use std::collections::BTreeSet;

use crate::json::Json;
use crate::meta::{Arguments, Repetition};
use crate::nearest::nearest;
use crate::node::{Content, Field as _, Node};
use crate::quoting::quote;
use crate::table::Table;
use crate::{Number, Severity, Source, Violation};

impl Arguments {
    /// Everything that Terraform refuses of a construct's meta-arguments.
    pub(crate) fn violations(&self, content: &Content<'_>) -> Vec<Violation> {
        let mut violations = self.repetition_violations();
        violations.extend(self.ignored(content));
        for (index, trigger) in self.triggers.iter().enumerate() {
            for (key, is_empty) in
                [("events", trigger.events.is_empty()), ("actions", trigger.actions.is_empty())]
            {
                let path = format!("lifecycle.action_trigger[{index}].{key}");
                violations.extend(is_empty.then(|| refuse(path, "none".into(), "at least one".into())));
            }
        }
        let connection =
            self.connection.iter().map(|connection| ("connection".to_owned(), connection.content()));
        for (place, content) in connection.chain(self.provisioned()) {
            let found = crate::validate::validate(&content).into_iter();
            violations.extend(found.map(|violation| {
                let path = format!("{place}.{}", violation.path);
                Violation { path, ..violation }
            }));
        }
        violations.extend(self.at_destruction());
        violations
    }

    fn repetition_violations(&self) -> Vec<Violation> {
        match &self.repetition {
            Repetition::Count(count) if count.node().is_nothing() => {
                vec![refuse("count".into(), "nothing".into(), "a whole number from 0".into())]
            }
            Repetition::Keys(each) | Repetition::Members(each) if each.node().is_nothing() => {
                vec![refuse("for_each".into(), "nothing".into(), "a map or a set of strings".into())]
            }
            Repetition::Count(count) => {
                let is_wrong = |count: &&Number| !matches!(count, Number::Int(count) if *count >= 0);
                let wrong = count.as_literal().filter(is_wrong);
                let allowed = "a whole number from 0";
                wrong
                    .map(|count| refuse("count".into(), count.to_string(), allowed.into()))
                    .into_iter()
                    .collect()
            }
            Repetition::None | Repetition::Keys(_) => Vec::new(),
            Repetition::Members(set) => {
                let Node::List(members) = set.node() else { return Vec::new() };
                let mut seen = BTreeSet::new();
                let twice = members.iter().enumerate().filter_map(|(index, member)| match member {
                    Node::String(member) if !seen.insert(*member) => Some(refuse(
                        format!("for_each[{index}]"),
                        format!("{} again", quote(member)),
                        "each key once".into(),
                    )),
                    _ => None,
                });
                twice.collect()
            }
        }
    }

    /// Attributes to be ignored that the construct does not have.
    fn ignored<'a>(&'a self, content: &Content<'_>) -> impl Iterator<Item = Violation> + 'a {
        let names = Table::parse(content.table).fields.into_iter().map(|facts| facts.name);
        let names: Vec<&str> = names.collect();
        let paths = match self.lifecycle.get("ignore_changes") {
            Some(Json::Array(paths)) => paths.as_slice(),
            _ => &[],
        };
        paths.iter().enumerate().filter_map(move |(index, path)| {
            let Json::String(path) = path else { return None };
            let name = path.split(['.', '[']).next().unwrap_or_default();
            if names.contains(&name) {
                return None;
            }
            let hint = nearest(name, names.iter().copied());
            let hint = hint.map(|hint| format!("; did you mean `{hint}`?")).unwrap_or_default();
            Some(refuse(
                format!("lifecycle.ignore_changes[{index}]"),
                quote(path),
                format!("attributes and blocks that the configuration can set{hint}"),
            ))
        })
    }

    fn provisioned(&self) -> impl Iterator<Item = (String, Content<'_>)> {
        self.provisioners.iter().enumerate().flat_map(|(index, provisioner)| provisioner.contents(index))
    }

    /// What provisioners refer to that run before the resource is destroyed: nothing else need be there any more.
    fn at_destruction(&self) -> Vec<Violation> {
        let own =
            self.provisioners.iter().enumerate().filter(|(_, provisioner)| provisioner.runs_at_destruction());
        let mut contents: Vec<_> = own.flat_map(|(index, provisioner)| provisioner.contents(index)).collect();
        if !contents.is_empty() {
            let shared = self.connection.iter();
            contents.extend(shared.map(|connection| ("connection".to_owned(), connection.content())));
        }
        let mut violations = Vec::new();
        for (place, content) in &contents {
            for (facts, node) in Table::parse(content.table).fields.iter().zip(&content.fields) {
                let mut found = None;
                node.expressions(&mut |expression| found = found.or(expression.first_dependency()));
                violations.extend(found.map(|reference| {
                    refuse(
                        format!("{place}.{}", facts.name),
                        format!("`{reference}`"),
                        "the resource itself, `count.index` and `each.key`, for it runs when the resource is destroyed"
                            .into(),
                    )
                }));
            }
        }
        violations
    }
}

fn refuse(path: String, found: String, allowed: String) -> Violation {
    Violation { severity: Severity::Error, path, found, allowed, source: Source::Terraform }
}
