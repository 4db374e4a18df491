//! `--only`: which constructs are written.

use std::collections::BTreeSet;

use crate::Problem;
use crate::model::{Construct, ConstructKind, Provider};
use crate::pattern::Pattern;

/// The constructs of each provider that are written.
///
/// The provider's own configuration always is: without it the others cannot be used.
#[derive(Debug)]
pub struct Selection(Vec<Vec<usize>>);

impl Selection {
    /// Selects what one of the globs matches; everything where there is no glob.
    ///
    /// A glob is matched against type names (`aws_vpc*`) of any kind, or of one kind where it begins with
    /// `resource.`, `data.` or `ephemeral.`. `option` is where on the command line the globs stand.
    ///
    /// # Errors
    ///
    /// If a glob is none, or matches nothing.
    pub fn new(providers: &[Provider], only: &[String], option: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut patterns = Vec::new();
        for glob in only {
            match Pattern::new(glob) {
                Ok(pattern) if matches_any(&pattern, providers) => patterns.push(pattern),
                Ok(pattern) => problems.push(matches_nothing(&pattern, glob, providers, option)),
                Err(error) => {
                    problems.push(Problem::new(option, format!("\"{glob}\" is no glob: {error}")));
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let is_selected = |construct: &Construct| {
            only.is_empty()
                || construct.kind == ConstructKind::Provider
                || patterns.iter().any(|pattern| matches(pattern, construct))
        };
        let of = |provider: &Provider| {
            let constructs = provider.constructs.iter().enumerate();
            constructs.filter(|(_, construct)| is_selected(construct)).map(|(index, _)| index).collect()
        };
        Ok(Self(providers.iter().map(of).collect()))
    }

    /// Indices into the constructs of the provider with this index, ascending.
    #[must_use]
    pub fn of(&self, provider: usize) -> &[usize] {
        &self.0[provider]
    }
}

fn matches(pattern: &Pattern, construct: &Construct) -> bool {
    pattern.is_of(construct.kind) && pattern.is_match(&construct.type_name)
}

fn matches_any(pattern: &Pattern, providers: &[Provider]) -> bool {
    providers.iter().flat_map(|provider| &provider.constructs).any(|construct| matches(pattern, construct))
}

fn matches_nothing(pattern: &Pattern, written: &str, providers: &[Provider], option: &str) -> Problem {
    let constructs = providers.iter().flat_map(|provider| &provider.constructs);
    let candidates = constructs.filter(|construct| pattern.is_of(construct.kind));
    let names: BTreeSet<_> = candidates.map(|construct| construct.type_name.as_str()).collect();
    let problem = Problem::new(option, format!("\"{written}\" matches no construct"));
    match crate::nearest::nearest(pattern.glob(), names.into_iter()) {
        Some(name) => problem.help(format!("did you mean `{name}`?")),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Selection;
    use crate::model::{self, Provider};
    use crate::schema;

    fn providers() -> Vec<Provider> {
        let path = Path::new("tests/features/data_and_ephemeral.json");
        let (schemas, _) = schema::read(&path.into()).expect("a schema");
        model::build(path, &schemas, &[]).expect("a model")
    }

    fn selected(only: &str) -> Vec<String> {
        let providers = providers();
        let selection = Selection::new(&providers, &[only.to_owned()], "--only").expect("a match");
        let constructs = selection.of(0).iter().map(|&index| &providers[0].constructs[index]);
        constructs.map(|construct| format!("{:?} {}", construct.kind, construct.type_name)).collect()
    }

    #[test]
    fn a_glob_selects_by_type_name_and_the_provider_comes_along() {
        assert_eq!(selected("acme_im*"), ["DataSource acme_image", "Provider acme"]);
        assert_eq!(selected("ephemeral.*"), ["EphemeralResource acme_password", "Provider acme"]);
    }

    #[test]
    fn a_glob_that_matches_nothing_is_a_mistake() {
        let only = ["acme_imgae".to_owned(), "resource.*".to_owned(), "[".to_owned()];
        let problems = Selection::new(&providers(), &only, "--only").expect_err("mistakes");
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(lines.join("\n"), @r#"
        --only: "acme_imgae" matches no construct
          help: did you mean `acme_image`?
        --only: "resource.*" matches no construct
        --only: "[" is no glob: error parsing glob '[': unclosed character class; missing ']'
        "#);
    }
}
