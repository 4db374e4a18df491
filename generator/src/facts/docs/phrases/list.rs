//! Lists in running text: `a`, `b` or `c`.

use super::token::Token;

/// Whether a token stands between the items of a list.
pub fn joins(token: &Token) -> bool {
    match token {
        Token::Mark(mark) => matches!(mark, ',' | '/' | '|' | '&'),
        Token::Word(word) => ["and", "or"].contains(&word.as_str()),
        _ => false,
    }
}

/// What is listed, as `item` reads it, and what follows. A list that ends in something else than an item is none.
pub fn listed<'t>(
    tokens: &'t [Token],
    item: &dyn Fn(&Token) -> Option<String>,
) -> Option<(Vec<String>, &'t [Token])> {
    let mut items = vec![item(tokens.first()?)?];
    let mut at = 1;
    loop {
        let comma = tokens.get(at..).map_or(0, |rest| {
            rest.iter().take_while(|token| matches!(token, Token::Mark(',' | '/' | '|' | '&'))).count()
        });
        let word = usize::from(
            matches!(tokens.get(at + comma), Some(Token::Word(word)) if ["and", "or"].contains(&word.as_str())),
        );
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
