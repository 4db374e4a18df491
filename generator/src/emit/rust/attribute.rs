//! How `#[tf(…)]` is laid out: rustfmt leaves it as it is written here.

/// What rustfmt takes for the greatest width of what stands between an attribute's parentheses.
const WIDTH: usize = 70;
/// The greatest width of a line.
pub const LINE: usize = 100;

/// With more attributes than these, all keys stand in one: rustc expands attributes within each other, 128 deep at most.
const MOST: usize = 64;

/// Attributes that hold these keys: one where it is short, or else one for each key.
pub fn attributes(keys: &[String], margin: usize) -> Vec<String> {
    let width = keys.iter().map(|key| key.chars().count() + ", ".len()).sum::<usize>();
    if keys.is_empty() {
        Vec::new()
    } else if width <= WIDTH {
        vec![format!("#[tf({})]", keys.join(", "))]
    } else if keys.len() <= MOST {
        keys.iter().flat_map(|key| attribute(key, margin)).collect()
    } else {
        let keys = keys.iter().flat_map(|key| listed(key, 1));
        ["#[tf(".to_owned()].into_iter().chain(keys).chain([")]".to_owned()]).collect()
    }
}

/// A key in an attribute of its own lines: arguments that are too wide have a line each.
fn listed(key: &str, depth: usize) -> Vec<String> {
    let indent = "    ".repeat(depth);
    match key.strip_suffix(')').and_then(|key| key.split_once('(')) {
        Some((name, arguments)) if arguments.chars().count() > WIDTH => {
            let arguments = split(arguments).into_iter().flat_map(|argument| listed(argument, depth + 1));
            let open = format!("{indent}{name}(");
            [open].into_iter().chain(arguments).chain([format!("{indent}),")]).collect()
        }
        _ => vec![format!("{indent}{key},")],
    }
}

/// One attribute; a list that is too long for a line is spread over several.
fn attribute(key: &str, margin: usize) -> Vec<String> {
    let line = format!("#[tf({key})]");
    if margin + line.chars().count() <= LINE {
        return vec![line];
    }
    let Some((name, arguments)) = key.strip_suffix(')').and_then(|key| key.split_once('(')) else {
        // rustfmt knows this form, and moves it so.
        return vec!["#[tf(".to_owned(), format!("    {key}"), ")]".to_owned()];
    };
    let mut lines = vec![format!("#[tf({name}(")];
    let mut current = "   ".to_owned();
    for argument in split(arguments) {
        let is_full = margin + current.chars().count() + argument.chars().count() + " ,".len() > LINE;
        if is_full && !current.trim().is_empty() {
            lines.push(std::mem::replace(&mut current, "   ".to_owned()));
        }
        current.push(' ');
        current.push_str(argument);
        current.push(',');
    }
    lines.push(current);
    lines.push("))]".to_owned());
    lines
}

/// Arguments that are separated by commas, none of which is within a string or parentheses.
fn split(arguments: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut in_string, mut escaped) = (Vec::new(), 0, 0_u32, false, false);
    for (at, char) in arguments.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = in_string,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(arguments[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(arguments[start..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_keys_share_an_attribute() {
        assert_eq!(attributes(&["required".to_owned(), "list".to_owned()], 4), ["#[tf(required, list)]"]);
        assert_eq!(attributes(&[], 4), [""; 0]);
    }

    #[test]
    fn long_keys_have_one_each() {
        let pattern = format!("pattern({:?}, source = docs)", "x".repeat(50));
        assert_eq!(
            attributes(&["required".to_owned(), pattern.clone()], 4),
            ["#[tf(required)]".to_owned(), format!("#[tf({pattern})]")]
        );
    }

    #[test]
    fn many_keys_stand_in_one() {
        let keys: Vec<_> = (0..65).map(|number| format!("rule(path = \"a{number}\", range(1, 5))")).collect();
        let lines = attributes(&keys, 0);
        assert_eq!(lines[..2], ["#[tf(", "    rule(path = \"a0\", range(1, 5)),"]);
        assert_eq!((lines.len(), lines[66].as_str()), (67, ")]"));
        let wide = format!("rule(path = {:?}, range(1, 5))", "a".repeat(60));
        let path = format!("        path = {:?},", "a".repeat(60));
        assert_eq!(listed(&wide, 1), ["    rule(", &path, "        range(1, 5),", "    ),"]);
    }

    #[test]
    fn a_long_list_takes_several_lines() {
        let values: Vec<_> = (0..12).map(|number| format!("\"VALUE, ({number})\"")).collect();
        let lines = attributes(&[format!("one_of({}, source = docs)", values.join(", "))], 4);
        insta::assert_snapshot!(lines.join("\n"), @r#"
        #[tf(one_of(
            "VALUE, (0)", "VALUE, (1)", "VALUE, (2)", "VALUE, (3)", "VALUE, (4)", "VALUE, (5)",
            "VALUE, (6)", "VALUE, (7)", "VALUE, (8)", "VALUE, (9)", "VALUE, (10)", "VALUE, (11)",
            source = docs,
        ))]
        "#);
    }
}
