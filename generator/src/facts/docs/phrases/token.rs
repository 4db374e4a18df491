//! Descriptions as words, numbers, code and marks.

/// A piece of a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word.
    Word(String),
    /// A number in decimal, without what parts its thousands.
    Number(String),
    /// `` `code` ``, or words in quotation marks.
    Code(String),
    /// A mark such as `,`.
    Mark(char),
    /// The beginning of a list item.
    Bullet,
}

/// The longest description that is read, in bytes: the time that it takes grows with the square.
const LONGEST: usize = 32_768;

/// A description in Markdown taken apart; links are their text.
#[derive(Debug, Default)]
pub struct Text {
    /// What stands outside brackets.
    pub tokens: Vec<Token>,
    /// What stands in brackets, each with the number of tokens before it.
    pub asides: Vec<(usize, Vec<Token>)>,
}

impl Text {
    /// Takes a description apart. One that is too long states nothing that can be relied on.
    pub fn of(description: &str) -> Self {
        let mut text = Self::default();
        if description.len() > LONGEST {
            return text;
        }
        for line in description.lines() {
            let content = line.trim_start();
            let content = match content.strip_prefix(['*', '-', '+']).filter(|rest| rest.starts_with(' ')) {
                Some(content) => {
                    text.tokens.push(Token::Bullet);
                    content
                }
                None => content,
            };
            text.line(content);
        }
        text
    }

    /// Everything that a function finds, first outside brackets, then in them.
    ///
    /// It is given what a sentence says before a place and all that follows, and returns how many tokens it took: what lies within
    /// a phrase is no other one.
    pub fn find<T>(&self, found: impl Fn(&[Token], &[Token]) -> Option<(T, usize)>) -> Vec<T> {
        let mut all = Vec::new();
        find_from(0, &self.tokens, &found, &mut all);
        for (position, aside) in &self.asides {
            let before = &self.tokens[..*position];
            let sentence = before.iter().rposition(ends_sentence).map_or(0, |end| end + 1);
            let whole = [&before[sentence..], aside].concat();
            find_from(position - sentence, &whole, &found, &mut all);
        }
        all
    }

    fn line(&mut self, line: &str) {
        let mut rest = line;
        while let Some(char) = rest.chars().next() {
            let after = &rest[char.len_utf8()..];
            rest = match char {
                '(' => {
                    let (aside, after) = after.split_once(')').unwrap_or((after, ""));
                    let mut inner = Self::default();
                    inner.line(aside);
                    self.asides.push((self.tokens.len(), inner.tokens));
                    after
                }
                '[' | ']' => after,
                _ if char.is_whitespace() || matches!(char, '*' | '_') => after,
                // A sign, where it is no dash between two numbers.
                '-' if after.starts_with(|next: char| next.is_ascii_digit())
                    && line[..line.len() - rest.len()]
                        .chars()
                        .next_back()
                        .is_none_or(char::is_whitespace) =>
                {
                    let (token, behind) = number(after);
                    self.tokens.extend(token.map(|token| match token {
                        Token::Number(number) => Token::Number(format!("-{number}")),
                        other => other,
                    }));
                    behind
                }
                _ => {
                    let (token, behind) = token(char, rest, after);
                    match token {
                        // Values in one piece of code: `` `A | B` ``.
                        Some(Token::Code(code)) if code.contains(" | ") => {
                            for value in code.split(" | ") {
                                self.tokens.extend([Token::Code(value.trim().to_owned()), Token::Mark('|')]);
                            }
                            self.tokens.pop();
                        }
                        token => self.tokens.extend(token),
                    }
                    behind
                }
            };
        }
    }
}

/// What is found from a position on; what stands before it in the sentence is told, and not searched.
fn find_from<T>(
    mut at: usize,
    tokens: &[Token],
    found: impl Fn(&[Token], &[Token]) -> Option<(T, usize)>,
    all: &mut Vec<T>,
) {
    let mut sentence = 0;
    while at < tokens.len() {
        let taken = found(&tokens[sentence..at], &tokens[at..]).map_or(1, |(one, taken)| {
            all.push(one);
            taken.max(1)
        });
        at += taken;
        let end = tokens[at - taken..at].iter().rposition(ends_sentence);
        sentence = end.map_or(sentence, |end| at - taken + end + 1);
    }
}

/// Whether a sentence is over.
pub fn ends_sentence(token: &Token) -> bool {
    matches!(token, Token::Mark('.' | ';') | Token::Bullet)
}

/// The token that a text begins with, and what is behind it.
fn token<'t>(first: char, text: &'t str, after: &'t str) -> (Option<Token>, &'t str) {
    match first {
        '`' | '"' => match after.split_once(first) {
            Some((code, after)) => (Some(Token::Code(unquoted(code))), after),
            None => (None, after),
        },
        '\'' => match after.split_once('\'').filter(|(code, after)| is_quoted(code, after)) {
            Some((code, after)) => (Some(Token::Code(code.to_owned())), after),
            None => (None, after),
        },
        _ if first.is_ascii_digit() => number(text),
        _ if first.is_alphanumeric() => {
            let end = text
                .find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '-' | '\'')))
                .unwrap_or(text.len());
            (Some(Token::Word(text[..end].to_owned())), &text[end..])
        }
        _ => (Some(Token::Mark(first)), after),
    }
}

/// Code without the quotation marks, or the brackets of a list with one value, that stand around it; a number without what parts
/// its thousands.
fn unquoted(code: &str) -> String {
    let listed = code.strip_prefix("[\"").and_then(|code| code.strip_suffix("\"]"));
    let code = listed.unwrap_or(code);
    let trimmed = code.trim_matches(['"', '\'', '`', ' ']);
    let code = if trimmed.is_empty() { code } else { trimmed };
    let is_number = code.chars().all(|char| char.is_ascii_digit() || char == ',');
    plain(code).filter(|_| is_number && !code.is_empty()).unwrap_or_else(|| code.to_owned())
}

/// Whether single quotation marks stand around something: they may be apostrophes.
fn is_quoted(code: &str, after: &str) -> bool {
    !code.is_empty() && !code.ends_with(' ') && !after.starts_with(char::is_alphanumeric)
}

/// A number, or a word that begins with one.
fn number(text: &str) -> (Option<Token>, &str) {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1)) {
        end += 1;
    }
    let word = text[end..]
        .find(|char: char| !(char.is_alphanumeric() || char == '_'))
        .map_or(text.len(), |length| end + length);
    if word > end {
        return (Some(Token::Word(text[..word].to_owned())), &text[word..]);
    }
    (plain(&text[..end]).map(Token::Number), &text[end..])
}

/// A number without what parts its thousands; `None` for dates, versions and addresses.
fn plain(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_grouped = groups.all(|group| group.len() == 3) && (first.len() <= 3 || !whole.contains(','));
    let is_number = is_grouped && fraction.is_none_or(|digits| !digits.contains(['.', ',']));
    is_number.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_description_is_taken_apart() {
        let text =
            Text::of("Size, 1,024 to 1.5 (up to `64-GB`) of 'a b' or 'c', 10GB, [v1.2.3](x).\n* `A` - \"B\"");
        insta::assert_compact_debug_snapshot!(text.tokens, @r#"[Word("Size"), Mark(','), Number("1024"), Word("to"), Number("1.5"), Word("of"), Code("a b"), Word("or"), Code("c"), Mark(','), Word("10GB"), Mark(','), Word("v1"), Mark('.'), Number("2.3"), Mark('.'), Bullet, Code("A"), Mark('-'), Code("B")]"#);
        insta::assert_compact_debug_snapshot!(text.asides, @r#"[(5, [Word("up"), Word("to"), Code("64-GB")]), (15, [Word("x")])]"#);
    }
}
