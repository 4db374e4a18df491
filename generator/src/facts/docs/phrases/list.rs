//! Lists in running text: `a`, `b` or `c`.

use super::token::Token;

/// Whether a token stands between the items of a list.
pub fn joins(token: &Token) -> bool {
    is_comma(token) || is_conjunction(token)
}

fn is_comma(token: &Token) -> bool {
    matches!(token, Token::Mark(',' | '/' | '|' | '&'))
}

fn is_conjunction(token: &Token) -> bool {
    matches!(token, Token::Word(word) if ["and", "or"].contains(&word.as_str()))
}

/// What is listed, as `item` reads it, and what follows. A list that ends in something else than an item is none.
pub fn listed<'t>(
    tokens: &'t [Token],
    item: &dyn Fn(&Token) -> Option<String>,
) -> Option<(Vec<String>, &'t [Token])> {
    let mut items = vec![item(tokens.first()?)?];
    let mut at = 1;
    loop {
        let comma = tokens[at..].iter().take_while(|token| is_comma(token)).count();
        let word = usize::from(tokens.get(at + comma).is_some_and(is_conjunction));
        match tokens.get(at + comma + word).and_then(item).filter(|_| comma + word > 0) {
            Some(item) => {
                if !items.contains(&item) {
                    items.push(item);
                }
                at += comma + word + 1;
            }
            None if word == 1 => return None,
            None => return Some((items, &tokens[at..])),
        }
    }
}

/// The first items of the list items that follow.
pub fn bulleted<'t>(
    tokens: &'t [Token],
    item: &dyn Fn(&Token) -> Option<String>,
) -> Option<(Vec<String>, &'t [Token])> {
    if tokens.first() != Some(&Token::Bullet) {
        return None;
    }
    let firsts = tokens.windows(2).filter(|pair| pair[0] == Token::Bullet).map(|pair| item(&pair[1]));
    Some((firsts.collect::<Option<_>>()?, &[]))
}
