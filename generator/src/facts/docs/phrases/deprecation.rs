//! That an argument should no longer be used.

use super::pattern::Pattern;
use super::token::{Text, Token};

/// The phrases at the beginning of a description.
const AT_FIRST: &[Pattern] = &[
    Pattern::new("deprecated"),
    Pattern::new(
        "this|the? argument|attribute|field|property|parameter|block|option? <code>? is|has|was|will been|be? deprecated",
    ),
];

/// The phrases anywhere.
const ANYWHERE: &[Pattern] = &[
    Pattern::new(
        "this|the argument|attribute|field|property|parameter|block|option is|has|was been|now? deprecated",
    ),
    Pattern::new("this is|has been? deprecated"),
];

/// Whether a description says so.
pub fn is_deprecated(text: &Text) -> bool {
    let begins = |tokens: &[Token]| AT_FIRST.iter().any(|pattern| pattern.matched(tokens).is_some());
    let anywhere = |tokens: &[Token]| ANYWHERE.iter().any(|pattern| pattern.matched(tokens).is_some());
    let first = text.tokens.iter().position(|token| !matches!(token, Token::Mark(_))).unwrap_or(0);
    begins(&text.tokens[first..])
        || (0..text.tokens.len()).any(|at| anywhere(&text.tokens[at..]))
        || text.asides.iter().any(|(at, aside)| *at == 0 && begins(aside))
}

#[cfg(test)]
mod tests {
    use super::{Text, is_deprecated};

    #[test]
    fn what_is_deprecated() {
        let is = |description| is_deprecated(&Text::of(description));
        assert!(is("**Deprecated** Use `a` instead."));
        assert!(is("(Deprecated) The name."));
        assert!(is("The name. This field is deprecated in favor of `a`."));
        assert!(is("**DEPRECATED:** use `a`."));
        assert!(!is("Whether deprecated images are found."));
        assert!(!is("The value `a` is deprecated."));
    }
}
