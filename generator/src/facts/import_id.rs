//! Import ID formats written as templates.

use crate::model::Segment;

/// Reads a template such as `{api_id}/{integration_id}/{id}`; `{+name}` at the end may hold separators.
///
/// # Errors
///
/// If a brace is not closed, a part has no name, an impossible one or that of another, two parts touch, or there is no part.
pub fn parse_template(template: &str) -> Result<Vec<Segment>, String> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut rest = template;
    while !rest.is_empty() {
        let (literal, part) = match rest.split_once('{') {
            None => (rest, None),
            Some((literal, after)) => match after.split_once('}') {
                None => return Err(format!("`{{{after}` has no closing brace")),
                Some((name, after)) => (literal, Some((name, after))),
            },
        };
        if literal.contains('}') {
            return Err(format!("`{literal}` has a closing brace without an opening one"));
        }
        if !literal.is_empty() {
            segments.push(Segment::Literal(literal.to_owned()));
        }
        let Some((name, after)) = part else { break };
        let (name, is_rest) = name.strip_prefix('+').map_or((name, false), |name| (name, true));
        if !is_name(name) {
            return Err(format!("`{{{name}}}` names no part: expected a name such as `{{api_id}}`"));
        }
        if is_rest && !after.is_empty() {
            return Err(format!("`{{+{name}}}` takes all that follows, so nothing can stand behind it"));
        }
        if segments.iter().any(|segment| matches!(segment, Segment::Part(part) if part == name)) {
            return Err(format!("`{{{name}}}` stands twice, and only one value can be it"));
        }
        if let Some(Segment::Part(before)) = segments.last() {
            return Err(format!("nothing separates `{{{before}}}` from `{{{name}}}`"));
        }
        let name = name.to_owned();
        segments.push(if is_rest { Segment::Rest(name) } else { Segment::Part(name) });
        rest = after;
    }
    if segments.iter().any(|segment| !matches!(segment, Segment::Literal(_))) {
        Ok(segments)
    } else {
        Err("expected at least one part, such as `{id}`".to_owned())
    }
}

/// Parts become fields in every language; these words can be none in Rust.
fn is_name(name: &str) -> bool {
    !matches!(name, "self" | "Self" | "super" | "crate" | "_")
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

#[cfg(test)]
mod tests {
    use super::parse_template;

    #[test]
    fn parts_and_literals_come_in_turn() {
        let segments = parse_template("{api_id}/{id}:x/{+rest}").expect("a template");
        insta::assert_debug_snapshot!(segments, @r#"
        [
            Part(
                "api_id",
            ),
            Literal(
                "/",
            ),
            Part(
                "id",
            ),
            Literal(
                ":x/",
            ),
            Rest(
                "rest",
            ),
        ]
        "#);
    }

    #[test]
    fn what_cannot_be_taken_apart_again_is_refused() {
        let refusals: Vec<_> = ["{a}{b}", "{+a}/{b}", "{a", "a}", "{}", "{a}/{a}", "{crate}", "abc", ""]
            .map(|template| parse_template(template).unwrap_err())
            .into();
        insta::assert_debug_snapshot!(refusals, @r#"
        [
            "nothing separates `{a}` from `{b}`",
            "`{+a}` takes all that follows, so nothing can stand behind it",
            "`{a` has no closing brace",
            "`a}` has a closing brace without an opening one",
            "`{}` names no part: expected a name such as `{api_id}`",
            "`{a}` stands twice, and only one value can be it",
            "`{crate}` names no part: expected a name such as `{api_id}`",
            "expected at least one part, such as `{id}`",
            "expected at least one part, such as `{id}`",
        ]
        "#);
    }
}
