//! Strings in Terraform's own syntax.

/// A string in quotes, with nothing in it that Terraform would evaluate.
pub(crate) fn quote(text: &str) -> String {
    format!("\"{}\"", quotable(text))
}

/// What stands between the quotes.
pub(crate) fn quotable(text: &str) -> String {
    let mut quoted = String::new();
    for char in escape(text).chars() {
        match char {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\r' => quoted += "\\r",
            '\t' => quoted += "\\t",
            control if control.is_control() => quoted += &format!("\\u{:04x}", u32::from(control)),
            other => quoted.push(other),
        }
    }
    quoted
}

/// The text with `${` and `%{` doubled, so that Terraform takes them for themselves.
///
/// See <https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1>.
pub(crate) fn escape(text: &str) -> String {
    if !text.contains("${") && !text.contains("%{") {
        return text.to_owned();
    }
    text.replace("${", "$${").replace("%{", "%%{")
}

/// A string of Terraform's JSON, which is a template: a byte order mark at its beginning would be dropped.
pub(crate) fn template(text: &str) -> String {
    match text.strip_prefix('\u{feff}') {
        None => escape(text),
        Some(rest) => format!("${{\"\\ufeff\"}}{}", escape(rest)),
    }
}
