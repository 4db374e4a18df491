//! Whether changing an argument makes a new resource: "Changing this forces a new resource to be created".

use super::condition::{is_conditional, is_limited};
use super::pattern::Pattern;
use super::token::{Text, ends_sentence};

/// The phrases.
const PHRASES: &[Pattern] = &[
    Pattern::new("forces|force a|the? new|replacement|recreation|re-creation|replace|destroy"),
    Pattern::new(
        "changing|changes|modifying|updating|change to? this|it|the|that|any? of? value|field|argument|attribute|property|parameter? will|would? force|forces|cause|causes|require|requires|result|results|trigger|triggers|create|creates|recreate|recreates|destroy|destroys|replace|replaces in? the|a|this? new|recreation|replacement|resource|destruction|re-creation|creation|recreating",
    ),
    Pattern::new(
        "changing|changes|modifying|updating <code> will|would? force|forces|cause|causes|require|requires|recreate|recreates|replace|replaces",
    ),
    Pattern::new(
        "changing|changes|modifying|updating|change to? this|it|the|that|any? of? value|field|argument|attribute|property|parameter? will|would? recreate|recreates|replace|replaces",
    ),
];

/// Whether a description says so, of every change.
pub fn replaces(text: &Text) -> bool {
    let found = text.find(|before, rest| {
        let found = PHRASES.iter().find_map(|phrase| phrase.matched(rest))?;
        let sentence = rest[found.end..].iter().take_while(|token| !ends_sentence(token));
        let rest: Vec<_> = sentence.cloned().collect();
        let is_always = !is_conditional(before) && !(0..rest.len()).any(|at| is_limited(&rest[at..=at]));
        Some((is_always, found.end))
    });
    found.contains(&true)
}

#[cfg(test)]
mod tests {
    use super::{Text, replaces};

    #[test]
    fn changes_that_replace() {
        let phrases = [
            "Forces new resource",
            "The name. Changing this forces a new resource to be created.",
            "Changing the value forces replacement.",
            "Changing this will recreate the resource.",
            "Changing this field will force a new Dev Center to be created.",
        ];
        assert!(phrases.iter().all(|phrase| replaces(&Text::of(phrase))));
    }

    #[test]
    fn changes_that_do_not() {
        let phrases = [
            "Changing this forces a new resource to be created when `x` is `y`.",
            "If `x` is set, changing this forces a new resource.",
            "Changing it updates the resource.",
            "Whether to force the deletion.",
        ];
        assert!(phrases.iter().all(|phrase| !replaces(&Text::of(phrase))));
    }
}
