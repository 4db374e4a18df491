//! The packed facts of a struct: the other side of the runtime's `table`.

use syn::LitStr;

use crate::model::{Bounds, Check, Item, Rule, Source};

/// One line about the struct, and one for each field.
pub fn pack(item: &Item) -> String {
    let mut header = Vec::new();
    if item.object {
        header.push("o".to_owned());
    }
    if let Some(why) = &item.deprecated {
        header.push(format!("d{}", escape(why)));
    }
    for path_rules in &item.path_rules {
        header.push(format!("@{}", escape(&path_rules.path)));
        header.extend(path_rules.rules.iter().map(rule));
    }
    let mut packed = header.join("\t");
    for field in &item.fields {
        packed.push('\n');
        packed.push_str(&field.name);
        for (is_set, flag) in
            [(field.required, "!"), (field.secret, "s"), (field.write_only, "w"), (field.listed, "l")]
        {
            if is_set {
                packed.push('\t');
                packed.push_str(flag);
            }
        }
        if let Some(why) = &field.deprecated {
            packed.push_str("\td");
            packed.push_str(&escape(why));
        }
        for written in &field.rules {
            packed.push('\t');
            packed.push_str(&rule(written));
        }
    }
    packed
}

fn rule(rule: &Rule) -> String {
    let severity = if rule.warning { 'w' } else { 'e' };
    let source = match rule.source {
        Source::Schema => 's',
        Source::Docs => 'd',
        Source::Override => 'o',
        Source::Declared => 'c',
    };
    let bounds =
        |bounds: &Bounds| [&bounds.min, &bounds.max].map(|bound| bound.clone().unwrap_or_default()).to_vec();
    let texts = |paths: &[LitStr]| paths.iter().map(LitStr::value).collect();
    let (kind, values) = match &rule.check {
        Check::OneOf(values) => ('o', values.clone()),
        Check::Range(range) => ('n', bounds(range)),
        Check::Length(range) => ('l', bounds(range)),
        Check::Pattern(pattern) => ('p', vec![pattern.clone()]),
        Check::MinItems(count) => ('m', vec![count.to_string()]),
        Check::MaxItems(count) => ('x', vec![count.to_string()]),
        Check::ConflictsWith(paths) => ('c', texts(paths)),
        Check::ExactlyOneOf(paths) => ('1', texts(paths)),
        Check::AtLeastOneOf(paths) => ('+', texts(paths)),
        Check::RequiredWith(paths) => ('w', texts(paths)),
    };
    let values: Vec<String> = values.iter().map(|value| escape(value)).collect();
    format!("r{severity}{source}{kind}{}", values.join("\u{1f}"))
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\u{1f}', "\\u")
}
