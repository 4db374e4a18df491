//! Names and phrases as words that can be compared: `apiId`, `API_ID` and "API identifiers" are the same two.

/// What is said in several ways, as names of attributes most often have it.
const SAME: &[(&str, &str)] = &[
    ("acct", "account"),
    ("apis", "api"),
    ("asg", "autoscalinggroup"),
    ("configuration", "config"),
    ("database", "db"),
    ("env", "environment"),
    ("identifier", "id"),
    ("ids", "id"),
    ("org", "organization"),
    ("organisation", "organization"),
    ("repo", "repository"),
];

/// The words of a name or a phrase, in small letters and in the singular.
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split(|char: char| !char.is_alphanumeric()).filter(|piece| !piece.is_empty()) {
        humps(piece, &mut found);
    }
    // Spelled out, it is three words for one.
    while let Some(at) = found.windows(3).position(|three| three == ["amazon", "resource", "name"]) {
        let is_repeated = found.get(at + 3).is_some_and(|next| next == "arn");
        found.splice(at..at + 3 + usize::from(is_repeated), ["arn".to_owned()]);
    }
    found
}

/// Takes `apiId` and `APIId` apart.
fn humps(piece: &str, found: &mut Vec<String>) {
    if let Some(singular) = piece.strip_suffix('s').filter(|rest| is_upper(rest)) {
        found.push(known(&singular.to_lowercase()));
        return;
    }
    let chars: Vec<char> = piece.chars().collect();
    let mut word = String::new();
    for (at, &char) in chars.iter().enumerate() {
        let follows_small = at > 0 && !chars[at - 1].is_uppercase();
        let leads_small = at > 0 && chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        if char.is_uppercase() && (follows_small || leads_small) {
            found.push(known(&word));
            word.clear();
        }
        word.extend(char.to_lowercase());
    }
    found.push(known(&word));
}

fn is_upper(text: &str) -> bool {
    text.len() > 1 && text.chars().all(char::is_uppercase)
}

fn known(word: &str) -> String {
    let word = singular(word);
    SAME.iter().find(|(other, _)| *other == word).map_or(word, |(_, known)| (*known).to_owned())
}

fn singular(word: &str) -> String {
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2) else { return word.to_owned() };
    if stem.ends_with(['s', 'u', 'i']) {
        return word.to_owned();
    }
    if let Some(stem) = stem.strip_suffix("ie") {
        return format!("{stem}y");
    }
    let plural = ["sse", "xe", "che", "she"].iter().any(|ending| stem.ends_with(ending));
    if plural { stem[..stem.len() - 1].to_owned() } else { stem.to_owned() }
}

/// Where the last words of `long` begin that are `short`, however either parts them: `data set` is `dataset`.
pub fn ends_with(long: &[String], short: &[String]) -> Option<usize> {
    let short = short.concat();
    (0..long.len()).find(|&at| long[at..].concat() == short)
}

/// A name as configuration has it: `REST-API-ID` is `rest_api_id`.
pub fn snake_case(text: &str) -> String {
    let mut name = String::new();
    let mut before = '_';
    for char in text.trim().chars() {
        if !char.is_alphanumeric() {
            if before != '_' {
                name.push('_');
            }
            before = '_';
            continue;
        }
        if char.is_uppercase() && before.is_lowercase() {
            name.push('_');
        }
        name.extend(char.to_lowercase());
        before = char;
    }
    name.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ends_with, snake_case, words};

    #[test]
    fn what_means_the_same_has_the_same_words() {
        let names = [
            ["API identifier", "apiId", "API-ID", "api_ids"],
            ["security groups", "SecurityGroup", "SECURITY_GROUPS", "security_group"],
            ["Amazon Resource Name (ARN)", "Amazon Resource Names", "ARNs", "arn"],
            ["public IP addresses", "PublicIPAddress", "public_ip_address", "PUBLIC-IP"],
        ];
        let found = names.map(|row| row.map(|name| words(name).join(" ")).join(" = "));
        insta::assert_debug_snapshot!(found, @r#"
        [
            "api id = api id = api id = api id",
            "security group = security group = security group = security group",
            "arn = arn = arn = arn",
            "public ip address = public ip address = public ip address = public ip",
        ]
        "#);
    }

    #[test]
    fn words_may_be_written_as_one() {
        let at = |long: &str, short: &str| ends_with(&words(long), &words(short));
        assert_eq!(at("AWS data set ID", "dataset_id"), Some(1));
        assert_eq!(at("ASG name", "auto_scaling_group_name"), Some(0));
        assert_eq!(at("subset ID", "set_id"), None);
    }

    #[test]
    fn names_are_written_as_configuration_has_them() {
        let names = ["REST-API-ID", "AccountID", "appId", "ipam-pool-id", "Set Identifier", "--x--"];
        insta::assert_debug_snapshot!(names.map(snake_case), @r#"
        [
            "rest_api_id",
            "account_id",
            "app_id",
            "ipam_pool_id",
            "set_identifier",
            "x",
        ]
        "#);
    }
}
