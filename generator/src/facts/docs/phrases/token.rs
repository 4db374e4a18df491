//! Descriptions as words, code and marks.

/// A piece of a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word.
    Word(String),
    /// `` `code` ``, or words in quotation marks.
    Code(String),
    /// A mark such as `,`; brackets are left out with what is between them.
    Mark(char),
    /// The beginning of a list item.
    Bullet,
}

/// Takes a description in Markdown apart. What is in brackets is an aside, and links are their text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for line in text.lines() {
        let content = line.trim_start();
        let content = match content.strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with(' ')) {
            Some(content) => {
                tokens.push(Token::Bullet);
                content
            }
            None => content,
        };
        read(content, &mut tokens);
    }
    tokens
}

fn read(line: &str, tokens: &mut Vec<Token>) {
    let mut rest = line;
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        rest = match char {
            '`' | '"' => match after.split_once(char) {
                Some((code, after)) => {
                    tokens.push(Token::Code(code.trim_matches(['"', '\'', ' ']).to_owned()));
                    after
                }
                None => after,
            },
            '(' => after.split_once(')').map_or(after, |(_, after)| after),
            '[' | ']' => after,
            _ if char.is_whitespace() || matches!(char, '*' | '_') => after,
            _ if char.is_alphanumeric() => {
                let end = rest
                    .find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '-' | '\'')))
                    .unwrap_or(rest.len());
                tokens.push(Token::Word(rest[..end].to_owned()));
                &rest[end..]
            }
            _ => {
                tokens.push(Token::Mark(char));
                after
            }
        };
    }
}
