//! Sentences as words, code and marks.

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word. Names keep the marks within: `bucket_name/key`.
    Word(String),
    /// `` `code` ``, or what stands in quotation marks.
    Code(String),
    /// A mark: one of `,.;:()/`.
    Mark(char),
}

impl Token {
    /// Whether it is this word.
    pub fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own.eq_ignore_ascii_case(word))
    }
}

/// Takes sentences apart, where code is marked as in Markdown.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        rest = match char {
            '`' | '"' | '\'' => match after.split_once(char) {
                Some((code, after)) if char == '`' || !code.contains([' ', '`']) => {
                    tokens.push(Token::Code(code.trim().to_owned()));
                    after
                }
                _ => after,
            },
            ',' | ';' | '(' | ')' | '.' | ':' | '/' => {
                tokens.push(Token::Mark(char));
                after
            }
            _ if starts_word(char) => {
                let (word, after) = word(rest);
                let plain = word.trim_end_matches("'s").trim_end_matches("’s");
                tokens.push(Token::Word(plain.to_owned()));
                after
            }
            _ => after,
        };
    }
    tokens
}

fn starts_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '{' | '$' | '<')
}

/// The word that a text begins with; marks belong to it where letters follow: `e.g`, `function_name/statement_id`.
fn word(text: &str) -> (&str, &str) {
    let mut end = text.len();
    for (at, char) in text.char_indices() {
        let next = text[at + char.len_utf8()..].chars().next();
        let goes_on = match char {
            '.' | '/' | ':' | '|' | '#' => next.is_some_and(starts_word),
            '\'' | '’' => next == Some('s'),
            '{' | '}' | '<' | '>' | '$' | '-' | '_' | '@' | '+' | '=' => true,
            _ => char.is_alphanumeric(),
        };
        if !goes_on {
            end = at;
            break;
        }
    }
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn marks_within_names_belong_to_them() {
        insta::assert_debug_snapshot!(tokens(
            "using the route's `name`, e.g. function_name/statement_id (`:`) or {{a}}/{{b}}, ID,Region separated by ':'."
        ));
    }
}
