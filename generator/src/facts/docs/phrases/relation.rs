//! Which arguments go together: "Conflicts with `a`", "One of `a` or `b` must be set".

use super::condition::{is_conditional, is_limited_anywhere, is_one_of};
use super::list::listed;
use super::pattern::{Match, Pattern};
use super::token::{Text, Token, ends_sentence};

/// A relation between the argument that says so and others of its block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Which one.
    pub kind: Kind,
    /// The others, as they are named.
    pub names: Vec<String>,
}

/// How arguments go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// None of the others beside it.
    ConflictsWith,
    /// Of all that are named exactly one.
    ExactlyOneOf,
    /// Of all that are named at least one.
    AtLeastOneOf,
    /// Each of the others beside it.
    RequiredWith,
    /// It beside each of the others.
    RequiredBy,
    /// It, unless each of the others is there.
    RequiredWithout,
    /// Of all that are named no two.
    AtMostOneOf,
}

/// A phrase that relates arguments.
struct Phrase {
    kind: Kind,
    /// What stands before the names; nothing where this is empty.
    before: Pattern,
    /// What stands after them; anything where this is empty.
    after: Pattern,
    /// Whether it begins a sentence.
    is_first: bool,
}

const SET: &str = "must|has|have|is|are|needs|should|can|may to? be? set|specified|provided|required|configured|given|supplied|defined|used|mandatory";
const WHEN_SET: &str = "configuration? block|blocks|argument? is|are|has|have not? been? set|specified|provided|configured|given|supplied|defined|used|present|enabled";

const fn around(kind: Kind, before: &'static str, after: &'static str) -> Phrase {
    Phrase { kind, before: Pattern::new(before), after: Pattern::new(after), is_first: false }
}

const fn before(kind: Kind, text: &'static str) -> Phrase {
    around(kind, text, "")
}

const fn behind(kind: Kind, text: &'static str) -> Phrase {
    around(kind, "", text)
}

const fn sentence(kind: Kind, text: &'static str) -> Phrase {
    Phrase { kind, before: Pattern::new(text), after: Pattern::new(""), is_first: true }
}

/// The phrases, the longer of those that begin alike first.
const PHRASES: &[Phrase] = &[
    behind(
        Kind::AtMostOneOf,
        "block|blocks|argument|arguments? cannot|can't|must|may|should not? be both? used|set|specified|defined|provided|configured both? at|together|simultaneously the? same? time?",
    ),
    behind(Kind::AtMostOneOf, "are mutually exclusive"),
    before(
        Kind::ConflictsWith,
        "conflict|conflicts|conflicting with any|either|both? of? the? following? argument|arguments|attribute|block|field|:? :?",
    ),
    before(
        Kind::ConflictsWith,
        "cannot|can't|not be? set|specified|used|provided|defined|configured|combined|supplied|given at? the? same? time? as|with|together|along|alongside|in|simultaneously conjunction|combination? with|as? the? argument|block|field?",
    ),
    around(
        Kind::ConflictsWith,
        "cannot|can't|not be set|specified|used|provided|defined|configured|supplied if|when any? the? argument|field?",
        WHEN_SET,
    ),
    before(Kind::ConflictsWith, "incompatible with"),
    before(Kind::ConflictsWith, "mutually exclusive|exclusively with|to both|either?"),
    before(Kind::AtMostOneOf, "only one of either|the? following? argument|arguments? :?"),
    before(Kind::AtMostOneOf, "at most one of either|the? following? :?"),
    before(Kind::ExactlyOneOf, "exactly one of either|the? following? argument|arguments? :?"),
    before(Kind::ExactlyOneOf, "one and only one of either|the? following? :?"),
    before(Kind::AtLeastOneOf, "at least one of either|the? following? argument|arguments? :?"),
    around(Kind::AtLeastOneOf, "one of either|the? following? argument|arguments? :?", SET),
    around(Kind::AtLeastOneOf, "either this? or?", SET),
    before(Kind::RequiredBy, "required with|alongside"),
    before(
        Kind::RequiredWith,
        "must|should be set|specified|used|provided|configured in? together|along|conjunction? with|alongside",
    ),
    sentence(Kind::RequiredWith, "requires|require setting|that? the? argument|block|field?"),
    around(Kind::RequiredBy, "required if|when the? argument|block|field?", WHEN_SET),
    around(
        Kind::RequiredBy,
        "must be set|specified|provided|configured if|when the? argument|block|field?",
        WHEN_SET,
    ),
];

/// Words after names that make them something else than arguments.
const OTHERWISE: &[&str] = &["permission", "permissions", "or", "policy", "role", "version"];

/// What makes one of several that are named exactly one.
const NOT_BOTH: Pattern = Pattern::new("not both|all|several");

/// That an argument is set, whatever to, and that it is set to something.
const TO_BE_SET: Pattern = Pattern::new("to be? set|specified|provided|configured|defined|present|enabled");
const TO: Pattern = Pattern::new("to|as");
const IS_SET: &[Pattern] = &[Pattern::new(SET), Pattern::new(WHEN_SET)];

/// The relations that a description states.
pub fn relations(text: &Text) -> Vec<Relation> {
    let mut found = text.find(relation_at);
    found.dedup();
    found
}

fn relation_at(before: &[Token], tokens: &[Token]) -> Option<(Relation, usize)> {
    if is_conditional(before) || before.iter().any(|token| is_one_of(token, &["or"])) {
        return None;
    }
    PHRASES.iter().find_map(|phrase| {
        let list = &tokens[phrase.before.begin(before, tokens)?..];
        let (names, after) = listed(list, &name)?;
        // "The value `x` requires `a`"
        if phrase.is_first && !before.is_empty() {
            return None;
        }
        let (is_negated, rest) = if phrase.after.is_empty() {
            (false, after)
        } else {
            let (taken, rest) = after.split_at(phrase.after.matched(after)?.end);
            (taken.iter().any(|token| is_one_of(token, &["not"])), rest)
        };
        let fits = !speaks_of_values(rest) && !is_limited_anywhere(rest);
        let kind = match (phrase.kind, is_negated) {
            (Kind::AtLeastOneOf, _) if is_of_one(after) => Kind::ExactlyOneOf,
            (Kind::RequiredBy, true) => Kind::RequiredWithout,
            (Kind::ConflictsWith, true) => Kind::RequiredWith,
            (kind, _) => kind,
        };
        fits.then(|| (Relation { kind, names }, tokens.len() - after.len()))
    })
}

/// Whether a sentence ends in "but not both".
fn is_of_one(after: &[Token]) -> bool {
    let sentence = after.iter().position(ends_sentence).unwrap_or(after.len());
    (0..sentence).any(|at| NOT_BOTH.matched(&after[at..]).is_some())
}

/// Whether what follows names is about their values, which no relation between arguments says.
fn speaks_of_values(after: &[Token]) -> bool {
    let is_verb = |token: &Token| is_one_of(token, &["is", "are", "be"]);
    match after {
        [] => false,
        [Token::Code(_) | Token::Number(_) | Token::Mark('=' | ':'), ..] => true,
        [verb, _, ..] if is_verb(verb) => IS_SET.iter().all(|set| set.matched(after).is_none()),
        [word, ..] if is_one_of(word, &["to", "set", "as"]) => {
            let is_more = |set: &Match| TO.matched(&after[set.end..]).is_some();
            TO_BE_SET.matched(after).as_ref().is_none_or(is_more)
        }
        [word, ..] => is_one_of(word, OTHERWISE),
    }
}

fn name(token: &Token) -> Option<String> {
    match token {
        Token::Code(code) if !code.is_empty() => Some(code.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, relations};

    fn stated(description: &str) -> String {
        let said = relations(&Text::of(description));
        said.iter()
            .map(|one| format!("{:?} {}", one.kind, one.names.join(" ")))
            .collect::<Vec<_>>()
            .join(", ")
    }

    #[test]
    fn phrases_that_relate() {
        let phrases = [
            "Conflicts with `a`.",
            "The name. Conflicts with `a`, `b` and `c`.",
            "Cannot be specified with `a`.",
            "Cannot be used together with `a` or `b`.",
            "Must not be set when `a` is specified.",
            "Mutually exclusive with `a`.",
            "Only one of `a` or `b` can be specified.",
            "Exactly one of `a`, `b`, or `c` must be specified.",
            "At least one of `a` or `b` is required.",
            "One of `a` or `b` must be specified.",
            "Either `a` or `b` must be provided.",
            "Required with `a`.",
            "Requires `a` to be set.",
            "Required if `a` is set.",
            "Required if `a` is not set.",
            "The ID (conflicts with `a`).",
            "`a` and `b` blocks cannot be used both at the same time.",
            "`a` and `b` are mutually exclusive.",
            "Cannot be specified if any `a` configuration blocks are set.",
        ];
        insta::assert_debug_snapshot!(phrases.map(stated), @r#"
        [
            "ConflictsWith a",
            "ConflictsWith a b c",
            "ConflictsWith a",
            "ConflictsWith a b",
            "ConflictsWith a",
            "ConflictsWith a",
            "AtMostOneOf a b",
            "ExactlyOneOf a b c",
            "AtLeastOneOf a b",
            "AtLeastOneOf a b",
            "AtLeastOneOf a b",
            "RequiredBy a",
            "RequiredWith a",
            "RequiredBy a",
            "RequiredWithout a",
            "ConflictsWith a",
            "AtMostOneOf a b",
            "AtMostOneOf a b",
            "ConflictsWith a",
        ]
        "#);
    }

    #[test]
    fn phrases_that_do_not() {
        let phrases = [
            "Requires `a` to be set to `b`.",
            "Required if `a` is `b`.",
            "Required when `a` is set to SINGLE.",
            "The value `x` requires `a`.",
            "One of `a` or `b` must be specified when using `c`.",
            "Must be empty, or with exactly one of `a` or `b`.",
            "Used with `a` to filter.",
            "If `x` is `y`, conflicts with `a`.",
            "Requires Vault `1.2` or later.",
            "Valid values are one of `a` or `b`.",
            "Conflicts with other policies.",
            "One of the gateways.",
        ];
        assert_eq!(phrases.map(stated), [""; 12]);
    }
}
